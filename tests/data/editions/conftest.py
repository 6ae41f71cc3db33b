"""Small data packages, a store of them, and the rules with a clock that the test holds."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.editions.deeds import Person
from data.editions.publishing import Publishing

LI = Person("李", "10.0.0.1")


def write_package(folder: Path, version="2026-11-28", rows=("110000,1",), extra=()):
    """A package of one table with these rows, as a descriptor, a table and shapes."""
    fields = [{"name": "code", "type": "string"}, {"name": "value", "type": "number"}]
    table = {"name": "values", "path": "tables/values.csv", "schema": {"fields": fields}}
    for path in ("tables", "geo"):
        (folder / path).mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": version, "resources": [table, *extra]}, indent=1)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    lines = "\n".join(["code,value", *rows])
    (folder / "tables" / "values.csv").write_text(f"{lines}\n", encoding="utf-8")
    (folder / "geo" / "prefectures_overview.geojson").write_text('{"features": []}')
    return folder


class Clock:
    """The time of the store; it stands until the test moves it."""

    def __init__(self):
        self.time = datetime(2026, 11, 28, 2, tzinfo=UTC)

    def __call__(self):
        return self.time

    def pass_by(self, **how_long):
        self.time += timedelta(**how_long)


@pytest.fixture
def package(tmp_path):
    """Write a small package: (name, version, rows)."""

    def build(name="package", version="2026-11-28", rows=("110000,1",), extra=()):
        return write_package(tmp_path / name, version, rows, extra)

    return build


@pytest.fixture
def data(package):
    """Tables of the 28th with a history of the 23rd, which has no shapes of its own."""
    folder = package("data", version="2026-11-28", rows=("110000,2",))
    old = package("data/history/2026-11-23", version="2026-11-23")
    (old / "geo" / "prefectures_overview.geojson").unlink()
    (old / "geo").rmdir()
    return folder


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def faults():
    """What the check finds: nothing, unless a test puts something in."""
    return []


@pytest.fixture
def rules(tmp_path, clock, faults, monkeypatch):
    """The rules of an empty store; packages stay as small as they are."""
    monkeypatch.setattr("data.editions.drafts.bring_up", lambda _: False)
    return Publishing(tmp_path / "store", lambda _: list(faults), clock)


@pytest.fixture
def store(rules, package, clock):
    """The rules of a store in which an edition is live."""
    rules.take_in(LI, package(version="2026-11-23"), clock() - timedelta(days=5), "初始版本")
    return rules
