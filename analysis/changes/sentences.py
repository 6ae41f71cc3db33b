"""The changes in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.changes.difference import Changes
from analysis.changes.groups import Group, groups
from analysis.changes.restated import QUALIFIER, SAID, STATUS, TIME
from analysis.changes.values import Restatement, Revision
from analysis.series.quantities import number

SHORT = (STATUS, QUALIFIER, TIME)  # what is said in so few words that both are quoted


@dataclass(frozen=True, slots=True)
class RestatedLine:
    """One thing that is said otherwise of values of an indicator, and of which."""

    text: str
    group: Group


def headline(found: Changes, editions: tuple[str, str]) -> str:
    """The changes in one sentence, with their counts; the editions by their names, the earlier
    first."""
    versions = f"{editions[1]} 版与 {editions[0]} 版相比"
    if found.is_empty:
        return f"{versions}，所选范围内没有变动。"
    values = [
        _told("新增数值", len(found.new), "个"),
        _told("修订", len(found.revised), "个"),
        _told("撤回", len(found.withdrawn), "个"),
        _told("涉及", found.indicators, "项指标"),
    ]
    said = sum(one.is_said_otherwise for one in found.statements)
    overview = [_told("总览首句", said, "句"), _told("指标卡片", found.cards, "张")]
    parts = [
        "，".join(filter(None, values)),
        _told("数值不变而状态、来源等说明调整", len(found.restated), "个"),
        _told("口径与数值标注调整", len(found.marks), "处"),
        "、".join(filter(None, overview)) + "更新" if any(overview) else "",
        _told("条目增减和修改", len(found.items), "条"),
    ]
    return f"{versions}，{'；'.join(filter(None, parts))}。"


def _told(what: str, count: int, unit: str) -> str:
    return f"{what} {number(count, 0)} {unit}" if count else ""


def said_otherwise(found: Iterable[Restatement]) -> dict[str, int]:
    """Of how many values what else is said otherwise, by what it is."""
    every = [one.what for value in found for one in value.restated]
    return {what: every.count(what) for what in SAID if what in every}


def range_text(found: Sequence[Revision]) -> str:
    """From how far down to how far up values were revised: -1.20% 至 +0.31%; in their unit where
    percent mean nothing, "" where some cannot be set against their old ones."""
    changes = [one.change for one in found if one.change]
    if not changes or len(changes) < len(found):
        return ""
    has_percent = all(change.percent is not None for change in changes)
    ordered = sorted(changes, key=lambda c: (c.percent or 0.0) if has_percent else c.amount)
    ends = [(c.percent_text if has_percent else c.text) for c in (ordered[0], ordered[-1])]
    return " 至 ".join(dict.fromkeys(ends))


def restated_lines(found: Iterable[Restatement]) -> tuple[RestatedLine, ...]:
    """What is said otherwise of values, indicator by indicator: each thing once, with the values
    of which it is said."""
    own: dict[tuple[str, str], list[Restatement]] = {}
    for one in found:
        for said in one.restated:
            key = (
                one.indicator.indicator_id,
                said.text if said.what in SHORT else f"{said.what}更新",
            )
            own.setdefault(key, []).append(one)
    return tuple(RestatedLine(text, groups(every)[0]) for (_, text), every in own.items())
