"""A draft has the whole data package and what was done to it; half a draft is none."""

from dataclasses import replace

import pytest

from data.editions.deeds import Person
from data.editions.drafts import NoDraft

LI = Person("李", "10.0.0.1")


@pytest.fixture
def draft(store):
    return store.create(LI, "草稿")


def test_a_draft_begins_as_what_is_live(store, draft):
    path = store.drafts.package(draft.draft_id)
    live = store.store.path(store.live())
    names = sorted(p.relative_to(live) for p in live.rglob("*.*"))
    assert names == sorted(p.relative_to(path) for p in path.rglob("*.*"))
    assert all((path / name).read_bytes() == (live / name).read_bytes() for name in names)


def test_what_is_known_of_a_draft_comes_back(store, draft):
    assert store.drafts.read(draft.draft_id) == draft
    changed = store.answer(LI, draft.draft_id, {"值差十倍": "单位改为亿元"})
    assert store.drafts.read(draft.draft_id) == changed
    assert changed.answers == {"值差十倍": "单位改为亿元"}


def test_drafts_are_listed_the_last_changed_first(store, draft, clock):
    clock.pass_by(minutes=1)
    other = store.create(LI, "另一份")
    assert [d.draft_id for d in store.drafts.listed()] == [other.draft_id, draft.draft_id]
    clock.pass_by(minutes=1)
    store.answer(LI, draft.draft_id, {"q": "a"})
    assert [d.draft_id for d in store.drafts.listed()] == [draft.draft_id, other.draft_id]


def test_a_damaged_file_is_no_draft_and_hides_no_other(store, draft):
    other = store.create(LI, "另一份")
    path = store.folder / "drafts" / draft.draft_id / "draft.json"
    for content in ("", "{", "{}", '{"state": "x"}', "[]"):
        path.write_text(content)
        with pytest.raises(NoDraft):
            store.drafts.read(draft.draft_id)
        assert [d.draft_id for d in store.drafts.listed()] == [other.draft_id]


def test_tables_are_named_and_nothing_else_is_written(store, draft):
    for name in ("../draft", "Values", "", "values.csv"):
        with pytest.raises(ValueError, match=f"^{name}$"):
            store.drafts.replace_tables(draft.draft_id, {name: b""})


def test_a_draft_that_is_written_is_whole(store, draft):
    store.drafts.write(replace(draft, title="改"))
    assert store.drafts.read(draft.draft_id).title == "改"
    folder = store.folder / "drafts" / draft.draft_id
    assert sorted(path.name for path in folder.iterdir()) == ["draft.json", "package"]
