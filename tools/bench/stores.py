"""One question by rows in every store of facts: ``python -m tools.bench.stores [--facts FOLDER]``.

The rows are made once, in build/. FOLDER, made by ``python -m tools.synthetic_facts FOLDER``, adds
all of its rows, as many as there are, for the store that reads Parquet.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import duckdb

from data.cube.contract import FACTS, Cube, Measure, Question, Row, Statistic
from data.cube.memory import MemoryCube
from data.cube.parquet import ParquetCube
from data.cube.postgres import PostgresCube
from tools.bench.servers import BUILD
from tools.postgres_cluster import postgres
from tools.synthetic_facts import COUNTIES, Size, into_postgres, make

SIZES = (2_000, 2_000_000)  # rows
MADE = Size(counties=199, months=120, indicators=84)  # a little more than the largest of them
TIMES = 9  # that a question is asked in a store; the median counts
QUESTION = Question(
    (Measure(Statistic.SUM, "value"), Measure(Statistic.COUNT)),
    ("period",),
    {"indicator_id": ["synthetic_001"], "area_code": [f"1301{n:02}" for n in range(2, 30)]},
)


def lines(folder: Path, whole: Path | None) -> Iterator[str]:
    """The table; its rows are kept in `folder`."""
    yield "| 行数 | 存储 | 一次分组求和（毫秒） |"
    yield "|--:|---|--:|"
    rows = folder / "facts" / f"{COUNTIES}.parquet"
    if not rows.exists():
        make(folder, MADE)
    for size in SIZES:
        with duckdb.connect() as store, postgres() as cluster:
            file = folder / f"{size}.parquet"
            chosen = f"SELECT * FROM '{rows}' LIMIT {size}"
            store.execute(f"COPY ({chosen}) TO '{file}' (FORMAT parquet, ROW_GROUP_SIZE 122880)")
            names = ", ".join(FACTS.columns)
            held: list[Row] = store.execute(f"SELECT {names} FROM '{file}'").fetchall()
            into_postgres(file, cluster.address)
            yield _line("内存（pandas）", size, MemoryCube(FACTS, held))
            yield _line("DuckDB", size, ParquetCube(FACTS, (file,)))
            yield _line("PostgreSQL", size, PostgresCube(FACTS, cluster.address))
    if whole is not None:
        files = tuple(sorted((whole / "facts").glob("*.parquet")))
        with duckdb.connect() as store:
            counted = store.execute(f"SELECT count(*) FROM '{whole}/facts/*.parquet'").fetchone()
        yield _line("DuckDB", int(counted[0]) if counted else 0, ParquetCube(FACTS, files))


def _line(name: str, size: int, cube: Cube) -> str:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        cube.aggregate(QUESTION)
        taken.append((time.perf_counter() - began) * 1000)
    return f"| {size:,} | {name} | {median(taken):.1f} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.stores", description=__doc__)
    parser.add_argument("--facts", type=Path, metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    for line in lines(BUILD.parent / "facts", chosen.facts):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
