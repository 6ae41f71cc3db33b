"""Names of files become ours where they surely are the same; whatever is not is a question."""

from decimal import Decimal

import pytest

from data.imports.imported import Choices, completed
from data.imports.mapping import REMEMBERED, Answers, choose, suggest, values_of
from data.imports.memory import INDICATOR, REGION, Answer, Mappings
from data.imports.names import ALIKE, NEAR, SAME, Subject
from data.imports.reading import parsed
from data.imports.recognise import recognised
from data.imports.units import factor, parted
from tests.data.imports import specimens
from tests.data.imports.specimens import FIFTH, SOURCE

NOBODY = Answers()


def read(text):
    return recognised(parsed(text.encode("gb18030"), "数据.csv"))


def of(name, *notes, value="1"):
    return read(f"指标：{name}\n地区,2024年\n北京市,{value}\n" + "\n".join(notes))


def first(catalog, found, answers=NOBODY):
    """The first suggestion for the only subject of a file."""
    (options,) = suggest(catalog, found, answers).subjects.values()
    return options[0] if options else None


def mapped(catalog, found):
    """The values of a file by the first suggestions, as the tables have them."""
    proposal = suggest(catalog, found, NOBODY)
    chosen = {one: options[0] for one, options in proposal.subjects.items() if options}
    return {
        (one.indicator_id, one.region_code, one.period): one.value
        for one in values_of(found, chosen, proposal.regions)
    }


def test_a_bureau_s_file_is_mapped_without_a_question(catalog):
    text = specimens.tabbed(specimens.of_one_year(), ["时间：2024年 "], [FIFTH, SOURCE])
    proposal = suggest(catalog, read(text), NOBODY)
    found = {one.name: options[0] for one, options in proposal.subjects.items()}
    assert {name: (s.indicator_id, s.certainty, s.question) for name, s in found.items()} == {
        "地区生产总值": ("gdp", SAME, ""),
        "第二产业增加值": ("va_secondary", SAME, ""),
        "人均地区生产总值": ("gdp_per_capita", SAME, ""),
    }
    figures = specimens.figures(*specimens.NAMES)
    wanted = {
        key: Decimal(v) for key, v in figures.items() if key[2] == "2024" and key[1] != "000000"
    }
    assert mapped(catalog, read(text)) == wanted


def test_a_vintage_that_is_not_ours_is_asked_about(catalog):
    found = first(catalog, of("地区生产总值(亿元)", "注：在第四次全国经济普查后修订。"))
    assert found.indicator_id != "gdp" or "第四次全国经济普查" in found.question
    options = suggest(catalog, of("地区生产总值(亿元)", "注：四经普"), NOBODY).subjects.values()
    questions = {s.indicator_id: s.question for s in next(iter(options))}
    assert "第四次全国经济普查" in questions["gdp"]
    assert "没有注明" in first(catalog, of("地区生产总值(亿元)")).question


def test_another_unit_is_converted_with_a_question(catalog):
    found = first(catalog, of("研究与试验发展(R&D)经费内部支出(万元)", value="12345678"))
    assert (found.indicator_id, found.factor) == ("rd_expenditure", Decimal("0.0001"))
    assert "万元" in found.question
    converted = mapped(catalog, of("研究与试验发展(R&D)经费内部支出(万元)", value="12345678"))
    assert converted == {("rd_expenditure", "110000", "2024"): Decimal("1234.5678")}


def test_a_unit_of_something_else_is_never_converted(catalog):
    found = first(catalog, of("地区生产总值(万美元)", FIFTH))
    assert found.factor is None
    assert "不能换算" in found.question
    assert mapped(catalog, of("地区生产总值(万美元)", FIFTH)) == {}


def test_a_file_without_a_unit_asks_for_it(catalog):
    found = of("地区生产总值", FIFTH)
    assert found.missing == ("计量单位",)
    assert "计量单位" in first(catalog, found).question


