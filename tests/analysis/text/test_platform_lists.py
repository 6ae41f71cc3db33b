"""The lists of platforms: documents with dates, and statements of who is on which."""

from analysis.text.platform_lists import (
    evidence,
    list_counts,
    newest,
    numbers,
    shared,
    unplaced,
)


def test_the_lists_of_the_three_are_numbered_by_their_own_documents(catalog):
    assert [one.list_id for one in shared(catalog)] == ["opinion-2017", "catalogue-2023"]
    assert newest(catalog).list_id == "catalogue-2023"
    assert numbers(catalog) == "2017 年意见 46 个、2023 年目录 50 个"


def test_a_place_within_the_1_of_1_plus_16_is_none_of_the_16(catalog):
    """Of the 16: 宝坻 (N02), 团泊 (N04, said twice) and 津南 (N05). Within 滨海新区: three more."""
    found = {one.list.list_id: one.confirmed for one in list_counts(catalog)}
    assert found == {"opinion-2017": 2, "catalogue-2023": 0, "tianjin-2017": 3, "hebei-2019": 1}
    on = [p for p in catalog.platforms if "tianjin-2017" in catalog.places.lists_of(p)]
    assert len(on) == 3 + 3


def test_a_place_says_on_which_list_which_source_puts_it(catalog):
    place = next(p for p in catalog.platforms if p.platform_id == "N02")
    told = evidence(catalog, place)
    assert told[0] == (
        "2017 年意见：三地确定的 15 个协同创新平台之一"
        "（京津中关村科技城建设全面启动，中国冶金报，2019-08-19）"
    )
    assert told[1].startswith("天津“1+16”：")
    assert told[-1].startswith("名录待核实：")
    silent = next(p for p in catalog.platforms if p.platform_id == "N22")
    assert evidence(catalog, silent) == ()


def test_places_that_are_not_on_the_map_have_no_list_to_their_name(catalog):
    found = unplaced(catalog)
    assert found
    assert {(one.list_id, one.trust) for one in found} == {(None, "C")}
