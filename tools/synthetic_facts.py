"""Make a data folder with many clearly synthetic facts beside it, to try and to measure large
tables: ``python -m tools.synthetic_facts FOLDER``. Never part of what is shipped.

FOLDER/data is this data package with indicators named 合成指标 001（合成数据，非真实）,
FOLDER/facts the Parquet of them for FACTS=: every month of every county, those of the three regions
under their own codes, all others under codes that no list holds; and the regions as sums of their
counties. The regions lie first, then their counties, each by indicator, area and period: a question
finds its few row groups without looking at the others.
"""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.cube.contract import FACTS
from data.editions.store import copy_package
from data.model.areas import COUNTY
from data.model.periods import period
from data.package.digests import DESCRIPTOR
from data.package.load import FOLDER, load

FIRST = period("2014-01")
SOURCE = "synthetic"
SAID = "合成数据，非真实"
ROWS_TOGETHER = 122_880  # of a row group; each costs a question some tenths of a millisecond
REGIONS, COUNTIES, OTHERS = ("1-regions", "2-counties", "3-others")
MOST = 2_000_000  # rows that are put into a database
TYPES = {"period": "bigint", "value": "double precision"}  # in PostgreSQL; others are texts
VALUE = "round(50 + hash({k}) % 1000 / 10.0 + hash(i * 7919 + a) % 400 + p * 0.3, 1)"


@dataclass(frozen=True, slots=True)
class Size:
    """How many of what there are; `counties` with those of the three regions."""

    counties: int = 2_800
    months: int = 120
    indicators: int = 150


def make(folder: Path, size: Size) -> int:
    """Make the data folder and the facts; how many rows of facts there are."""
    _package(folder / "data", size)
    facts = folder / "facts"
    facts.mkdir(parents=True, exist_ok=True)
    for old in facts.glob("*.parquet"):
        old.unlink()
    catalog = load(FOLDER)
    areas = catalog.areas
    counties = [area.code for area in areas.of(COUNTY) if area.is_mapped][: size.counties]
    with duckdb.connect() as store:
        store.execute("SET threads = 2")
        _write(store, facts / f"{COUNTIES}.parquet", _monthly(size, len(counties)), counties)
        others = max(size.counties - len(counties), 0)
        _write(store, facts / f"{OTHERS}.parquet", _monthly(size, others), [])
        parents = [(code, areas.province_of(code)) for code in counties]
        _regions(store, facts, parents)
        counted = store.execute(f"SELECT count(*) FROM '{facts}/*.parquet'").fetchone()
    return int(counted[0]) if counted else 0


def _monthly(size: Size, areas: int) -> str:
    """Numbers of indicator, area and month, ascending: i, a, p, and the row's own k."""
    whole, by = size.indicators * areas * size.months, max(areas, 1) * size.months
    return (
        f"SELECT k, k // {by} AS i, k // {size.months} % {max(areas, 1)} AS a, "
        f"k % {size.months} AS p FROM range({whole}) numbers(k)"
    )


def _write(store: duckdb.DuckDBPyConnection, file: Path, numbers: str, codes: list[str]) -> None:
    """The facts of these numbers; without `codes` under some that no list holds."""
    listed = "[" + ", ".join(f"'{code}'" for code in codes) + "]"
    code = f"{listed}[a + 1]" if codes else "'9' || lpad(a::VARCHAR, 5, '0')"
    _copy(
        store,
        file,
        f"SELECT 'synthetic_' || lpad((i + 1)::VARCHAR, 3, '0') AS indicator_id, "
        f"{code} AS area_code, ({FIRST} + p)::INTEGER AS period, "
        f"({VALUE.format(k='k')})::DOUBLE AS value FROM ({numbers})",
    )


def _regions(
    store: duckdb.DuckDBPyConnection, facts: Path, parents: Sequence[tuple[str, str]]
) -> None:
    """The prefectures, the regions and the three together as sums of their counties."""
    store.execute("CREATE OR REPLACE TEMP TABLE parents (code VARCHAR, parent VARCHAR)")
    store.executemany("INSERT INTO parents VALUES (?, ?)", [*parents, *_three(parents)])
    _copy(
        store,
        facts / f"{REGIONS}.parquet",
        f"SELECT indicator_id, parent AS area_code, period, round(sum(value), 1) AS value "
        f"FROM '{facts / COUNTIES}.parquet' JOIN parents ON area_code = code "
        f"GROUP BY ALL ORDER BY ALL",
    )