def test_an_index_and_a_growth_are_both_what_the_table_holds(catalog):
    """The table holds the index, pages show it less 100."""
    index = of("地区生产总值增长速度（不变价）(上年=100)", FIFTH, value="105.2")
    growth = of("地区生产总值增长速度（不变价）(%)", FIFTH, value="5.2")
    bureau = of("地区生产总值指数 (上年=100) ", FIFTH, value="105.2")
    wanted = {("gdp_index_prev100", "110000", "2024"): Decimal("105.2")}
    assert mapped(catalog, index) == mapped(catalog, growth) == mapped(catalog, bureau) == wanted


def test_another_word_for_the_same_is_proposed_and_asked(catalog):
    found = first(catalog, of("国内生产总值(亿元)", FIFTH))
    assert (found.indicator_id, found.certainty) == ("gdp", NEAR)
    assert "是否同一指标" in found.question


def test_a_part_of_a_name_is_asked_about(catalog):
    text = f"指标：年末常住人口\n地区,绝对数(万人),比上年增长(%)\n北京市,2183.2,0.1\n{FIFTH}\n"
    options = suggest(catalog, read(text), NOBODY).subjects
    found = {one.unit: picks[0] for one, picks in options.items()}
    assert (found["万人"].indicator_id, found["万人"].certainty) == ("population", NEAR)
    assert "是否同一指标" in found["万人"].question
    assert found["%"].factor is None


def test_names_that_are_alike_are_there_to_choose_from_and_never_taken(catalog):
    proposal = suggest(catalog, of("国内专利申请授权数(项)"), NOBODY)
    assert list(proposal.subjects.values()) == [()]
    (found,) = proposal.alike.values()
    assert (found[0].indicator_id, found[0].certainty) == ("patent_grants", ALIKE)
    assert "是否同一指标" in found[0].question
    assert "是否同一计数" in found[0].question


def test_a_name_that_nothing_is_like_has_no_suggestion(catalog):
    assert first(catalog, of("房屋施工面积(万平方米)")) is None


def test_a_person_may_choose_what_nothing_is_like(catalog):
    found = of("全社会研发投入(万元)", value="12345678")
    (wanted,) = suggest(catalog, found, NOBODY).subjects
    pick = choose(catalog, wanted, "rd_expenditure", found)
    assert "是否换算" in pick.question
    (one,) = values_of(found, {wanted: pick}, {"北京市": "110000"})
    assert (one.indicator_id, one.value) == ("rd_expenditure", Decimal("1234.5678"))
    with pytest.raises(KeyError):
        choose(catalog, wanted, "nothing", found)


def test_regions_that_are_not_held_are_said_and_left_out(catalog):
    text = "指标：地区生产总值(亿元)\n地区,2024年\n山西省,25353.5\n北京市,49670.2\n合计,1\n"
    proposal = suggest(catalog, read(text), NOBODY)
    assert proposal.regions == {"山西省": None, "北京市": "110000", "合计": None}
    assert proposal.elsewhere == ("山西省",)
    assert [key[1] for key in mapped(catalog, read(text))] == ["110000"]


def test_what_the_person_chooses_completes_the_values(catalog):
    found = read(specimens.tabbed(specimens.by_indicator("120000"), ["时间： "], [FIFTH, SOURCE]))
    found.values = completed(found, Choices(region_code="120000"))
    wanted = specimens.figures(*specimens.NAMES)
    assert mapped(catalog, found) == {
        key: Decimal(value)
        for key, value in wanted.items()
        if key[1] == "120000" and key[2] in specimens.YEARS
    }


