"""Every figure is one plotly accepts, for every indicator, for one region and for none."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.pairing import pairing
from analysis.indicators.summary import indicator_summary
from analysis.maps.apart import apart
from analysis.overview.summary import summary
from analysis.platforms.flows import flows
from analysis.state.view import View, choices
from components import theme
from components.charts.bars import bars
from components.charts.flows import flow_figure
from components.charts.lines import lines
from components.charts.multiples import multiple_figure, panel_figure
from components.charts.pairs import pair_figure
from components.charts.places import places
from components.charts.sparkline import sparkline
from components.charts.study import LAYER_GAP, line_figure, stack_figure
from components.elements import written
from data.model.catalog import Catalog

URLS = ("/static/prefectures.geojson", "/static/provinces.geojson")
ALL = ("beijing", "tianjin", "hebei")


def view_of(catalog: Catalog, indicator: str, regions=ALL, start=2010, end=2024) -> View:
    return View(regions, catalog.indicators[indicator].theme, indicator, start, end)


@pytest.mark.thorough
def test_every_indicator_gives_figures_that_plotly_accepts(catalog: Catalog) -> None:
    for indicator in list(catalog.indicators)[::4]:
        for regions in (ALL, ("hebei",)):
            s = summary(catalog, view_of(catalog, indicator, regions))
            codes = frozenset({"130000"})
            for figure in (lines(s.trend), bars(s.comparison.bars, s.comparison.absence),
                           places(catalog, s.shading, codes, URLS)):  # fmt: skip
                go.Figure(figure)  # raises on anything plotly does not know
                assert "NaN" not in json.dumps(figure)


def test_a_line_never_crosses_a_gap_or_a_break(catalog: Catalog) -> None:
    figure = lines(summary(catalog, view_of(catalog, "so2_emissions")).trend)
    for trace in figure["data"]:
        joined = [(a, b) for (a, ya), (b, yb) in
                  pairwise(zip(trace["x"], trace["y"], strict=True))
                  if ya is not None and yb is not None]  # fmt: skip
        assert (2015, 2016) not in joined
        assert (2019, 2020) not in joined
        assert (2017, 2018) in joined
    assert len(figure["layout"]["shapes"]) == 2


def test_a_view_without_values_gives_a_figure_that_says_why(catalog: Catalog) -> None:
    s = summary(catalog, view_of(catalog, "madrid_tm_apps", start=2010, end=2012))
    for figure in (lines(s.trend), bars(s.comparison.bars, s.comparison.absence)):
        assert figure["data"] == []
        assert "的数值本站未收录" in figure["layout"]["annotations"][0]["text"]


def test_bars_start_at_zero_and_keep_the_missing_region(catalog: Catalog) -> None:
    s = summary(catalog, view_of(catalog, "pm25", start=2024, end=2024))
    figure = bars(s.comparison.bars, s.comparison.absence)
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert len(figure["data"][0]["x"]) == 3
    assert figure["data"][0]["text"].count("本站未收录") == 2


def test_regions_differ_by_mark_not_only_by_colour(catalog: Catalog) -> None:
    figure = lines(summary(catalog, view_of(catalog, "gdp")).trend)
    marks = [trace["marker"]["symbol"] for trace in figure["data"]]
    assert marks == ["circle", "square", "diamond"]


def test_filtered_out_regions_are_dimmed_and_keep_their_colour(catalog: Catalog) -> None:
    s = summary(catalog, view_of(catalog, "gdp", ("hebei",)))
    figure = places(catalog, s.shading, frozenset({"130000"}), URLS)
    fills = [t for t in figure["data"] if t["type"] == "choropleth" and "text" in t]
    by_opacity = {t["marker"]["opacity"]: t["locations"] for t in fills}
    assert by_opacity[0.25] == ["110000", "120000"]
    assert len(by_opacity[1.0]) == 11
    assert len({(t["zmin"], t["zmax"]) for t in fills}) == 1


def test_the_wings_the_zones_and_the_nodes_differ_in_shape(catalog: Catalog) -> None:
    s = summary(catalog, view_of(catalog, "gdp"))
    figure = places(catalog, s.shading, frozenset({"110000", "120000", "130000"}), URLS)
    marks = {t["name"]: t["marker"]["symbol"] for t in figure["data"] if t["type"] == "scattergeo"}
    assert marks == {"wing": "star", "zone": "diamond", "node": "circle"}


def test_points_that_share_a_place_are_drawn_apart_but_near(catalog: Catalog) -> None:
    nodes = [p for p in catalog.platforms if p.tier == "node"]
    at = apart(nodes)
    assert len(set(at.values())) == len(nodes)
    for place in nodes:
        lon, lat = at[place.platform_id]
        assert abs(lon - place.lon) < 0.15
        assert abs(lat - place.lat) < 0.15


@pytest.mark.parametrize("indicator", ["gdp", "pm25", "national_clusters"])
def test_a_sparkline_is_a_small_picture_or_nothing(catalog: Catalog, indicator: str) -> None:
    cards = summary(catalog, view_of(catalog, indicator)).cards
    trails = next(card.trails for card in cards if card.indicator == indicator)
    picture = sparkline(trails)
    if indicator == "national_clusters":
        assert picture is None
    else:
        assert picture is not None
        assert (picture["t"], picture["p"]["className"]) == ("svg", "spark")
        assert len(written(picture)) < 3000


def test_several_small_lines_are_told_apart_by_their_marks(catalog: Catalog) -> None:
    cards = summary(catalog, view_of(catalog, "pm25")).cards
    trails = next(card.trails for card in cards if card.indicator == "pm25")
    text = written(sparkline(trails) or "")
    assert len(trails) == 3
    for slug, tag in (("beijing", "circle"), ("tianjin", "path"), ("hebei", "path")):
        (marks,) = re.findall(rf'<g fill="{theme.REGION_COLOURS[slug]}">(.*?)</g>', text)
        assert marks.count(f"<{tag} ") == 2, slug  # along the line, and at its end
    alone = written(sparkline(trails[:1]) or "")
    assert alone.count("<circle ") == 1


def test_the_default_choices_lead_to_drawn_figures(catalog: Catalog) -> None:
    options = choices(catalog)
    for name in options.themes:
        s = summary(catalog, options.default(name))
        assert lines(s.trend)["data"], name
        assert bars(s.comparison.bars, s.comparison.absence)["data"], name


def test_estimates_are_hollow_marks_with_the_word_in_their_hover_text(catalog: Catalog) -> None:
    traces = lines(summary(catalog, view_of(catalog, "co2_sectoral")).trend)["data"]
    for trace in traces:
        for text, symbol, size in zip(
            trace["customdata"], trace["marker"]["symbol"], trace["marker"]["size"], strict=True
        ):
            assert text is None or (text.endswith("（估）") and symbol.endswith("-open") and size)
    for trace in lines(summary(catalog, view_of(catalog, "gdp")).trend)["data"]:
        assert not str(trace["marker"]["symbol"]).endswith("-open")


def type_sizes(node: object, is_font: bool = False) -> Iterator[float]:
    """Every size of type in a figure."""
    if isinstance(node, list | tuple):
        for part in node:
            yield from type_sizes(part)
    elif isinstance(node, dict):
        if is_font and "size" in node:
            yield node["size"]
        for name, part in node.items():
            yield from type_sizes(part, name.endswith("font"))


@pytest.mark.thorough
@pytest.mark.parametrize("indicator", ["gdp", "so2_emissions", "registered_unemployed"])
def test_no_text_of_a_figure_is_under_12_px(catalog: Catalog, indicator: str) -> None:
    view = view_of(catalog, indicator)
    s = summary(catalog, view)
    study = indicator_summary(catalog, IndicatorsView(view, events=True))
    shares = indicator_summary(catalog, IndicatorsView(view, "share3"))
    figures = [
        lines(s.trend), bars(s.comparison.bars), places(catalog, s.shading, frozenset(), URLS),
        line_figure(study, catalog.events), multiple_figure(study), panel_figure(study, study),
        stack_figure(shares), pair_figure(pairing(study, study)),
        *(flow_figure(flows(catalog, (2010, 2024), None), scheme) for scheme in ("light", "dark")),
    ]  # fmt: skip
    for figure in figures:
        found = list(type_sizes(figure))
        assert found
        assert min(found) >= 12


def test_the_ends_of_a_scatter_are_named_beside_their_last_points(catalog: Catalog) -> None:
    up, across = (
        indicator_summary(catalog, IndicatorsView(view_of(catalog, name)))
        for name in ("gdp", "rd_expenditure")
    )
    figure = pair_figure(pairing(up, across))
    shown = {note["text"]: (note["x"], note["y"]) for note in figure["layout"]["annotations"]}
    assert set(shown) == {f"<b>{name} 2024</b>" for name in ("北京", "天津", "河北", "三地")}
    for trace in figure["data"]:
        assert shown[f"<b>{trace['name']} 2024</b>"] == (trace["x"][-1], trace["y"][-1])
    low, high = figure["layout"]["yaxis"]["range"]
    places = figure["names"]["at"] if figure["names"] else []
    assert all(low < place < high for column in places for row in column for place in row)


def test_layers_of_shares_are_named_with_their_marks_at_their_height(catalog: Catalog) -> None:
    desk = IndicatorsView(view_of(catalog, "gdp"), scale="share3")
    figure = stack_figure(indicator_summary(catalog, desk))
    names = figure["layout"]["annotations"]
    assert [name["text"] for name in names] == ["● <b>北京</b>", "■ <b>天津</b>", "◆ <b>河北</b>"]
    heights = [name["y"] for name in names]
    assert heights[0] == pytest.approx(figure["data"][0]["y"][-1] / 200)
    textures = {trace["marker"]["pattern"]["shape"] for trace in figure["data"]}
    assert len(textures) == len(names)  # told apart in grey too
    assert all(after - before >= LAYER_GAP - 1e-9 for before, after in pairwise(heights))
