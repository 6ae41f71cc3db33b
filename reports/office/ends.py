"""The names at the ends of lines: below each other where they would touch, and where a line ends
before the others on a side on which its name covers none of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.document.ranges import spread
from reports.office.axes import Axis, Plot
from reports.office.columns import Column, Sheet
from reports.office.frame import Frame
from reports.office.labels import RIGHT
from reports.office.placing import Spot, beside, margins
from reports.office.texts import width

LEADING = 1.35  # lines of type between two names' middles


@dataclass(frozen=True, slots=True)
class End:
    """Where a name stands: on which side of the point, and how far it is moved down and to the
    right from there, as parts of the chart's height and width."""

    place: str = RIGHT
    moved: float = 0.0
    right: float = 0.0


def ends(
    texts: Sequence[str], sheet: Sheet, found: Axis, plot: Plot, frame: Frame
) -> tuple[End, ...]:
    """The place of each column's name; `texts` are the names, "" for none."""
    shown = {place: text for place, text in enumerate(texts) if text}
    apart = dict(_apart(shown, sheet, found, plot, frame))
    others = {place: _height(found, sheet.columns[place]) for place in shown if place not in apart}
    gap = frame.size * LEADING / (plot.height * frame.height)
    moved = dict(zip(others, spread(list(others.values()), gap), strict=True))
    down = {place: End(moved=(others[place] - at) * plot.height) for place, at in moved.items()}
    return tuple((apart | down).get(place, End()) for place in range(len(texts)))


def _apart(
    shown: Mapping[int, str], sheet: Sheet, found: Axis, plot: Plot, frame: Frame
) -> Iterator[tuple[int, End]]:
    """The names that stand beside their points no line further: at their right is another line."""
    lines = [line for one in sheet.columns for line in _lines(one, found, plot, frame)]
    last = max((one.end for one in sheet.columns if one.end is not None), default=0)
    taken = margins(plot, frame)
    for place, text in shown.items():
        column = sheet.columns[place]
        if column.end is None or column.end == last:
            continue
        at, wide = _spot(column, column.end, found, plot, frame), width(text, frame.size)
        side, room, _ = beside(at, wide, frame.size * LEADING, lines, taken)
        taken.append(room)
        if side.place != RIGHT:
            yield place, End(side.place, right=side.beside * wide / frame.width)


def _lines(column: Column, found: Axis, plot: Plot, frame: Frame) -> list[list[Spot]]:
    """What is drawn of a column: a line a run of values without a gap."""
    runs: list[list[Spot]] = [[]]
    for row, value in enumerate(column.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(_spot(column, row, found, plot, frame))
    return [run for run in runs if run]


def _spot(column: Column, row: int, found: Axis, plot: Plot, frame: Frame) -> Spot:
    across = (row + 0.5) / len(column.values)
    up = ((column.values[row] or 0.0) - found.low) / (found.high - found.low)
    return Spot(
        (plot.left + across * plot.width) * frame.width,
        (plot.top + (1 - up) * plot.height) * frame.height,
    )


def _height(found: Axis, column: Column) -> float:
    """How high a line ends, as part of the axis."""
    value = column.values[column.end] if column.end is not None else None
    return ((value or 0.0) - found.low) / (found.high - found.low)
