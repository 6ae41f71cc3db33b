"""The vocabulary: the industries of a word, the types of platforms, how an outline came about."""

from dataclasses import replace


def test_a_word_may_belong_to_several_industries_once_each(catalog):
    assert set(catalog.places.terms["新能源新材料"]) == {"new_energy", "new_materials"}
    teda = next(p for p in catalog.platforms if p.platform_id == "N08")
    found = catalog.places.industries_of(teda)
    assert found == tuple(slug for slug in catalog.places.industries if slug in found)
    assert {"vehicles", "electronics", "biomedicine", "new_energy", "new_materials"} <= set(found)


def test_everyday_words_do_not_change_what_a_platform_is_sorted_into(catalog):
    bare = replace(catalog.places, synonyms={})
    for place in catalog.platforms:
        assert bare.industries_of(place) == catalog.places.industries_of(place)
    assert "芯片" not in catalog.places.terms


def test_the_type_of_a_platform_stands_in_a_source_where_the_geo_report_says_so(catalog):
    nodes = [p for p in catalog.platforms if p.tier == "node"]
    assert {p.platform_id for p in nodes if p.type_basis == "source"} == {"N07", "N11", "N12"}
    assert {p.platform_id for p in nodes if p.type_basis is None} == {"N13", "N14"}
    assert all(p.type_basis is None for p in catalog.platforms if p.tier != "node")


def test_a_platform_without_published_industries_has_none(catalog):
    place = next(p for p in catalog.platforms if p.industries_zh is None)
    assert place.terms == () == catalog.places.industries_of(place)


def test_each_list_has_its_own_number_of_n_by_type_and_the_tier_has_none(catalog):
    found = catalog.places.lists
    by_type = {name: list(one.types.values()) for name, one in found.items() if one.types}
    assert by_type == {"opinion-2017": [15, 20, 8, 3], "catalogue-2023": [16, 23, 10, 1]}
    for name, official in by_type.items():
        assert list(found[name].types) == list(catalog.places.types)
        assert sum(official) == found[name].count
    assert found["catalogue-2023"].regions == {"120000": 16, "130000": 34}
    assert catalog.tiers["node"].official_count is None


def test_what_names_a_list_comes_before_what_names_none(catalog):
    for place in catalog.platforms:
        named = [one.list_id is not None for one in catalog.places.listings_of(place)]
        assert named == sorted(named, reverse=True)


def test_every_wing_and_zone_says_how_its_outline_came_about(catalog):
    areas = {p.platform_id for p in catalog.platforms if p.tier in ("wing", "zone")}
    assert set(catalog.places.outlines) == areas
    assert all(outline.note_zh for outline in catalog.places.outlines.values())
    xiongan = catalog.places.outlines["W2"]
    assert xiongan.adcodes == ("130629", "130632", "130638")
    assert xiongan.is_approximate
    assert "任丘市" in xiongan.note_zh
    assert catalog.places.outlines["F2"].adcodes == ()
