"""A chart as columns of a sheet: a native chart draws one series a column. A break makes two
columns of a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.document.chart import Chart, Kind, Series

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What is drawn as one series: its head in the sheet, whose look it has, a value and a phrase
    a row, `across` of a scatter; `slugs` where every row has a look of its own, `hollow` the rows
    with a hollow mark; whether it is the last piece of its line, and whether it is a reference."""

    head: str
    slug: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    across: tuple[float | None, ...] = ()
    slugs: tuple[str, ...] = ()
    hollow: frozenset[int] = frozenset()
    is_last: bool = True
    is_reference: bool = False

    @property
    def known(self) -> list[float]:
        """The values that there are."""
        return [value for value in self.values if value is not None]

    @property
    def end(self) -> int | None:
        """The row of the last value, None without any."""
        return max((i for i, value in enumerate(self.values) if value is not None), default=None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows' names and the columns."""

    rows: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def known(self) -> list[float]:
        """Every value of every column."""
        return [value for column in self.columns for value in column.known]


def sheet(chart: Chart) -> Sheet:
    """The chart as a sheet. A bar without a value says why beside its name."""
    if chart.kind in (Kind.LINES, Kind.SCATTER):
        pieces = tuple(column for one in chart.series for column in _pieces(chart, one))
        return Sheet(chart.categories, pieces)
    columns = tuple(replace(_whole(one), slugs=chart.slugs) for one in chart.series)
    names = chart.categories
    if len(columns) == 1:
        (own,) = columns
        names = tuple(map(_named, names, own.values, own.texts))
    return Sheet(names, columns)


def _named(name: str, value: float | None, text: str) -> str:
    return f"{name}（{text}）" if value is None and text else name


def _whole(one: Series) -> Column:
    return Column(
        one.label, one.slug, one.values, one.texts, hollow=one.hollow,
        is_reference=one.is_reference,
    )  # fmt: skip


def _pieces(chart: Chart, one: Series) -> Iterator[Column]:
    """A column a piece between two breaks, the others without values; the earlier ones say until
    when they are. Pieces without a value are left out."""
    count = len(one.values)
    stretches = list(pairwise([0, *sorted(one.cuts), count]))
    kept = [span for span in stretches if any(v is not None for v in one.values[slice(*span)])]
    for start, stop in kept or [(0, count)]:
        is_last = not kept or (start, stop) == kept[-1]
        head = one.label if is_last else f"{one.label}（至 {chart.categories[stop - 1]}）"
        inside = range(start, stop)
        values, across = _within(one.values, inside), _within(one.across, inside)
        if one.across:  # a point needs both
            across, values = _both(across, values)
        yield Column(
            head=head,
            slug=one.slug,
            values=values,
            texts=one.texts,
            across=across,
            hollow=one.hollow & frozenset(inside),
            is_last=is_last,
            is_reference=one.is_reference,
        )


def _within(values: Sequence[float | None], inside: range) -> tuple[float | None, ...]:
    return tuple(value if i in inside else None for i, value in enumerate(values))


def _both(across: Values, upward: Values) -> tuple[Values, Values]:
    """The values where both are known."""
    known = [x is not None and y is not None for x, y in zip(across, upward, strict=True)]
    return (
        tuple(x if is_known else None for x, is_known in zip(across, known, strict=True)),
        tuple(y if is_known else None for y, is_known in zip(upward, known, strict=True)),
    )
