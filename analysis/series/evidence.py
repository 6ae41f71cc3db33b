"""Evidence: where the numbers of a picture come from, and what must be said with them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product, zip_longest

from analysis.series import observations
from analysis.series.selection import Selection
from data.model.catalog import Catalog, Observation


@dataclass(frozen=True, slots=True)
class Evidence:
    """Official sources (most used first), their publishers, and what must be said:
    `notes` on the values (status, trust, vintage), `remarks` that stand with single values
    in the table, `caveat` on the indicator."""

    sources: tuple[str, ...]
    publishers: tuple[str, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    caveat: str

    @property
    def credit(self) -> str:
        """The sources in one line: the first two, and how many more."""
        return credit(self.sources)


def credit(sources: tuple[str, ...]) -> str:
    """Sources in one line: the first two, and how many there are."""
    if not sources:
        return "来源：无（没有已公布的数值）"
    more = f"等 {len(sources)} 处" if len(sources) > 2 else ""
    return f"来源：{'；'.join(sources[:2])}{more}"


def merged(found: Iterable[Evidence]) -> tuple[str, ...]:
    """The sources of several, each once: the first of each come before the others."""
    rows = zip_longest(*(one.sources for one in found))
    return tuple(dict.fromkeys(source for row in rows for source in row if source))


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
    found = [o for key in keys if (o := observations.observation(catalog, *key)) is not None]
    used = [source for source, _ in Counter(o.source for o in found).most_common()]
    return Evidence(
        sources=tuple(dict.fromkeys(source.title_zh for source in used)),
        publishers=tuple(dict.fromkeys(source.publisher_zh for source in used)),
        notes=tuple(_notes(catalog, topic, found)),
        remarks=tuple(dict.fromkeys(o.note for o in found if o.note)),
        caveat=topic.indicator.caveat or "",
    )


def _notes(catalog: Catalog, topic: Selection, found: list[Observation]) -> Iterable[str]:
    row = topic.indicator
    for status in sorted({o.status for o in found} - {"A"}):
        yield f"含{catalog.names['obs_status', status]}。"
    if any(o.trust == "B" for o in found):
        some = "数值" if all(o.trust == "B" for o in found) else "部分数值"
        yield f"{some}为{catalog.names['trust', 'B']}（B 级）。"
    if row.visible == "archive":
        yield "历史序列。"
    if row.superseded_by:
        yield f"旧口径，现行口径见“{catalog.indicators[row.superseded_by].short_zh}”。"
