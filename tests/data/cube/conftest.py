"""Throw-away servers for the tests of cubes, started where a test asks for one."""

import pytest

from tests.data.cube import stores
from tools import postgres_cluster


@pytest.fixture(scope="session")
def postgres():
    with postgres_cluster.postgres() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def clickhouse():
    with stores.clickhouse() as address:
        yield address
