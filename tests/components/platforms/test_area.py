"""Base colours by area and the way down to an area, on the page of platforms."""

import json
import re

import pytest

from analysis.maps.area_shading import area_shading, bases
from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.summary import platforms_summary
from components import palette
from components.charts.atlas import Boundaries
from components.content import value_of
from components.elements import written
from components.ids import Id
from components.platforms import page as platforms
from components.platforms import tools as platform_tools
from components.shade_key import classes
from tests.written import html_of

URLS = Boundaries("/prefectures", "/provinces", "/counties", "/outlines")


@pytest.fixture(scope="module")
def page_of(catalog, options):
    known = platform_choices(catalog)

    def build(query=""):
        chosen, remarks = platforms_view(query, options, known)
        assert not remarks
        return platforms.shown(platforms_summary(catalog, chosen), catalog, options, known, URLS)

    return build


def areas_of(page):
    return {
        t.get("name") or f"ground{i}": t
        for i, t in enumerate(value_of(page.parts[Id.ATLAS])["data"])
        if t["type"] == "choropleth"
    }


def opacities(parts):
    return [float(one) for one in re.findall(r'fill-opacity="([\d.]+)"', written(list(parts)))]


@pytest.mark.parametrize(
    ("base", "shapes", "count"),
    [("county.density", "/counties", 199), ("prefecture.product", "/prefectures", 13)],
)
def test_a_base_colours_its_areas_in_the_colours_of_the_key(catalog, page_of, base, shapes, count):
    ground = areas_of(page_of(f"?ground={base}"))["ground0"]
    found = area_shading(catalog, base)
    assert ground["geojson"] == shapes
    assert len(ground["locations"]) == count
    assert ground["marker"]["opacity"] == 1
    assert set(ground["z"]) == {round(one, 4) for one in opacities(classes(found))}
    look = palette.LIGHT.shades
    assert ground["colorscale"] == [[0, look[0]], [1, look[1]]]


def test_a_base_is_said_with_year_unit_note_and_source(page_of):
    html = html_of(page_of("?ground=county.density").parts[Id.ATLAS_KEY])
    assert "底色：2020 年县（市、区）人口密度（人/平方公里）" in html
    assert "《中国人口普查分县资料—2020》" in html
    assert "面积按边界计算。" in html
    assert html.count('class="swatch"') == 6


def test_a_county_says_its_value_once(page_of):
    found = areas_of(page_of("?ground=county.density&lines=county"))
    assert found["ground0"]["text"][0].startswith("东城区<br>2020 年人口密度 ")
    assert found["counties"]["hoverinfo"] == "skip"
    over = areas_of(page_of("?ground=prefecture.product"))["counties"]
    at = over["locations"].index("130638")
    assert over["text"][at] == "雄县<br>保定市<br>2023 年地区生产总值 4,825\u2009亿元"


def test_areas_win_over_the_indicator_of_the_regions(page_of):
    both = page_of("?ground=prefecture.product&shade=1&indicator=gdp")
    assert "分级" not in html_of(both.parts[Id.ATLAS_KEY])
    assert "设区市（含北京、天津）地区生产总值（亿元）" in html_of(both.parts[Id.ATLAS_KEY])


def test_a_base_can_be_chosen_and_names_its_level(catalog, options):
    bar = written(platform_tools.bar(catalog, options))
    offered = re.findall(r'<option value="((?:county|prefecture)\.[\w-]+)"', bar)
    assert tuple(offered) == bases(catalog)
    assert '<option value="county.density">县·人口密度</option>' in bar


def test_an_open_area_has_its_trail_its_platforms_its_figures_and_what_lies_below(page_of):
    page = page_of("?area=130600")
    head, panel, listed = (
        html_of(page.parts[part]) for part in (Id.ATLAS_HEAD, Id.ATLAS_PANEL, Id.ATLAS_LIST)
    )
    assert re.findall(r'class="crumbs".*?</nav>', head)
    assert 'href="?area=130000"' in head
    assert "保定市 " in head
    assert set(re.findall(r"place=(\w+)", listed)) >= {"W2"}
    assert "W1" not in re.findall(r"place=(\w+)", listed)
    assert "人口密度（2020 年）" in panel
    assert 'href="?area=130638"' in panel
    assert "4,825\u2009亿元" in panel
    outline = areas_of(page)["area"]
    assert (outline["locations"], outline["geojson"]) == (["130600"], "/prefectures")


def test_the_way_down_is_in_the_points_of_the_map(page_of):
    def step(query, trace, code):
        found = areas_of(page_of(query))[trace]
        return found["customdata"][found["locations"].index(code)]

    assert step("", "ground0", "130600") == ["", "", "130000"]
    assert step("?area=130000", "ground0", "130600")[2] == "130600"
    assert step("?area=130600", "counties", "130638")[2] == "130638"
    assert step("?ground=county.density", "ground0", "130638")[2] == "130638"
    assert areas_of(page_of("?area=130600"))["counties"]["visible"]
    assert not areas_of(page_of("?area=130000"))["counties"]["visible"]


def test_without_an_area_the_guide_leads_to_the_regions(page_of):
    panel = html_of(page_of().parts[Id.ATLAS_PANEL])
    assert all(f'href="?area={code}"' in panel for code in ("110000", "120000", "130000"))


def test_on_paper_an_area_is_named(page_of):
    assert "所在地：河北省保定市雄县" in html_of(page_of("?area=130638").parts[Id.PAPER])


def test_a_dark_base_becomes_a_light_one_on_paper(page_of):
    dark = json.dumps(value_of(page_of("?ground=county.density&scheme=dark").parts[Id.ATLAS]))
    assert palette.DARK.shades[1] in dark
    assert palette.LIGHT.shades[1] not in dark
