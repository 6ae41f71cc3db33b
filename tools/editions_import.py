"""A file from the command line into a draft: ``python -m tools.editions import FILE``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from data.editions.deeds import Person, Refused, written_time
from data.editions.drafts import Draft, Upload
from data.editions.intake import Said, Unclear, put_in, recognised_file, table_texts
from data.editions.publishing import CHINA, Publishing
from data.editions.uploads import mark
from data.imports.imported import Choices
from data.imports.merging import Change, Merged, SourceRow
from data.package.digests import digest
from data.package.load import load

FEW = 20  # values that are said one by one
SOURCE = ("title_zh", "publishers_zh", "published", "address")


def describe(command: argparse.ArgumentParser) -> None:
    """The words that `import` takes."""
    command.add_argument("file", nargs="?", type=Path, metavar="文件")
    command.add_argument("--title", default="", help="草稿的标题")
    command.add_argument("--indicator", default="", help="文件没有写明的指标编号")
    command.add_argument("--region", default="", help="文件没有写明的地区代码")
    command.add_argument("--period", default="", help="文件没有写明的期间，如 2024、2026-Q2")
    command.add_argument("--unit", default="", help="文件没有写明的计量单位")
    command.add_argument(
        "--map", nargs="*", default=[], metavar="名称=编号", help="文件中的名称是哪个指标"
    )
    command.add_argument("--source", default="", metavar="标题|发布单位|日期|网址", help="出版物")
    command.add_argument("--reason", default="", help="撤回数值的理由")
    command.add_argument("--yes", action="store_true", help="对换算、口径等问题均答“是”")


def file_into_draft(rules: Publishing, who: Person, asked: argparse.Namespace) -> Draft:
    """A draft of what is live with the values of a file. Raises Unclear where something is left to
    say, Refused where nothing is new, both before anything is written, and NoEdition where nothing
    is live."""
    found = recognised_file(asked.file)
    print(found.taken_for)
    said, today = _said(asked), rules.now().astimezone(CHINA).date()
    base = rules.store.path(rules.live())
    catalog = load(base)
    first = put_in(found, said, catalog, table_texts(base), today)
    _tell(first)
    if not first.tables:
        why = f"文件中的 {first.unchanged} 个数值与现行版本相同，没有可导入的变化。"
        rules.refuse(who, "create", asked.file.name, why)
        raise Refused(why)
    draft = rules.create(who, asked.title or f"导入 {asked.file.name}")
    package = rules.drafts.package(draft.draft_id)
    read = digest(package)
    done = put_in(found, said, catalog, table_texts(package), today)
    at, content = written_time(rules.now()), mark(asked.file.read_bytes())
    upload = Upload(asked.file.name, found.taken_for, at, who.name, content)
    tables = {name: text.encode() for name, text in done.tables.items()}
    return rules.replace_tables(who, draft.draft_id, tables, upload, read)


def _said(asked: argparse.Namespace) -> Said:
    names = dict(word.rpartition("=")[::2] for word in asked.map)
    parts = [part.strip() for part in asked.source.split("|")]
    if asked.source and not 2 <= len(parts) <= len(SOURCE):
        raise Unclear(["--source 应为“标题|发布单位|日期|网址”，后两项可不写。"])
    source = SourceRow(**dict(zip(SOURCE, parts, strict=False))) if asked.source else None
    choices = Choices(asked.indicator, asked.region, asked.period, asked.unit)
    return Said(choices, names, source, asked.reason, asked.yes)


def _tell(done: Merged) -> None:
    counts = (("新增", done.new), ("修订", done.revised), ("撤回", done.withdrawn))
    print("，".join(f"{word} {len(found)} 个" for word, found in counts), end="")
    print(f"，未变 {done.unchanged} 个")
    for line in _lines([*done.revised, *done.withdrawn]):
        print(f"  {line}")


def _lines(changes: list[Change]) -> Iterable[str]:
    for one in changes[:FEW]:
        yield f"{' '.join(one.key)}：{one.before} → {one.after or '撤回'}"
    if len(changes) > FEW:
        yield f"……共 {len(changes)} 个"
