"""Each fault between the tables of the plan is named by file, row, column and value."""

import copy
import csv

import pytest

from data.package.plan_checks import plan_faults

NUMBERS = {"order": int, "minimum": float}
TABLES = (
    "themes",
    "plan_tasks",
    "plan_safeguards",
    "plan_measures",
    "plan_fields",
    "plan_chains",
    "plan_links",
    "chain_nodes",
    "pace_thresholds",
    "claim_checks",
    "claims",
    "regions",
    "indicators",
    "platforms",
)


def read(table, edition):
    path = edition / "tables" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {
                column: NUMBERS.get(column, str)(cell) if cell else None
                for column, cell in row.items()
            }
            for row in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def whole(edition):
    return {table: read(table, edition) for table in TABLES}


@pytest.fixture
def tables(whole):
    return copy.deepcopy(whole)


def row_of(tables, table, **cells):
    """The number (the header is 1) and the row that has these cells."""
    return next(
        (number, row)
        for number, row in enumerate(tables[table], start=2)
        if all(row[column] == cell for column, cell in cells.items())
    )


def the_fault(tables):
    (fault,) = plan_faults(tables)
    return (fault.file.removeprefix("tables/").removesuffix(".csv"), fault.row), (
        fault.column,
        fault.value,
        fault.expected,
    )


def test_whole_tables_have_none(tables):
    assert list(plan_faults(tables)) == []


def test_a_theme_that_is_no_task_of_the_plan(tables):
    tables["themes"].append({**tables["themes"][-1], "theme": "areas", "order": 10})
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("themes", len(tables["themes"]) + 1), "theme", "areas")
    assert "plan_tasks" in expected and "plan_measures" in expected


def test_the_theme_of_the_whole_plan_is_no_task(tables):
    assert "overall" in {row["theme"] for row in tables["themes"]}
    assert "overall" not in {row["task_id"] for row in tables["plan_tasks"]}


def test_a_measure_of_no_part(tables):
    number, row = row_of(tables, "plan_measures", measure_id="green-3")
    row["part_id"] = "greenery"
    place, (column, value, _) = the_fault(tables)
    assert (place, column, value) == (("plan_measures", number), "part_id", "greenery")


@pytest.mark.parametrize(
    ("table", "column", "part"),
    [("plan_tasks", "task_id", "quality"), ("plan_safeguards", "safeguard_id", "leadership")],
)
def test_a_part_without_measures(tables, table, column, part):
    tables["plan_measures"] = [r for r in tables["plan_measures"] if r["part_id"] != part]
    number, _ = row_of(tables, table, **{column: part})
    place, (found, value, expected) = the_fault(tables)
    assert (place, found, value) == ((table, number), column, part)
    assert "措施" in expected


def test_a_safeguard_that_takes_the_name_of_a_task(tables):
    number, row = row_of(tables, "plan_safeguards", safeguard_id="market")
    for measure in tables["plan_measures"]:
        measure["part_id"] = measure["part_id"].replace("market", "green")
    row["safeguard_id"] = "green"
    place, (column, value, _) = the_fault(tables)
    assert (place, column, value) == (("plan_safeguards", number), "safeguard_id", "green")


@pytest.mark.parametrize("kind", ["indicator", "platform", "claim", "field", "chain"])
def test_a_link_to_nothing(tables, kind):
    _, row = row_of(tables, "plan_links", kind=kind)
    tables["plan_links"].insert(0, {**row, "target_id": "nowhere"})
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("plan_links", 2), "target_id", "nowhere")
    assert "没有这一编号" in expected


def test_a_measure_that_says_nothing(tables):
    number, row = row_of(tables, "plan_measures", measure_id="green-4")
    row["gap_zh"] = None
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("plan_measures", number), "gap_zh", "")
    assert "暂无指标" in expected


def test_a_measure_with_evidence_that_says_it_has_none(tables):
    number, row = row_of(tables, "plan_measures", measure_id="digital-1")
    row["gap_zh"] = "暂无指标：无"
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("plan_measures", number), "gap_zh", "暂无指标：无")
    assert "应为空" in expected


def test_a_gap_in_other_words(tables):
    number, row = row_of(tables, "plan_measures", measure_id="green-4")
    row["gap_zh"] = "没有数据"
    place, (column, value, _) = the_fault(tables)
    assert (place, column, value) == (("plan_measures", number), "gap_zh", "没有数据")


@pytest.mark.parametrize(
    ("kind", "target"), [("field", "cluster-ic"), ("chain", "nev"), ("claim", "S33")]
)
def test_what_a_measure_names_is_no_evidence(tables, kind, target):
    link = {"measure_id": "green-4", "kind": kind, "target_id": target, "note_zh": None}
    tables["plan_links"].append(link)
    assert list(plan_faults(tables)) == []
    number, row = row_of(tables, "plan_measures", measure_id="green-4")
    row["gap_zh"] = None
    assert the_fault(tables)[0] == ("plan_measures", number)


@pytest.mark.parametrize(
    ("chain", "code"), [("hydrogen", "110000"), ("nev", None), ("robotics", None)]
)
def test_a_lead_region_against_its_status(tables, chain, code):
    number, row = row_of(tables, "plan_chains", chain_id=chain)
    row["lead_code"] = code
    place, (column, value, _) = the_fault(tables)
    assert (place, column, value) == (("plan_chains", number), "lead_code", code or "")


def test_a_node_in_no_region(tables):
    tables["chain_nodes"][3]["region_code"] = "000000"
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("chain_nodes", 5), "region_code", "000000")
    assert "JJJ" in expected


@pytest.mark.parametrize(("order", "minimum"), [(1, None), (2, 1.5), (3, 9.0), (4, -1.0)])
def test_thresholds_that_do_not_fall(tables, order, minimum):
    number, row = row_of(tables, "pace_thresholds", order=order)
    row["minimum"] = minimum
    place, (column, value, _) = the_fault(tables)
    shown = "" if minimum is None else str(minimum)
    assert (place, column, value) == (("pace_thresholds", number), "minimum", shown)


def test_a_figure_without_a_check(tables):
    tables["claim_checks"] = [r for r in tables["claim_checks"] if r["claim_id"] != "S12"]
    number, _ = row_of(tables, "claims", claim_id="S12")
    place, (column, value, _) = the_fault(tables)
    assert (place, column, value) == (("claims", number), "claim_id", "S12")


def test_a_check_that_is_none_and_gives_no_reason(tables):
    number, row = row_of(tables, "claim_checks", method="none")
    row["known_zh"] = None
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("claim_checks", number), "known_zh", "")
    assert "原因" in expected


def test_a_count_of_a_list_that_is_called_independent(tables):
    number, row = row_of(tables, "claim_checks", method="count")
    row["proof"] = "independent"
    place, (column, value, expected) = the_fault(tables)
    assert (place, column, value) == (("claim_checks", number), "proof", "independent")
    assert "listed" in expected
