"""Names at the ends of lines touch neither each other nor lines nor ends: for every indicator, at
every size of the plot."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document.ranges import extent
from analysis.maps.labels import Box
from analysis.overview.summary import summary
from analysis.series.drawn import Line, Point
from analysis.state.view import choices, with_indicator
from components.charts.ends import BESIDE, LEADING, Name, is_over, middles
from components.charts.line_chart import values_of
from components.charts.line_names import WIDTHS, Panel, Strand, ends, line_names, strands
from components.charts.lines import YEAR_AIR
from data.model.catalog import Catalog

SIZES = ((200, 100), (290, 150), (620, 190), (800, 260), (700, 450), (1300, 420), (2400, 1100))


def share_an_area(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def chosen(places: dict, width: float, height: float) -> list[float]:
    """The places that the browser takes, as assets/core/line-names.js does."""

    def at(sizes: tuple[int, ...], size: float) -> int:
        return max(0, sum(one <= size for one in sizes) - 1)

    return places["at"][at(places["widths"], width)][at(places["heights"], height)]


def placed(panel: Panel, width: float, height: float) -> tuple[list[Name], list, list[float]]:
    """The names, the strokes, and the middles of the names in a plot of this size."""
    made = line_names([panel])
    if made.places is None:
        shown = [note["y"] for note in made.annotations]
    else:
        shown = chosen(made.places, width, height)
    low, high = panel.values
    names, strokes = ends(panel, width, height)
    return names, strokes, [(value - low) / (high - low) * height for value in shown]


def collisions(panel: Panel, width: float, height: float) -> Iterator[str]:
    names, strokes, at = placed(panel, width, height)
    boxes = [name.box(middle) for name, middle in zip(names, at, strict=True)]
    labels = [line.label for line in panel.strands]
    for (i, one), (j, other) in combinations(enumerate(boxes), 2):
        tight = one[0], one[1] + 0.5, one[2], one[3] - 0.5  # rounding of what is sent
        if share_an_area(tight, other):
            yield f"{labels[i]} over {labels[j]}"
    for i, box in enumerate(boxes):
        for j, name in enumerate(names):
            if i != j and share_an_area(box, name.mark):
                yield f"{labels[i]} over the end of {labels[j]}"
        if is_over(names[i], at[i], strokes):
            yield f"{labels[i]} over a line"


def panel_of(catalog: Catalog, indicator: str, regions: tuple[str, ...]) -> Panel | None:
    view = with_indicator(choices(catalog).default(catalog.indicators[indicator].theme), indicator)
    trend = summary(catalog, replace(view, regions=regions)).trend
    if not trend.lines:
        return None
    years = (trend.start - YEAR_AIR, trend.end + YEAR_AIR)
    return Panel(strands(trend.lines), years, extent(values_of(trend.lines)))


ALL = ("beijing", "tianjin", "hebei")


@pytest.mark.thorough
@pytest.mark.parametrize("regions", [ALL, ALL[1:]], ids=["three", "two"])
def test_no_name_touches_anything_at_any_size(catalog: Catalog, regions: tuple[str, ...]) -> None:
    found, count = [], 0
    for indicator in catalog.indicators:
        panel = panel_of(catalog, indicator, regions)
        if panel is None:
            continue
        count += 1
        for size in SIZES:
            found += [(indicator, size, what) for what in collisions(panel, *size)]
    assert count > 100
    assert found == []


def line(label: str, start: int, *values: float) -> Line:
    points = tuple(Point(start + i, value, str(value)) for i, value in enumerate(values))
    return Line("beijing", label, (points,), is_reference=False)


def panel(*drawn: Line) -> Panel:
    return Panel(strands(drawn), (2009.6, 2020.4), (0.0, 10.0))


def test_names_far_from_each_other_stand_at_the_ends_of_their_lines_at_any_size() -> None:
    made = line_names([panel(line("北京", 2010, *range(11)), line("天津", 2010, *[2] * 11))])
    assert made.places is None
    assert [note["y"] for note in made.annotations] == [10, 2]
    assert {note["xshift"] for note in made.annotations} == {BESIDE}


def test_a_name_over_a_longer_line_steps_aside_and_no_farther_than_it_must() -> None:
    short, long = line("北京", 2010, 5, 5, 5), line("天津", 2010, *[5] * 11)
    names, strokes, at = placed(panel(short, long), 600, 300)
    assert abs(at[0] - names[0].y) <= LEADING
    assert not is_over(names[0], at[0], strokes)
    assert at[1] == pytest.approx(names[1].y)


def test_more_room_brings_names_nearer_to_their_ends() -> None:
    made = panel(line("北京", 2010, *[5.0] * 11), line("天津", 2010, *[5.2] * 11))

    def moved(height: float) -> float:
        names, _, at = placed(made, 600, height)
        return abs(at[0] - names[0].y) / height

    assert moved(80) > moved(200) > moved(720)


def test_two_panels_share_one_table_of_places() -> None:
    lower = replace(panel(line("北京", 2010, 1, 1), line("天津", 2010, 1, 1)), part=0.44, axis="y2")
    made = line_names([panel(line("北京", 2010, *range(11))), lower])
    assert [note["yref"] for note in made.annotations] == ["y", "y2", "y2"]
    assert made.places is not None
    assert all(len(row) == 3 for column in made.places["at"] for row in column)
    assert len(made.places["at"]) in (1, len(WIDTHS))


heights = st.lists(st.floats(0, 300), min_size=1, max_size=6)


@given(heights)
def test_names_in_one_column_never_touch_and_keep_their_order(at: list[float]) -> None:
    names = [Name(500.0, y, 30.0) for y in at]
    found = middles(names, [], 300.0)
    order = sorted(range(len(at)), key=lambda i: at[i])
    assert all(found[b] - found[a] >= LEADING - 1e-6 for a, b in pairwise(order))


def test_no_name_is_moved_out_of_its_axis_where_plotly_would_hide_it():
    ends_at = [0.0031 + 0.0007 * n for n in range(9)]
    low, high = 0.00237, 9.4193
    lines = [Strand("hebei", "河北", [[(0.0, y), (1.0, y)]]) for y in ends_at]
    places = line_names([Panel(lines, (0.0, 1.0), (low, high))]).places
    every = [y for row in places["at"] for column in row for y in column]
    assert low <= min(every) and max(every) <= high
