"""What pages and stage both draw of lines: names at their ends, marks and names of breaks."""

import re

from analysis.overview.trend import Line, Point
from components.charts.line_chart import line_chart
from components.charts.lines import lines
from components.charts.stage_lines import stage_lines
from components.charts.study import Strokes
from components.elements import written
from data.model.catalog import Break


def line(slug: str, *values: float) -> Line:
    points = tuple(Point(2010 + i, value, str(value)) for i, value in enumerate(values))
    return Line(slug, slug, (points,), is_reference=False)


def broken_at(*years: int) -> Strokes:
    """Breaks after these years, given in any order, in lines from 2010 to 2020."""
    breaks = tuple(Break("gdp", year, year + 1, f"since {year + 1}") for year in years)
    return Strokes((line("beijing", *range(11)), line("hebei", *range(11))), breaks, 2010, 2020, "")


def test_labels_that_would_touch_are_moved_apart() -> None:
    chart = line_chart(broken_at(), (0.0, 20.0), 0.2, 1.0)
    low, high = (label.place for label in chart.labels)
    assert [label.point.value for label in chart.labels] == [10, 10]
    assert round(high - low, 9) == 0.2


def test_a_break_in_the_first_quarter_is_named_on_its_right() -> None:
    marks = line_chart(broken_at(2018, 2011), (0.0, 20.0), 0.2, 1.0).breaks
    assert [(mark.year, mark.is_early) for mark in marks] == [(2011.5, True), (2018.5, False)]
    assert [mark.reason for mark in marks] == ["since 2012", "since 2019"]


def test_names_of_breaks_that_would_touch_stand_in_different_rows() -> None:
    def rows(width: float, gap: float = 0.0) -> list[int]:
        breaks = line_chart(broken_at(2014, 2015, 2017), (0.0, 20.0), 0.2, width, gap).breaks
        return [mark.row for mark in breaks]

    assert rows(0.9) == [0, 0, 0]
    assert rows(1.5) == [0, 1, 0]
    assert rows(3.5) == [0, 1, 2]


def test_pages_and_stage_mark_the_same_breaks() -> None:
    drawn = broken_at(2014, 2018)
    figure = lines(drawn)
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [2014.5, 2018.5]
    assert len(re.findall('class="break"', written(stage_lines(drawn, (1776, 600))))) == 2
