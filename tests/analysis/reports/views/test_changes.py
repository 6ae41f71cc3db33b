"""The changes between two editions as a Document say what the page says of them."""

from dataclasses import replace

import pytest

from analysis.changes.address import changes_view
from analysis.changes.editions import EditionLine
from analysis.changes.groups import MOST_ROWS
from analysis.changes.items import MOST_NAMED, Item
from analysis.changes.summary import changes_summary
from analysis.pages import Page
from analysis.reports.page_view import document_of
from analysis.reports.views.changes import changes
from tests.edited import edited

REVISED = ("gdp", "110000", 2023)
EARLIER = "0123456789abcdef"
GONE = ("rd_expenditure", "130000", 2024)


def line(catalog):
    return EditionLine(catalog.digest, catalog.version)


@pytest.fixture
def told(catalog, options):
    def build(values, is_back=False, **changed):
        other = edited(catalog, values, digest=EARLIER, version="2026-11-01")
        listed = (line(catalog), line(other))
        query = f"from={catalog.digest}&to={EARLIER}" if is_back else ""
        chosen, _ = changes_view(query, options, listed, listed[0])
        pair = (catalog, other) if is_back else (other, catalog)
        found = changes_summary(*pair, chosen)
        return changes(replace(found, found=replace(found.found, **changed)), options)

    return build


def tables(seen):
    return {one.key: one.table for part in seen.sections for one in part.figures}


def test_both_values_stand_side_by_side_and_what_came_is_counted(told, catalog):
    old = catalog.observations[REVISED].value * 1.01
    seen = told({REVISED: old, GONE: None})
    assert seen.title == "更新说明：2026-11-01—" + catalog.version
    assert [part.heading for part in seen.sections[:2]] == ["修订", "新增"]
    found = tables(seen)
    (row,) = found["revised"].rows
    assert row[2] == "北京 2023 年"
    assert row[6] == "−0.99%"
    assert row[3] != row[4]
    (came,) = found["new"].rows
    assert came[2:] == ("1", "河北 2024 年")
    assert any("北京" in cell for row in found["said"].rows for cell in row)


def test_many_revisions_are_a_line_a_region(told, catalog):
    own = [key for key in catalog.observations if key[:2] == ("gdp", "110000")]
    assert len(own) > MOST_ROWS
    values = {key: catalog.observations[key].value * 1.01 for key in own}
    (row,) = tables(told(values))["revised"].rows
    assert f"{len(own)} 个，右为" in row[2]


def test_what_was_taken_back_has_its_reason_beside_it(told):
    (row,) = tables(told({GONE: None}, is_back=True))["withdrawn"].rows
    assert row[2] == "河北 2024 年"
    assert row[4] == ""


def test_of_too_many_things_the_number_of_each_theme_is_told(told):
    many = tuple(
        Item("指标", "项", "came", f"名称 {place}", "green") for place in range(MOST_NAMED + 1)
    )
    few = (Item("指标", "项", "went", "名称", "green"),)
    rows = tables(told({}, items=(*many, *few)))["items"].rows
    assert [row[1] for row in rows] == ["新增", "删除"]
    assert f"{MOST_NAMED + 1} 项" in rows[0][2]
    assert rows[1][2] == "名称"


def test_things_of_a_kind_stand_together_and_each_remark_with_its_own(told):
    items = (
        Item("指标", "项", "changed", "甲", "green"),
        Item("指标", "项", "changed", "乙", "green", "单位"),
        Item("指标", "项", "changed", "丙", "green"),
    )
    rows = tables(told({}, items=items))["items"].rows
    assert [row[2] for row in rows] == ["甲、丙", "乙（单位）"]


def test_the_address_names_both_editions_and_the_later_ones_data(told, catalog):
    found = document_of(catalog, Page.CHANGES, told({REVISED: 1.0}))
    assert f"from={EARLIER}" in found.address
    assert f"to={catalog.digest}" in found.address
    assert found.address.endswith(f"data={catalog.digest}")
