"""Values go into the tables of a base edition: what does not change keeps every byte."""

import csv
import io
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from analysis.series.absence import WITHDRAWN, absence
from data.imports.cells import Cell
from data.imports.imported import ImportedValue
from data.imports.mapping import Mapped
from data.imports.merging import Given, SourceRow, merged, plain
from data.package.load import load

BULLETIN = SourceRow("《北京市2025年国民经济和社会发展统计公报》",
"北京市统计局;国家统计局北京调查总队",
                     published="2026-03-20")  # fmt: skip
GIVEN = Given({"": BULLETIN}, date(2026, 11, 28))
ORIGIN = ImportedValue("x", "y", "2024", 1.0, Cell("数据", "F7", "1"))


@pytest.fixture(scope="module")
def tables(edition):
    names = ("observations", "sources", "reference_dates", "conflicts", "suspects", "withdrawn")
    return {
        name: (edition / "tables" / f"{name}.csv").read_text(encoding="utf-8") for name in names
    }


def value(indicator, code, period, number, **origin):
    found = None if number is None else Decimal(number)
    given = None if number is None else float(number)
    return Mapped(indicator, code, period, found, replace(ORIGIN, value=given, **origin))


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def differing(before, after):
    """Lines that went and lines that came."""
    old, new = before.splitlines(), after.splitlines()
    return sorted(set(old) - set(new)), sorted(set(new) - set(old))


def test_what_is_there_already_changes_nothing(tables):
    known = rows(tables["observations"])
    values = [value(r["indicator_id"], r["region_code"], r["period"], r["value"]) for r in known]
    found = merged(tables, values, GIVEN)
    assert found.tables == {}
    assert found.unchanged == len(known)


def test_a_revised_value_changes_its_row_only(tables):
    found = merged(tables, [value("gdp", "110000", "2024", "49670.3")], GIVEN)
    gone, come = differing(tables["observations"], found.tables["observations"])
    (source,) = differing(tables["sources"], found.tables["sources"])[1]
    number = source.partition(",")[0]
    assert len(gone) == 1
    assert gone[0].startswith("gdp,110000,2024,49670.2,")
    assert come == [f"gdp,110000,2024,49670.3,,A,A,{number},,"]
    assert [(c.key, c.before, c.after) for c in found.revised] == [
        (("gdp", "110000", "2024"), "49670.2", "49670.3")
    ]


def test_a_new_value_stands_where_its_key_belongs(tables):
    found = merged(tables, [value("gdp", "110000", "2031", "60000", status="P")], GIVEN)
    keys = [
        (r["indicator_id"], r["region_code"], r["period"])
        for r in rows(found.tables["observations"])
    ]
    assert keys == sorted(keys)
    assert differing(tables["observations"], found.tables["observations"])[0] == []
    assert [change.after for change in found.new] == ["60000"]


def test_a_converted_value_keeps_what_the_file_has_as_its_provenance(tables):
    one = value("gdp", "110000", "2031", "1234.5", is_withdrawn=False, unit_text="万元")
    one = replace(one, origin=replace(one.origin, value=12345000.0))
    (line,) = differing(
        tables["observations"], merged(tables, [one], GIVEN).tables["observations"]
    )[1]
    assert line.startswith("gdp,110000,2031,1234.5,")
    assert line.endswith("原值12345000万元，已换算")


def test_the_same_publication_is_one_source(tables):
    values = [value("gdp", code, "2031", "1") for code in ("110000", "120000", "130000")]
    found = merged(tables, values, GIVEN)
    assert len(rows(found.tables["sources"])) == len(rows(tables["sources"])) + 1
    again = merged({**tables, **found.tables}, [value("gdp", "110000", "2032", "1")], GIVEN)
    assert "sources" not in again.tables


def test_a_source_that_pages_name_so_is_found_again(tables):
    row = next(row for row in rows(tables["sources"]) if not row["part_zh"])
    one = value("gdp", "110000", "2031", "1", source_text=row["title_zh"])
    found = merged(tables, [one], Given({}, GIVEN.on))
    assert "sources" not in found.tables
    assert (
        f",{row['source_id']},"
        in differing(tables["observations"], found.tables["observations"])[1][0]
    )


