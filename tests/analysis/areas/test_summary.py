"""All that the page shows of a state, from the published counts."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from analysis.areas.address import area_choices, areas_view
from analysis.areas.summary import LACKING, areas_summary


def test_the_map_has_every_county_by_its_quotient(summary_of):
    found = summary_of()
    assert len(found.counties) == 199
    assert found.map_title == "制造业区位商，199 个县（市、区），2020 年"
    assert "16.7%" in found.base_text
    anping = next(one for one in found.counties if one.code == "131125")
    assert (anping.text, anping.class_number) == ("3.05", 5)
    assert [one.text for one in found.classes][::5] == ["<0.4", "≥2.0"]


def test_by_share_the_classes_are_about_as_full_as_each_other(summary_of):
    found = summary_of("map=share")
    anping = next(one for one in found.counties if one.code == "131125")
    assert anping.text == "51.0%"
    numbers = [one.class_number for one in found.counties]
    counts = [numbers.count(n) for n in range(len(found.classes))]
    assert len(counts) == 6
    assert max(counts) < 2 * min(counts)
    assert all(one.text.endswith("%") for one in found.classes)


def test_regions_choose_what_is_listed_and_not_what_is_coloured(summary_of, catalog):
    found = summary_of("region=beijing,tianjin")
    assert len(found.counties) == 199
    assert [one.name for one in found.slopes] == ["北京", "天津"]
    assert found.products == ()
    listed = {catalog.areas.province_of(one.code) for one in (*found.top, *found.bottom)}
    assert listed == {"110000", "120000"}
    assert found.filter_text == "北京、天津"


def test_ten_counties_stand_at_either_end(summary_of):
    found = summary_of()
    assert [len(found.top), len(found.bottom)] == [10, 10]
    assert (found.top[0].code, found.top[0].place) == ("131125", 1)
    assert found.bottom[-1].place > 180


def test_sources_are_publications_and_each_stands_once(summary_of):
    found = summary_of()
    assert len(set(found.sources)) == len(found.sources) >= 3
    assert all("《" in source.citation for source in found.sources)


@pytest.mark.parametrize("industry", ["ict", "science_tech"])
def test_where_the_classification_changed_it_is_said(summary_of, industry):
    assert any(
        "与 2020 年的范围略有不同" in limit for limit in summary_of(f"sector={industry}").limits
    )


def test_an_edition_without_the_census_says_so(catalog, options):
    empty = MappingProxyType({})
    bare = replace(
        catalog,
        areas=replace(catalog.areas, census=empty, industries=empty, products=empty, by_code=empty),
    )
    chosen, _ = areas_view("", options, area_choices(bare))
    found = areas_summary(bare, chosen)
    assert found.lacking == found.headline == LACKING
    assert (found.counties, found.slopes, found.profile) == ((), (), None)
