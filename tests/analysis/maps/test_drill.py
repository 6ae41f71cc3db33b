"""The way down from a region to a county, and which platforms are where."""

import pytest

from analysis.maps.drill import below, lies_in, next_step, openable, trail
from data.model.areas import COUNTY, PREFECTURE

HEBEI, BAODING, XIONGXIAN = "130000", "130600", "130638"
BEIJING, TONGZHOU = "110000", "110112"


def place_of(catalog, platform_id):
    return next(p for p in catalog.platforms if p.platform_id == platform_id)


def test_the_way_down_begins_with_the_region(catalog):
    assert [a.name_zh for a in trail(catalog, XIONGXIAN)] == ["河北省", "保定市", "雄县"]
    assert [a.code for a in trail(catalog, TONGZHOU)] == [BEIJING, TONGZHOU]


def test_what_lies_below_has_a_boundary(catalog):
    assert len(below(catalog, HEBEI)) == 11
    assert len(below(catalog, BEIJING)) == 16
    assert XIONGXIAN in {area.code for area in below(catalog, BAODING)}
    assert below(catalog, XIONGXIAN) == ()
    everything = [a for code in openable(catalog) for a in below(catalog, code)]
    assert len(everything) == 11 + 199


@pytest.mark.parametrize(
    ("clicked", "opened", "level", "step"),
    [
        (XIONGXIAN, "", "province", HEBEI),
        (XIONGXIAN, HEBEI, "province", BAODING),
        (XIONGXIAN, BAODING, "province", XIONGXIAN),
        (XIONGXIAN, XIONGXIAN, "province", XIONGXIAN),
        (XIONGXIAN, TONGZHOU, "province", HEBEI),
        (XIONGXIAN, "130100", "province", BAODING),  # beside what is open: the same level
        (XIONGXIAN, "", COUNTY, XIONGXIAN),  # the counties are what is coloured
        (BAODING, "", PREFECTURE, BAODING),
        (BEIJING, "", PREFECTURE, BEIJING),
        (TONGZHOU, BEIJING, "province", TONGZHOU),
    ],
)
def test_a_click_opens_the_next_area_on_the_way_down(catalog, clicked, opened, level, step):
    assert next_step(catalog, clicked, opened, level) == step


@pytest.mark.parametrize(
    ("platform", "inside", "outside"),
    [
        ("W2", (HEBEI, BAODING, XIONGXIAN), (BEIJING, "130100", "130602")),
        ("W1", (BEIJING, TONGZHOU), (HEBEI, "110101")),
        ("F2", (BEIJING, HEBEI), (BAODING,)),  # of two regions
        ("F4", (HEBEI, "130700", "130702", "130826"), (BAODING, XIONGXIAN)),  # whole prefectures
    ],
)
def test_a_platform_lies_where_its_code_or_its_outline_is(catalog, platform, inside, outside):
    place = place_of(catalog, platform)
    assert [code for code in (*inside, *outside) if lies_in(catalog, place, code)] == [*inside]
