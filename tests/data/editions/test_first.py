"""A new store begins with the editions of the history and the tables of now, each of its day."""

import json
from datetime import UTC, datetime

import pytest

from data.editions.deeds import Person, Refused
from data.editions.first import take_in_first

LI = Person("李", "10.0.0.1")


def test_each_is_live_from_its_day_in_beijing(rules, data):
    old, now = take_in_first(rules, LI, data)
    assert [rules.store.versions()[name] for name in (old, now)] == ["2026-11-23", "2026-11-28"]
    assert rules.schedule.live(datetime(2026, 11, 22, 15, 59, tzinfo=UTC)) is None
    assert rules.schedule.live(datetime(2026, 11, 22, 16, tzinfo=UTC)).edition == old
    assert rules.live() == now
    shapes = rules.store.path(old) / "geo" / "prefectures_overview.geojson"
    assert json.loads(shapes.read_text(encoding="utf-8")) == {"features": []}


def test_they_are_taken_in_once(rules, data):
    take_in_first(rules, LI, data)
    with pytest.raises(Refused, match="已有版本"):
        take_in_first(rules, LI, data)
    assert len(rules.schedule.entries()) == 2
    assert rules.ledger.records()[-1].outcome == "refused"
