"""The facts of the plan as files: those of the real table, counted again by the test's own code."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from data.package.load import FOLDER
from reports.columns import header
from reports.progress import FACT_COLUMNS, progress_report
from reports.progress_files import progress_book, progress_csv, progress_json
from reports.xlsx import workbook
from tests.reports.test_place_files import EXPORTED, HEAD_ROW

SLUGS = {"beijing": "110000", "tianjin": "120000", "hebei": "130000"}


def table(folder):
    with (folder / "tables" / "plan_progress.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_of(content):
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.thorough
@pytest.mark.parametrize("package", ["real", "edition"])
@pytest.mark.parametrize(
    ("regions", "kinds", "measures"),
    [
        (tuple(SLUGS), ("result", "arrangement", "before"), ()),
        (("tianjin",), ("result",), ()),
        (("beijing", "hebei"), ("arrangement", "before"), ()),
        (("hebei",), ("result",), ("chains-8", "green-4")),
    ],
)
def test_the_rows_are_those_of_the_table(read_once, edition, package, regions, kinds, measures):
    folder = FOLDER if package == "real" else edition
    codes = {SLUGS[slug] for slug in regions}
    wanted = [
        row
        for row in table(folder)
        if codes & set(row["region_codes"].split(";"))
        and row["kind"] in kinds
        and (not measures or row["measure_id"] in measures)
    ]
    wanted.sort(key=lambda row: row["date"], reverse=True)
    found = progress_report(read_once(folder), regions, kinds, measures=measures)
    assert [row.fact_id for row in found.rows] == [row["fact_id"] for row in wanted]
    assert len(wanted) > 0
    assert found.title == f"方案措施的进展：{len(wanted)} 条"


def test_a_task_alone_has_the_facts_on_its_measures(catalog):
    found = progress_report(catalog, tuple(SLUGS), theme="chains")
    assert {row.part for row in found.rows} == {"提升产业基础高级化和产业链现代化水平"}
    assert ("任务", "提升产业基础高级化和产业链现代化水平") in found.filters


def test_csv_json_and_workbook_say_the_same(catalog):
    report = progress_report(catalog, ("hebei",), ("result",))
    rows = rows_of(progress_csv(report))
    content = json.loads(progress_json(report))
    sheet = load_workbook(BytesIO(workbook(progress_book(report), EXPORTED)))["进展"]
    assert tuple(rows[0]) == header(FACT_COLUMNS)
    assert [row["内容"] for row in rows] == [fact["fact"] for fact in content["facts"]]
    column = header(FACT_COLUMNS).index("内容") + 1
    cells = [sheet.cell(HEAD_ROW + n, column).value for n in range(1, len(rows) + 1)]
    assert cells == [row["内容"] for row in rows]
    assert content["metadata"]["count"] == len(rows)
    assert "不计为指标" in content["metadata"]["note"]
    assert None in {fact["address"] for fact in content["facts"]}
