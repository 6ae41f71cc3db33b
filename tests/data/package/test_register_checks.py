"""Each fault of a row of the register is named by row and column, never by what stands there."""

import pytest

from data.package.faults import BrokenTables
from data.package.load import load
from data.package.register_checks import register_faults
from tests.registered import credit_code, entities, entity, package_with

TABLES = {
    "regions": [{"region_code": "110000", "kind": "province"}],
    "industries": [{"industry": "vehicles"}],
    "areas": [
        {"area_code": "110000", "parent_code": "JJJ", "level": "province"},
        {"area_code": "110108", "parent_code": "110000", "level": "county"},
        {"area_code": "310000", "parent_code": "000000", "level": "province"},
    ],
}


def faults(**cells):
    rows = [typed(entity(1)), typed(entity(2, **cells))]
    return [(f.row, f.column, f.value) for f in register_faults({**TABLES, "register": rows})]


def typed(row):
    value = float(row["value"]) if row["value"] else None
    year = int(row["value_year"]) if row["value_year"] else None
    return {**{k: v or None for k, v in row.items()}, "value": value, "value_year": year}


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"started": "", "industry": "", "size": ""},
        {"industry": "vehicles"},
        {"value": "", "value_year": ""},
        {"status": "ended", "ended": "2024-06", "started": "2024"},
        {"kind": "project", "code": "2024-000000-34-03-000001", "status": "building"},
        {"area_code": "110000"},
    ],
)
def test_a_whole_row_has_none(cells):
    assert faults(**cells) == []


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("code", {"code": credit_code(2)[:-1] + "?"}),
        ("code", {"code": credit_code(2)[:-1] + credit_code(3)[-1]}),
        ("code", {"code": "2024-000000-34-03-000001"}),  # of a project
        ("status", {"status": "building"}),
        ("started", {"started": "2023-02-30"}),
        ("ended", {"status": "ended", "ended": "2019"}),
        ("ended", {"ended": "2024"}),  # and is said to operate
        ("value", {"value": ""}),
        ("value", {"value_year": ""}),
        ("value", {"value": "inf"}),
        ("area_code", {"area_code": "310000"}),
        ("industry", {"industry": "ships"}),
    ],
)
def test_a_fault_is_named_by_row_and_column(column, cells):
    assert faults(**cells) == [(3, column, None)]


@pytest.mark.thorough
def test_what_the_single_table_checks_find_says_no_cell_either(edition, tmp_path):
    rows = [
        *entities(2),
        entity(1),
        entity(5, name_zh=""),
        entity(6, area_code="999999", chain_id="x"),
    ]
    with pytest.raises(BrokenTables) as raised:
        load(package_with(edition, tmp_path / "p", rows))
    found = raised.value.faults
    assert {(f.row, f.column) for f in found} == {
        (4, "code"), (5, "name_zh"), (6, "area_code"), (6, "chain_id"),
    }  # fmt: skip
    assert all(fault.value is None for fault in found)
    assert not any(text in str(f) for f in found for text in ("999999", entity(1)["code"]))
