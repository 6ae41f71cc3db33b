"""What is said of series and single values in tables of their own, in two editions: where a series
breaks, which values are doubtful or known not to be published, how indices are said to move."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.changes.groups import spans_text
from analysis.changes.items import CAME, CHANGED, WENT
from analysis.changes.revisions import signed
from analysis.text.periods import span_text
from data.model.catalog import Catalog, Indicator, Unpublished
from data.model.periods import written

BREAK, SUSPECT, UNPUBLISHED, SAID = KINDS = ("口径调整", "存疑数值", "未公布说明", "公布的增减")

DECIMALS = 2  # of changes of indices


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that came, went or changed: its kind, the indicator, where and when, and what is said
    (of one that went what was said)."""

    kind: str
    state: str
    indicator: Indicator
    where: str
    text: str


Marks = Mapping[tuple[str, ...], tuple[Indicator, str, str]]  # indicator, where, what is said


def marks(before: Catalog, after: Catalog) -> tuple[Mark, ...]:
    """Every mark that is not the same in both editions, kind by kind."""
    found = []
    for kind, of in zip(KINDS, (_breaks, _suspects, _unpublished, _said), strict=True):
        old, new = of(before), of(after)
        states = [(CAME, new, new.keys() - old.keys()), (WENT, old, old.keys() - new.keys())]
        other = {key for key in new.keys() & old.keys() if new[key][1:] != old[key][1:]}
        for state, own, keys in (*states, (CHANGED, new, other)):
            found += [Mark(kind, state, *own[key]) for key in own if key in keys]
    return tuple(found)


def _breaks(catalog: Catalog) -> Marks:
    return {
        (name, str(b.before), str(b.after)): (
            catalog.indicators[name],
            f"{b.before} 年与 {b.after} 年之间",
            b.reason_zh,
        )
        for name, own in catalog.breaks.items()
        for b in own
        if name in catalog.indicators
    }


def _suspects(catalog: Catalog) -> Marks:
    return {
        (name, code, written(period)): (
            catalog.indicators[name],
            f"{catalog.region(code).short_zh} {spans_text([period])}",
            reason,
        )
        for (name, code, period), reason in catalog.suspects.items()
    }


def _unpublished(catalog: Catalog) -> Marks:
    return {
        (name, code, str(one.first), str(one.last)): (
            catalog.indicators[name],
            f"{catalog.region(code).short_zh} {_years(one)}",
            one.reason_zh,
        )
        for (name, code), own in catalog.unpublished.items()
        for one in own
    }


def _years(one: Unpublished) -> str:
    return f"{one.first} 年起" if one.last is None else span_text(one.first, one.last)


def _said(catalog: Catalog) -> Marks:
    """The changes that publishers state of their indices."""
    return {
        (name, code, written(period)): (
            catalog.indicators[name],
            f"{catalog.region(code).short_zh} {spans_text([period])}",
            f"比上年 {signed(one.change, DECIMALS)}",
        )
        for (name, code, period), one in catalog.published_changes.items()
    }
