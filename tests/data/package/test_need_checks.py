"""What pages name by themselves is in the tables, or the start says what is missing."""

import ast
import copy
import csv
from pathlib import Path

import pytest

from data.model.needs import CODED, NEEDS
from data.package.need_checks import need_faults

ROOT = Path(__file__).parents[3]
TABLES = {need.table for need in NEEDS} | {table for table, _ in CODED}
TABLES |= {"claims", "claim_checks", "plan_fields"}
ABOVE = ("analysis", "components", "reports", "callbacks", "serving")


def rows(folder, table):
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [{k: v or None for k, v in row.items()} for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def whole(edition):
    return {table: rows(edition, table) for table in TABLES}


@pytest.fixture
def tables(whole):
    return {table: list(rows) for table, rows in whole.items()}


def test_the_tables_have_all_that_is_needed(tables):
    assert list(need_faults(tables)) == []


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: "-".join(need.cells.values()))
def test_what_is_needed_and_missing_is_named_with_what_to_do(tables, need):
    def is_it(row):
        return all(row[name] == cell for name, cell in need.cells.items())

    tables[need.table] = [row for row in tables[need.table] if not is_it(row)]
    fault = next(iter(need_faults(tables)))
    assert fault.file == f"tables/{need.table}.csv"
    assert fault.value == "、".join(need.cells.values())
    assert need.use_zh in fault.expected and "请补上" in fault.expected


@pytest.mark.parametrize(("table", "column"), CODED, ids=str)
def test_a_code_without_a_name_is_named_once(tables, table, column):
    tables[table] = copy.deepcopy(tables[table])
    for row in tables[table][1:4]:
        row[column] = "nobody"
    (fault,) = need_faults(tables)
    assert (fault.file, fault.row, fault.column) == (f"tables/{table}.csv", 3, column)
    assert fault.value == "nobody" and CODED[table, column] in fault.expected


@pytest.mark.parametrize(
    ("operand", "table"),
    [("S99", "claims"), ("140000", "regions"), ("platforms:moon", "tiers"),
     ("platforms:moon:2022", "tiers"), ("fields:moon", "plan_fields"), ("sum3;S99", "claims")],
)  # fmt: skip
def test_an_operand_that_names_nothing_is_named(tables, operand, table):
    tables["claim_checks"][4] = {**tables["claim_checks"][4], "operands": operand}
    (fault,) = need_faults(tables)
    assert (fault.file, fault.row, fault.column) == ("tables/claim_checks.csv", 6, "operands")
    assert f"{table}.csv" in fault.expected


@pytest.mark.thorough
def test_code_names_indicators_only_in_the_list_of_needs():
    known = {row["indicator_id"] for row in rows(ROOT / "data", "indicators")}
    said = [
        f"{path.relative_to(ROOT)}: {part.value}"
        for floor in ABOVE
        for path in (ROOT / floor).rglob("*.py")
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.Constant) and part.value in known
    ]
    assert said == []


def test_the_product_s_own_tables_have_all_that_is_needed():
    assert list(need_faults({table: rows(ROOT / "data", table) for table in TABLES})) == []
