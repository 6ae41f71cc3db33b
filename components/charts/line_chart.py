"""What a line chart says, whoever draws it: the values at its edges, the years at which each line
carries its mark, where breaks are marked and named. lines.py draws it for the pages,
stage_lines.py for the stage."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from analysis.document.ranges import Span
from analysis.series.drawn import Line
from data.model.catalog import Break

BREAK_NAME = "口径调整"
MARKS = 5  # about so many along a line through all years

T = TypeVar("T")


class Drawable(Protocol):
    """Lines over years with their breaks: what can be drawn, and why not where it cannot."""

    @property
    def lines(self) -> tuple[Line, ...]: ...  # noqa: D102
    @property
    def breaks(self) -> tuple[Break, ...]: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def absence(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class BreakMark:
    """A break, marked between its two years. Its name stands right of the mark where that is
    `is_early`, else left; names that would touch have different rows, counted from 0."""

    year: float
    reason: str
    is_early: bool
    row: int


@dataclass(frozen=True, slots=True)
class LineChart:
    """The lines of the years from `start` to `end`, `values` being the least and the greatest of
    the plot, each with the years at which it carries its mark, and the marks of breaks in the
    order of their years."""

    lines: tuple[Line, ...]
    start: int
    end: int
    values: Span
    marked: tuple[frozenset[int], ...]
    breaks: tuple[BreakMark, ...]


def line_chart(
    trend: Drawable, values: Span, name_width: float, name_gap: float = 0.0
) -> LineChart:
    """The chart of lines between these values. The name of a break is `name_width` years wide
    and stands `name_gap` years beside its mark."""
    return LineChart(
        lines=trend.lines,
        start=trend.start,
        end=trend.end,
        values=values,
        marked=marked_years(trend.lines, trend.start, trend.end),
        breaks=_break_marks(trend, name_width, name_gap),
    )


def strokes_of(piece: Sequence[T], is_first: Callable[[T], bool]) -> list[tuple[list[T], bool]]:
    """A piece of a line in strokes that are drawn alike, each with whether it is dashed: the steps
    that lead to a first figure are."""
    found: list[tuple[list[T], bool]] = []
    for before, after in pairwise(piece):
        is_dashed = is_first(after)
        if found and found[-1][1] == is_dashed:
            found[-1][0].append(after)
        else:
            found.append(([before, after], is_dashed))
    return found


def values_of(drawn: Iterable[Line]) -> list[float]:
    """Every value of the lines."""
    return [point.value for line in drawn for piece in line.pieces for point in piece]


def marked_years(drawn: Sequence[Line], start: int, end: int) -> tuple[frozenset[int], ...]:
    """The years at which each line carries its mark, besides its end: at equal steps, in other
    years than the other lines, so that lines are told apart without their colours where they
    cross. A piece of a line that would have none carries one in its middle."""
    if len(drawn) < 2:
        return tuple(frozenset() for _ in drawn)
    step = max(len(drawn), round((end - start) / MARKS))
    return tuple(
        _marked(line, start + 1 + step * at // len(drawn), step) or _inner(line, at)
        for at, line in enumerate(drawn)
    )


def _marked(line: Line, first: int, step: int) -> frozenset[int]:
    """Every `step` years, but not near the mark at the end; each piece at least once."""
    last = line.pieces[-1][-1].year
    found: set[int] = set()
    for piece in line.pieces:
        years = [point.year for point in piece]
        own = {y for y in years if (y - first) % step == 0 and last - y >= step / 2}
        is_bare = len(years) > 1 and years[-1] != last
        found |= own or ({years[len(years) // 2]} if is_bare else set())
    return frozenset(found)


def _inner(line: Line, at: int) -> frozenset[int]:
    """One year between the ends of a line so short that no step falls on it, by its place among
    the others; none where there is no such year."""
    years = [point.year for piece in line.pieces for point in piece][1:-1]
    return frozenset({years[at % len(years)]}) if years else frozenset()


def _break_marks(trend: Drawable, width: float, gap: float) -> tuple[BreakMark, ...]:
    marks: list[BreakMark] = []
    reached: list[float] = []  # how far the names of each row reach
    for one in sorted(trend.breaks, key=lambda one: one.before + one.after):
        year = (one.before + one.after) / 2
        is_early = year - trend.start < (trend.end - trend.start) / 4
        left = year + gap if is_early else year - gap - width
        row = next((i for i, right in enumerate(reached) if right < left), len(reached))
        reached[row : row + 1] = [left + width]
        marks.append(BreakMark(year, one.reason_zh, is_early, row))
    return tuple(marks)
