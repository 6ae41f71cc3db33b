"""Evidence: where the numbers of a picture come from, and what must be said with them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product, zip_longest

from analysis.series import observations
from analysis.series.observations import Key
from analysis.series.selection import Selection
from data.model.catalog import Catalog, Observation, Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """The documents of the values (most used first, each once), and what must be said:
    `notes` on the values (status, trust, vintage, another figure published), `remarks` that stand
    with single values in the table, `caveat` on the indicator; `legend` explains the marks at the
    values, `told` are the notes where these are shown: it instead of what a file says of them;
    `conflicts` are the other figures; `copied` are the values that were not read where they were
    published, of `count` in all."""

    documents: tuple[Source, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    caveat: str
    legend: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    copied: tuple[Observation, ...] = ()
    count: int = 0

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents as readers are told of them: who published them, and what they are."""
        return tuple(document.citation for document in self.documents)

    @property
    def publishers(self) -> tuple[str, ...]:
        """The bodies that published the documents, each once."""
        return tuple(dict.fromkeys(b for one in self.documents for b in one.publishers_zh))

    @property
    def credit(self) -> str:
        """The sources in one line: the first two, and how many more."""
        return credit(tuple(document.dated for document in self.documents))


def credit(sources: tuple[str, ...]) -> str:
    """Sources in one line: the first two, and how many there are."""
    if not sources:
        return "来源：无（本站未收录数值）"
    return f"来源：{with_others('；'.join(sources[:2]), len(sources))}"


def full_credit(sources: Sequence[str]) -> str:
    """Sources in one line, every one by name; "" without any."""
    return f"来源：{'；'.join(sources)}。" if sources else ""


def with_others(named: str, count: int) -> str:
    """The first two sources by name and, where there are more, how many there are."""
    if count <= 2:
        return named
    return f"{named}{' ' if named[-1].isdigit() else ''}等 {count} 处"


def merged(found: Iterable[Evidence]) -> tuple[str, ...]:
    """The sources of several, each once: the first of each come before the others."""
    rows = zip_longest(*(one.sources for one in found))
    return tuple(dict.fromkeys(source for row in rows for source in row if source))


def told_together(catalog: Catalog, found: Iterable[Evidence]) -> tuple[str, ...]:
    """What must be said with the values of several, each once; of the copies in one sentence."""
    every = list(found)
    own = {_copied(catalog, one.copied, one.count) for one in every}
    copied = [value for one in every for value in one.copied]
    together = _copied(catalog, copied, sum(one.count for one in every))
    others = (note for one in every for note in one.told if note not in own)
    return tuple(filter(None, dict.fromkeys([together, *others])))


def marks_legend(catalog: Catalog, marks: Iterable[str]) -> tuple[str, ...]:
    """What the marks that stand at some values mean, a sentence each; a mark may be several."""
    seen = "".join(marks)
    return tuple(
        f"标{mark}的数值为{catalog.names[code]}。"
        for code, mark in catalog.marks.items()
        if mark in seen
    )


def evidence(
    catalog: Catalog,
    topic: Selection,
    codes: Iterable[str],
    years: Iterable[int],
    indicators: Iterable[str] = (),
) -> Evidence:
    """The evidence for an indicator's published values in regions and years; for a computed
    ratio, for those of the `indicators` it was computed from."""
    ids = tuple(indicators) or (topic.indicator.indicator_id,)
    keys = product(ids, tuple(codes), tuple(int(year) for year in years))
    every = ((key, observations.observation(catalog, *key)) for key in keys)
    placed = [(key, one) for key, one in every if one is not None]
    found = [one for _, one in placed]
    notes = (*_conflicts(catalog, topic, placed), *_notes(catalog, topic, found))
    legend = marks_legend(catalog, {o.mark for o in found})
    said = {code for o in found for code in (("obs_status", o.status), ("trust", o.trust))}
    marked = (f"含{catalog.names[code]}。" for code in catalog.marks if code in said)
    return Evidence(
        documents=_documents(found),
        notes=(*marked, *notes),
        remarks=tuple(dict.fromkeys(part for o in found if o.note for part in o.note.split("；"))),
        caveat=topic.indicator.caveat or "",
        legend=legend,
        told=(*legend, *notes),
        conflicts=tuple(o.conflict for o in found if o.conflict),
        copied=tuple(o for o in found if o.trust == "B"),
        count=len(found),
    )


def _documents(found: list[Observation]) -> tuple[Source, ...]:
    """The documents of the values, each once however many copies of it were read."""
    first: dict[str, Source] = {}
    for one in found:
        first.setdefault(one.source.citation, one.source)
    counted = Counter(one.source.citation for one in found)
    return tuple(first[citation] for citation, _ in counted.most_common())


def _copied(catalog: Catalog, copied: Sequence[Observation], count: int) -> str:
    """That values are copies, and what of; "" without any."""
    if not copied:
        return ""
    some = "数值" if len(copied) == count else "部分数值"
    return f"{some}为{catalog.names['trust', 'B']}（B 级）{_checked(copied)}。"


def _checked(copied: Sequence[Observation]) -> str:
    """What the copies were checked against; that only some were, where others were not."""
    checks = dict.fromkeys(o.source.checked_zh for o in copied)
    some = "其中部分" if None in checks else ""  # 其中部分与…核对一致, but 其中2021 年…一致
    return "".join(
        f"；{some if check.startswith('与') else some.removesuffix('部分')}{check}"
        for check in checks
        if check
    )


def _conflicts(
    catalog: Catalog, topic: Selection, placed: list[tuple[Key, Observation]]
) -> Iterable[str]:
    """The other figures that were published, each with its region and year; where it is not the
    topic's own value but one that it is computed from, with its indicator too."""
    for (indicator, code, year), one in placed:
        if one.conflict:
            is_own = indicator == topic.indicator.indicator_id
            named = "" if is_own else catalog.indicators[indicator].short_zh
            yield f"{catalog.region(code).short_zh} {year} 年{named}{one.conflict}。"


def _notes(catalog: Catalog, topic: Selection, found: list[Observation]) -> Iterable[str]:
    row = topic.indicator
    if said := _copied(catalog, [o for o in found if o.trust == "B"], len(found)):
        yield said
    newer = catalog.indicators.get(row.superseded_by or "")
    if row.visible == "archive" or newer:
        yield f"历史序列{f'，现行口径见“{newer.short_zh}”' if newer else ''}。"
