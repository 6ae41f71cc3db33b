"""The ground of the overview's map by prefectures."""

import pytest

from analysis.overview.summary import summary
from components.content import value_of
from components.ids import Id
from components.overview import page
from tests.written import html_of


@pytest.fixture(scope="module")
def shown(catalog, options):
    found = summary(catalog, options.default(), "prefecture.product")
    return page.shown(found, catalog, options, ("/prefectures", "/provinces"))


def test_the_prefectures_have_the_colours_of_their_classes(shown):
    ground = value_of(shown.parts[Id.MAP])["data"][0]
    assert len(ground["locations"]) == 13
    assert ground["marker"]["opacity"] == 1
    by_code = dict(zip(ground["locations"], ground["z"], strict=True))
    assert by_code["110000"] == 1
    assert by_code["130800"] == 0
    at = ground["locations"].index("130600")
    assert ground["customdata"][at][0] == "2023 年地区生产总值 4,825\u2009亿元"


def test_the_key_says_what_the_colours_are_and_where_they_are_from(shown):
    html = html_of(shown.parts[Id.MAP_TEXT])
    assert "底色：2023 年设区市（含北京、天津）地区生产总值（亿元）" in html
    assert html.count('class="swatch"') == 4
    assert "《中国城市统计年鉴》" in html


def test_every_link_of_the_page_keeps_the_ground(shown):
    for part in (Id.REGIONS, Id.THEMES, Id.CARDS, Id.MAP_TEXT):
        assert "ground=prefecture.product" in html_of(shown.parts[part]), part
