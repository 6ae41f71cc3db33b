"""A map on a slide keeps the base colour it was added with."""

import pytest

from analysis.maps.area_shading import area_shading
from analysis.meeting.scene_of_address import scene_of
from analysis.meeting.scenes import ALL, slide
from data.model.scenes import Scene


def found(catalog, filters, choice=ALL):
    row = Scene("x", 1, "map", "layout", "va_industry", filters=filters)
    return slide(catalog, row, choice)


@pytest.mark.parametrize("base", ["county.density", "prefecture.product"])
def test_areas_have_the_base_colour_and_the_regions_none(catalog, base):
    shown = found(catalog, f"ground={base}")
    assert shown.ground == area_shading(catalog, base)
    assert shown.sentence == shown.ground.caption
    assert shown.shading.strengths == {}
    assert set(shown.ground.sources) < set(shown.sources)
    assert shown.ground.note in shown.footnotes


def test_without_a_base_colour_nothing_is_shaded_nor_said(catalog):
    shown = found(catalog, "shade=0")
    assert (shown.ground, shown.sentence, shown.shading.strengths) == (None, "", {})


def test_an_indicator_shades_the_regions_unless_something_else_is_asked_for(catalog):
    for filters in (None, "layers=wing"):
        shown = found(catalog, filters)
        assert set(shown.shading.strengths) == {"110000", "120000", "130000"}
        assert shown.ground is None


def test_how_it_is_drawn_filters_no_platforms(catalog):
    """The title counts the whole pattern as long as no filter is set."""
    plain = found(catalog, None)
    for filters in ("shade=0", "ground=county.density"):
        shown = found(catalog, filters)
        assert (shown.title, shown.numbers, shown.places) == (
            plain.title, plain.numbers, plain.places,
        )  # fmt: skip


def test_the_area_of_the_address_is_open_on_the_slide(catalog):
    row = scene_of(catalog, "/platforms", "area=130600&ground=county.urban")
    shown = slide(catalog, row, ALL)
    assert (shown.open_area, shown.ground.base) == ("130600", "county.urban")


def test_of_some_regions_the_title_is_the_pattern_with_their_numbers(catalog):
    """1+2+13 as the pattern is written: numbers and names of the tiers stand below the title."""
    scene = next(one for one in catalog.scenes if one.layout == "map")
    found = slide(catalog, scene, "beijing-tianjin")
    sure = [
        sum(
            place.tier == tier
            and place.status != "unconfirmed"
            and {"110000", "120000"} & set(place.region_codes) != set()
            for place in catalog.platforms
        )
        for tier in ("wing", "zone", "node")
    ]
    assert found.title == f"“2+4+N”：北京、天津有 {'+'.join(map(str, sure))} 个"
