"""The indicators page and the region pages over HTTP: one answer per address."""

import html
import json
import re

import pytest
from asking import show
from flask.testing import FlaskClient

from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from analysis.series.scales import SCALES
from components.content import value_of
from components.indicators.controls import kind_of
from tests.written import html_of


def test_a_scale_that_does_not_hold_is_not_a_link_and_says_why(client: FlaskClient) -> None:
    scales = show(client, "/indicators?indicator=rd_intensity")["html"]["scales"]
    refused = re.findall(r'<span aria-disabled="true" aria-label="([^"]+)"', scales)
    assert any(text.startswith("占三地比重：") for text in refused)
    assert not re.search(r"<a[^>]*scale=share3", scales)


def test_a_refused_scale_in_a_link_is_remarked_on_and_shows_published_values(
    client: FlaskClient,
) -> None:
    answer = show(client, "/indicators?indicator=rd_intensity&scale=share3")
    assert "占三地比重" in answer["remarks"]
    assert answer["html"]["study-table"] == ""
    assert answer["figures"]["study"]["data"]


def test_page_and_file_links_carry_the_same_query(client: FlaskClient) -> None:
    query = "?theme=innovation&from=2015&scale=index"
    links = show(client, f"/indicators{query}")["html"]["take-away"]
    for ending in ("csv", "xlsx", "json"):
        assert f'href="/indicators.{ending}{query.replace("&", "&amp;")}"' in links


