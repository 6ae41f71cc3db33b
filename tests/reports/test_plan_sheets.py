"""The plan as sheets: every task and measure of the tables, with what the tables link to them."""

import csv
from collections import Counter
from io import BytesIO

import pytest
from openpyxl import load_workbook

from analysis.plan.distribution import KINDS
from analysis.plan.summary import plan_summary
from analysis.state.view import view
from reports.plan_sheets import MEASURES, plan_sheets
from serving.files import plan_file

NAMES = [column.label for column in MEASURES]


@pytest.fixture(scope="module")
def tables(edition):
    def rows(name):
        with (edition / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


@pytest.fixture
def sheets(catalog, options):
    def build(query="", tasks=()):
        found = plan_summary(catalog, view(query, options)[0])
        return {one.name: one for one in plan_sheets(catalog, found, tasks)}

    return build


def measures(sheet):
    return [dict(zip(NAMES, row, strict=True)) for row in sheet.rows]


def test_every_task_and_measure_of_the_plan_is_there(sheets, tables):
    found = sheets()
    order = [row["name_zh"] for row in tables("plan_tasks")]
    assert [row[1] for row in found["任务"].rows] == order
    listed = measures(found["措施"])
    assert {one["措施编号"] for one in listed} == {r["measure_id"] for r in tables("plan_measures")}
    quoted = {row["measure_id"]: row["name_zh"] for row in tables("plan_measures")}
    assert all(one["措施"] == quoted[one["措施编号"]] for one in listed)


def test_what_speaks_to_a_measure_is_named_and_counted(sheets, tables):
    links = Counter(r["measure_id"] for r in tables("plan_links") if r["kind"] == "indicator")
    facts = Counter((r["measure_id"], r["kind"]) for r in tables("plan_progress"))
    for one in measures(sheets()["措施"]):
        key = one["措施编号"]
        named = one["指标"].count("；") + 1 if one["指标"] else 0
        assert named >= links[key] > 0 or named == links[key] == 0
        assert one["进展（条）"] == facts[key, "result"]
        assert one["安排（条）"] == facts[key, "arrangement"]
        assert bool(one["最近一条进展"]) == bool(one["进展（条）"])
        assert one["网址"].endswith(f"#measure-{key}")


def test_of_one_task_there_are_its_own(sheets):
    for found in (sheets("theme=green"), sheets(tasks=("green",))):
        assert len(found["任务"].rows) == 1
        parts = {row[0] for row in found["措施"].rows}
        assert parts == {found["任务"].rows[0][1]}


def test_the_counts_by_region_add_up(sheets):
    sheet = sheets()["指标方向"]
    assert len(sheet.columns) == 3 + len(KINDS)
    assert all(row[2] == sum(row[3:]) for row in sheet.rows)


def test_the_workbook_of_the_page_has_them_before_the_facts(catalog, options):
    body = plan_file(catalog, options, "theme=chains", "xlsx")
    book = load_workbook(BytesIO(body.content))
    assert book.sheetnames == ["封面", "目录", "任务", "指标方向", "措施", "进展"]