def _three(parents: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    prefectures = [(code, f"{code[:4]}00") for code, parent in parents if parent == "130000"]
    return [*((code, "JJJ") for code, _ in parents), *prefectures]


def _copy(store: duckdb.DuckDBPyConnection, file: Path, query: str) -> None:
    store.execute(
        f"COPY (SELECT *, NULL::VARCHAR AS qualifier, 'A' AS status, 'A' AS trust, "
        f"'{SOURCE}' AS source_id FROM ({query})) TO '{file}' "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROWS_TOGETHER})"
    )


def _package(folder: Path, size: Size) -> None:
    """This data package with the indicators."""
    copy_package(FOLDER, folder)
    themes = [row["theme"] for row in _rows(folder, "themes")]
    pattern = next(r for r in _rows(folder, "indicators") if r["indicator_id"] == "gdp")
    plain = {
        **dict.fromkeys(pattern, ""), "unit_zh": "件", "unit_en": "pieces", "decimals": "1",
        "measure_type": "flow", "price_basis": pattern["price_basis"], "direction": "neutral",
        "aggregation": "sum", "mean_denominator": "false", "per_capita_allowed": "false",
        "share_of_three_allowed": "true", "nation_share_denominator": "none",
        "growth_allowed": "true", "growth_kind": pattern["growth_kind"], "visible": "default",
        "definition_zh": f"{SAID}。", "definition_en": "Synthetic, not real.",
    }  # fmt: skip
    names = [f"synthetic_{number:03}" for number in range(1, size.indicators + 1)]
    rows = [
        {
            **plain, "indicator_id": name, "theme": themes[number % len(themes)],
            "order": str(9000 + number), "name_zh": f"合成指标 {name[-3:]}（{SAID}）",
            "short_zh": f"合成指标 {name[-3:]}", "name_en": f"Synthetic {name[-3:]} (not real)",
            "short_en": f"Synthetic {name[-3:]}",
        }
        for number, name in enumerate(names)
    ]  # fmt: skip
    _add(folder, "indicators", rows)
    _add(folder, "fact_indicators", [{"indicator_id": name} for name in names])
    source = dict.fromkeys(_rows(folder, "sources")[0], "")
    own = {"source_id": SOURCE, "title_zh": f"《{SAID}》", "publishers_zh": SAID}
    _add(folder, "sources", [{**source, **own}])
    descriptor = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    descriptor["title"] = f"{descriptor['title']}（{SAID}）"
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _add(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
    path = folder / "tables" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, head, lineterminator="\n").writerows(rows)


def into_postgres(facts: Path, address: str) -> int:
    """Put the facts of a folder, or of a file, into a database, with the indexes that the questions
    need; how many rows. They take the place of a table that is there."""
    import psycopg

    with duckdb.connect() as store, psycopg.connect(address, autocommit=True) as target:
        files = facts / "*.parquet" if facts.is_dir() else facts
        store.execute(f"CREATE VIEW facts AS SELECT * FROM '{files}'")
        found = store.execute("SELECT count(*) FROM facts").fetchone()
        count = int(found[0]) if found else 0
        if count > MOST:
            raise ValueError(f"{count:,} 行超过 {MOST:,} 行：请以 --indicators 或 --counties 减少")
        columns = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in FACTS.columns)
        target.execute("DROP TABLE IF EXISTS facts")
        target.execute(f"CREATE TABLE facts ({columns})".encode())
        rows = store.execute(f"SELECT {', '.join(FACTS.columns)} FROM facts")
        with target.cursor() as cursor, cursor.copy("COPY facts FROM STDIN") as copy:
            while part := rows.fetchmany(50_000):
                for row in part:
                    copy.write_row(row)
        target.execute("CREATE INDEX ON facts (indicator_id, area_code, period)")
        target.execute("CREATE INDEX ON facts (indicator_id, period, area_code)")
        target.execute("CREATE INDEX ON facts (area_code)")
        target.execute("ANALYZE facts")
    return count


def main(arguments: Sequence[str] | None = None) -> int:
    """Make them, and say where."""
    parser = argparse.ArgumentParser(prog="python -m tools.synthetic_facts", description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, default in (("counties", 2_800), ("months", 120), ("indicators", 150)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--postgres", default="", metavar="ADDRESS", help="put them there too")
    asked = parser.parse_args(arguments)
    rows = make(asked.folder, Size(asked.counties, asked.months, asked.indicators))
    print(f"{rows:,} 行合成数据。DATA_DIR={asked.folder}/data FACTS={asked.folder}/facts")
    if asked.postgres:
        print(f"数据库中 {into_postgres(asked.folder / 'facts', asked.postgres):,} 行。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
