"""Marks in time: their names touch neither each other nor labels, their lines cross no label."""

from dataclasses import replace
from itertools import combinations

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.lines import Strokes
from analysis.indicators.summary import IndicatorSummary, indicator_summary
from analysis.series.drawn import Line, Point
from analysis.state.view import choices, with_indicator
from components.charts.lines import lines
from components.charts.marks import NAME_WIDTH, STEP
from components.charts.study import line_figure
from data.model.catalog import Catalog


def index_of(catalog: Catalog, indicator: str, **chosen: object) -> IndicatorSummary:
    view = choices(catalog).default(catalog.indicators[indicator].theme)
    desk = IndicatorsView(with_indicator(view, indicator), events=True)
    return indicator_summary(catalog, replace(desk, **chosen))


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


def grounds(figure):
    """Which of the labels at the ends of the lines have a ground."""
    labels = [a for a in figure["layout"]["annotations"] if a["text"].startswith("<b>")]
    return {a["text"][3:5]: "bgcolor" in a for a in labels}


def test_no_mark_runs_through_a_label_at_the_end_of_a_line(catalog: Catalog) -> None:
    shown = index_of(catalog, "so2_emissions", scale="index", base=2013)
    figure = line_figure(shown, catalog.events)
    assert grounds(figure) == dict.fromkeys(("北京", "天津", "河北", "三地", "全国"), True)
    assert {shape["layer"] for shape in figure["layout"]["shapes"]} == {"below"}


def test_a_label_that_would_cover_a_line_steps_aside() -> None:
    def to(slug: str, *values: float) -> Line:
        points = tuple(Point(2010 + i, v, "") for i, v in enumerate(values))
        return Line(slug, slug[:2], (points,), is_reference=False)

    short = to("beijing", 5, 5, 5)
    for others, has_moved in (((5, 5, 5, 5, 5, 5), True), ((9, 9, 9, 9, 9, 9), False)):
        drawn = (short, to("tianjin", *others), to("hebei", 0, 0, 0, 0, 0, 10))
        figure = lines(Strokes(drawn, (), 2010, 2015, ""))
        label, *_ = figure["layout"]["annotations"]
        assert (label["text"], label["y"]) == ("<b>be</b>", 5)
        in_the_smallest = figure["names"]["at"][0][0][0]
        assert (abs(in_the_smallest - label["y"]) > 0.5) == has_moved
        assert grounds(figure)["be"]


def test_breaks_close_to_each_other_are_named_once(catalog: Catalog) -> None:
    for indicator, count in (("so2_emissions", 2), ("registered_unemployed", 2)):
        shown = index_of(catalog, indicator)
        drawn = line_figure(shown, ())["layout"]
        at = [a["x"] for a in drawn["annotations"] if a["text"] == "口径调整"]
        assert len(at) == count
        assert {s["x0"] for s in drawn["shapes"]} >= set(at)
        width = NAME_WIDTH * (shown.state.view.end - shown.state.view.start + 0.8)
        assert all(abs(a - b) >= width for a, b in combinations(at, 2))


@pytest.mark.parametrize("indicator", ["gdp", "registered_unemployed"])
def test_no_name_of_an_event_hides_a_line(catalog: Catalog, indicator: str) -> None:
    figure = line_figure(index_of(catalog, indicator), catalog.events)
    low, high = figure["layout"]["yaxis"]["range"]
    lowest = min(names(figure)[event.short_zh]["y"] for event in catalog.events) - STEP
    values = [y for trace in figure["data"] for y in trace["y"] if y is not None]
    assert max(values) <= low + lowest * (high - low)
