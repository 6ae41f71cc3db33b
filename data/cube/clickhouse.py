"""The cube of a table in ClickHouse, asked over HTTP."""

from collections.abc import Mapping
from urllib.parse import parse_qs, unquote, urlsplit

import clickhouse_connect
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import ClickHouseError, DatabaseError, OperationalError

from data.cube.connections import Connections, closed_on_failure
from data.cube.contract import Row, StoreAway, Table
from data.cube.faults import WrongFacts, check_types
from data.cube.question import CLICKHOUSE, Bound, Writing
from data.cube.sql import SqlCube

SECONDS = 10.0  # that a question may take
REACHED_WITHIN = 5  # seconds
NUMBERS = ("Int", "UInt", "Float", "Decimal", "BFloat")
WRAPPED = ("Nullable(", "LowCardinality(")
PORTS = {False: 8123, True: 8443}
TOO_SLOW = "TIMEOUT_EXCEEDED"


class ClickHouseCube(SqlCube):
    """The table of that name in the database at an address (clickhouse://user:word@host/database;
    `?secure=1` for TLS), which is only read: every thread has a connection. Raises WrongFacts where
    there is no such table, StoreAway where the server cannot be reached."""

    def __init__(self, table: Table, address: str, seconds: float = SECONDS) -> None:
        self._address, self._seconds = address, seconds
        self._clients = Connections(self._connect)
        with closed_on_failure(self):
            texts = check_types(table, self._types(table), f"数据库中的表 {table.name} ")
        super().__init__(Writing(table, CLICKHOUSE.name, texts))

    def close(self) -> None:
        """Close everything; the next question connects again."""
        self._clients.close()

    def _ask(self, sql: str, bound: Bound) -> list[Row]:
        """A connection that the server has closed meanwhile is made again by the client."""
        try:
            answer = self._clients.own().query(sql, parameters=dict(bound))
        except (ClickHouseError, OSError) as error:
            self._clients.drop()
            if TOO_SLOW in str(error):
                raise StoreAway(f"数据库在 {self._seconds:g} 秒内没有答复，请稍后再试") from None
            said = type(error).__name__
            raise StoreAway(f"数据库暂时无法读取（{said}），请稍后再试") from None
        return [tuple(row) for row in answer.result_rows]

    def _connect(self) -> Client:
        parts = urlsplit(self._address)
        is_secure = parse_qs(parts.query).get("secure", ["0"])[0] not in ("0", "false")
        return clickhouse_connect.get_client(
            host=parts.hostname or "localhost",
            port=parts.port or PORTS[is_secure],
            username=unquote(parts.username or "default"),
            password=unquote(parts.password or ""),
            database=parts.path.strip("/") or "default",
            secure=is_secure,
            connect_timeout=REACHED_WITHIN,
            send_receive_timeout=int(self._seconds) + 1,
            autogenerate_session_id=False,  # no state is kept between two questions
            # 2: settings may be said, nothing may be written
            settings={"max_execution_time": self._seconds, "readonly": 2},
        )

    def _types(self, table: Table) -> Mapping[str, bool]:
        """By column whether it is a text."""
        try:
            found = self._clients.own().query(f'DESCRIBE TABLE "{table.name}"').result_rows
        except (DatabaseError, OSError) as error:
            said = type(error).__name__
            if isinstance(error, OperationalError | OSError):
                raise StoreAway(f"连不上数据库（{said}）：请核对地址、账号与网络") from None
            raise WrongFacts(f"数据库中没有可读的表 {table.name}（{said}）") from None
        return {name: not _bare(kind).startswith(NUMBERS) for name, kind, *_ in found}


def _bare(kind: str) -> str:
    """A type without what it is wrapped in."""
    for wrap in WRAPPED:
        kind = kind.removeprefix(wrap)
    return kind
