"""The page of platforms as HTML and figure: nothing is lost between survey and screen."""

import json
import re
from dataclasses import replace
from functools import cache
from html import unescape

import pytest

from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.summary import platforms_summary
from components import palette
from components.charts.atlas import Boundaries
from components.content import value_of
from components.elements import written
from components.ids import Id
from components.platforms import page as platforms
from components.platforms import tools as platform_tools
from components.platforms.panel import _away
from data.model.catalog import JJJ
from data.model.needs import TECH_CONTRACT_VALUE as VALUE
from tests.written import html_of

URLS = Boundaries("/prefectures", "/provinces", "/counties", "/outlines")


@pytest.fixture(scope="module")
def page_of(catalog, options):
    known = platform_choices(catalog)

    def build(query=""):
        chosen, _ = platforms_view(query, options, known)
        return platforms.shown(platforms_summary(catalog, chosen), catalog, options, known, URLS)

    return build


@pytest.fixture(scope="module")
def content_of(page_of):
    @cache
    def build(query=""):
        page = page_of(query)
        figures = {str(place): value_of(page.parts[place]) for place in (Id.ATLAS, Id.FLOW)}
        texts = {place: html_of(page.parts[place]) for place in page.parts.keys() - figures.keys()}
        return {"html": texts, "figures": figures, "remarks": page.remarks}

    return build


def traces(answer, kind):
    return [t for t in answer["figures"]["atlas"]["data"] if t["type"] == kind]


def marks(answer):
    return {
        name: trace
        for trace in traces(answer, "scattergeo")
        if (name := trace["name"]) in palette.MARKS
    }


@pytest.mark.parametrize("query", ["?", "?layers=wing,zone,node,cluster&place=W2&shade=1&flows=1"])
def test_on_paper_the_dark_figures_become_the_light_ones(content_of, catalog, options, query):
    frame = platforms.frame(catalog, options, {})
    (paper,) = (part for part in frame.children if hasattr(part, "data-paper"))
    colours = json.loads(getattr(paper, "data-paper"))
    faint = {_faint(dark): _faint(light) for dark, light in colours.items()}
    figures = json.dumps(content_of(f"{query}&scheme=dark")["figures"])
    swapped = re.sub(
        r"#[0-9a-f]{6}\b|rgba\(\d+,\d+,\d+,",
        lambda found: (colours | faint).get(found[0], found[0]),
        figures,
    )
    assert swapped != figures
    assert json.loads(swapped) == json.loads(json.dumps(content_of(query)["figures"]))


def _faint(colour):
    return "rgba({},{},{},".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))


def test_paper_says_the_filter_in_words(content_of):
    head = content_of("?region=hebei&industry=vehicles&search=保定&status=designated")["html"]
    said = head["paper"]
    for part in (
        "地区：河北；",
        "图层：2 集中承载地、",
        "产业：汽车；",
        "搜索：保定；",
        "数据版本：",
    ):
        assert part in said
    assert "类型：" not in said


def test_tiers_differ_in_shape(content_of):
    symbols = [symbol for symbol, _, _ in palette.MARKS.values()]
    assert len(set(symbols)) == len(symbols)
    assert len({glyph for _, glyph, _ in palette.MARKS.values()}) == len(symbols)


def test_every_place_of_the_list_is_on_the_map_and_the_other_way_round(content_of, catalog):
    answer = content_of("?layers=wing,zone,node,pilot_zone,cluster,base")
    on_map = [name for trace in marks(answer).values() for name in trace["ids"]]
    listed = re.findall(r'class="place"[^>]*href="\?[^"]*place=(\w+)', answer["html"]["atlas-list"])
    assert sorted(on_map) == sorted(listed) == sorted(p.platform_id for p in catalog.platforms)


