"""Evidence: where numbers come from, and what must be said with them."""

from dataclasses import replace

import pytest

from analysis.series import observations
from analysis.series.evidence import Evidence, evidence, told_together
from data.model.sources import Source

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
        assert (found.sources, found.publishers) == ((source.citation,), source.publishers_zh)


def test_the_source_used_most_stands_first(catalog, evidence_of):
    titles = [
        catalog.observations["pm25", "110000", year].source.citation for year in (2018, 2019, 2023)
    ]
    assert titles[0] == titles[1] != titles[2]
    assert evidence_of("pm25", [2023, 2018, 2019], ["110000"]).sources == (titles[0], titles[2])


def test_another_figure_is_told_once_and_of_which_indicator_it_is(catalog, topic_of):
    ids = ["bj_to_jh_tech_contract_value"]
    own = evidence(catalog, topic_of(ids[0]), ["JJJ"], [2024])
    told = " ".join((*own.told, *own.remarks))
    assert told.count("834.7") == 1
    assert "三地 2024 年另有报道" in told
    computed = evidence(catalog, topic_of("gdp"), ["JJJ"], [2024], ids)
    assert any("2024 年当年北京流向津冀技术合同额另有报道" in text for text in computed.told)


def test_the_credit_names_two_sources_and_counts_the_rest():
    def credit(*titles):
        documents = tuple(Source(t, t, None, ("",), None, None, None) for t in titles)
        return Evidence(documents, (), (), "").credit

    assert credit() == "来源：无（本站未收录数值）"
    assert credit("甲") == "来源：甲"
    assert credit("甲", "乙") == "来源：甲；乙"
    assert credit("甲", "乙", "丙") == "来源：甲；乙等 3 处"


def test_years_and_regions_without_values_add_nothing(evidence_of):
    found = evidence_of("pm25", [2015])
    assert (found.sources, found.publishers, found.notes) == ((), (), ())


def test_an_archived_and_superseded_series_says_so(evidence_of):
    notes = evidence_of("gdp_v4", [2022]).notes
    assert "历史序列，现行口径见“地区生产总值”。" in notes


def test_a_series_in_use_says_nothing_of_the_archive(evidence_of):
    assert not [note for note in evidence_of("gdp", range(2010, 2025)).notes if "历史" in note]


def test_a_value_that_one_copy_has_says_so_and_carries_its_mark(catalog, topic_of):
    key = ("gdp", "110000", 2024)
    once = replace(catalog.observations[key], trust="C", mark="（转）")
    known = replace(catalog, observations={**catalog.observations, key: once})
    found = evidence(known, topic_of("gdp"), THREE, [2024])
    assert found.legend == ("标（转）的数值为仅见一处转引的数据，未经核对。",)
    assert found.notes[0] == "含仅见一处转引的数据，未经核对。"
    assert found.told[0] == found.legend[0]
    assert observations.mark(known, ["gdp"], THREE, 2024) == "（转）"


def test_the_marks_of_several_values_stand_once_each(catalog):
    marks = {"110000": "（初）", "120000": "（初）（转）", "130000": ""}
    held = {("gdp", code, 2024): replace(catalog.observations["gdp", code, 2024], mark=mark)
            for code, mark in marks.items()}  # fmt: skip
    known = replace(catalog, observations={**catalog.observations, **held})
    assert observations.mark(known, ["gdp"], THREE, 2024) == "（初）（转）"


def test_provisional_and_estimated_values_say_so(evidence_of):
    assert "含初步核算数。" in evidence_of("gdp_v4", [2023]).notes
    assert "含初步核算数。" not in evidence_of("gdp_v4", [2022]).notes
    assert "含估计值（学术核算，非官方统计）。" in evidence_of("co2_sectoral", [2022]).notes


def test_the_marks_at_estimated_and_provisional_values_are_explained(catalog, evidence_of):
    found = evidence_of("co2_sectoral", [2022])
    assert found.legend == ("标（估）的数值为估计值（学术核算，非官方统计）。",)
    assert set(found.legend) <= set(found.told)
    assert not any(note.startswith("含") for note in found.told)
    assert evidence_of("gdp_v4", [2023]).legend == ("标（初）的数值为初步核算数。",)
    assert evidence_of("gdp_v4", [2022]).legend == ()


def test_values_through_one_carrier_say_so_all_or_some(evidence_of):
    wholly, partly = "数值为转引数据，非原始发布（B 级）", "部分数值为转引数据，非原始发布（B 级）"
    assert any(n.startswith(wholly) for n in evidence_of("so2_emissions", [2024]).notes)
    mixed = evidence_of("pm25", [2023, 2024]).notes  # Beijing's 30.5 is of its own bulletin
    assert any(n.startswith(partly) for n in mixed)
    own = evidence_of("pct_applications", [2023], ["110000"])  # the office's own page
    assert not any("转引" in n for n in own.notes)


def test_what_a_copy_was_checked_against_is_said(evidence_of):
    assert evidence_of("patent_grants", [2023]).notes == (
        "数值为转引数据，非原始发布（B 级）；与《中国科技统计年鉴》核对一致。",
    )


def test_where_only_some_copies_were_checked_that_is_said(evidence_of):
    found = evidence_of("gdp_per_capita", range(2016, 2026), ["120000"]).notes
    assert "数值为转引数据，非原始发布（B 级）；其中部分与另一份转引数据核对一致。" in found


def test_a_document_read_in_several_copies_is_one(catalog, evidence_of):
    found = evidence_of("gdp_per_capita", range(2016, 2025))
    ids = {
        catalog.observations["gdp_per_capita", "110000", y].source.source_id for y in (2018, 2024)
    }
    assert len(ids) == 2
    assert found.sources == ("国家统计局“国家数据”分省年度数据",)
    assert (found.publishers, found.documents[0].address) == (
        ("国家统计局",),
        "https://data.stats.gov.cn/",
    )


def test_the_caveat_of_the_indicator_comes_with_it(catalog, evidence_of):
    assert evidence_of("pm25", [2023]).caveat == catalog.indicators["pm25"].caveat
    assert evidence_of("disposable_income", [2024]).caveat == (
        catalog.indicators["disposable_income"].caveat or ""
    )


def test_of_copies_of_several_indicators_is_said_once(catalog, evidence_of):
    every = [evidence_of(name, range(2010, 2025)) for name in ("gdp", "pm25", "population")]
    assert sum("转引" in "".join(one.told) for one in every) > 1
    together = told_together(catalog, every)
    assert len([note for note in together if "转引数据，非" in note]) == 1
    others = {note for one in every for note in one.told if "转引数据，非" not in note}
    assert others <= set(together)
    assert told_together(catalog, every[:1]) == tuple(dict.fromkeys(every[0].told))
