"""How revised, new and withdrawn values are laid out: few rows, whatever came."""

from dataclasses import replace

import pytest

from analysis.changes.address import ChangesView
from analysis.changes.editions import EditionLine
from analysis.changes.summary import changes_summary
from components.changes.others import items_section, marks_section, sentences_section
from components.changes.values import new_section, revised_section, withdrawn_section
from components.elements import written
from data.model.observations import Withdrawn
from tests.edited import edited

NEW, OLD = EditionLine("b" * 16, "2026-12-01"), EditionLine("a" * 16, "2026-11-23")
GDP = ("gdp", "110000", 2023)


@pytest.fixture
def told(options):
    def build(before, after):
        chosen = ChangesView(options.default(), (NEW, OLD), NEW.digest)
        return changes_summary(before, after, chosen)

    return build


def test_few_revisions_are_a_row_each_and_many_a_row_a_region(told, catalog):
    few = edited(catalog, {GDP: catalog.observations[GDP].value + 1})
    shown = written(revised_section(told(catalog, few)))
    assert shown.count("<tr") == 2
    assert "+1.0\u2009亿元" in shown
    keys = [key for key in catalog.observations if key[0] == "gdp" and key[2] > 2014]
    many = edited(catalog, {key: catalog.observations[key].value * 1.01 for key in keys})
    shown = written(revised_section(told(catalog, many)))
    assert shown.count("<tr") == 1 + len({code for _, code, _ in keys})
    assert "北京 2015—2024 年" in shown
    assert "10 个，右为 2024 年" in shown


def test_many_new_values_are_a_row_an_indicator(told, catalog):
    names = {"gdp", "population", "rd_expenditure"}
    keys = [key for key in catalog.observations if key[0] in names and key[2] > 2012]
    shown = written(new_section(told(edited(catalog, dict.fromkeys(keys)), catalog)))
    assert len(keys) > 100
    assert shown.count('scope="row"') == len(names)


def test_an_indicator_that_only_the_later_edition_has_is_marked(told, catalog):
    found = told(edited(catalog, {GDP: None}), catalog)
    arrived = replace(found.found, arrived=frozenset({"gdp"}))
    assert "新增指标" not in written(new_section(found))
    assert "新增指标" in written(new_section(replace(found, found=arrived)))


def test_a_withdrawn_value_says_why(told, catalog):
    back = {GDP: Withdrawn(1.0, "2026-12-01", "误报")}
    after = replace(edited(catalog, {GDP: None}), withdrawn=back)
    shown = written(withdrawn_section(told(catalog, after)))
    assert "误报" in shown
    assert "北京 2023 年" in shown


def test_what_came_by_the_hundred_is_counted_by_theme(told, catalog):
    plan = catalog.plan
    none = replace(catalog, plan=replace(plan, facts=()))
    few = replace(catalog, plan=replace(plan, facts=plan.facts[:-3]))
    shown = written(items_section(told(few, catalog)))
    assert "新增 3 条" in shown
    assert plan.facts[-1].fact_zh in shown
    many = replace(told(few, catalog), found=told(none, catalog).found)
    items = tuple(item for item in many.found.items for _ in range(9))
    assert len(items) > 100
    shown = written(items_section(replace(many, found=replace(many.found, items=items))))
    assert plan.facts[-1].fact_zh not in shown
    assert "逐条内容见下载文件" in shown


def test_what_the_overview_said_and_says_stands_one_above_the_other(told, catalog):
    newest = {("gdp", code, 2024): 50_000.0 for code in ("110000", "120000", "130000")}
    found = told(catalog, edited(catalog, newest))
    shown = written(sentences_section(found))
    one = found.found.statements[0]
    assert shown.index(one.old) < shown.index(one.new)
    assert marks_section(found) is None


def test_nothing_is_no_section(told, catalog):
    found = told(catalog, catalog)
    assert [s(found) for s in (revised_section, new_section, withdrawn_section)] == [None] * 3
