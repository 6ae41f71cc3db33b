"""The register by areas and years, as the page of areas lists it."""

from analysis.areas.registered import registered as listed
from analysis.register.words import LACKING
from tests.registered import entity, registered

HEBEI = ("130000",)


def rows_of(catalog, rows, regions=HEBEI):
    found = listed(registered(catalog, rows), regions)
    robots = found.chains.index("机器人") * 2  # enterprises, then projects
    return {(one.name, one.depth): one.texts[robots : robots + 2] for one in found.areas}, found


def test_without_a_register_there_is_a_sentence_and_no_table(catalog):
    found = listed(catalog, HEBEI)
    assert found.note == LACKING
    assert (found.areas, found.founded) == ((), ())


def test_areas_stand_below_their_own_with_the_rest_last(catalog):
    rows = [
        *(entity(n, area_code="130102") for n in range(4)),
        *(entity(n, area_code="130100") for n in range(4, 9)),
        *(entity(n, area_code="130602") for n in range(9, 12)),
        *(entity(n, area_code="110108") for n in range(12, 20)),
    ]
    found, _ = rows_of(catalog, rows)
    assert found == {
        ("河北省", 0): ("12", "0"),
        ("石家庄市", 1): ("9", "0"),
        ("长安区", 2): ("4", "0"),
        ("未注明市县", 2): ("5", "0"),
        ("保定市", 1): ("3", "0"),
        ("竞秀区", 2): ("3", "0"),
    }


def test_an_area_of_which_no_number_is_told_is_not_listed(catalog):
    rows = [
        *(entity(n, area_code="130102") for n in range(9)),
        *(entity(n, area_code="130602") for n in range(9, 11)),
    ]
    found, _ = rows_of(catalog, rows)
    assert found == {("河北省", 0): ("11", "0")}  # of 石家庄 what is left would be 2


def test_years_of_founding_by_chain_and_region(catalog):
    rows = [entity(n, area_code="130102", started=str(2016 + n % 10)) for n in range(60)]
    found = listed(registered(catalog, rows), HEBEI)
    assert found.years == ("2018 年以前", *map(str, range(2018, 2026)), "未填")
    (title, years), (_, projects) = found.founded
    assert title == "企业按成立年份"
    assert [(one.chain, one.region) for one in years] == [("机器人", "河北")]
    assert years[0].texts == ("12", *["6"] * 8, "0")
    assert projects == ()
