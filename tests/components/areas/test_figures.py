"""The figures of the page of areas, as plain dicts."""

from itertools import pairwise

import pytest

from analysis.areas.address import area_choices, areas_view
from analysis.areas.summary import areas_summary
from components import theme
from components.charts.atlas import Boundaries
from components.charts.county_map import county_map, ramp
from components.charts.share_bars import share_bar
from components.charts.slopes import slopes_figure
from components.elements import written

URLS = Boundaries("/prefectures", "/provinces", "/counties", "/outlines")


@pytest.fixture(scope="module")
def found(catalog, options):
    known = area_choices(catalog)
    return lambda query="": areas_summary(catalog, areas_view(query, options, known)[0])


def test_the_ramp_begins_and_ends_with_its_ends():
    assert ramp(6) == list(theme.CLASSES)
    assert ramp(2) == [theme.CLASSES[0], theme.CLASSES[-1]]
    assert len(set(ramp(4))) == 4
    assert len(ramp(1)) == 1 and ramp(0) == []


def test_every_county_is_drawn_once_in_its_class(found, catalog):
    summary = found()
    filled, blank, *_ = county_map(summary, catalog, URLS)["data"]
    assert sorted([*filled["locations"], *blank["locations"]]) == sorted(
        one.code for one in summary.counties
    )
    at = dict(zip(filled["locations"], filled["z"], strict=True))
    assert at["131125"] == filled["zmax"] == 5


@pytest.mark.parametrize(
    ("area", "url"),
    [("131125", "/counties"), ("131100", "/prefectures"), ("130000", "/provinces")],
)
def test_what_is_open_is_outlined_by_the_shapes_of_its_level(found, catalog, area, url):
    figures = [county_map(found(q), catalog, URLS)["data"] for q in ("", f"area={area}")]
    assert len(figures[0]) == len(figures[1])
    assert figures[0][-1]["locations"] == []
    assert (figures[1][-1]["locations"], figures[1][-1]["geojson"]) == ([area], url)


def test_only_the_counties_answer_to_the_pointer(found, catalog):
    traces = county_map(found(), catalog, URLS)["data"]
    assert [t["name"] for t in traces if t.get("hoverinfo") != "skip"] == ["counties", "uncounted"]


def test_slopes_have_names_on_both_sides_of_every_unit(found, catalog):
    slugs = {region.region_code: region.slug for region in catalog.provinces}
    figure = slopes_figure(found().slopes, slugs)
    names = figure["layout"]["annotations"]
    assert [one["x"] for one in names] == [2020] * 13 + [2010] * 13
    assert {one["xanchor"] for one in names[13:]} == {"right"}
    assert all(one["xshift"] < 0 for one in names[13:])
    assert "<b>天津 27.0</b>" in {one["text"] for one in names[13:]}
    symbols = {trace["name"]: trace["marker"]["symbol"] for trace in figure["data"]}
    assert len({symbols["北京"], symbols["天津"], symbols["衡水"]}) == 3


def test_names_of_slopes_keep_apart_where_there_is_room(found, catalog):
    slugs = {region.region_code: region.slug for region in catalog.provinces}
    figure = slopes_figure(found().slopes, slugs)
    places, (low, high) = figure["names"], figure["layout"]["yaxis"]["range"]
    height = places["heights"].index(420)
    ys = places["at"][0][height]
    for side in (ys[:13], ys[13:]):
        order = sorted((y - low) / (high - low) * 420 for y in side)
        assert min(b - a for a, b in pairwise(order)) > 17


def test_no_name_lies_outside_of_the_plot_where_plotly_would_hide_it(found, catalog):
    slugs = {region.region_code: region.slug for region in catalog.provinces}
    for industry in ("ict", "finance", "manufacturing", "agriculture"):
        figure = slopes_figure(found(f"sector={industry}").slopes, slugs)
        low, high = figure["layout"]["yaxis"]["range"]
        places = [y for row in figure["names"]["at"] for column in row for y in column]
        assert low <= min(places) and max(places) <= high, industry


def test_without_units_the_figure_says_why():
    assert slopes_figure((), {}, "没有")["data"] == []


def test_a_bar_begins_at_zero_and_is_drawn_to_one_scale():
    html = written(share_bar(25.0, 10.0, 50.0, 50.0, "hebei"))
    assert 'width="58"' in html
    assert 'd="M116 0V16"' in html
    assert "lozenge" in html
    assert "rect" not in written(share_bar(None, None, 1.0, 1.0, "hebei"))
