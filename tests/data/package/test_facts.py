"""Facts beside the tables of a package: named by content, registered, in one place only."""

import csv
import hashlib
import json
import shutil

import duckdb
import pytest

from data.package.digests import digest
from data.package.fact_checks import fact_faults
from data.package.facts import with_facts
from data.package.faults import BrokenTables
from data.package.load import load

TABLES = {
    "fact_indicators": [{"indicator_id": "a"}],
    "observations": [{"indicator_id": "b"}],
    "indicators": [
        {"indicator_id": "a", "headline": None, "numerator_id": "b"},
        {"indicator_id": "b", "headline": 1, "numerator_id": None},
    ],
    "plan_links": [{"indicator_id": "b"}],
}


def said(**changed):
    return [str(fault) for fault in fact_faults({**TABLES, **changed})]


def test_tables_that_fit_have_no_fault():
    assert said() == []
    assert said(fact_indicators=[], observations=[{"indicator_id": "a"}]) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"observations": [{"indicator_id": "a"}]},
         ["tables/fact_indicators.csv，第 2 行，列 indicator_id，现为“a”："
          "observations 中已有这个指标的观测值；一个指标的数值只能在一处"]),
        ({"indicators": [{"indicator_id": "a", "headline": 2}]},
         ["tables/indicators.csv，第 2 行，列 headline，现为“2”："
          "数值取自事实库的指标（fact_indicators）不能作卡片，应留空"]),
        ({"plan_links": [{"indicator_id": "b"}, {"indicator_id": "a"}]},
         ["tables/plan_links.csv，第 3 行，列 indicator_id，现为“a”："
          "这个指标的数值取自事实库（fact_indicators），其他表不能引用"]),
        ({"indicators": [{"indicator_id": "b", "headline": None, "part_of": "a"}]},
         ["tables/indicators.csv，第 2 行，列 part_of，现为“a”："
          "这个指标的数值取自事实库（fact_indicators），其他表不能引用"]),
    ],
)  # fmt: skip
def test_each_fault_is_named(changed, expected):
    assert said(**changed) == expected


@pytest.fixture
def package(edition, tmp_path):
    """A package with a registered indicator, and facts of it beside the tables."""
    folder = tmp_path / "package"
    shutil.copytree(edition, folder)
    table = folder / "tables" / "indicators.csv"
    with table.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    made_row = {**next(r for r in listed if r["indicator_id"] == "pm25"), "indicator_id": "made"}
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(made_row)).writerow({**made_row, "headline": ""})
    (folder / "tables" / "fact_indicators.csv").write_text("indicator_id\nmade\n", "utf-8")
    source = (folder / "tables" / "sources.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    made = tmp_path / "made.parquet"
    with duckdb.connect() as store:
        store.execute(
            f"COPY (SELECT 'made' indicator_id, '110000' area_code, 2020 AS period, 4.5 AS value,"
            f" NULL::VARCHAR qualifier, 'A' status, 'A' trust, '{source}' source_id)"
            f" TO '{made}' (FORMAT parquet)"
        )
    name = f"facts/{hashlib.sha256(made.read_bytes()).hexdigest()}.parquet"
    (folder / "facts").mkdir()
    shutil.move(made, folder / name)
    descriptor = folder / "datapackage.json"
    found = json.loads(descriptor.read_text("utf-8"))
    found["resources"].append({"name": "facts", "path": name, "format": "parquet"})
    descriptor.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return folder


@pytest.mark.thorough
def test_facts_beside_the_tables_are_checked_and_read(package):
    catalog = load(package)
    assert catalog.facts.periods == {"made": (2020,)}
    assert "made" in catalog.indicators
    before = digest(package)
    (file,) = (package / "facts").iterdir()
    file.write_bytes(file.read_bytes() + b"\0")
    with pytest.raises(BrokenTables, match="内容与文件名不符"):
        load(package)
    file.unlink()
    with pytest.raises((BrokenTables, FileNotFoundError)):
        load(package)
    assert before


def test_without_a_store_a_registered_indicator_is_not_there(catalog):
    tables = {"fact_indicators": [{"indicator_id": "pm25"}]}
    found = with_facts(catalog, tables, None)
    assert "pm25" not in found.indicators and "pm25" in found.fact_indicators
    assert with_facts(catalog, {"fact_indicators": []}, None) is catalog