def test_answers_are_remembered_for_their_source(catalog, tmp_path):
    kept = Mappings(tmp_path / "store" / "mappings.csv")
    assert kept.answers("国家统计局") == Answers()
    said = (
        "国家统计局",
        INDICATOR,
        "国内生产总值",
        "亿元",
        "A",
        "gdp",
        "李",
        "2026-11-28T10:00:00Z",
    )
    kept.remember([Answer(*said), Answer("国家统计局", REGION, "首都", "", "", "110000", "李", "")])
    found = kept.answers("国家统计局")
    assert found.regions == {"首都": "110000"}
    assert first(catalog, of("国内生产总值(亿元)", FIFTH), found).certainty == REMEMBERED
    assert kept.answers("海关总署") == Answers()
    kept.remember([Answer(*said[:5], "gdp_v4", "王", "")])
    assert kept.answers("国家统计局").subjects == {Subject("国内生产总值", "亿元", "A"): "gdp_v4"}


def test_what_is_remembered_is_asked_again_where_the_file_names_another_census(catalog):
    kept = Answers({Subject("国内生产总值", "亿元", "A"): "gdp"})
    assert first(catalog, of("国内生产总值(亿元)"), kept).question == ""
    assert first(catalog, of("国内生产总值(亿元)", FIFTH), kept).question == ""
    other = first(catalog, of("国内生产总值(亿元)", "注：四经普"), kept)
    assert "第四次全国经济普查" in other.question


def test_a_unit_that_was_answered_once_is_converted_without_a_question(catalog):
    kept = Answers({Subject("研发总投入", "万元", "A"): "rd_expenditure"})
    found = first(catalog, of("研发总投入(万元)"), kept)
    assert (found.factor, found.question) == (Decimal("0.0001"), "")
    wrong = Answers({Subject("研发总投入", "万人", "A"): "rd_expenditure"})
    assert "不能换算" in first(catalog, of("研发总投入(万人)"), wrong).question


def test_the_id_of_one_indicator_and_the_name_of_another_is_asked_about(catalog):
    head = "指标编号,指标名称,单位,地区,期间,数值"
    found = read(f"{head}\ngdp,第二产业增加值,亿元,北京市,2025,1\n")
    assert "是哪一个指标" in first(catalog, found).question
    assert first(catalog, read(f"{head}\ngdp,地区生产总值,亿元,北京市,2025,1\n")).question == ""


def test_a_damaged_line_of_what_is_remembered_only_asks_again(tmp_path):
    path = tmp_path / "mappings.csv"
    kept = Mappings(path)
    kept.remember([Answer("a", INDICATOR, "n", "u", "A", "gdp", "w", "t")])
    path.write_bytes(path.read_bytes() + b"\xff,torn\n")
    assert len(kept.answers("a").subjects) == 1


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("地区生产总值(亿元)", ("地区生产总值", "亿元")),
        ("地区生产总值 （亿元） ", ("地区生产总值", "亿元")),
        ("研究与试验发展(R&D)经费", ("研究与试验发展(R&D)经费", "")),
        ("固定资产投资(不含农户)", ("固定资产投资(不含农户)", "")),
        ("居民消费价格指数(上年=100)", ("居民消费价格指数", "上年=100")),
        ("人口数(人口抽样调查)(人)", ("人口数(人口抽样调查)", "人")),
        ("发电量(亿千瓦小时)", ("发电量", "亿千瓦时")),
    ],
)  # fmt: skip
def test_a_name_is_parted_from_its_unit(written, parts):
    assert parted(written) == parts


@pytest.mark.parametrize(
    ("given", "wanted", "times"),
    [
        ("万元", "亿元", "0.0001"), ("亿元", "亿元", "1"), ("元", "亿元", "0.00000001"),
        ("百万元", "亿元", "0.01"),
        ("万人", "人", "10000"), ("项", "件", "1"), ("个", "家", "1"), ("百万吨", "万吨", "100"),
        ("元", "元/人", "1"), ("万美元", "亿元", None), ("人", "人年", None),
        ("%", "百分点", None), ("", "亿元", None),
    ],
)  # fmt: skip
def test_units_stand_to_each_other_or_do_not(given, wanted, times):
    assert factor(given, wanted) == (None if times is None else Decimal(times))
