"""The store from the command line: ``python -m tools.editions list`` (docs/editions.md).

STORE_DIR says where the store lies. What is done here is done by the rules of the desk, and put
down in the same ledger, under the name that --as says or else the account's.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from data.editions.deeds import Person, Refused
from data.editions.drafts import Draft
from data.editions.first import take_in_first
from data.editions.intake import Unclear
from data.editions.publishing import CHINA, Publishing
from data.editions.soundness import faults_of_store
from data.editions.store import NoEdition
from data.imports.cells import Unreadable
from data.package.faults import BrokenTables
from tools import editions_diff, editions_import

ROOT = Path(__file__).parents[1]
STORE = ROOT / "var" / "store"
MOST_SAID = 20  # faults
WORDS = {"draft": "草稿", "digest": "编号"}
FAILURES = (Refused, BrokenTables, Unclear, NoEdition, Unreadable, OSError)
Run = Callable[[Publishing, Person, argparse.Namespace], int | None]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0, or 1 where something was refused or found wrong."""
    asked = _parser().parse_args(arguments)
    folder = Path(os.environ.get("STORE_DIR") or STORE)
    account = getpass.getuser()
    who = Person(asked.who or account, f"命令行（{account}）")
    try:
        rules = Publishing(folder, questions=editions_diff.questions_of)
        return int(asked.run(rules, who, asked) or 0)
    except FAILURES as failure:
        first, *others = _lines(failure)
        print("\n".join([first, *(f"  {line}" for line in others[:MOST_SAID])]))
    return 1


def _lines(failure: Exception) -> list[str]:
    """What is said of what was not done."""
    match failure:
        case Refused():
            asked = (f"{key}  {text}" for key, text in failure.questions.items())
            return [str(failure), *map(str, failure.faults), *asked]
        case BrokenTables():
            return ["数据有误：", *map(str, failure.faults)]
        case Unclear():
            return ["文件中有需要说明或改正之处：", *failure.questions]
        case NoEdition():
            return ["库中没有这一版本；空库请先 first 导入初始版本。"]
    return [f"没有完成：{failure}"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.editions", description="数据版本")
    parser.add_argument("--as", dest="who", default="", help="以谁的名义（默认为系统账号）")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, run: Run, text: str, *words: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=text, description=text)
        found.set_defaults(run=run)
        for word in words:
            found.add_argument(word, metavar=WORDS[word])
        return found

    command("list", _list, "列出版本、发布时间和草稿")
    command("first", _first, "在空库中导入初始版本")
    editions_import.describe(
        command("import", _import, "由数据文件或数据包文件夹建立草稿；不写则导入初始版本")
    )
    answer = command("answer", _answer, "说明草稿的一个问题", "draft")
    answer.add_argument("key", metavar="问题", help="submit 列出的问题编号")
    answer.add_argument("text", metavar="说明")
    command("submit", _submit, "提交草稿", "draft")
    command("approve", _approve, "审核草稿：须由未参与的另一人", "draft", "digest")
    publish = command("publish", _publish, "发布经审核的草稿", "draft")
    publish.add_argument("--at", type=_time, help="定时发布，如 2026-12-01T09:00（北京时间）")
    for found in (
        command("withdraw", _withdraw, "撤销草稿", "draft"),
        command("roll-back", _roll_back, "退回到曾经发布过的版本", "digest"),
    ):
        found.add_argument("--why", required=True, help="原因")
    compared = command("diff", editions_diff.diff, "两个版本之间的变动，草稿也可")
    compared.add_argument("before", metavar="编号")
    compared.add_argument("after", metavar="编号")
    command("check", _check, "核对版本、发布时间表和台账")
    return parser


def _time(text: str) -> datetime:
    """A time in Beijing, unless it says where it holds."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=CHINA)


def _list(rules: Publishing, _who: Person, _asked: argparse.Namespace) -> None:
    versions, live = rules.store.versions(), rules.schedule.live(rules.now())
    entries = rules.schedule.entries()
    place = entries.index(live) if live else -1
    for number, entry in enumerate(entries):
        state = "现行" if number == place else "曾用" if number < place else "待发布"
        names = "，".join(filter(None, (entry.by, entry.approved and f"{entry.approved} 审核")))
        version = versions.get(entry.edition) or "（缺）"
        said = f"（{entry.note}）" if entry.note else ""
        print(f"{entry.edition}  {version:<12}  自 {_beijing(entry.start)}  {state}  {names}{said}")
    if not entries:
        print("库中还没有版本：python -m tools.editions first 导入初始版本。")
    for draft in rules.drafts.listed():
        print(f"草稿 {draft.draft_id}  {STATES[draft.state]}  {draft.author}  {draft.title}")


STATES = {
    "editing": "编辑中", "submitted": "已提交", "approved": "已审核", "published": "已发布",
    "withdrawn": "已撤销",
}  # fmt: skip


def _beijing(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def _first(rules: Publishing, who: Person, _asked: argparse.Namespace) -> None:
    versions = {digest: rules.store.versions()[digest] for digest in take_in_first(rules, who)}
    for digest, version in versions.items():
        print(f"已导入 {version}，编号 {digest}")


def _import(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    if asked.file is None:
        _first(rules, who, asked)
        return
    if asked.file.is_dir():
        draft = rules.create(who, asked.title or f"导入 {asked.file.name}", asked.file)
    else:
        draft = editions_import.file_into_draft(rules, who, asked)
    print(f"草稿 {draft.draft_id} 已建立；下一步：submit {draft.draft_id}")


def _answer(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    _say(rules.answer(who, asked.draft, {asked.key: asked.text}))


def _submit(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    _say(rules.submit(who, asked.draft))


def _approve(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    _say(rules.approve(who, asked.draft, asked.digest))


def _withdraw(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    _say(rules.withdraw(who, asked.draft, asked.why))


def _say(draft: Draft) -> None:
    print(
        f"草稿 {draft.draft_id} {STATES[draft.state]}"
        + f"，编号 {draft.digest}" * bool(draft.digest)
    )


def _publish(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    entry = rules.publish(who, asked.draft, asked.at)
    print(f"版本 {entry.edition} 自 {_beijing(entry.start)} 起使用")


def _roll_back(rules: Publishing, who: Person, asked: argparse.Namespace) -> None:
    entry = rules.roll_back(who, asked.digest, asked.why)
    print(f"已退回到 {entry.edition}")


def _check(rules: Publishing, _who: Person, _asked: argparse.Namespace) -> int:
    faults = faults_of_store(rules.folder)
    for fault in faults:
        print(fault)
    count, rows = len(rules.store.digests()), len(rules.ledger.records())
    print(f"{count} 个版本，{rows} 条台账，{len(faults)} 处不符")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
