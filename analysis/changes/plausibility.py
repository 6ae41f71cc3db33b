"""Questions on a draft against the edition it is based on: values that a person should look at
again and answer for in words. Asked about is only what is new or revised; nothing is refused."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.changes import early, parts, repeated, usual
from analysis.changes.draft import KINDS, OLD, Doubt, Draft, Found
from analysis.changes.groups import by_indicator, groups
from analysis.changes.sentences import range_text
from analysis.changes.values import Revision
from data.model.catalog import Catalog
from data.model.periods import year_of

SETTLED_AFTER = 1  # years after the newest one: an older value is not revised as a matter of course
OLD_TEXT = "修订了以往年份的数值，请说明修订依据（文件、普查或核算方法）。"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a value, or of the revisions of an indicator's old years: `places` are their
    region codes and periods, `place` says them. `value` is what stands there, `usual` what would be
    usual ("" where nothing is known), `text` what is to be looked at and answered in words. `key`
    is the same as long as the numbers are: an answer belongs to it."""

    key: str
    kind: str
    indicator_id: str
    places: tuple[tuple[str, int], ...]
    place: str
    value: str
    usual: str
    text: str


def questions(
    base: Catalog, draft: Catalog, changes: Found | None = None, on: str = ""
) -> tuple[Question, ...]:
    """Every question on a draft, in the order of the pages; of one value each kind once.
    `changes` are those of the draft, where they are known already; `on` is the day on which it is
    asked (ISO 8601), by which a value without a date of publication is set."""
    found = Draft(base, draft, changes, on)
    every = [
        _question(found, doubt)
        for ask in (usual.doubts, repeated.doubts, parts.doubts, early.doubts)
        for doubt in ask(found)
    ]
    every += [_of_old(own) for own in by_indicator(_old(found))]
    ids = {key[0]: place for place, key in reversed(list(enumerate(found.fresh)))}
    return tuple(sorted(every, key=lambda q: (ids[q.indicator_id], KINDS.index(q.kind))))


def _question(draft: Draft, doubt: Doubt) -> Question:
    name, code, period = doubt.key
    return Question(
        key=_key(doubt.kind, name, [(code, period, draft.values[doubt.key])]),
        kind=doubt.kind,
        indicator_id=name,
        places=((code, period),),
        place=draft.place(doubt.key),
        value=draft.text(doubt.key),
        usual=doubt.usual,
        text=doubt.text,
    )


def _old(draft: Draft) -> Iterable[Revision]:
    """The revised values of years that were settled."""
    newest: dict[str, int] = {}
    for name, _, period in draft.values:
        newest[name] = max(newest.get(name, 0), year_of(period))
    for one in draft.revised:
        last = newest[one.indicator.indicator_id]
        if year_of(one.period) < last - SETTLED_AFTER:
            yield one


def _of_old(own: tuple[Revision, ...]) -> Question:
    """One question for all old years of an indicator."""
    (group,), row = groups(own), own[0].indicator
    places = [(one.region.region_code, one.period, one.new.value) for one in own]
    return Question(
        key=_key(OLD, row.indicator_id, places),
        kind=OLD,
        indicator_id=row.indicator_id,
        places=tuple((code, period) for code, period, _ in places),
        place=f"{row.name_zh}，{group.text}",
        value=_moved(own),
        usual="",
        text=OLD_TEXT,
    )


def _moved(own: tuple[Revision, ...]) -> str:
    """What was revised, of several how far."""
    told = range_text(own)
    what = f"{own[0].old_text} → {own[0].new_text}" if len(own) == 1 else f"{len(own)} 个数值"
    return f"{what}，幅度 {told}" if told else what


def _key(kind: str, name: str, places: Iterable[tuple[str, int, float]]) -> str:
    told = ";".join(f"{code} {period} {value!r}" for code, period, value in places)
    return f"{kind}-{name}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
