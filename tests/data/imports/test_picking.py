"""Nothing of a file is taken that was not chosen, asked about and confirmed."""

import pytest

from data.imports.imported import INDICATOR, UNIT, Choices
from data.imports.mapping import Answers
from data.imports.picking import (
    Pick,
    Unanswered,
    asked_of,
    picked,
    proposal,
    unknown_sources,
    with_choices,
)
from data.imports.reading import parsed
from data.imports.recognise import recognised

SOURCES = "source_id,title_zh,part_zh,publishers_zh\ns001,统计年鉴,表 1-2,统计局\n"


def read(text):
    return recognised(parsed(text.encode(), "表.csv"))


@pytest.fixture
def of_unit(catalog):
    """A file whose only name is ours, in a unit that must be converted."""
    found = read("指标：地区生产总值（万元）\n地区,2024年\n北京市,498431000\n")
    said = proposal(catalog, found, Answers())
    return found, said, next(iter(said.subjects))


def test_a_question_is_confirmed_before_values_are_taken(catalog, of_unit):
    found, said, name = of_unit
    best = said.subjects[name][0]
    assert best.question
    with pytest.raises(Unanswered, match="已核对"):
        picked(catalog, found, said, {name: Pick(best.indicator_id)})
    chosen = picked(catalog, found, said, {name: Pick(best.indicator_id, is_confirmed=True)})
    assert chosen == {name: best}


def test_what_cannot_be_converted_is_never_taken(catalog, of_unit):
    found, said, name = of_unit
    with pytest.raises(Unanswered, match="不能换算"):
        picked(catalog, found, said, {name: Pick("population", is_confirmed=True)})


def test_what_is_left_out_is_not_taken(catalog, of_unit):
    found, said, name = of_unit
    with pytest.raises(Unanswered, match="没有选定"):
        picked(catalog, found, said, {name: Pick(None)})


def test_only_an_indicator_can_be_chosen(catalog, of_unit):
    found, said, name = of_unit
    with pytest.raises(Unanswered, match="没有所填的指标"):
        asked_of(catalog, found, said, name, "nothing")


def test_what_a_file_does_not_say_is_chosen(catalog):
    found = read("地区,2024年\n北京市,49843.1\n")
    assert set(found.missing) >= {INDICATOR, UNIT}
    known = with_choices(found, Choices(indicator_id="gdp", unit="亿元"))
    said = proposal(catalog, known, Answers())
    (name,) = said.subjects
    assert said.subjects[name][0].indicator_id == "gdp"


def test_a_region_is_chosen_by_its_code(catalog):
    found = read("指标,单位,2024年\n地区生产总值,亿元,49843.1\n")
    known = with_choices(found, Choices(region_code="110000"))
    assert proposal(catalog, known, Answers()).regions == {"110000": "110000"}


def test_publications_that_the_tables_know_are_not_asked_for():
    text = "地区,指标,单位,期间,数值,来源\n北京市,地区生产总值,亿元,2024,1,{}\n"
    known = read(text.format("统计年鉴 表 1-2"))
    assert unknown_sources(read(text.format("公报")), SOURCES) == ("公报",)
    assert unknown_sources(read(text.format("")), SOURCES) == ("",)
    assert unknown_sources(known, SOURCES) == ()


def test_a_publication_is_known_whatever_the_width_of_its_brackets():
    text = "地区,指标,单位,期间,数值,来源\n北京市,地区生产总值,亿元,2024,1,{}\n"
    known = SOURCES.replace("表 1-2", "高技术产业（制造业）部分")
    for part in ("高技术产业（制造业）部分", "高技术产业(制造业)部分"):
        assert unknown_sources(read(text.format(f"统计年鉴 {part}")), known) == (), part


def test_what_is_said_of_a_value_keeps_its_full_width_signs():
    text = "指标编号,指标名称,单位,地区,期间,数值,限定词,状态,来源,备注\n"
    row = "gdp,地区生产总值,亿元,北京市,2024,1,,,公报（初步）,口径调整，含三县（区）\n"
    (one,) = read(text + row).held
    assert (one.source_text, one.note) == ("公报（初步）", "口径调整，含三县（区）")
