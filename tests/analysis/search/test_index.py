"""The index of the search: everything once, by kind, with every name it is asked for by."""

import pytest

from analysis import links
from analysis.reports.address import KINDS as KINDS_OF_REPORTS
from analysis.search.entries import KINDS
from analysis.search.evaluation_parts import PARTS
from analysis.search.index import index


@pytest.fixture(scope="module")
def groups(catalog):
    return index(catalog, list)  # a spelling that leaves each character as it is


@pytest.fixture(scope="module")
def rows(groups):
    return {group["kind"]: group["rows"] for group in groups}


@pytest.fixture(scope="module")
def row_of(rows):
    return {row["i"]: row for row in rows["indicator"]}.__getitem__


def named(rows, name):
    return next(row for row in rows if row["s"] == name)


def test_everything_that_has_a_name_stands_in_the_index_once(catalog, rows):
    plan = catalog.plan
    parts = (plan.tasks, plan.safeguards, plan.goals, plan.aims, plan.principles, plan.fields)
    assert {kind: len(found) for kind, found in rows.items()} == {
        "indicator": len(catalog.indicators),
        "theme": len(catalog.themes),
        "region": 3,
        "area": 11 + 199,
        "evaluation": len(PARTS) + 1,
        "report": len(KINDS_OF_REPORTS),
        "task": sum(map(len, parts)),
        "measure": len(plan.measures),
        "chain": len(plan.chains),
        "fact": len(plan.facts),
        "name": len(plan.official.names),
        "platform": len(catalog.platforms),
        "claim": len(catalog.claims),
        "scene": sum(one.layout != "cover" for one in catalog.scenes),
    }
    assert list(rows) == list(KINDS)
    addresses = [row["h"] for found in rows.values() for row in found]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize(
    ("kind", "name", "address", "context"),
    [
        ("indicator", "地区生产总值", "/indicators?indicator=gdp", "总体经济"),
        ("theme", "创新体系", "/?theme=innovation", "总览"),
        ("region", "河北", "/regions/hebei", "地区概况"),
        ("area", "安平县", "/areas?area=131125", "产业布局 · 河北 · 衡水"),
        ("evaluation", "协同评价", "/evaluation", "页面"),
        ("evaluation", "回落清单", "/evaluation#watch-panel", "协同评价"),
        ("report", "报告", "/reports", "页面"),
        ("report", "地区专报（报告）", "/reports?report=region", "报告"),
        ("task", "加速绿色低碳转型", "/plan#task-green", "重点任务"),
        ("task", "做好监测评估", "/plan#safeguard-evaluation", "保障措施"),
        ("measure", "绿色工厂", "/plan#measure-green-4", "加速绿色低碳转型"),
        ("chain", "氢能", "/plan#chain-hydrogen", "重点产业链"),
        ("fact", "市级绿色工厂 307 家", "/plan#fact-green-4-f4", "进展 · 2026-01-04 · 绿色工厂"),
        ("name", "永年紧固件", "/plan#name-county-clusters-4", "河北省省级集群发展标杆"),
        ("platform", "雄安新区", "/platforms?place=W2", "集中承载地 · 雄安新区"),
        ("claim", "5G 基站", "/plan#claim-S22", "信息基础设施 · 截至 2022 年底"),
    ],
)
def test_a_row_says_what_it_is_where_it_stands_and_leads_there(rows, kind, name, address, context):
    row = named(rows[kind], name)
    assert (row["h"], row["t"]) == (address, context)


def test_a_scene_is_found_by_its_title(catalog, rows):
    assert [row["h"] for row in rows["scene"]] == [
        links.scene(one.scene_id) for one in catalog.scenes if one.layout != "cover"
    ]
    (found,) = (row for row in rows["scene"] if row["h"] == links.scene("innovation"))
    assert "R&D经费内部支出" in found["s"]


def test_a_chain_is_found_by_its_parts_and_a_platform_by_where_it_lies(rows):
    assert "动力电池" in named(rows["chain"], "新能源汽车和智能网联汽车")["o"].split("；")
    assert "唐山市" in named(rows["platform"], "曹妃甸")["o"].split("；")


@pytest.mark.parametrize(
    ("word", "panel"),
    [
        ("差距", "gaps"), ("区位商", "division"), ("专业化", "division"),
        ("泰尔指数", "measures"), ("变异系数", "measures"), ("官方指数", "official"),
        ("自算指数", "open-index"), ("回落清单", "watch"), ("波动", "watch"),
        ("耦合协调度", "others"), ("熵权法", "others"),
    ],
)  # fmt: skip
def test_a_term_of_the_evaluation_leads_to_its_part(rows, word, panel):
    found = [row for row in rows["evaluation"] if word in f"{row['s']}；{row.get('o', '')}"]
    assert f"/evaluation#{panel}-panel" in [row["h"] for row in found]


def test_a_row_of_an_indicator_has_names_unit_and_last_year(row_of):
    row = row_of("rd_expenditure")
    assert row["s"] == "R&D经费内部支出"
    assert row["n"] == "研究与试验发展(R&D)经费内部支出"
    assert row["e"] == "Intramural R&D expenditure"
    assert (row["u"], row["v"]) == ("亿元", "100 million yuan")
    assert (row["t"], row["y"]) == ("创新体系", 2024)
    assert row["c"] == "R & D 经 费 内 部 支 出"


def test_what_a_row_has_not_is_left_out(rows):
    assert set(named(rows["region"], "河北")) == {"h", "s", "n", "e", "t", "c", "d"}


@pytest.mark.parametrize(
    ("indicator", "other"),
    [
        ("rd_expenditure", "研发经费内部支出"),
        ("rd_expenditure", "研发投入"),
        ("rd_intensity", "研发强度"),
        ("gdp_per_capita", "人均GDP"),
        ("ind_profit", "规上工业利润总额"),
        ("hitech_mfg_revenue", "高技术制造业营收（规上）"),
    ],
)
def test_a_row_has_its_names_in_other_words_with_their_spelling(row_of, indicator, other):
    row = row_of(indicator)
    assert other in row["o"].split("；")
    assert row["q"].split(" ") == list(row["o"])


def test_a_word_that_means_something_else_is_no_other_name(row_of):
    row = row_of("va_industry")
    assert {"工业产值", "工业总产值"} <= set(row["r"])
    assert "产值" not in row.get("o", "")


def test_indicators_and_themes_may_be_looked_at_in_a_region(groups):
    named = {group["kind"]: group["regions"] for group in groups}
    assert named["indicator"] == named["theme"]
    assert (named["indicator"]["北京"], named["indicator"]["河北省"]) == ("beijing", "hebei")
    assert not any(named[kind] for kind in set(named) - {"indicator", "theme"})


def test_a_source_is_named_once_by_publisher_and_title(row_of):
    assert row_of("national_ent_tech_centers")["p"][0] == "天津市工业和信息化局"
    for name in ("gdp", "pm25"):
        sources = row_of(name)["p"]
        assert len(set(sources)) == len(sources) >= 2


def test_archived_series_are_marked_and_others_are_not(catalog, rows):
    archived = {row["i"] for row in rows["indicator"] if "a" in row}
    assert archived == {
        i.indicator_id for i in catalog.indicators.values() if i.visible != "default"
    }
    assert "gdp_v4" in archived


def test_themes_stand_together_in_their_order(catalog, rows):
    assert list(dict.fromkeys(row["t"] for row in rows["indicator"])) == [
        theme.name_zh for theme in catalog.themes.values()
    ]
