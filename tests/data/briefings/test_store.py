"""Briefings as files: what is written comes back, what is damaged is refused and left alone."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.briefings.file import (
    FORMAT,
    LARGEST,
    Briefing,
    BrokenBriefing,
    DamagedBriefing,
    plain,
    read,
    scenes_of,
    written,
)
from data.briefings.store import LOCK, NEW, Briefings, NoBriefing, StaleBriefing
from data.model.scenes import FINDING, LAYOUTS, LONGEST, MOST_POINTS, SCALES, Scene
from data.package.scene_checks import Known

KNOWN = Known(
    themes=frozenset({"overall"}),
    indicators={name: {"A"} for name in ("gdp", "pm25")},
    regions=frozenset({"hebei"}),
    ends={"A": (2010, 2024)},
)
NEEDING = {
    "task",
    "chain",
    "place",
    "pair",
    "areas",
}  # what a scene of these needs is tested with the flaws
SCENE = Scene("one", 1, "chart", "overall", indicator_id="gdp")
WHOLE = {"format": FORMAT, "name": "a", "revision": 1, "scenes": [plain(SCENE)]}
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
some_scenes = st.lists(
    st.builds(
        Scene,
        scene_id=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4}){0,2}", fullmatch=True),
        order=st.just(1),
        layout=st.sampled_from(sorted(set(LAYOUTS) - NEEDING)),
        theme=st.just("overall"),
        indicator_id=st.just("gdp"),
        against_id=st.sampled_from([None, "pm25"]),
        subject=st.sampled_from(["regions", "gaps", "sources"]),
        regions=st.sampled_from([(), ("hebei",)]),
        scale=st.sampled_from(SCALES),
        start=st.none() | st.integers(2010, 2015),
        end=st.none() | st.integers(2015, 2024),
        title=texts.filter(lambda text: text != FINDING),
        note_zh=st.none() | texts,
        subtitle=st.none() | texts.map(lambda text: text[: LONGEST["subtitle"]]),
        points=st.lists(texts, min_size=1, max_size=MOST_POINTS).map(tuple),
        filters=st.sampled_from([None, "search=%E6%B8%AF"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda scene: scene.scene_id,
)


@pytest.fixture
def store(tmp_path):
    return Briefings(tmp_path / "briefings", KNOWN)


def put(tmp_path, name, content):
    folder = tmp_path / "briefings"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


@given(some_scenes)
def test_a_file_gives_back_what_was_written(found):
    ordered = tuple(replace(scene, order=i) for i, scene in enumerate(found, start=1))
    kept = Briefing("名字-1", "3f", ordered)
    assert read(written(kept), "x.json", KNOWN) == kept


@given(some_scenes, st.data())
def test_a_file_cut_short_is_never_taken_for_a_whole_one(found, data):
    content = written(Briefing("a", "1", tuple(found))).rstrip()
    cut = data.draw(st.integers(0, len(content) - 1))
    with pytest.raises(BrokenBriefing):
        read(content[:cut], "a.json", KNOWN)


def test_a_revision_is_of_one_writing_and_an_old_one_is_stale(store):
    first = store.write("汇报", (SCENE,), NEW).revision
    second = store.write("汇报", (SCENE,), first).revision
    with pytest.raises(StaleBriefing) as stale:
        store.write("汇报", (), first)
    assert stale.value.current == second
    with pytest.raises(StaleBriefing):
        store.delete("汇报", first)
    store.delete("汇报", second)
    assert store.entries() == ()
    with pytest.raises(NoBriefing):
        store.read("汇报")
    with pytest.raises(NoBriefing):
        store.delete("汇报", second)


def test_a_briefing_made_anew_is_not_taken_for_the_one_before(store):
    seen = store.write("汇报", (SCENE,), NEW).revision  # A opens it
    store.delete("汇报", seen)  # B deletes it
    theirs = store.write("汇报", (replace(SCENE, title="C 的"),), NEW)  # C makes one of that name
    with pytest.raises(StaleBriefing):
        store.write("汇报", (replace(SCENE, title="A 的"),), seen)
    assert store.read("汇报") == theirs
    assert seen != theirs.revision


def test_a_numbered_revision_of_the_files_before_is_read_and_replaced(store, tmp_path):
    put(tmp_path, "a", WHOLE)
    assert store.read("a").revision == "1"
    assert store.write("a", (SCENE,), "1").revision != "1"


def test_the_list_reads_a_file_again_only_when_it_has_changed(store, tmp_path, monkeypatch):
    kept = store.write("a", (SCENE,), NEW)
    store.write("b", (SCENE,), NEW)
    before = store.entries()
    read_again = []
    monkeypatch.setattr(
        "data.briefings.store.read", lambda *of: read_again.append(of[1]) or read(*of)
    )
    assert store.entries() == before and read_again == []
    store.write("c", (SCENE,), NEW)
    assert read_again == []  # whoever writes a new one does not check the others
    store.write("a", (SCENE, replace(SCENE, scene_id="two")), kept.revision)
    read_again.clear()
    assert [(entry.name, entry.scenes) for entry in store.entries()] == [
        ("a", 2), ("b", 1), ("c", 1),
    ]  # fmt: skip
    assert sorted(read_again) == ["a.json", "c.json"]
    put(tmp_path, "b", b"{")
    assert [bool(entry.fault) for entry in store.entries()] == [False, True, False]


def test_what_killed_writers_left_is_swept(store, tmp_path):
    assert store.sweep() == 0 and list(tmp_path.iterdir()) == []
    store.write("a", (SCENE,), NEW)
    for name in (".a.json.0f.tmp", ".b.json.1f.tmp"):
        (tmp_path / "briefings" / name).write_bytes(b"{")
    assert store.sweep() == 2
    assert {path.name for path in (tmp_path / "briefings").iterdir()} == {"a.json", LOCK}


@pytest.mark.parametrize("name", ["con", "NUL", "Aux", "prn", "com1", "LPT9"])
def test_a_name_that_windows_keeps_for_a_device_is_refused(store, tmp_path, name):
    with pytest.raises(BrokenBriefing) as broken:
        store.write(name, (SCENE,), NEW)
    assert "Windows" in str(broken.value) and name in str(broken.value)
    with pytest.raises(BrokenBriefing):
        store.add(name, SCENE)
    path = put(tmp_path, name, {**WHOLE, "name": name})  # one from before can still be deleted
    store.delete(name, store.read(name).revision)
    assert not path.exists()
    assert store.write(f"{name}-1", (SCENE,), NEW).name == f"{name}-1"


@pytest.mark.parametrize(
    "name", ["", "-a", "a/b", "..", "a.b", "a b", "中" * 41, "default", "预置汇报", "scenes"]
)
def test_a_bad_name_writes_nothing(store, tmp_path, name):
    with pytest.raises(BrokenBriefing) as broken:
        store.write(name, (SCENE,), NEW)
    assert broken.value.faults[0].value == name
    assert list(tmp_path.rglob("*.json")) == []


def test_forty_characters_are_a_name(store):
    assert store.write("中" * 40, (SCENE,), NEW).name == "中" * 40


DAMAGED = [
    (b"", "不是完整的 JSON"),
    (written(Briefing("a", "1", (SCENE,)))[:-40], "不是完整的 JSON"),
    (b"\xff\xfe\x00", "不是完整的 JSON"),
    (b"[" * 20_000, "不是完整的 JSON"),
    ([], "应为对象"),
    ({**WHOLE, "format": "other"}, f"列 format，现为“other”：应为 {FORMAT}"),
    ({**WHOLE, "revision": "X Y"}, "列 revision，现为“X Y”：应合乎"),
    ({**WHOLE, "scenes": []}, "列 scenes：至少要有 1 个"),
    ({**WHOLE, "scenes": [plain(SCENE)] * 101}, "不能多于 100 个"),
    ({**WHOLE, "name": "b"}, "列 name，现为“b”：应与文件名相同（a）"),
    ({**WHOLE, "more": 1}, "现为“more”：含未知项"),
    ({k: v for k, v in WHOLE.items() if k != "scenes"}, "缺少 scenes"),
    ({**WHOLE, "scenes": [{**plain(SCENE), "layout": "pie"}]},
     "a.json，第 1 页，列 layout，现为“pie”：应为 cover、text"),
    ({**WHOLE, "scenes": [plain(SCENE), {**plain(SCENE), "scene_id": "b", "theme": "x"}]},
     "a.json，第 2 页，列 theme，现为“x”：应为 overall 之一"),
    ({**WHOLE, "scenes": [plain(SCENE)] * 2},
     "a.json，第 2 页，列 scene_id，现为“one”：不能与其他页面重复"),
    ({**WHOLE, "scenes": [{**plain(SCENE), "note_zh": "长" * 2001}]}, "不能长于 2000 字"),
    (b" " * (LARGEST + 1), f"不能大于 {LARGEST} 字节"),
]  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize(("content", "said"), DAMAGED)
def test_a_damaged_file_is_refused_with_the_reason_and_left_as_it_is(
    store, tmp_path, content, said
):
    path = put(tmp_path, "a", content)
    before = path.read_bytes()
    with pytest.raises(DamagedBriefing) as damaged:
        store.read("a")
    assert said in str(damaged.value)
    for change in (
        lambda: store.write("a", (SCENE,), NEW),
        lambda: store.write("a", (SCENE,), "1"),
        lambda: store.add("a", SCENE),
        lambda: store.delete("a", "1"),
    ):
        with pytest.raises(DamagedBriefing):
            change()
    assert path.read_bytes() == store.content("a") == before
    (entry,) = store.entries()
    assert entry.name == "a" and said in entry.fault + str(damaged.value)


def test_what_a_request_sends_is_named_as_such():
    with pytest.raises(BrokenBriefing) as broken:
        scenes_of([{"scene_id": "A B", "layout": "chart", "theme": "overall"}], "汇报", KNOWN)
    assert str(broken.value).startswith("汇报，第 1 页，列 scene_id，现为“A B”：")


def test_too_large_a_briefing_is_not_written(store, tmp_path):
    long = [replace(SCENE, scene_id=f"s-{i}", note_zh="长" * 2000) for i in range(60)]
    with pytest.raises(BrokenBriefing) as broken:
        store.write("a", tuple(long), NEW)
    assert str(LARGEST) in str(broken.value)
    assert store.entries() == ()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(store, tmp_path, monkeypatch):
    kept = store.write("a", (SCENE,), NEW)
    before = store.content("a")

    def fail(_):
        raise OSError("disk full")

    monkeypatch.setattr("data.files.os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        store.write("a", (replace(SCENE, title="b"),), kept.revision)
    assert store.content("a") == before
    assert [path.name for path in (tmp_path / "briefings").iterdir() if path.suffix == ".tmp"] == []


def test_a_scene_is_added_under_an_id_of_its_own(store):
    for _ in range(3):
        found = store.add("a", SCENE)
    assert [scene.scene_id for scene in found.scenes] == ["one", "one-2", "one-3"]
    assert [scene.order for scene in found.scenes] == [1, 2, 3]


def _add_many(folder, times):
    store = Briefings(folder, KNOWN)
    for _ in range(times):
        store.add("a", SCENE)


@pytest.mark.thorough  # three processes, started anew
def test_writers_at_once_lose_nothing(tmp_path):
    folder = tmp_path / "briefings"
    context = get_context("spawn")
    processes = [context.Process(target=_add_many, args=(folder, 8)) for _ in range(3)]
    for process in processes:
        process.start()
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda _: _add_many(folder, 8), range(2)))
    for process in processes:
        process.join()
    found = Briefings(folder, KNOWN).read("a")
    assert len(found.scenes) == 40
    assert len({scene.scene_id for scene in found.scenes}) == 40
