"""What one edition says otherwise than another: ``python -m tools.editions diff A B``."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from analysis.changes.difference import Changes, changes
from analysis.changes.plausibility import questions
from analysis.changes.sentences import headline
from analysis.changes.values import Entry, Revision
from data.editions.deeds import Person
from data.editions.drafts import NoDraft
from data.editions.publishing import CHINA, Publishing
from data.model.periods import written
from data.package.load import load


def diff(rules: Publishing, _who: Person, asked: argparse.Namespace) -> None:
    """Print the changes between two editions; a draft may stand for one."""
    before, after = (load(_package(rules, name)) for name in (asked.before, asked.after))
    found = changes(before, after)
    print("\n".join(lines(found)))


def questions_of(base: Path, draft: Path) -> dict[str, str]:
    """What is asked of a draft, by keys: where, what stands there, and the question."""
    today = datetime.now(CHINA).date().isoformat()
    found = questions(load(base), load(draft), on=today)
    return {one.key: f"{one.place}，{one.value}：{one.text}" for one in found}


def lines(found: Changes) -> Iterable[str]:
    """The changes in one sentence, then the values: those that came by their number, every other
    one with what it was and is."""
    yield headline(found, found.versions)
    for one in found.revised:
        yield f"  修订  {_place(one)}：{one.old_text} → {one.new_text}{_change(one)}"
    for entry in found.withdrawn:
        yield f"  撤回  {_place(entry)}：{entry.text}" + (
            f"（{entry.reason}）" * bool(entry.reason)
        )
    for name, count in Counter(entry.indicator.name_zh for entry in found.new).items():
        yield f"  新增  {name}：{count} 个"


def _place(one: Entry | Revision) -> str:
    return f"{one.indicator.name_zh} {one.region.short_zh} {written(one.period)}"


def _change(one: Revision) -> str:
    return f"（{one.change.percent_text or one.change.text}）" if one.change else ""


def _package(rules: Publishing, name: str) -> Path:
    try:
        return rules.drafts.package(name)
    except NoDraft:
        return rules.store.path(name)
