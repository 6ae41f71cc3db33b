"""What pages and stage both draw of lines: names at their ends, marks and names of breaks."""

import re

from analysis.indicators.lines import Strokes
from analysis.series.drawn import Line, Point
from components.charts.line_chart import line_chart, marked_years
from components.charts.lines import lines
from components.charts.stage_lines import stage_lines
from components.elements import written
from data.model.catalog import Break


def line(slug: str, *values: float) -> Line:
    points = tuple(Point(2010 + i, value, str(value)) for i, value in enumerate(values))
    return Line(slug, slug, (points,), is_reference=False)


def marks(*drawn: Line, start: int = 2010, end: int = 2024) -> list[list[int]]:
    return [sorted(years) for years in marked_years(drawn, start, end)]


def test_lines_carry_their_marks_at_equal_steps_in_years_of_their_own() -> None:
    found = marks(*(line(slug, *range(15)) for slug in ("beijing", "tianjin", "hebei")))
    assert found == [
        [2011, 2014, 2017, 2020],
        [2012, 2015, 2018, 2021],
        [2010, 2013, 2016, 2019, 2022],
    ]


def test_no_two_of_five_lines_carry_their_marks_in_one_year() -> None:
    slugs = ("beijing", "tianjin", "hebei", "jjj", "nation")
    every = [year for own in marks(*(line(slug, *range(15)) for slug in slugs)) for year in own]
    assert len(every) == len(set(every)) >= len(slugs)


def test_lines_of_few_years_carry_a_mark_each_between_their_ends() -> None:
    slugs = ("beijing", "tianjin", "hebei", "jjj", "nation")
    found = marks(*(line(slug, *range(5)) for slug in slugs), end=2014)
    assert all(found)
    assert len({tuple(own) for own in found}) > 2


def test_a_line_alone_needs_no_marks() -> None:
    assert marks(line("beijing", *range(15))) == [[]]


def test_each_piece_of_a_line_carries_a_mark_but_where_its_end_has_one() -> None:
    def piece(*years: int) -> tuple[Point, ...]:
        return tuple(Point(year, 1.0, "1") for year in years)

    pieces = (piece(2010, 2011), piece(2013), piece(2015, 2016), piece(2019, 2020))
    cut = Line("beijing", "北京", pieces, is_reference=False)
    (own, _) = marks(cut, line("hebei", *range(11)), end=2020)
    for years in ((2010, 2011), (2015, 2016)):
        assert set(years) & set(own)
    assert 2020 not in own  # it ends the line, and has a mark anyway


def broken_at(*years: int) -> Strokes:
    """Breaks after these years, given in any order, in lines from 2010 to 2020."""
    breaks = tuple(Break("gdp", year, year + 1, f"since {year + 1}") for year in years)
    return Strokes((line("beijing", *range(11)), line("hebei", *range(11))), breaks, 2010, 2020, "")


def test_a_break_in_the_first_quarter_is_named_on_its_right() -> None:
    marks = line_chart(broken_at(2018, 2011), (0.0, 20.0), 1.0).breaks
    assert [(mark.year, mark.is_early) for mark in marks] == [(2011.5, True), (2018.5, False)]
    assert [mark.reason for mark in marks] == ["since 2012", "since 2019"]


def test_names_of_breaks_that_would_touch_stand_in_different_rows() -> None:
    def rows(width: float, gap: float = 0.0) -> list[int]:
        breaks = line_chart(broken_at(2014, 2015, 2017), (0.0, 20.0), width, gap).breaks
        return [mark.row for mark in breaks]

    assert rows(0.9) == [0, 0, 0]
    assert rows(1.5) == [0, 1, 0]
    assert rows(3.5) == [0, 1, 2]


def test_pages_and_stage_mark_the_same_breaks() -> None:
    drawn = broken_at(2014, 2018)
    figure = lines(drawn)
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [2014.5, 2018.5]
    assert len(re.findall('class="break"', written(stage_lines(drawn, (1776, 600))))) == 2