def test_no_picture_has_two_value_axes_on_one_panel(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&against=population")
    layout = answer["figures"]["study"]["layout"]
    assert "overlaying" not in json.dumps(layout)
    domains = [layout["yaxis"]["domain"], layout["yaxis2"]["domain"]]
    assert domains[1][1] < domains[0][0]


def test_a_scatter_says_how_many_years_it_rests_on(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&against=population&chart=scatter")
    assert len(answer["figures"]["study"]["data"]) == 4  # three regions and their sum
    assert "n=14" in answer["html"]["study-foot"]


def test_a_second_indicator_brings_its_breaks_and_notes(client: FlaskClient) -> None:
    foot = show(client, "/indicators?indicator=gdp&against=rd_intensity")["html"]["study-foot"]
    assert "R&amp;D经费投入强度：口径调整：2019 年起" in foot


def test_a_scatter_is_not_joined_across_a_break(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&against=rd_intensity&chart=scatter")
    beijing = answer["figures"]["study"]["data"][0]
    years = [int(point[0][:4]) if point else None for point in beijing["customdata"]]
    assert years[years.index(2018) + 1] is None
    assert beijing["x"][years.index(2018) + 1] is None


def test_bars_say_why_an_earlier_year_stands_in(client: FlaskClient) -> None:
    address = "/indicators?indicator=valid_invention_patents&chart=bars"
    assert "2023 年（2024 年无数值）" in show(client, address)["html"]["study-head"]


def test_events_are_marked_as_times_not_causes(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&events=1")
    texts = [a["text"] for a in answer["figures"]["study"]["layout"]["annotations"]]
    assert "2014 国家战略" in texts
    assert "不表示因果" in answer["html"]["study-foot"]


def test_the_table_shows_what_the_picture_draws(client: FlaskClient) -> None:
    answer = show(client, "/indicators?theme=innovation&chart=table&region=beijing")
    assert answer["figures"] == {}
    assert "3,278.4" in answer["html"]["study-table"]


def test_a_link_to_another_theme_starts_at_published_values(client: FlaskClient) -> None:
    chips = show(client, "/indicators?scale=index&chart=table")["html"]["theme-chips"]
    assert 'href="?theme=green"' in chips


def drawn(figure, kind):
    """What a figure shows of a study: the values of its lines, or the texts beside its bars."""
    if not figure["data"]:
        return []
    if kind == "bars":
        return [re.sub("</?b>", "", text) for text in reversed(figure["data"][0]["text"])]
    own = (trace for trace in figure["data"] if trace.get("hoverinfo") != "skip")  # no dashes
    return [v for trace in own for v in trace["y"] if v is not None]


def to_draw(study, kind):
    """The same, of the study itself."""
    if kind == "bars":
        year = study.common_year
        return [d.text for r in study.regions if (d := study.datum(r.region_code, year))]
    return [datum.value for datum in study.data if datum.value is not None]


@pytest.mark.thorough
@pytest.mark.parametrize("scale", SCALES)
def test_every_indicator_is_drawn_with_its_numbers_in_a_scale_or_the_refusal_is_said(
    app, catalog, options, scale
) -> None:
    refused = 0
    for indicator, row in catalog.indicators.items():
        query = f"indicator={indicator}&scale={scale}"
        study = indicator_summary(catalog, indicators_view(query, options)[0])
        found, remarks = app.answers.content(f"/indicators?{query}")
        assert row.short_zh in html.unescape(html_of(found.parts["study-head"])), indicator
        refusal = next(offer.refusal for offer in study.offers if offer.key == scale)
        said = html.unescape(html_of(remarks))
        assert refusal in said if refusal else said == "", indicator
        refused += bool(refusal)
        kind = kind_of(study)
        wanted = to_draw(study, kind)
        assert wanted, indicator
        assert drawn(value_of(found.parts["study"]), kind) == wanted, indicator
    assert (refused > 0) == (scale != "published")


@pytest.mark.thorough
@pytest.mark.parametrize("chart", ["bars", "stack", "multiples"])
def test_every_seventh_indicator_is_drawn_in_every_kind_or_the_figure_says_why_not(
    app, catalog, chart
) -> None:
    empty = 0
    for indicator in list(catalog.indicators)[::7]:
        found, _ = app.answers.content(f"/indicators?indicator={indicator}&chart={chart}")
        figure = value_of(found.parts["study"])
        values = [v for trace in figure["data"] for v in (*trace["x"], *trace["y"])]
        assert values or figure["layout"]["annotations"][0]["text"], indicator
        empty += not values
    assert empty < 5


def test_a_base_year_outside_the_years_is_dropped_from_every_link(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&scale=index&base=2013&from=2015")
    assert "2015 年=100" in answer["html"]["study-head"]
    assert "base=2013" not in answer["html"]["take-away"]
    href = re.search(r'href="(/indicators\.csv[^"]*)"', answer["html"]["take-away"])
    assert href and client.get(href[1].replace("&amp;", "&")).status_code == 200


def test_every_year_with_a_value_can_be_the_base_of_a_broken_series(client: FlaskClient) -> None:
    scales = show(client, "/indicators?indicator=so2_emissions&scale=index")["html"]["scales"]
    assert '<option value="2013">2013 年</option>' in scales
    assert '<option value="">基期：2020 年</option>' in scales


def test_two_vintages_of_the_same_accounts_are_not_set_against_each_other(
    client: FlaskClient,
) -> None:
    answer = show(client, "/indicators?indicator=gdp&against=gdp_v4&chart=scatter")
    assert "不作对照" in answer["remarks"]
    assert "散点图" not in answer["html"]["kinds"]
    refused = client.get("/indicators.csv?indicator=gdp&against=gdp_v4")
    assert (refused.status_code, refused.json["errors"][0]["key"]) == (400, "against")


def test_bars_of_a_computed_scale_say_so_and_growth_names_its_years(client: FlaskClient) -> None:
    shares = show(client, "/indicators?indicator=gdp&scale=share3&chart=bars")["html"]["study-head"]
    assert "占三地比重（本站计算）" in shares
    growth = show(client, "/indicators?indicator=gdp&scale=growth")["html"]["study-head"]
    assert "2011—2024 年年均增速（名义，以 2010 年为基期）" in growth
    assert "现价" in growth
    published = show(client, "/indicators?indicator=gdp&chart=bars")["html"]["study-head"]
    assert "亿元，现价，公布值，2024 年" in published


def test_growth_names_whom_it_leaves_out(client: FlaskClient) -> None:
    foot = show(client, "/indicators?indicator=gdp&scale=growth")["html"]["study-foot"]
    assert "本站未收录全国 2010 年的可比数值，未列" in foot


def test_a_second_indicator_brings_its_limits_metadata_and_citation(client: FlaskClient) -> None:
    texts = show(client, "/indicators?indicator=gdp&against=co2_sectoral&chart=meta")["html"]
    assert texts["study-table"].count("<dl") == 2
    assert "对照：" in texts["study-side"]
    assert "CEADs" in texts["study-side"].partition("对照：")[2]


def names_of(answer):
    """The names of the lines of the study, in their order."""
    traces = answer["figures"]["study"]["data"]
    return [trace["name"] for trace in traces if trace.get("hoverinfo") != "skip"]


def test_a_frame_is_a_line_a_column_and_a_note_with_its_members(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&frame=yangtze")
    assert names_of(answer) == ["北京", "天津", "河北", "三地", "长三角"]
    assert "长三角：上海、江苏、浙江、安徽合计（本站计算）。" in answer["html"]["study-foot"]
    table = show(client, "/indicators?indicator=gdp&frame=yangtze&chart=table")["html"]
    assert "331,110.1" in table["study-table"]
    assert re.search(r'<a aria-pressed="true"[^>]*href="\?chart=table"', table["frames"])


def test_a_frame_that_does_not_hold_is_no_link_and_is_remarked_on(client: FlaskClient) -> None:
    answer = show(client, "/indicators?indicator=gdp&scale=share3&frame=yangtze")
    assert "长三角" not in names_of(answer)
    assert "“长三角”不适用：该数值形式只在三地之间比较。" in answer["remarks"]
    assert "frame=yangtze" not in answer["html"]["frames"]


def test_the_provinces_are_a_strip_with_positions_and_a_table(client: FlaskClient) -> None:
    address = "/indicators?indicator=gdp&frame=provinces&to=2024"
    strip = show(client, address)["html"]["study-strip"]
    assert strip.count('class="dot"') == 28
    assert "31 省分布：地区生产总值，2024 年（亿元，现价，公布值）" in strip
    assert "按数值由高到低，北京第 12 位，天津第 24 位，河北第 13 位" in strip
    parts = show(client, f"{address}&chart=table")["html"]
    assert parts["study-strip"] == ""
    assert parts["study-table"].count('scope="row"') == 31 + 15


def test_too_few_provinces_are_not_ranked(client: FlaskClient) -> None:
    answer = show(
        client, "/indicators?indicator=output_crude_oil&from=2023&to=2024&frame=provinces"
    )
    assert answer["html"]["study-strip"] == ""
    assert "不足 25 个，不作排序" in answer["remarks"]