@pytest.mark.parametrize(
    ("layers", "title"),
    [
        ("wing,zone,node", "“2+4+N”产业合作平台：三地 36 个<"),
        ("wing,zone,node,cluster", "“2+4+N”产业合作平台：三地 36 个，另有集群 5 个<"),
        (
            "wing,zone,node,pilot_zone,cluster,base",
            "“2+4+N”产业合作平台：三地 36 个，另有先导区、集群、示范基地 11 个<",
        ),
        ("cluster", ">集群：三地 5 个<"),
    ],
)
def test_other_layers_are_not_counted_as_platforms(content_of, layers, title):
    assert title in content_of(f"?layers={layers}")["html"]["atlas-head"]


def test_what_is_not_confirmed_is_hollow(content_of, catalog):
    trace = marks(content_of())["node"]
    status = {p.platform_id: p.status for p in catalog.platforms}
    for name, fill in zip(trace["ids"], trace["marker"]["color"], strict=True):
        is_hollow = fill == palette.LIGHT.surface
        assert is_hollow == (status[name] == "unconfirmed"), name


def test_outlines_are_areas_and_approximations_are_dashed(content_of):
    outlines = next(t for t in traces(content_of(), "choropleth") if t.get("name") == "outlines")
    assert outlines["locations"] == ["W1", "W2", "F1", "F3", "F4"]
    assert outlines["meta"]["dashed"] == ["W1", "W2", "F1", "F4"]
    xiongan = outlines["customdata"][1][0]
    assert "示意" in xiongan
    assert "任丘市" in xiongan


@pytest.mark.parametrize(
    ("lines", "visible", "by_zoom"),
    [("prefecture", False, True), ("county", True, False), ("province", False, False)],
)
def test_county_lines_by_switch_or_by_zoom(content_of, lines, visible, by_zoom):
    answer = content_of(f"?lines={lines}")
    counties = next(t for t in traces(answer, "choropleth") if t.get("name") == "counties")
    assert (counties["visible"], counties["meta"]["by_zoom"]) == (visible, by_zoom)
    assert len(counties["locations"]) == 199


def test_a_base_colour_brings_its_colours_its_values_and_its_source(content_of):
    key = content_of("?shade=1&indicator=gdp&theme=overall")["html"]["atlas-key"]
    assert key.count('class="swatch"') == 3
    assert "底色：2024 年地区生产总值" in key
    assert all(f"{text}\u2009亿元" in key for text in ("49,670.2", "17,931.3", "47,448.1"))
    assert "底色：国家统计局" in key
    assert 'class="swatch"' not in content_of()["html"]["atlas-key"]


def test_a_base_colour_does_not_change_with_the_regions_chosen(content_of):
    def fills(query):
        drawn = traces(content_of(f"?shade=1&indicator=gdp{query}"), "choropleth")
        shaded = [t for t in drawn if t.get("text") and t["geojson"] == drawn[0]["geojson"]]
        return {code: (z, t["marker"]["opacity"]) for t in shaded
                for code, z in zip(t["locations"], t["z"], strict=True)}  # fmt: skip

    assert fills("&region=hebei") == fills("")


def test_every_indicator_of_a_region_can_be_the_base(catalog, options):
    codes = [region.region_code for region in catalog.provinces]
    known = {i for i, panel in catalog.panels.items() if panel[codes].notna().any(axis=None)}
    bar = written(platform_tools.bar(catalog, options))
    select = bar[bar.index("data-shade") :]
    offered = set(re.findall(r'<option value="(\w+)"', select[: select.index("</select>")]))
    assert offered == known


def test_the_flow_is_drawn_where_it_was_published_and_said_where_not(content_of):
    figure = content_of()["figures"]["flow"]
    assert figure["data"][0]["x"] == [2013, 2021, 2022, 2023, 2024]
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["2014—2020<br>本站未收录"]
    data = content_of()["html"]["flow-data"]
    assert data.count("<tr>") == 1 + 12
    assert "北京市统计局" in data


