"""The official index by edition, as inline SVG: of each edition its own year (filled) and the year
before as it implies it (hollow), joined to each other and to nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

from analysis.evaluation.official import EditionMark, IndexSeries
from components.charts.svg import spoken
from components.elements import element

HEIGHT, SMALL = 210, 132  # px of a figure; across it is as wide as its place
TOP, FOOT = 22, 24  # px for the highest label, and for the years
# Percent across in which the years lie, beside the values of the grid; of small figures too
LEFT, RIGHT = 9.0, 95.0
SMALL_LEFT, SMALL_RIGHT = 20.0, 84.0
RADIUS = 4.5
CLOSE = 16  # px: nearer a mark would lie under the label
LINES = 5  # of the grid, about


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where years lie in percent of the width and values in pixels of the height."""

    years: tuple[int, int]
    values: tuple[float, float]
    height: int

    def x(self, year: int) -> str:
        first, last = self.years
        part = (year - first) / (last - first) if last > first else 0.5
        right = SMALL_RIGHT if self.is_small else RIGHT
        return f"{self.left + part * (right - self.left):.2f}%"

    @property
    def is_small(self) -> bool:
        return self.height == SMALL

    @property
    def left(self) -> float:
        return SMALL_LEFT if self.is_small else LEFT

    def y(self, value: float) -> float:
        low, high = self.values
        room = self.height - TOP - FOOT
        return round(TOP + (high - value) / (high - low) * room, 1)


def editions_figure(series: IndexSeries, years: tuple[int, int], is_small: bool = False) -> Any:
    """A dimension between two years; nothing where no edition prints a value. A small figure has
    labels at the last value and at those that were not checked."""
    shown = [mark for mark in series.marks if mark.value is not None]
    if not shown:
        return None
    height = SMALL if is_small else HEIGHT
    at = _Plot(years, _span(shown), height)
    labelled = [m for m in shown if not is_small or m is shown[-1] or m.mark]
    return spoken(
        in_words(series),
        *_grid(at),
        *_years(at),
        *(_edition(mark, at) for mark in shown),
        *(_label(mark, series.marks, at) for mark in labelled),
        class_="editions",
        width="100%",
        height=str(height),
    )


def in_words(series: IndexSeries) -> str:
    """Every mark: 总指数：2022 年 145.0，同期所含 2021 年 139.9；…"""
    told = []
    for mark in series.marks:
        if mark.value is None:
            told.append(f"{mark.year} 年只公布变化 {mark.change_text} 点")
            continue
        before = f"，同期所含 {mark.year - 1} 年 {mark.before_text}" if mark.before_text else ""
        told.append(f"{mark.year} 年 {mark.text}{mark.mark}{before}")
    return f"{series.name}：{'；'.join(told)}"


def year_span(every: Sequence[IndexSeries]) -> tuple[int, int]:
    """The years that figures beside each other share: from the first that an edition implies."""
    marks = [mark for one in every for mark in one.marks]
    first = min(mark.year - (mark.before is not None) for mark in marks)
    return first, max(mark.year for mark in marks)


def _span(shown: Sequence[EditionMark]) -> tuple[float, float]:
    values = [v for mark in shown for v in (mark.value, mark.before) if v is not None]
    low, high = min(values), max(values)
    air = (high - low) * 0.08 or 1.0
    return low - air, high + air


def _grid(at: _Plot) -> list[Any]:
    """Lines at round values, each with its value at the left."""
    low, high = at.values
    rough = (high - low) / LINES
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * n for n in (1, 2, 5, 10) if unit * n >= rough)
    found: list[Any] = []
    for n in range(ceil(low / step), floor(high / step) + 1):
        y = at.y(n * step)
        found.append(element("line", class_="grid", x1=f"{at.left - 3}%", x2="100%", y1=y, y2=y))
        found.append(element("text", f"{n * step:g}", class_="tick", x="0", y=y + 4))
    return found


def _years(at: _Plot) -> list[Any]:
    first, last = at.years
    return [
        element("text", str(y), class_="tick", x=at.x(y), y=at.height - 5, text_anchor="middle")
        for y in range(first, last + 1)
        if not at.is_small or (last - y) % 2 == 0
    ]


def _edition(mark: EditionMark, at: _Plot) -> Any:
    """One edition: its two marks and the line between them. A value that was not checked has a
    mark of its own."""
    x, y = at.x(mark.year), at.y(mark.value or 0.0)
    before: list[Any] = []
    if mark.before is not None:
        x0, y0 = at.x(mark.year - 1), at.y(mark.before)
        before = [
            element("line", class_="joined", x1=x0, x2=x, y1=y0, y2=y),
            element("circle", class_="implied", cx=x0, cy=y0, r=RADIUS),
        ]
    kind = "printed unchecked" if mark.mark else "printed"
    return element("g", *before, element("circle", class_=kind, cx=x, cy=y, r=RADIUS))


def _label(mark: EditionMark, every: Sequence[EditionMark], at: _Plot) -> Any:
    """The printed value above its mark; below it where the next edition has the year higher. In a
    small figure one that is long stands beside the mark, before it or, below, behind it."""
    y = at.y(mark.value or 0.0)
    later = next((b.before for a, b in pairwise(every) if a is mark), None)
    is_low = y + CLOSE > at.height - FOOT  # below it the years stand
    is_below = later is not None and at.y(later) < y and not is_low
    return element(
        "text",
        f"{mark.text}{mark.mark}",
        class_="value",
        x=at.x(mark.year),
        y=y + (CLOSE + 2 if is_below else -9),
        text_anchor=("start" if is_below else "end") if at.is_small and mark.mark else "middle",
    )
