"""Which places are shown, how many of what, and what is near: counted from the tables."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.platforms.address import UNPUBLISHED, PlatformsView, platform_choices
from analysis.platforms.places import (
    GENERAL,
    PLACED,
    counts,
    haversine,
    matrix,
    neighbours,
    partial,
    shown,
    type_counts,
)

LON, LAT = st.floats(113, 120), st.floats(36, 43)


@pytest.fixture(scope="module")
def everything(catalog, options):
    return PlatformsView(options.default(), layers=platform_choices(catalog).layers)


def ids(places):
    return {place.platform_id for place in places}


def place_of(catalog, platform_id):
    return next(p for p in catalog.platforms if p.platform_id == platform_id)


def test_all_layers_show_every_place_by_tier(catalog, everything):
    found = shown(catalog, everything)
    assert ids(found) == ids(catalog.platforms)
    order = [catalog.tiers[place.tier].order for place in found]
    assert order == sorted(order)


@pytest.mark.parametrize("text", ["xiongan", "Xiong'an", "XIONG’AN"])
def test_a_search_ignores_apostrophes(catalog, everything, text):
    assert "W2" in ids(shown(catalog, replace(everything, search=text)))


def test_without_a_layer_nothing_is_shown(catalog, options):
    assert shown(catalog, PlatformsView(options.default(), layers=())) == ()


@pytest.mark.parametrize("key", ["layers", "industry", "type", "status"])
def test_the_count_of_a_choice_is_what_the_choice_shows(catalog, everything, key):
    for value, count in counts(catalog, everything, key).items():
        choice = (value,) if key == "layers" else value
        assert len(shown(catalog, replace(everything, **{key: choice}))) == count, value


def test_a_cell_of_the_matrix_is_what_it_shows(catalog, options, everything):
    slugs = {r.region_code: r.slug for r in catalog.provinces}
    for chosen in (everything, PlatformsView(options.default(), status="designated")):
        for row in matrix(catalog, chosen):
            for code, count in row.counts.items():
                view = replace(chosen.view, regions=(slugs[code],))
                one = replace(chosen, view=view, industry=row.industry)
                assert len(shown(catalog, one)) == count
            assert len(shown(catalog, replace(chosen, industry=row.industry))) == row.total
            assert max(row.counts.values()) <= row.total <= sum(row.counts.values())


def test_the_matrix_does_not_depend_on_the_cell_that_is_chosen(catalog, everything):
    view = replace(everything.view, regions=("hebei",))
    chosen = replace(everything, industry="vehicles", view=view)
    assert matrix(catalog, chosen) == matrix(catalog, everything)


def test_places_without_published_industries_are_counted_as_such(catalog, everything):
    bare = {p.platform_id for p in catalog.platforms if p.industries_zh is None}
    assert ids(shown(catalog, replace(everything, industry=UNPUBLISHED))) == bare
    assert bare


@pytest.mark.parametrize(
    ("search", "wanted"),
    [("中关村", {"N01", "N02", "N11", "N21", "B1"}), ("TEDA", {"N08"}), ("固安", {"N32"}),
     ("Gu'an", {"N32"}), ("大兴机场临空经济区", {"F2"}), ("wing", {"W1", "W2"}),
     ("示范基地", {"B1"}), ("agriculture", set()), ("芯片 集群", {"C3", "C4"}),
     ("化学药", {"C1"}), ("新能源与氢能 河北 张家口", {"F4"}), ("没有这样的地方", set())],
)  # fmt: skip
def test_a_search_finds_names_places_and_industries(catalog, everything, search, wanted):
    assert ids(shown(catalog, replace(everything, search=search))) == wanted


@pytest.mark.thorough
def test_every_place_is_found_by_the_name_on_the_map(catalog, everything):
    for place in catalog.platforms:
        found = shown(catalog, replace(everything, search=place.short_zh))
        assert place in found, place.short_zh


@pytest.mark.parametrize("language", ["name_zh", "name_en"])
def test_the_name_of_an_industry_finds_all_its_places(catalog, everything, language):
    for slug, industry in catalog.places.industries.items():
        found = shown(catalog, replace(everything, search=getattr(industry, language)))
        assert ids(shown(catalog, replace(everything, industry=slug))) <= ids(found), slug


@pytest.mark.parametrize("language", ["name_zh", "name_en"])
def test_the_name_of_a_region_or_tier_finds_all_its_places(catalog, everything, language):
    for region in catalog.provinces:
        found = shown(catalog, replace(everything, search=getattr(region, language)))
        own = {p.platform_id for p in catalog.platforms if region.region_code in p.region_codes}
        assert own <= ids(found), region.slug
    for tier in catalog.tiers.values():
        found = shown(catalog, replace(everything, search=getattr(tier, language)))
        own = {p.platform_id for p in catalog.platforms if p.tier == tier.tier}
        assert own <= ids(found), tier.tier


@pytest.mark.thorough
def test_an_everyday_word_finds_all_places_of_its_industry(catalog, everything):
    for slug, words in catalog.places.synonyms.items():
        own = ids(shown(catalog, replace(everything, industry=slug)))
        for word in words:
            assert own <= ids(shown(catalog, replace(everything, search=word))), word


def test_latin_words_are_found_from_their_beginning_only(catalog, everything):
    assert ids(shown(catalog, replace(everything, search="guancun"))) == set()
    found = ids(shown(catalog, replace(everything, search="zhongguan")))
    assert found == {"N01", "N02", "N11", "N21", "B1"}


def test_the_list_says_how_partial_it_is_from_the_tables(catalog):
    text = partial(catalog)
    for part in ("30 个 N 平台", "14 个有来源佐证", "写明列入2017 年意见的 2 个",
                 "（2017-12-20）46 个（协同创新平台 15 个、现代制造业平台 20 个",
                 "服务业平台 8 个、农业平台 3 个）", "（2023-05-29）50 个（协同创新平台 16 个",
                 "现代制造业平台 23 个、服务业平台 10 个、农业平台 1 个）"):  # fmt: skip
        assert part in text
    rows = type_counts(catalog)
    assert sum(row.listed for row in rows) == 30
    assert sum(row.designated for row in rows) == 14
    assert [row.official for row in rows] == [
        (15, 16), (20, 23), (8, 10), (3, 1), (None, None),
    ]  # fmt: skip


def test_the_neighbours_share_an_industry_and_come_nearest_first(catalog):
    for place in catalog.platforms:
        found = neighbours(catalog, place)
        own = set(catalog.places.industries_of(place))
        assert [n.km for n in found] == sorted(n.km for n in found)
        for near in found:
            assert near.platform != place
            assert set(near.industries) <= own
            assert near.industries
            assert near.is_placed == ({place.precision, near.platform.precision} <= PLACED)


def test_what_no_source_specifies_is_no_industry_to_share(catalog):
    assert GENERAL in catalog.places.industries
    near = [n for place in catalog.platforms for n in neighbours(catalog, place)]
    assert near
    assert all(GENERAL not in n.industries for n in near)
    xiongan = neighbours(catalog, place_of(catalog, "W2"))
    assert "N30" not in {n.platform.platform_id for n in xiongan}
    assert neighbours(catalog, place_of(catalog, "N30")) == ()


def test_a_symbolic_mark_has_no_distance(catalog):
    symbolic = [p for p in catalog.platforms if p.precision == "symbolic"]
    assert symbolic
    assert all(neighbours(catalog, place) == () for place in symbolic)
    near = {n.platform for p in catalog.platforms for n in neighbours(catalog, p)}
    assert near.isdisjoint(symbolic)


def test_the_distance_between_two_known_places():
    # a degree of latitude, and one of longitude at 60 degrees north, which is half of it
    assert haversine((116, 39), (116, 40)) == pytest.approx(111.19, abs=0.01)
    assert haversine((10, 60), (11, 60)) == pytest.approx(55.6, abs=0.05)


@given(LON, LAT, LON, LAT)
def test_distance_is_the_same_both_ways_and_none_to_itself(lon_a, lat_a, lon_b, lat_b):
    a, b = (lon_a, lat_a), (lon_b, lat_b)
    assert haversine(a, b) == pytest.approx(haversine(b, a))
    assert haversine(a, a) == 0
    assert haversine(a, b) >= 0
