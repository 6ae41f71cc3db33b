"""Dumbbells: a ratio then (hollow) and now (filled) on a logarithmic scale that all rows share, as
inline SVG. A row is as wide and as high as its place: places are in percent, marks keep their size,
so that the lines of the scale meet from row to row."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Any, NamedTuple

from components.charts.svg import shape
from components.elements import element


class Size(NamedTuple):
    """How high a row is and how large its marks are, in px."""

    height: int
    mark: int


PAGE = Size(26, 12)
STAGE = Size(40, 24)
AIR = 1.07  # beyond the least and the greatest ratio, as a factor
APART = 13.0  # percent of the width that a tick's text needs
# In the order in which they are taken, as far as there is room.
TICKS = (1.0, 2.0, 0.5, 4.0, 0.25, 3.0, 1.5, 0.75, 0.3, 0.4, 5.0, 6.0, 8.0, 0.2, 10.0, 0.1, 20.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic scale between two ratios, with its ticks in rising order."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def place(self, ratio: float) -> float:
        """Where a ratio lies, in percent of the width; ValueError unless it is above zero."""
        return _place(ratio, self.low, self.high)


def scale(ratios: Iterable[float]) -> Scale:
    """The scale on which all these ratios and 1 lie, without any that of 1 alone."""
    every = [1.0, *ratios]
    low, high = min(every) / AIR, max(every) * AIR
    taken: list[float] = []
    for tick in TICKS:
        at = _place(tick, low, high)
        is_free = all(abs(at - _place(other, low, high)) >= APART for other in taken)
        if 0 <= at <= 100 and is_free:
            taken.append(tick)
    return Scale(low, high, tuple(sorted(taken)))


def _place(ratio: float, low: float, high: float) -> float:
    return round(log(ratio / low) / log(high / low) * 100, 2)


def dumbbell(
    first: float | None, last: float | None, slug: str, on: Scale, size: Size = PAGE
) -> dict[str, Any]:
    """A row: both ends with the region's mark, joined; without `first` only the last, without both
    only the lines of the scale. It repeats numbers beside it and is not read aloud."""
    ends = [
        _end(slug, on.place(ratio), name, size.mark)
        for ratio, name in ((first, "is-first"), (last, "is-last"))
        if ratio is not None
    ]
    bar = None
    if first is not None and last is not None:
        bar = element(
            "line",
            class_="dumbbell-bar",
            x1=f"{on.place(first)}%",
            x2=f"{on.place(last)}%",
            y1="50%",
            y2="50%",
        )
    return element(
        "svg",
        *_lines(on),
        element("g", bar, *ends, class_=f"ink-{slug}"),
        class_="dumbbell",
        width="100%",
        height=str(size.height),
        aria_hidden="true",
    )


def ticks(on: Scale, height: int = 18) -> dict[str, Any]:
    """What stands below the rows, `height` px high: the ratios at the lines of the scale."""
    texts = [
        element(
            "text",
            f"{tick:g}",
            x=f"{on.place(tick)}%",
            y=str(height - 5),
            text_anchor=_anchor(on.place(tick)),
        )
        for tick in on.ticks
    ]
    return element(
        "svg", *texts, class_="dumbbell-ticks", width="100%", height=str(height), aria_hidden="true"
    )


def _anchor(at: float) -> str:
    """A text at the edge stands inside."""
    return "start" if at < APART / 2 else "end" if at > 100 - APART / 2 else "middle"


def _lines(on: Scale) -> list[dict[str, Any]]:
    return [
        element(
            "line",
            class_="dumbbell-one" if tick == 1 else "dumbbell-line",
            x1=f"{on.place(tick)}%",
            x2=f"{on.place(tick)}%",
            y1="0",
            y2="100%",
        )
        for tick in on.ticks
    ]


def _end(slug: str, at: float, name: str, size: int) -> dict[str, Any]:
    """A mark around a point that is so many percent across: a drawing of its own, as only its place
    is in percent."""
    return element(
        "svg",
        shape(slug, 0, 0, size),
        class_=f"dumbbell-end {name}",
        x=f"{at}%",
        y="50%",
        overflow="visible",
    )
