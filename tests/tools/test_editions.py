"""The command line does what the desk does, by the same rules, into the same ledger."""

import json
from functools import partial
from pathlib import Path

import pytest

from data.editions import drafts
from data.editions.deeds import Person
from data.editions.first import take_in_first
from data.editions.publishing import Publishing
from data.package.digests import digest as digest_of
from tools import editions

FIELDS = [{"name": "value", "type": "number"}]


def write_package(folder, version, value):
    table = {"name": "values", "path": "tables/values.csv", "schema": {"fields": FIELDS}}
    for name in ("tables", "geo"):
        (folder / name).mkdir(parents=True)
    text = json.dumps({"version": version, "resources": [table]})
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    (folder / "tables" / "values.csv").write_text(f"value\n{value}\n", encoding="utf-8")
    (folder / "geo" / "prefectures_overview.geojson").write_text("{}")
    return folder


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store with the first editions of small data, where the command line looks for it."""
    data = write_package(tmp_path / "data", "2026-11-28", 2)
    write_package(data / "history" / "2026-11-23", "2026-11-23", 1)
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    monkeypatch.setattr(drafts, "bring_up", lambda _: False)
    rules = Publishing(tmp_path / "store", lambda _: [])
    monkeypatch.setattr(editions, "Publishing", lambda *_, **__: rules)
    monkeypatch.setattr(editions, "take_in_first", partial(take_in_first, data=data))
    return rules


@pytest.fixture
def run(store, capsys):
    """Run a command; its exit status and what it said."""

    def ask(*arguments):
        status = editions.main([str(word) for word in arguments])
        return status, capsys.readouterr().out

    return ask


def test_from_an_empty_store_to_a_roll_back(run, store, tmp_path):
    assert run("list")[1].startswith("库中还没有版本")
    assert run("import")[0] == 0
    before = store.live()
    package = write_package(tmp_path / "2025", "2026-12-01", 3)
    status, said = run("--as", "李", "import", package, "--title", "二〇二五年")
    assert status == 0
    draft = store.drafts.listed()[0].draft_id
    assert draft in said
    assert run("--as", "李", "submit", draft)[0] == 0
    digest = store.drafts.read(draft).digest
    assert digest == digest_of(package)  # what comes from another store keeps its name
    status, said = run("--as", "李", "approve", draft, digest)
    assert (status, "另一人" in said) == (1, True)
    assert run("--as", "王", "approve", draft, digest)[0] == 0
    assert run("--as", "李", "publish", draft)[0] == 0
    assert store.live() == digest
    assert store.store.versions()[digest] == "2026-12-01"
    assert run("--as", "王", "roll-back", before, "--why", "口径有误")[0] == 0
    assert store.live() == before
    status, said = run("check")
    assert (status, said.strip()) == (0, "3 个版本，8 条台账，0 处不符")
    lines = run("list")[1].splitlines()
    assert ["现行" in line for line in lines] == [False, False, False, True, False]
    assert "口径有误" in lines[3]
    assert "已发布" in lines[4]


def test_a_later_time_is_of_beijing(run, store, tmp_path):
    run("first")
    run("--as", "李", "import", write_package(tmp_path / "2025", "2026-12-01", 3))
    draft = store.drafts.listed()[0].draft_id
    run("--as", "李", "submit", draft)
    run("--as", "王", "approve", draft, store.drafts.read(draft).digest)
    status, said = run("publish", draft, "--at", "2099-01-01T09:00")
    assert (status, "自 2099-01-01 09:00:00 起" in said) == (0, True)
    assert store.schedule.entries()[-1].start == "2099-01-01T01:00:00+00:00"
    assert "待发布" in run("list")[1]


def test_what_is_refused_is_said_and_put_down_under_the_account(run, store):
    run("first")
    status, said = run("submit", "20261128-ffffff")
    assert (status, said) == (1, "没有这份草稿。\n")
    row = store.ledger.records()[-1]
    assert (row.outcome, row.address) == ("refused", f"命令行（{row.who}）")
    assert run("first")[0] == 1
    assert run("import", Path("/nowhere"))[0] == 1


def test_a_store_that_was_changed_by_another_hand_is_not_passed(run, store):
    run("first")
    (store.folder / "current.json").write_text("[]", encoding="utf-8")
    with (store.folder / "ledger.jsonl").open("ab") as file:
        file.write(b"{}\n")
    status, said = run("check")
    assert status == 1
    assert "ledger.jsonl，第 3 行" in said


def test_faults_of_a_draft_are_said(run, store, monkeypatch, tmp_path):
    from data.package.faults import Fault

    run("first")
    run("--as", "李", "import", write_package(tmp_path / "2025", "2026-12-01", 3))
    fault = Fault("tables/values.csv", 3, "value", "约 12", "应为数")
    monkeypatch.setattr(
        editions, "Publishing", lambda folder, **_: Publishing(folder, lambda _: [fault])
    )
    status, said = run("submit", store.drafts.listed()[0].draft_id)
    assert (status, "现为“约 12”" in said) == (1, True)


def test_who_is_named_with_the_account(monkeypatch, store, run):
    monkeypatch.setattr(editions.getpass, "getuser", lambda: "ops")
    run("--as", "李", "first")
    row = store.ledger.records()[-1]
    assert Person(row.who, row.address) == Person("李", "命令行（ops）")


@pytest.mark.thorough
def test_a_file_becomes_a_draft_of_what_is_live(tmp_path, monkeypatch, capsys):
    """With the real first editions; the checks are those of a submitted draft."""
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    store = Publishing(tmp_path / "store")
    path = tmp_path / "gdp.csv"
    path.write_text("指标：地区生产总值(亿元)\n地区,2024年\n北京市,49843.2\n", encoding="utf-8")
    assert editions.main(["import", str(path)]) == 1
    assert editions.main(["first"]) == 0
    asked = ["--as", "李", "import", str(path), "--source", "公报|国家统计局"]
    assert editions.main(asked) == 1
    assert store.drafts.listed() == ()
    same = tmp_path / "same.csv"
    same.write_text(path.read_text(encoding="utf-8").replace("49843.2", "49670.2"))
    capsys.readouterr()
    assert editions.main([*asked[:3], str(same), *asked[4:], "--yes"]) == 1
    assert "1 个数值与现行版本相同" in capsys.readouterr().out
    assert (store.drafts.listed(), store.ledger.records()[-1].outcome) == ((), "refused")
    assert editions.main([*asked, "--yes"]) == 0
    assert "→ 49843.2" in capsys.readouterr().out
    (draft,) = store.drafts.listed()
    assert draft.uploads[0].name == "gdp.csv"
    assert editions.main(["diff", store.live(), draft.draft_id]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "修订 1 个" in said[0]
    assert said[1].startswith("  修订  地区生产总值 北京 2024：49,670.2 → 49,843.2（+0.35%）")
    assert editions.main(["--as", "李", "submit", draft.draft_id]) == 0
    assert editions.main(["check"]) == 0


def test_every_command_is_in_the_docs():
    text = (Path(editions.ROOT) / "docs" / "editions.md").read_text(encoding="utf-8")
    described = {line.split("`")[1].split()[0] for line in text.splitlines() if line[:3] == "| `"}
    commands = editions._parser()._subparsers._group_actions[0].choices
    assert described >= commands.keys()
