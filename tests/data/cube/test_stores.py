"""What stores do when they are away, slow or not what was named; memory has none of that."""

import os
import threading
import time
import traceback

import psycopg
import pytest

from data.cube.clickhouse import ClickHouseCube
from data.cube.contract import FACTS, Measure, Question, Statistic, StoreAway, Table
from data.cube.faults import WrongFacts
from data.cube.parquet import ParquetCube
from data.cube.postgres import PostgresCube
from data.cube.sql import PAUSE
from tests.data.cube import stores

ROWS = [("gdp", "110000", year, float(year), None, "A", "A", "s1") for year in range(2000, 2025)]
COUNT = Question((Measure(Statistic.COUNT),))
OTHER = Table("facts", ("indicator_id", "area_code", "period"), ("amount",))


@pytest.fixture
def parquet(tmp_path):
    cube = stores.parquet_cube(ROWS, tmp_path)
    yield cube
    cube.close()


def said(caught):
    """All of what a log would have of a failure."""
    return "".join(traceback.format_exception(caught.value))


@pytest.mark.thorough
def test_parquet_answers_in_many_threads_and_after_the_process_was_copied(parquet):
    assert parquet.aggregate(COUNT) == [(25,)]
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(parquet.aggregate(COUNT))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[(25,)]] * 6
    child = os.fork()
    if child == 0:
        os._exit(0 if parquet.aggregate(COUNT) == [(25,)] else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert parquet.aggregate(COUNT) == [(25,)]


def test_parquet_says_in_plain_words_that_a_file_is_gone(parquet, tmp_path):
    for file in tmp_path.glob("*.parquet"):
        file.unlink()
    parquet.close()
    with pytest.raises(StoreAway, match="数据文件暂时无法读取") as caught:
        parquet.aggregate(COUNT)
    assert str(tmp_path) not in str(caught.value)
    assert "SELECT" not in said(caught)


@pytest.mark.thorough
def test_parquet_gives_up_after_its_time(tmp_path):
    cube = stores.parquet_cube(ROWS, tmp_path)
    slow = ParquetCube(FACTS, cube._files, seconds=0.2)
    endless = "SELECT count(*) FROM range(1000000000) a(x), range(1000000) b(y) WHERE x + y = 3"
    with pytest.raises(StoreAway, match=r"0\.2 秒内没有答复"):
        slow._ask(endless, {})
    assert slow.aggregate(COUNT) == [(25,)]
    slow.close()
    cube.close()


def test_parquet_reads_no_other_file(parquet, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("a\n1\n", "utf-8")
    with pytest.raises(StoreAway):
        parquet._ask(f"SELECT * FROM '{other}'", {})


def test_a_file_without_a_column_or_that_is_none_is_named(parquet, tmp_path):
    with pytest.raises(WrongFacts, match=r"缺少列 amount；应有 indicator_id、area_code"):
        ParquetCube(OTHER, parquet._files)
    none = tmp_path / "none.parquet"
    none.write_bytes(b"nothing")
    with pytest.raises(WrongFacts, match="无法读取"):
        ParquetCube(FACTS, (none,))


@pytest.mark.thorough
def test_postgres_answers_again_after_a_restart_and_says_so_while_it_is_away(postgres):
    cube = stores.postgres_cube(ROWS, postgres.address)
    assert cube.aggregate(COUNT) == [(25,)]
    postgres.stop()
    postgres.start()
    assert cube.aggregate(COUNT) == [(25,)]
    postgres.stop()
    try:
        with pytest.raises(StoreAway, match="数据库暂时无法读取") as caught:
            cube.aggregate(COUNT)
        with pytest.raises(StoreAway, match="连不上数据库"):
            PostgresCube(FACTS, postgres.address)
    finally:
        postgres.start()
    assert "SELECT" not in said(caught)
    assert str(postgres.folder) not in said(caught)
    with pytest.raises(StoreAway, match="数据库暂时无法读取"):
        cube.aggregate(COUNT)  # it is there again, but was not asked
    time.sleep(PAUSE)
    assert cube.aggregate(COUNT) == [(25,)]
    cube.close()


@pytest.mark.thorough
def test_postgres_only_reads_and_gives_up_after_its_time(postgres):
    stores.postgres_cube(ROWS, postgres.address).close()
    cube = PostgresCube(FACTS, postgres.address, seconds=0.3)
    with pytest.raises(StoreAway, match=r"0\.3 秒内没有答复"):
        cube._ask("SELECT pg_sleep(5)", {})
    with pytest.raises(StoreAway, match="ReadOnlySqlTransaction"):
        cube._ask("DELETE FROM facts", {})
    assert cube.aggregate(COUNT) == [(25,)]
    cube.close()
    before = clients(postgres.address)
    with pytest.raises(WrongFacts, match="缺少列 amount"):
        PostgresCube(OTHER, postgres.address)
    with pytest.raises(WrongFacts, match="没有可读的表 nothing"):
        PostgresCube(Table("nothing", (), ()), postgres.address)
    assert comes_to(postgres.address, before)


def clients(address):
    """How many the server has, beside who asks."""
    asked = "SELECT count(*) - 1 FROM pg_stat_activity WHERE backend_type = 'client backend'"
    with psycopg.connect(address) as own:
        return own.execute(asked).fetchone()[0]


def comes_to(address, count):
    """Whether the server has no more clients; it takes a moment to notice that one has left."""
    return any(clients(address) <= count or time.sleep(0.1) for _ in range(50))


@pytest.mark.thorough
def test_postgres_answers_after_the_process_was_copied(postgres):
    cube = stores.postgres_cube(ROWS, postgres.address)
    child = os.fork()
    if child == 0:
        os._exit(0 if cube.aggregate(COUNT) == [(25,)] else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert cube.aggregate(COUNT) == [(25,)]
    cube.close()


@pytest.mark.thorough
def test_clickhouse_names_what_it_lacks(clickhouse):
    stores.clickhouse_cube(ROWS, clickhouse).close()
    with pytest.raises(WrongFacts, match="缺少列 amount"):
        ClickHouseCube(OTHER, clickhouse)
    with pytest.raises(WrongFacts, match="没有可读的表 nothing"):
        ClickHouseCube(Table("nothing", (), ()), clickhouse)


def test_a_password_is_in_no_message():
    word = "-".join(("hidden", "word"))  # a trace has the lines of this test too
    for kind, scheme in ((ClickHouseCube, "clickhouse"), (PostgresCube, "postgresql")):
        with pytest.raises(StoreAway, match="连不上数据库") as caught:
            kind(FACTS, f"{scheme}://reader:{word}@127.0.0.1:9/facts")
        assert word not in said(caught)
