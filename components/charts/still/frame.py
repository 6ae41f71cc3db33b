"""The plot of a still chart: where values lie, its lines and what stands at them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.document.chart import Chart, Series
from analysis.document.ranges import extent, nice_ticks
from analysis.series.frames import FRAME
from components.charts.svg import Element
from components.elements import element

WIDTH, HAND, HEIGHT = 720, 326, 300  # in the hand a drawing is as wide as the screen lets it
LEFT, TOP, BOTTOM = 64, 12, 26
LEADING = 17  # pixels of a line of text
NEAREST = 9  # decimals of a value in a picture
WIDE, NARROW = 12.5, 7.2  # pixels of a Chinese sign and of another, at 12.5 px
MOST_LINES = 6  # across a plot


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot between these sides in pixels, whose values run from `low` to `high` upward."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float

    def up(self, value: float) -> float:
        """The height of a value, from above."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def at(self, place: float, count: int) -> float:
        """How far to the right the middle of a category stands, of so many side by side."""
        return round(self.left + (place + 0.5) * (self.right - self.left) / max(count, 1), 1)


def plot(values: Iterable[float], right: float, is_from_zero: bool = False) -> Plot:
    """The plot of these values, which ends at `right`; bars stand on 0."""
    known = list(values)
    low, high = extent(known)
    if is_from_zero:
        low, high = min(0.0, *known), max(0.0, *known)
        high, low = high + (high - low or 1) * 0.08, low - (0.08 * (high - low) if low < 0 else 0)
    return Plot(LEFT, right, TOP, HEIGHT - BOTTOM, low, high if high > low else low + 1)


def width(text: str) -> float:
    """About how many pixels a text takes."""
    return sum(NARROW if sign.isascii() else WIDE for sign in text)


def held(chart: Chart) -> list[float]:
    """Every value of a chart, and what its axis holds besides, as near as a picture shows them: a
    span that is next to nothing would make lengths without end."""
    own = [value for one in chart.series for value in one.values if value is not None]
    return [round(value, NEAREST) for value in (*own, *chart.holds)]


def grid(on: Plot, decimals: int, unit: str) -> list[Element]:
    """The lines across the plot with their values on the left, the unit above them."""
    found: list[Element] = []
    for tick in nice_ticks(on.low, on.high, MOST_LINES):
        y = on.up(tick)
        found.append(element("line", class_="still-grid", x1=on.left, x2=on.right, y1=y, y2=y))
        found.append(text(number(tick, decimals), on.left - 6, y + 4, "end", "still-tick"))
    return found if not unit else [*found, text(unit, on.left, on.top - 1, "start", "still-tick")]


def years(on: Plot, categories: Sequence[str]) -> list[Element]:
    """The names of the categories below the plot, as many as do not touch."""
    room = (on.right - on.left) / max(len(categories), 1)
    most = max(map(width, categories), default=0) + 10
    step = max(1, -(-int(most) // max(int(room), 1)))
    count = len(categories)
    return [
        text(name, on.at(place, count), on.bottom + 18, "middle", "still-tick")
        for place, name in enumerate(categories)
        if place % step == (count - 1) % step
    ]


def upright(on: Plot, categories: Sequence[str], slugs: Sequence[str]) -> list[Element]:
    """The names of many categories sign below sign; where even these would touch only those of
    regions that are looked at (a frame is what they are seen against)."""
    count = len(categories)
    is_wide = (on.right - on.left) / max(count, 1) >= WIDE
    return [
        text(sign, on.at(place, count), on.bottom + LEADING * (line + 1), "middle", "still-tick")
        for place, name in enumerate(categories)
        if is_wide or slugs[place] not in ("", "frame")
        for line, sign in enumerate(name)
    ]


def text(said: str, x: float, y: float, anchor: str, name: str) -> Element:
    """A text at a point."""
    return element("text", said, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=name)


def number(value: float, decimals: int) -> str:
    """A value at a line: with separators, and no more decimals than it needs."""
    said = f"{value:,.{max(decimals, 2)}f}".rstrip("0").rstrip(".")
    return said or "0"


def look(series: Series, place: int) -> str:
    """The class of a series: of its region, of what others are seen against, else of its place."""
    if series.is_reference and not series.slug:
        return f"ink-{FRAME}"
    return f"ink-{series.slug}" if series.slug else f"still-ink-{place % 6}"
