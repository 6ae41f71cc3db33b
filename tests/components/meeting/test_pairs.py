"""Two regions side by side on the stage."""

import pytest

from analysis.meeting.slides import Pair, Slide
from components.elements import written
from components.meeting.pairs import pairs
from data.model.scenes import Scene


@pytest.mark.parametrize(
    ("text", "kind"), [("52,073.4", "pairs"), ("52,073.4（初）", "pairs long")]
)
def test_bars_give_room_to_long_values(text: str, kind: str) -> None:
    scene = Scene("a", 1, "pair", "overall")
    row = Pair("地区生产总值", (2.0, 1.0), ("18,539.8", text), "")
    shown = Slide(scene, "beijing-hebei", "pair", "", "", columns=("北京", "河北"), pairs=(row,))
    assert f'class="{kind}"' in written(pairs(shown))
