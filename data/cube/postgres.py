"""The cube of a table in PostgreSQL, or in what speaks as PostgreSQL does (金仓, openGauss)."""

from collections.abc import Mapping

import psycopg
from psycopg import conninfo, sql

from data.cube.connections import Connections, closed_on_failure
from data.cube.contract import Row, StoreAway, Table
from data.cube.faults import WrongFacts, check_types
from data.cube.question import POSTGRESQL, Bound, Writing
from data.cube.sql import SqlCube

SECONDS = 10.0  # that a question may take
REACHED_WITHIN = 5  # seconds
NUMBERS = ("int", "numeric", "float", "double")
PREPARED_AFTER = 2  # times that a connection was asked the same
Connection = psycopg.Connection[Row]


class PostgresCube(SqlCube):
    """The table of that name in the database at an address (postgresql://…), which is only read:
    every thread has a connection, and a new one after the server was away. Raises WrongFacts where
    there is no such table, StoreAway where the server cannot be reached."""

    def __init__(self, table: Table, address: str, seconds: float = SECONDS) -> None:
        self._address, self._seconds = address, seconds
        self._connections = Connections(self._connect)
        with closed_on_failure(self):
            texts = check_types(table, self._types(table.name), f"数据库中的表 {table.name} ")
        super().__init__(Writing(table, POSTGRESQL.name, texts))

    def close(self) -> None:
        """Close everything; the next question connects again."""
        self._connections.close()

    def _ask(self, sql: str, bound: Bound) -> list[Row]:
        """A connection that a restart of the server has ended says so at the first question, which
        is then asked once more."""
        try:
            try:
                return self._answer(sql, bound)
            except psycopg.OperationalError as error:
                if isinstance(error, psycopg.errors.QueryCanceled):
                    raise
                self._connections.drop()
                return self._answer(sql, bound)
        except psycopg.errors.QueryCanceled:
            raise StoreAway(f"数据库在 {self._seconds:g} 秒内没有答复，请稍后再试") from None
        except psycopg.Error as error:
            self._connections.drop()
            said = type(error).__name__
            raise StoreAway(f"数据库暂时无法读取（{said}），请稍后再试") from None

    def _answer(self, sql: str, bound: Bound) -> list[Row]:
        return self._connections.own().execute(sql.encode(), bound).fetchall()

    def _connect(self) -> Connection:
        milliseconds = int(self._seconds * 1000)
        options = f"-c statement_timeout={milliseconds} -c default_transaction_read_only=on"
        address = conninfo.make_conninfo(
            self._address,
            connect_timeout=REACHED_WITHIN,
            options=options,
            client_encoding="utf8",
        )
        return psycopg.connect(
            address,
            autocommit=True,
            prepare_threshold=PREPARED_AFTER,
        )

    def _types(self, name: str) -> Mapping[str, bool]:
        """By column whether it is a text."""
        asked = sql.SQL("SELECT * FROM {} LIMIT 0").format(sql.Identifier(name))
        try:
            connection = self._connections.own()
            found = connection.execute(asked).description or []
        except psycopg.OperationalError as error:
            said = type(error).__name__
            raise StoreAway(f"连不上数据库（{said}）：请核对地址、账号与网络") from None
        except psycopg.Error as error:
            said = type(error).__name__
            raise WrongFacts(f"数据库中没有可读的表 {name}（{said}）") from None
        return {
            column.name: not (column.type_display or "").startswith(NUMBERS) for column in found
        }
