"""The cube of Parquet files: DuckDB reads them where they lie, within bounds of memory and time."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
from sqlglot import exp

from data.cube.connections import Connections, before_fork, closed_on_failure
from data.cube.contract import Row, StoreAway, Table
from data.cube.faults import WrongFacts, check_types
from data.cube.question import DUCKDB, Bound, Writing
from data.cube.sql import SqlCube

THREADS = 2  # of a question; a process asks several at once
MEMORY = "160MB"  # of each process
SECONDS = 10.0  # that a question may take
NUMBERS = ("INT", "DOUBLE", "FLOAT", "DECIMAL", "REAL")


class ParquetCube(SqlCube):
    """The table in some Parquet files, all with its columns. Raises WrongFacts."""

    def __init__(self, table: Table, files: tuple[Path, ...], seconds: float = SECONDS) -> None:
        self._files, self._seconds = files, seconds
        self._lock = threading.Lock()
        self._store: duckdb.DuckDBPyConnection | None = None
        self._view = table.name
        self._cursors = Connections(self._cursor)
        before_fork(self)
        try:
            with closed_on_failure(self):
                texts = check_types(table, self._types(), f"{files[0].name} ")
        except duckdb.Error as error:
            said = type(error).__name__
            raise WrongFacts(f"{files[0].parent} 中的 Parquet 文件无法读取（{said}）") from None
        super().__init__(Writing(table, DUCKDB.name, texts))

    def close(self) -> None:
        """Close everything; the next question opens it again."""
        self._cursors.close()
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()

    def _ask(self, sql: str, bound: Bound) -> list[Row]:
        try:
            cursor = self._cursors.own()
            with _within(cursor, self._seconds):
                return cursor.execute(sql, bound).fetchall()
        except duckdb.InterruptException:
            raise StoreAway(f"数据文件在 {self._seconds:g} 秒内没有答复，请稍后再试") from None
        except duckdb.Error as error:
            self._cursors.drop()
            said = type(error).__name__
            raise StoreAway(f"数据文件暂时无法读取（{said}），请稍后再试") from None

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            if self._store is None:
                self._store = _opened(self._view, self._files)
            return self._store.cursor()

    def _types(self) -> Mapping[str, bool]:
        """By column whether it is a text."""
        cursor = self._cursors.own()
        rows = cursor.execute(f'DESCRIBE "{self._view}"').fetchall()
        return {name: not any(kind in type_ for kind in NUMBERS) for name, type_, *_ in rows}


def _opened(view: str, files: tuple[Path, ...]) -> duckdb.DuckDBPyConnection:
    """A DuckDB in which the view is the files, and which reads nothing else."""
    config: dict[str, str | int] = {"threads": THREADS, "memory_limit": MEMORY}
    store = duckdb.connect(":memory:", config=config)  # type: ignore[arg-type]
    listed = ", ".join(exp.Literal.string(str(file)).sql("duckdb") for file in files)
    store.execute("SET parquet_metadata_cache = true")
    store.execute("SET temp_directory = ''")  # nothing is written
    store.execute(f"SET allowed_paths = [{listed}]")
    store.execute("SET enable_external_access = false")
    store.execute(f'CREATE VIEW "{view}" AS SELECT * FROM read_parquet([{listed}])')
    store.execute("SET lock_configuration = true")
    return store


@contextmanager
def _within(cursor: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt a question that takes longer."""
    timer = threading.Timer(seconds, cursor.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