def test_a_flow_year_outside_of_the_years_chosen_is_not_replaced_in_silence(content_of):
    said = "".join(content_of("?flows=1&flow_year=2013&from=2018")["remarks"])
    assert "2013 年不在所选年份内" in said
    assert "地图所示为 2024 年" in said
    assert content_of("?flow_year=2013&from=2018")["remarks"] == ()


def test_both_arrows_are_alike_as_the_figure_is_for_both(content_of):
    arrows = [t for t in traces(content_of("?flows=1"), "scattergeo") if t["name"] == "flow"]
    assert len(arrows) == 2
    assert arrows[0]["line"] == arrows[1]["line"]
    assert not [t for t in traces(content_of(), "scattergeo") if t["name"] == "flow"]


def test_the_arrows_are_explained_and_sourced_where_they_are_drawn(content_of, catalog):
    key = content_of("?flows=1")["html"]["atlas-key"]
    assert re.search(r"技术合同 2024 年 843\.7\s亿元，津冀合计，箭头仅示方向", key)
    assert catalog.observations[VALUE, JJJ, 2024].source.citation in key
    for query in ("", "?flows=1&flow_year=2017"):
        assert "技术合同" not in content_of(query)["html"]["atlas-key"], query


def test_a_year_that_was_not_published_is_said_and_not_replaced(content_of):
    answer = content_of("?flows=1&flow_year=2017")
    assert not [t for t in traces(answer, "scattergeo") if t["name"] == "flow"]
    assert "2017 年本站未收录" in answer["html"]["flow-text"]
    seen, _, _ = answer["html"]["flow-text"].partition('id="flow-described"')
    assert "2024 年" not in seen + answer["html"]["flow-foot"]
    assert "2017 年本站未收录" in answer["remarks"][0]
    assert answer["figures"]["flow"]["data"][0]["x"] == [2013, 2021, 2022, 2023, 2024]
    assert content_of("?flows=1&flow_year=2023")["remarks"] == ()


def test_a_range_without_figures_draws_no_arrow_and_says_so(content_of):
    answer = content_of("?flows=1&from=2014&to=2020")
    assert not [t for t in traces(answer, "scattergeo") if t["name"] == "flow"]
    assert "本站未收录" in answer["figures"]["flow"]["layout"]["annotations"][0]["text"]


def test_the_panel_says_how_exact_and_how_sure_a_place_is(content_of):
    panel = content_of("?place=N29")["html"]["atlas-panel"]
    for part in ("Tianjin Nangang Industrial Zone", "所在区县的中心，仅为示意",
                 "是否列入平台名录待核实", "直线约", "（中心）", "天津概况"):  # fmt: skip
        assert part in panel


@pytest.mark.parametrize(
    ("platform_id", "text"),
    [
        ("N07", "现代制造业平台（来源写明）"),
        ("N04", "服务业平台（按名称判断）"),
        ("N13", "<dt>类型</dt><dd>未注明</dd>"),
        ("Z2", "<dt>类型</dt><dd>国家级先导区</dd>"),
    ],
)
def test_the_panel_says_of_each_type_where_it_comes_from(content_of, platform_id, text):
    panel = content_of(f"?place={platform_id}")["html"]["atlas-panel"]
    assert text in panel
    assert "多按名称" not in panel


def test_the_guide_counts_what_the_types_rest_on(content_of):
    assert "3 个由来源写明，25 个按名称判断" in content_of()["html"]["atlas-panel"]


@pytest.mark.parametrize(
    ("platform_id", "why"),
    [("N30", "原文未列明细分产业"), ("N03", "产业本站未收录"), ("C1", "象征性标记"),
     ("N27", None)],
)  # fmt: skip
def test_the_panel_says_why_there_is_no_neighbour(content_of, platform_id, why):
    panel = content_of(f"?place={platform_id}")["html"]["atlas-panel"]
    assert "原文未细分" not in panel.partition("同产业的邻近平台")[2]
    assert ('class="near"' in panel) == (why is None)
    assert why is None or why in panel


