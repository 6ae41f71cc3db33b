"""The page of areas: what stands in it, and that what is drawn is told too."""

from dataclasses import replace

import pytest

from analysis.areas.address import area_choices, areas_view
from analysis.areas.summary import areas_summary
from components.areas import key, page
from components.charts.atlas import Boundaries
from components.content import value_of
from components.elements import written
from components.ids import Id

URLS = Boundaries("/prefectures", "/provinces", "/counties", "/outlines")


@pytest.fixture(scope="module")
def shown(catalog, options):
    known = area_choices(catalog)

    def found(query=""):
        summary = areas_summary(catalog, areas_view(query, options, known)[0])
        parts = page.shown(summary, catalog, options, known, URLS).parts
        return {name: value_of(part) for name, part in parts.items()}

    return found


def html_of(part):
    return written(part)


def test_every_place_of_the_frame_is_filled(shown):
    parts = shown()
    places = [name for name in parts if name.startswith("areas")]
    assert set(places) == {one for one in Id if one.startswith("areas")}
    assert all(parts[name] for name in places if name != Id.AREAS_OPENED)


def test_nineteen_industries_can_be_chosen_and_one_is(shown):
    html = html_of(shown("sector=ict")[Id.AREAS_BAR])
    assert html.count("<a ") == 19
    assert html.count('aria-current="true"') == 1
    assert 'href="?sector=mining"' in html
    assert 'href="?"' in html  # manufacturing is what the page opens with


def test_an_open_area_stays_open_when_the_industry_changes(shown):
    html = html_of(shown("area=131125&region=hebei")[Id.AREAS_BAR])
    assert 'href="?sector=ict&amp;area=131125&amp;region=hebei"' in html


def test_the_panel_says_what_the_area_is_and_steps_on(shown):
    html = html_of(shown("area=131125")[Id.AREAS_PROFILE])
    assert "安平县" in html and "河北省衡水市" in html
    assert "居第 1 位" in html
    assert html.count('scope="row"') == 19
    assert 'data-step="previous"' in html and 'data-step="next"' in html
    assert 'class="close"' in html
    assert 'href="/platforms?area=131125"' in html


def test_without_an_area_the_panel_leads_to_regions_and_prefectures(shown):
    html = html_of(shown()[Id.AREAS_PROFILE])
    assert html.count('href="?area=') == 3 + 11
    assert 'class="close"' not in html


def test_the_key_has_the_colours_of_the_map(shown):
    parts = shown()
    scale = [colour for _, colour in parts[Id.AREAS_MAP]["data"][0]["colorscale"]]
    html = html_of(parts[Id.AREAS_KEY])
    assert len(scale) == 6
    assert all(f'fill="{colour}"' in html for colour in scale)


def test_the_key_says_what_a_county_without_a_value_looks_like(catalog, options):
    found = areas_summary(catalog, areas_view("", options, area_choices(catalog))[0])
    first, *others = found.counties
    lacking = replace(found, counties=(replace(first, class_number=None), *others))
    told = [written(key.key(one, catalog)) for one in (found, lacking)]
    assert ["本站未收录" in one for one in told] == [False, True]


def test_the_tables_lead_to_the_areas(shown):
    parts = shown()
    ends = html_of(parts[Id.AREAS_ENDS])
    assert ends.count('href="?area=') == 20
    products = html_of(parts[Id.AREAS_PRODUCTS])
    assert products.count('href="?area=') == 11
    assert "2017" not in products.partition("<tbody>")[0].partition("<thead>")[2]


def test_figures_are_described(shown):
    parts = shown()
    said = html_of(parts[Id.AREAS_MAP_TEXT])
    assert "最高 安平县 3.05" in said
    assert "北京 15.6% → 8.2%" in html_of(parts[Id.AREAS_SLOPES_TEXT])
    assert html_of(parts[Id.AREAS_SLOPES_DATA]).count('scope="row"') == 13
