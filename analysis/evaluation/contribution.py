"""What each part of our own index adds to it, exactly, and which of its links were dropped."""

from dataclasses import dataclass

from analysis.evaluation.book import Book
from analysis.evaluation.chain import contributions, points
from analysis.evaluation.what_if import TRUST_NAMES
from data.model.catalog import Catalog
from data.model.evaluation import IndexPart


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a part adds to the index: points of the last year's change (`last`, and as a logarithm,
    `last_log`; None where it has no link then) and of the change since the base year (`since`;
    None where it has none since). `indicators` are the ids and short names of what it is computed
    from, the numerator first; `links` its moves as logarithms in the wanted direction, by year,
    `dropped` the other years with why not. `is_in` says whether it counts."""

    part: IndexPart
    indicators: tuple[tuple[str, str], ...]
    is_in: bool
    links: tuple[tuple[int, float], ...]
    dropped: tuple[tuple[int, str], ...]
    last: float | None = None
    last_log: float | None = None
    since: float | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it has a link."""
        return tuple(year for year, _ in self.links)


def index_contributions(catalog: Catalog, book: Book) -> tuple[Contribution, ...]:
    """Of every part of the design, in its order; without numbers where there is no index."""
    if len(book.years) < 2:
        return tuple(_contribution(catalog, book, place) for place in range(len(book.series)))
    values, base = book.values, book.own.base
    logs = contributions(book.moves, book.own.use, book.own.weights)
    last = points(logs[-1], values[-2], values[-1]).tolist()
    since = points(logs[base:].sum(axis=0), values[base], values[-1]).tolist()
    return tuple(
        _contribution(catalog, book, place, numbers)
        for place, numbers in enumerate(zip(last, logs[-1].tolist(), since, strict=True))
    )


def _contribution(
    catalog: Catalog,
    book: Book,
    place: int,
    numbers: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> Contribution:
    """Of the part at a place."""
    one, trust = book.series[place], book.own.trust
    is_in = bool(book.own.use[place])
    every = [one.links[year] for year in book.years[1:] or sorted(one.links)]
    links = tuple((link.year, link.change or 0.0) for link in every if link.is_counted(trust))
    years = tuple(year for year, _ in links)
    first = book.years[book.own.base] if book.years else 0
    is_last = is_in and years[-1:] == book.years[-1:]
    is_since = is_in and any(year > first for year in years) and len(book.years) > 1
    last, last_log, since = numbers
    return Contribution(
        part=one.part,
        indicators=tuple((n, catalog.indicators[n].short_zh) for n in one.part.indicators),
        is_in=is_in,
        links=links,
        dropped=tuple(
            (link.year, link.reason or f"按“{TRUST_NAMES[trust]}”不计")
            for link in every
            if not link.is_counted(trust)
        ),
        last=last if is_last else None,
        last_log=last_log if is_last else None,
        since=since if is_since else None,
    )