@pytest.mark.thorough
def test_addresses_of_sources_are_links_and_their_words_stay(content_of, catalog):
    for place in catalog.platforms:
        panel = content_of(f"?place={place.platform_id}")["html"]["atlas-panel"]
        found = panel.partition("<dt>来源</dt>")[2].partition("</dl>")[0]
        links = re.findall(
            r'<a href="(http[^"]+)" rel="noreferrer" target="_blank">([^<]*)<', found
        )
        assert all(address == text for address, text in links)
        assert len(links) == place.source.count("http")
        assert all(text not in address for address, _ in links for text in " （），；")
        words = [part.strip() for part in place.source.split(";")]
        assert unescape(re.sub("<[^>]*>", "", found)) == "".join(words)


def test_a_point_astray_is_said_with_the_name_of_the_county(content_of, catalog):
    place = next(p for p in catalog.platforms if p.platform_id == "N27")
    assert _away(place, catalog) is None
    astray = replace(catalog, places=replace(catalog.places, astray={"N27": 3.21}))
    assert _away(place, astray) == "点位在所写的房山区边界外 3.2 公里，请核对"


def test_an_open_place_is_announced_where_the_frame_listens(content_of, catalog, options):
    frame = platforms.frame(catalog, options, {})
    assert frame[Id.ATLAS_OPENED].attributes["role"] == "status"
    name = next(p.name_zh for p in catalog.platforms if p.platform_id == "N30")
    assert content_of("?place=N30")["html"]["atlas-opened"] == f"已打开：{name}"
    assert content_of()["html"]["atlas-opened"] == ""


def test_a_place_that_is_filtered_out_says_so(content_of):
    assert "不在当前图层" in content_of("?place=B1")["html"]["atlas-panel"]


def test_nothing_found_says_why_and_offers_a_way_back(content_of):
    empty = content_of("?search=火星")["html"]["atlas-list"]
    assert "没有符合筛选条件的平台" in empty
    assert "清除筛选" in empty
    assert "未选择任何图层" in content_of("?layers=none")["html"]["atlas-list"]


def test_an_empty_list_offers_what_brings_places_back(content_of):
    for query, name in (
        ("?layers=none", "显示“2+4+N”图层"),
        ("?layers=none&industry=vehicles", "显示“2+4+N”图层"),
        ("?layers=base&region=hebei", "查看三地"),
        ("?search=火星&region=hebei", "清除筛选"),
    ):
        answer = content_of(query)["html"]
        address = re.search(
            rf'<a class="button"[^>]*href="([^"]*)"[^>]*>{re.escape(name)}<', answer["atlas-list"]
        )
        assert address, query
        back = content_of(address[1].replace("&amp;", "&"))["html"]["atlas-list"]
        assert 'class="place"' in back, query
    assert "0 个" not in content_of("?layers=none")["html"]["atlas-head"]


def test_every_entry_says_how_sure_it_is(content_of, catalog):
    listed = content_of("?layers=wing,zone,node,pilot_zone,cluster,base")["html"]["atlas-list"]
    entry = r'<li><a [^>]*data-change="\?place=(\w+)".*?place-status">([^<]*)<'
    said = dict(re.findall(entry, listed))
    short = {"official": "官方确认", "designated": "有公开报道", "unconfirmed": "待核实"}
    assert said == {p.platform_id: short[p.status] for p in catalog.platforms}


def test_an_entry_names_the_lists_it_stands_on(content_of, catalog):
    listed = content_of()["html"]["atlas-list"]
    assert "名录：2017 年意见、天津“1+16”" in listed
    on_any = sum(bool(catalog.places.lists_of(p)) for p in catalog.platforms)
    assert listed.count("名录：") == on_any > 5


def test_the_guide_gives_each_list_its_date_and_number(content_of):
    guide = content_of()["html"]["atlas-panel"]
    assert "2017 年意见 46 个、2023 年目录 50 个，本站收录 30 个。" in guide
    row = r">{}</a></th><td>{}</td><td>{}</td><td>{}</td>"
    for told in (
        ("2017 年意见", "2017-12-20", 46, "2"),
        ("2023 年目录", "2023-05-29", 50, "未收录"),
        ("天津“1[+]16”", "2017-12-20", 16, "3"),
    ):
        assert re.search(row.format(*told), guide), told
    assert "处见于公开报道、未写明名录，未上图" in guide