def test_without_a_source_no_value_is_taken(tables):
    found = merged(tables, [value("gdp", "110000", "2031", "1")], Given({}, GIVEN.on))
    assert found.tables == {}
    assert str(found.faults[0]).startswith("工作表“数据”F7")


def test_a_withdrawn_value_is_known_as_withdrawn(tables):
    one = value("gdp", "110000", "2020", None, is_withdrawn=True, note="基础资料有误")
    found = merged(tables, [one], GIVEN)
    gone, come = differing(tables["observations"], found.tables["observations"])
    old = gone[0].split(",")[3]
    assert (len(gone), come) == (1, [])
    assert rows(found.tables["withdrawn"])[-1] == {
        "indicator_id": "gdp", "region_code": "110000", "period": "2020", "value": old,
        "date": "2026-11-28", "reason_zh": "基础资料有误",
    }  # fmt: skip
    assert [(change.before, change.after) for change in found.withdrawn] == [(old, "")]


def test_what_was_said_of_a_withdrawn_value_goes_with_it(tables):
    row = rows(tables["reference_dates"])[0]
    key = row["indicator_id"], row["region_code"], row["period"]
    found = merged(tables, [value(*key, None, is_withdrawn=True, note="口径有误")], GIVEN)
    kept = [
        (r["indicator_id"], r["region_code"], r["period"])
        for r in rows(found.tables["reference_dates"])
    ]
    assert key not in kept
    assert len(kept) == len(rows(tables["reference_dates"])) - 1


def test_a_withdrawal_needs_a_value_and_a_reason(tables):
    nothing = value("gdp", "110000", "2031", None, is_withdrawn=True, note="有误")
    silent = value("gdp", "110000", "2020", None, is_withdrawn=True)
    found = merged(tables, [nothing, silent], GIVEN)
    assert found.tables == {}
    assert ["没有收录" in str(found.faults[0]), "理由" in str(found.faults[1])] == [True, True]


def test_a_status_that_changes_is_a_revision(tables):
    row = next(row for row in rows(tables["observations"]) if row["status"] == "A")
    key = row["indicator_id"], row["region_code"], row["period"]
    found = merged(tables, [value(*key, row["value"], status="P")], GIVEN)
    assert [(change.before, change.after) for change in found.revised] == [(row["value"],) * 2]


def test_an_older_edition_gets_the_table_of_withdrawn_values(tables):
    older = {name: text for name, text in tables.items() if name != "withdrawn"}
    one = value("gdp", "110000", "2020", None, is_withdrawn=True, note="有误")
    assert merged(older, [one], GIVEN).tables["withdrawn"].startswith("indicator_id,region_code")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("49670.20", "49670.2"),
        ("1E+5", "100000"),
        ("0", "0"),
        ("-0.10", "-0.1"),
        ("0.0001", "0.0001"),
    ],
)
def test_numbers_are_written_as_the_tables_write_them(number, text):
    assert plain(Decimal(number)) == text


@pytest.mark.thorough
def test_the_package_is_whole_and_says_what_was_withdrawn(edition, tables, tmp_path):
    folder = shutil.copytree(edition, tmp_path / "data")
    values = [
        value("gdp", "110000", "2020", None, is_withdrawn=True, note="基础资料有误"),
        value("gdp", "110000", "2025", "52073.4", status="P"),
    ]
    for name, text in merged(tables, values, GIVEN).tables.items():
        (folder / "tables" / f"{name}.csv").write_text(text, encoding="utf-8")
    catalog = load(folder)
    assert absence(catalog, "gdp", ["110000"], [2020]) == WITHDRAWN
    assert catalog.observations["gdp", "110000", 2025].value == 52073.4
    assert catalog.observations["gdp", "110000", 2025].source.title_zh == BULLETIN.title_zh
    assert ("gdp", "110000", 2020) not in catalog.observations
