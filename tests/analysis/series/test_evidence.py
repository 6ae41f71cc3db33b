"""Evidence: where numbers come from, and what must be said with them."""

import pytest

from analysis.series.evidence import Evidence, evidence

THREE = ["110000", "120000", "130000"]


@pytest.fixture(scope="module")
def evidence_of(catalog, topic_of):
    def build(indicator_id, years, codes=THREE):
        return evidence(catalog, topic_of(indicator_id), codes, years)

    return build


def test_the_sources_are_those_of_the_values(catalog, evidence_of):
    for name, code, year in [("gdp", "110000", 2024), ("pm25", "130000", 2020)]:
        source = catalog.observations[name, code, year].source
        found = evidence_of(name, [year], [code])
        assert (found.sources, found.publishers) == ((source.title_zh,), (source.publisher_zh,))


def test_the_source_used_most_stands_first(catalog, evidence_of):
    titles = [
        catalog.observations["pm25", "110000", year].source.title_zh for year in (2018, 2019, 2023)
    ]
    assert titles[0] == titles[1] != titles[2]
    assert evidence_of("pm25", [2023, 2018, 2019], ["110000"]).sources == (titles[0], titles[2])


def test_the_credit_names_two_sources_and_counts_the_rest():
    def credit(*titles):
        return Evidence(titles, (), (), (), "").credit

    assert credit() == "来源：无（没有已公布的数值）"
    assert credit("甲") == "来源：甲"
    assert credit("甲", "乙") == "来源：甲；乙"
    assert credit("甲", "乙", "丙") == "来源：甲；乙等 3 处"


def test_years_and_regions_without_values_add_nothing(evidence_of):
    found = evidence_of("pm25", [2015])
    assert (found.sources, found.publishers, found.notes) == ((), (), ())


def test_an_archived_and_superseded_series_says_so(evidence_of):
    notes = evidence_of("gdp_v4", [2022]).notes
    assert "历史序列。" in notes
    assert "旧口径，现行口径见“地区生产总值”。" in notes


def test_a_series_in_use_says_nothing_of_the_archive(evidence_of):
    assert not [note for note in evidence_of("gdp", range(2010, 2025)).notes if "历史" in note]


def test_provisional_and_estimated_values_say_so(evidence_of):
    assert "含初步核算数。" in evidence_of("gdp_v4", [2023]).notes
    assert "含初步核算数。" not in evidence_of("gdp_v4", [2022]).notes
    assert "含估计值（学术核算，非官方统计）。" in evidence_of("co2_sectoral", [2022]).notes


def test_values_through_one_carrier_say_so_all_or_some(evidence_of):
    wholly, partly = "数值为官方数字经一次转载", "部分数值为官方数字经一次转载"
    assert any(n.startswith(wholly) for n in evidence_of("so2_emissions", [2024]).notes)
    mixed = evidence_of("pm25", [2023, 2024]).notes  # Beijing's 30.5 is of its own bulletin
    assert any(n.startswith(partly) for n in mixed)
    assert not any("转载" in n for n in evidence_of("gdp", [2024]).notes)


def test_the_caveat_of_the_indicator_comes_with_it(catalog, evidence_of):
    assert evidence_of("pm25", [2023]).caveat == catalog.indicators["pm25"].caveat
    assert evidence_of("disposable_income", [2024]).caveat == (
        catalog.indicators["disposable_income"].caveat or ""
    )
