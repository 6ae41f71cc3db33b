"""Names at the ends of lines as the browser places them: line-names.js, run by Node."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tools import npm

SOURCE = Path(__file__).parents[2] / "assets" / "core" / "line-names.js"
NAME = {"x": 2020, "y": 5, "yref": "y", "xshift": 10, "font": {"color": "#123456"}}
SIZE = {"width": 400, "height": 240}  # of which the plot is 200 high


def node() -> list[str]:
    try:
        return npm.find_node()[0]
    except npm.NpmError:
        return []


NODE = node()
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not NODE, reason="no Node on this machine"),
]


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("names") / "line-names.mjs"
    shutil.copy(SOURCE, made)
    return made


def layout_of(module: Path, figure: dict[str, Any]) -> dict[str, Any]:
    """The layout that is drawn at this size."""
    script = (
        f"import {{ named }} from {json.dumps(str(module))};"
        f"console.log(JSON.stringify(named({json.dumps(figure)}, {json.dumps(SIZE)}).layout))"
    )
    command = [*NODE, "--input-type=module", "--eval", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def figure(*places: float, domain: tuple[float, float] = (0, 1)) -> dict[str, Any]:
    """A plot of 2010 to 2020 and 0 to 10 with a break, and the names of two ends at 5."""
    return {
        "names": {"widths": [200], "heights": [80, 200, 500], "at": [[[0, 0], places, [1, 1]]]},
        "layout": {
            "margin": {"l": 0, "r": 0, "t": 20, "b": 20},
            "xaxis": {"range": [2010, 2030]},
            "yaxis": {"range": [0, 10], "domain": domain},
            "annotations": [NAME, NAME, {"text": "口径调整"}],
            "shapes": [{"type": "line"}],
        },
    }


def test_names_take_the_places_of_the_largest_size_that_fits(module: Path) -> None:
    drawn = layout_of(module, figure(5.5, 4.5))
    assert [one.get("y") for one in drawn["annotations"]] == [5.5, 4.5, None]


def test_a_line_joins_only_a_name_that_no_longer_stands_beside_its_end(module: Path) -> None:
    drawn = layout_of(module, figure(5.4, 4))  # 8 and 20 px
    _, leader = drawn["shapes"]
    assert (leader["y0"], leader["y1"]) == (5, 4)
    assert (leader["xanchor"], leader["x0"], leader["x1"]) == (0.5, 6, 9)
    assert leader["line"] == {"color": "#123456", "width": 1}


def test_what_is_far_in_a_panel_is_measured_in_its_height(module: Path) -> None:
    drawn = layout_of(module, figure(5.4, 4, domain=(0, 0.44)))  # 3.5 and 8.8 px
    assert len(drawn["shapes"]) == 1


def test_where_no_name_moves_the_figure_is_as_it_came(module: Path) -> None:
    found = figure(5, 5) | {"names": None}
    assert layout_of(module, found) == json.loads(json.dumps(found["layout"]))
