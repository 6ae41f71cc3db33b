"""The line above every page."""

import pytest

from analysis.marking import LONGEST
from reports.lengths import length
from reports.word.layouts import DESIGNS, Layout
from reports.word.pages import header

DESIGN = DESIGNS[Layout.ORDINARY]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("京津冀产业协同发展监测简报", "京津冀产业协同发展监测简报"), ("题" * 60, f"{'题' * 27}…")],
)
def test_a_long_title_leaves_room_for_a_long_mark(title, shown):
    mark = "密" * LONGEST
    said = header(DESIGN, title, mark)
    assert f">{shown}<" in said
    line = DESIGN.page.text_width * 2 / DESIGN.types["Header"].size
    assert length(shown) + length(mark) < line
