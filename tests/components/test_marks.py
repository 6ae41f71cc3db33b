"""Marks in time: their names touch neither each other nor labels, their lines cross no label."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.desk import Desk
from analysis.study import Study, study
from analysis.view import choices, with_indicator
from components.charts.marks import NAME_WIDTH, STEP, open_stretches
from components.charts.study import line_figure
from data.catalog import Catalog

PARTS = st.floats(0, 1)


def index_of(catalog: Catalog, indicator: str, **chosen: object) -> Study:
    view = choices(catalog).default(catalog.indicators[indicator].theme)
    desk = Desk(with_indicator(view, indicator), events=True)
    return study(catalog, replace(desk, **chosen))


def names(figure):
    return {a["text"]: a for a in figure["layout"]["annotations"]}


def test_the_name_of_a_break_has_a_row_of_its_own_above_the_events(catalog: Catalog) -> None:
    shown = index_of(catalog, "so2_emissions", scale="index", base=2013)
    places = [
        a["y"]
        for a in line_figure(shown, catalog.events)["layout"]["annotations"]
        if not a["text"].startswith("<b>")
    ]
    assert places == pytest.approx([1 - STEP * row for row in (0, 0, 1, 2, 3, 4)])


def test_without_breaks_the_first_event_stands_at_the_top(catalog: Catalog) -> None:
    figure = line_figure(index_of(catalog, "gdp"), catalog.events)
    assert names(figure)["2014 国家战略"]["y"] == 1


def test_an_event_ends_at_its_name(catalog: Catalog) -> None:
    figure = line_figure(index_of(catalog, "gdp"), catalog.events)
    tops = {s["x0"]: s["y1"] for s in figure["layout"]["shapes"]}
    assert tops[2014] == names(figure)["2014 国家战略"]["y"]
    assert tops[2023] == names(figure)["2023 实施方案"]["y"]


def test_no_mark_runs_through_a_label_at_the_end_of_a_line(catalog: Catalog) -> None:
    figure = line_figure(
        index_of(catalog, "so2_emissions", scale="index", base=2013), catalog.events
    )
    labels = [a["y"] for a in figure["layout"]["annotations"] if a["text"].startswith("<b>")]
    parts = [(s["y0"], s["y1"]) for s in figure["layout"]["shapes"] if s["x0"] == 2015.5]
    assert len(labels) == 5
    assert [(low, high) for low, high in parts for y in labels if low < y < high] == []
    assert parts[-1][1] == 1
    assert [s["y0"] for s in figure["layout"]["shapes"] if s["x0"] == 2019.5] == [0]


def test_breaks_close_to_each_other_are_named_once(catalog: Catalog) -> None:
    for indicator, count in (("so2_emissions", 2), ("registered_unemployed", 2)):
        shown = index_of(catalog, indicator)
        drawn = line_figure(shown, ())["layout"]
        at = [a["x"] for a in drawn["annotations"] if a["text"] == "口径变化"]
        assert len(at) == count
        assert {s["x0"] for s in drawn["shapes"]} >= set(at)
        width = NAME_WIDTH * (shown.desk.view.end - shown.desk.view.start + 0.8)
        assert all(abs(a - b) >= width for a, b in combinations(at, 2))


@pytest.mark.parametrize("indicator", ["gdp", "registered_unemployed"])
def test_no_name_of_an_event_hides_a_line(catalog: Catalog, indicator: str) -> None:
    figure = line_figure(index_of(catalog, indicator), catalog.events)
    low, high = figure["layout"]["yaxis"]["range"]
    lowest = min(names(figure)[event.short_zh]["y"] for event in catalog.events) - STEP
    values = [y for trace in figure["data"] for y in trace["y"] if y is not None]
    assert max(values) <= low + lowest * (high - low)


@given(st.lists(st.tuples(PARTS, PARTS).map(lambda pair: tuple(sorted(pair)))), PARTS, PARTS)
def test_a_place_is_in_a_stretch_or_in_a_band(bands, top, place) -> None:
    stretches = open_stretches(bands, top)
    assert all(0 <= low < high <= top for low, high in stretches)
    in_band = any(low <= place <= high for low, high in bands)
    in_stretch = any(low <= place <= high for low, high in stretches)
    assert in_band or in_stretch or place >= top
    assert not any(low < place < high for low, high in bands) or not any(
        low < place < high for low, high in stretches
    )
