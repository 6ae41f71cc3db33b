"""The stores that the tests of cubes speak to: throw-away servers, and cubes made of rows in each.

PostgreSQL is Debian's (tools/browser_tools.py installs it), ClickHouse the engine in process behind
its HTTP interface (clickhouse_server.py; `make .venv/chdb.stamp` installs it). Where one is not
there a test fails and says so.
"""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from data.cube.contract import FACTS
from data.cube.memory import MemoryCube
from tools.ports import unused_port

ROOT = Path(__file__).parents[3]
ENGINE = ROOT / "build" / "chdb"
WITHIN = 20  # seconds in which a server is there
NAMES = count()
TYPES = {"period": "bigint", "value": "double precision"}
CLICKHOUSE_TYPES = {"period": "Int64", "value": "Nullable(Float64)"}
KEYS = ("indicator_id", "area_code")


@contextmanager
def clickhouse():
    """The address of the engine's HTTP interface."""
    assert ENGINE.is_dir(), "build/chdb 不存在，请运行 make .venv/chdb.stamp"
    port = unused_port()
    command = [sys.executable, str(Path(__file__).with_name("clickhouse_server.py")), str(port)]
    server = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ENGINE)})
    try:
        until = time.monotonic() + WITHIN
        while time.monotonic() < until:
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, "chdb 没有启动"
            time.sleep(0.1)
        yield f"clickhouse://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def memory_cube(rows, _):
    return MemoryCube(FACTS, rows)


def parquet_cube(rows, folder):
    """The rows in two files, in no order."""
    import duckdb

    from data.cube.parquet import ParquetCube

    files = tuple(folder / f"{next(NAMES)}.parquet" for _ in range(2))
    columns = ", ".join(f'"{n}" {TYPES.get(n, "varchar")}' for n in FACTS.columns)
    for part, file in enumerate(files):
        with duckdb.connect() as store:
            store.execute(f"CREATE TABLE rows ({columns})")
            if own := rows[part::2]:
                store.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * len(own[0]))})", own)
            store.execute(f"COPY rows TO '{file}' (FORMAT parquet)")
    return ParquetCube(FACTS, files)


def postgres_cube(rows, address):
    import psycopg

    from data.cube.postgres import PostgresCube

    columns = ", ".join(f'"{n}" {TYPES.get(n, "text")}' for n in FACTS.columns)
    with psycopg.connect(address, autocommit=True) as store:
        store.execute("DROP TABLE IF EXISTS facts")
        store.execute(f"CREATE TABLE facts ({columns})")
        with store.cursor() as cursor, cursor.copy("COPY facts FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    return PostgresCube(FACTS, address)


def clickhouse_cube(rows, address):
    import clickhouse_connect

    from data.cube.clickhouse import ClickHouseCube

    types = {n: "String" if n in KEYS else "Nullable(String)" for n in FACTS.columns}
    columns = ", ".join(f'"{n}" {kind}' for n, kind in {**types, **CLICKHOUSE_TYPES}.items())
    port = int(address.rpartition(":")[2])
    store = clickhouse_connect.get_client(host="127.0.0.1", port=port)
    store.command("DROP TABLE IF EXISTS facts")
    store.command(f"CREATE TABLE facts ({columns}) ENGINE = MergeTree ORDER BY (period)")
    if rows:
        values = ", ".join(f"({', '.join(map(literal, row))})" for row in rows)
        store.command(f"INSERT INTO facts VALUES {values}")
    store.close()
    return ClickHouseCube(FACTS, address)


def literal(value):
    if value is None:
        return "NULL"
    return f"'{value}'" if isinstance(value, str) else repr(value)


CUBES = {
    "memory": memory_cube,
    "parquet": parquet_cube,
    "postgres": postgres_cube,
    "clickhouse": clickhouse_cube,
}
