"""What was done to a store by anything but its rules is found."""

import json

import pytest

from data.editions.deeds import Person
from data.editions.soundness import faults_of_store

LI, WANG = Person("李", "10.0.0.1"), Person("王", "10.0.0.2")


@pytest.fixture
def folder(store):
    """The folder of a store in which a draft was published and taken back."""
    first = store.live()
    draft = store.create(LI, "草稿")
    store.replace_tables(LI, draft.draft_id, {"values": b"code,value\n110000,2\n"}, None)
    found = store.submit(LI, draft.draft_id)
    store.approve(WANG, draft.draft_id, found.digest)
    store.publish(LI, draft.draft_id)
    store.roll_back(WANG, first, "撤回")
    return store.folder


def test_a_store_that_only_its_rules_wrote_to_is_sound(folder):
    assert faults_of_store(folder) == []


def test_a_store_that_is_not_there_is_sound(tmp_path):
    assert faults_of_store(tmp_path / "none") == []


def test_an_edition_that_was_changed_is_named(folder, store):
    path = store.store.path(store.live()) / "tables" / "values.csv"
    path.chmod(0o644)
    path.write_text("code,value\n110000,9\n")
    (fault,) = faults_of_store(folder)
    assert fault.file == f"editions/{store.live()}"
    assert "被改动" in fault.expected
    path.unlink()
    (fault,) = faults_of_store(folder)
    assert "读不出" in fault.expected


def test_an_entry_by_another_hand_and_one_of_no_edition_are_named(folder):
    path = folder / "current.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    other = {**rows[0], "edition": "0" * len(rows[0]["edition"])}
    path.write_text(json.dumps([*rows, rows[0], other]), encoding="utf-8")
    found = [(fault.row, fault.expected[:6]) for fault in faults_of_store(folder)]
    assert found == [(4, "台账中没有这"), (5, "库中没有这一"), (5, "台账中没有这")]


def test_a_damaged_schedule_and_a_torn_ledger_are_named(folder):
    (folder / "current.json").write_text("[", encoding="utf-8")
    with (folder / "ledger.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    assert {fault.file for fault in faults_of_store(folder)} == {"current.json", "ledger.jsonl"}