def test_the_panel_says_on_which_list_which_source_puts_a_place(content_of):
    panel = content_of("?place=N04")["html"]["atlas-panel"]
    assert "<dt>又名</dt><dd>天津健康产业国际合作示范区、团泊健康城</dd>" in panel
    assert panel.count("天津“1+16”：") == 2
    assert "今晚报，2023-06-14" in panel
    assert "<dt>名录</dt><dd>名录待核实</dd>" in content_of("?place=N22")["html"]["atlas-panel"]
    assert "<dt>名录</dt>" not in content_of("?place=W1")["html"]["atlas-panel"]


def test_every_entry_has_a_key_of_its_own_and_keeps_it_when_it_opens(page_of, catalog):
    def keys_of(query):
        listed = value_of(page_of(query).parts[Id.ATLAS_LIST])
        tiers = [part for part in listed if part["t"] == "ul"]
        return [place["p"]["key"] for tier in tiers for place in tier["c"]]

    query = "?layers=wing,zone,node,pilot_zone,cluster,base"
    keys = keys_of(query)
    assert sorted(keys) == sorted(p.platform_id for p in catalog.platforms)
    assert keys_of(f"{query}&place=W2") == keys


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("?region=hebei&industry=biomedicine", "1 个在未选择的图层（集群）"),
        ("?region=beijing", "8 个在未选择的图层（先导区、集群、示范基地）"),
        ("?status=official", "11 个在未选择的图层（先导区、集群、示范基地）"),
        ("?type=innovation", None),
        ("", None),
        ("?layers=none", None),
        ("?layers=cluster", None),
    ],
)
def test_a_filter_says_what_it_finds_in_layers_that_are_off(content_of, query, rest):
    listed = content_of(query)["html"]["atlas-list"]
    found = re.search(r'href="([^"]*)"[^>]*>另有 ([^<]*)<', listed)
    assert (found and found[2]) == rest
    if found:
        opened = content_of(found[1].replace("&amp;", "&"))["html"]["atlas-list"]
        count = listed.count('class="place"') + int(rest.split()[0])
        assert opened.count('class="place"') == count


def test_a_search_says_what_it_finds_in_layers_that_are_off(content_of, catalog):
    cluster = next(p for p in catalog.platforms if p.tier == "cluster")
    listed = content_of(f"?search={cluster.name_zh}")["html"]["atlas-list"]
    assert "没有符合筛选条件的平台" in listed
    address = re.search(r'href="([^"]*)"[^>]*>另有 1 个在未选择的图层（集群）', listed)[1]
    opened = content_of(address.replace("&amp;", "&"))["html"]
    assert f"place={cluster.platform_id}" in opened["atlas-list"]
    assert "未选择的图层" not in opened["atlas-list"]
    assert "未选择的图层" not in content_of()["html"]["atlas-list"]


def test_the_matrix_says_that_the_list_is_partial(content_of):
    matrix = content_of()["html"]["atlas-matrix"]
    assert "名单不全：本站收录 30 个 N 平台，其中 14 个" in matrix
    assert "industry=vehicles" in matrix


def test_the_credit_names_the_sources_and_claims_no_number(content_of):
    key = content_of()["html"]["atlas-key"]
    assert "天地图" in key
    assert "GeoNames（CC BY 4.0）" in key
    assert "GS(" not in key


def test_the_bar_has_the_search_and_five_selects(catalog, options):
    bar = written(platform_tools.bar(catalog, options))
    assert 'data-search="search"' in bar
    assert bar.count("<select") == 5
    assert 'value="gdp"' in bar
    assert 'value="bj_to_jh_tech_contract_value"' not in bar  # no values of the three regions
