"""What a line chart says, whoever draws it: the values at its edges, where the name of each line
stands beside its end, where breaks are marked and named. lines.py draws it for the pages,
stage_lines.py for the stage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from analysis.overview.trend import Line, Point
from components.charts.labels import spread
from data.model.catalog import Break

BREAK_NAME = "口径调整"
ZERO_BELOW = 0.6  # the axis starts at 0 when the smallest value is below this part of the largest

Span = tuple[float, float]


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
class EndLabel:
    """The name of a line beside its last point; `place` is the height of its middle in the plot,
    from 0 at the bottom to 1 at the top."""

    line: Line
    point: Point
    place: float


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
    the plot, with what is written at their ends and at breaks (in the order of their years)."""

    lines: tuple[Line, ...]
    start: int
    end: int
    values: Span
    labels: tuple[EndLabel, ...]
    breaks: tuple[BreakMark, ...]


def line_chart(
    trend: Drawable, values: Span, label_gap: float, name_width: float, name_gap: float = 0.0
) -> LineChart:
    """The chart of lines between these values. `label_gap` is the least distance between two end
    labels, as part of the plot's height; the name of a break is `name_width` years wide and
    stands `name_gap` years beside its mark."""
    return LineChart(
        lines=trend.lines,
        start=trend.start,
        end=trend.end,
        values=values,
        labels=end_labels(trend.lines, values, label_gap),
        breaks=_break_marks(trend, name_width, name_gap),
    )


def extent(drawn: Iterable[Line]) -> Span:
    """The y range: from 0 unless that would flatten the lines, with air above."""
    values = [p.value for line in drawn for piece in line.pieces for p in piece]
    low, high = min(values), max(values)
    if 0 <= low < ZERO_BELOW * high:
        return 0.0, high * 1.06
    room = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
    return low - room, high + room


def end_labels(drawn: Sequence[Line], values: Span, gap: float) -> tuple[EndLabel, ...]:
    """The names at the ends of the lines, moved apart where they would touch."""
    low, high = values
    ends = [line.pieces[-1][-1] for line in drawn]
    places = spread([(point.value - low) / (high - low) for point in ends], gap)
    return tuple(map(EndLabel, drawn, ends, places))


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
