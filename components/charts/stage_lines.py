"""The line chart of the stage: SVG that is read across a room and takes its colours from the
stage's scheme, so that turning from dark to light draws nothing anew."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from analysis.document.ranges import Span, extent, nice_ticks, spread
from analysis.series.drawn import Line, Point
from analysis.series.quantities import number
from components.charts.line_chart import (
    BREAK_NAME,
    BreakMark,
    Drawable,
    line_chart,
    strokes_of,
    values_of,
)
from components.charts.svg import Element, hollow, mark, spoken
from components.elements import element
from data.model.periods import ANNUAL, frequency, part_of_year, year_of

TEXT = 28  # px of the stage
LABEL = 34
LABEL_STEP = 1.3  # lines of a label between two labels' middles
MARK, MARK_ALONG = 24, 18
BREAK_GAP = 10  # between the mark of a break and its name
REACH = 44  # a label farther than this from its line's end is joined to it
CHARACTER = 0.62  # of a digit's width to the height of the type, on the safe side


@dataclass(frozen=True, slots=True)
class Manner:
    """How the lines are shown: the unit above the axis, whether the names at the ends carry the
    last value, the values that the axis holds besides those drawn (so that it stays as it is
    when other regions are chosen), and what the picture is and says in words."""

    unit: str = ""
    with_values: bool = False
    holds: Collection[float] = ()
    title: str = ""
    description: str = ""


PLAIN = Manner()


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot's place in the picture, and what its edges stand for."""

    left: float
    right: float
    top: float
    bottom: float
    years: Span
    values: Span

    @property
    def year_width(self) -> float:
        """The pixels between two years."""
        return (self.right - self.left) / (self.years[1] - self.years[0])

    def at(self, year: float, value: float) -> tuple[float, float]:
        """Where a year and a value are drawn."""
        (first, last), (low, high) = self.years, self.values
        x = self.left + (year - first) / (last - first) * (self.right - self.left)
        y = self.bottom - (value - low) / (high - low) * (self.bottom - self.top)
        return round(x, 1), round(y, 1)


def stage_lines(trend: Drawable, size: tuple[int, int], manner: Manner = PLAIN) -> Element:
    """The lines in a picture of `size`. For what cannot be drawn the caller has words:
    `trend.lines` must not be empty."""
    unit = manner.unit
    low, high = _span([*values_of(trend.lines), *manner.holds], unit)
    ticks = nice_ticks(low, high)
    texts = [_label(line, manner.with_values) for line in trend.lines]
    plot = Plot(
        left=widest(ticks) + 22,
        right=size[0] - max(map(_label_width, texts)) - 34,
        top=64.0 if unit else 24.0,
        bottom=size[1] - 56.0,
        years=(trend.start - 0.3, trend.end + 0.15),
        values=(min(low, ticks[0]), max(high, ticks[-1])),
    )
    chart = line_chart(
        trend, plot.values, _width(BREAK_NAME) / plot.year_width, BREAK_GAP / plot.year_width
    )
    drawn = [
        _line(plot, line, years) for line, years in zip(chart.lines, chart.marked, strict=True)
    ]
    parts = [
        *grid(plot, ticks),
        *years_axis(plot, trend.start, trend.end),
        element("text", unit, x=0, y=TEXT, class_="axis") if unit else None,
        *_breaks(plot, chart.breaks),
        *reversed(drawn),
        *_ends(plot, chart.lines, texts),
    ]
    width, height = size
    return spoken(
        manner.title,
        *parts,
        description=manner.description,
        viewBox=f"0 0 {width} {height}",
        class_="lines",
    )


def _span(values: Sequence[float], unit: str) -> Span:
    """As on the pages, but percentages from 0: read from afar, a step of half a point must not
    look like a leap."""
    low, high = extent(values)
    return (0.0, high) if unit == "%" and min(values) >= 0 else (low, high)


def _tick_texts(ticks: list[float]) -> list[str]:
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    decimals = next(d for d in range(6) if abs(round(step, d) - step) < 1e-9 or d == 5)
    return [number(tick, decimals) for tick in ticks]


def widest(ticks: list[float]) -> float:
    """The room in px that the numbers at these lines take."""
    return max(_width(text) for text in _tick_texts(ticks))


def _width(text: str) -> float:
    return sum(TEXT * (CHARACTER if ord(c) < 0x2E80 else 1.0) for c in text)


def grid(plot: Plot, ticks: list[float]) -> list[Element]:
    """The lines of the values with their numbers at the left."""
    drawn = []
    for tick, text in zip(ticks, _tick_texts(ticks), strict=True):
        _, y = plot.at(plot.years[0], tick)
        kind = "base" if tick == 0 else "grid"
        drawn.append(element("line", x1=plot.left, x2=plot.right, y1=y, y2=y, class_=kind))
        drawn.append(
            element(
                "text", text, x=plot.left - 14, y=y + TEXT * 0.36, class_="axis",
                text_anchor="end",
            )
        )  # fmt: skip
    return drawn


def years_axis(plot: Plot, start: int, end: int) -> list[Element]:
    """Years at equal steps back from the last one, as many as stand apart; of quarters and months
    each year at its first."""
    room = (plot.right - plot.left) / max(1, end - start)
    step = max(1, ceil(TEXT * 4 / room))
    firsts = [p for p in range(end, start - 1, -1) if part_of_year(p) == 1]
    is_yearly = frequency(end) == ANNUAL
    drawn = []
    for year in range(end, start - 1, -step) if is_yearly else firsts:
        x, _ = plot.at(year, plot.values[0])
        attributes = {"x": x, "y": plot.bottom + 44, "text_anchor": "middle"}
        drawn.append(element("text", str(year_of(year)), class_="axis", **attributes))
        ends = {"y1": plot.bottom, "y2": plot.bottom + 8}
        drawn.append(element("line", x1=x, x2=x, class_="base", **ends))
    bottom = {"y1": plot.bottom, "y2": plot.bottom}
    return [element("line", x1=plot.left, x2=plot.right, class_="base", **bottom), *drawn]


def _breaks(plot: Plot, marks: tuple[BreakMark, ...]) -> list[Element]:
    """A line and a word at each break; words that would touch stand below each other."""
    drawn: list[Element] = []
    for one in marks:
        x, _ = plot.at(one.year, plot.values[0])
        start = x + BREAK_GAP if one.is_early else x - BREAK_GAP - _width(BREAK_NAME)
        y = plot.top - 4 + one.row * TEXT * 1.3
        drawn.append(element("line", x1=x, x2=x, y1=plot.top - 26, y2=plot.bottom, class_="break"))
        drawn.append(element("text", BREAK_NAME, x=start, y=round(y, 1), class_="axis"))
    return drawn


def _line(plot: Plot, line: Line, marked: Collection[int]) -> Element:
    """The strokes of each piece, the region's mark at the `marked` years and on each point that
    stands alone, hollow on each value that is marked (an estimate, a first figure)."""
    drawn: list[Element] = []
    for piece in line.pieces:
        drawn += _strokes(plot, line, piece)
        is_lone = len(piece) == 1
        for point in piece:
            if point is _last(line):  # has its mark with the name
                continue
            place = plot.at(point.year, point.value)
            if point.mark:
                drawn.append(hollow(line.slug, *place, MARK_ALONG))
            elif point.year in marked or is_lone:
                drawn.append(mark(line.slug, *place, MARK_ALONG))
    return element("g", *drawn)


def _strokes(plot: Plot, line: Line, piece: Sequence[Point]) -> Iterator[Element]:
    kind = f"stroke stroke-{line.slug}" + (" reference" if line.is_reference else "")
    for points, is_dashed in strokes_of(piece, lambda point: point.is_provisional):
        at = (plot.at(p.year, p.value) for p in points)
        d = "M" + "L".join(f"{x},{y}" for x, y in at)
        yield element("path", d=d, class_=f"{kind} first" if is_dashed else kind)


def _last(line: Line) -> Point:
    return line.pieces[-1][-1]


def _label(line: Line, with_values: bool) -> tuple[str, str]:
    return line.label, _last(line).text if with_values else ""


def _label_width(label: tuple[str, str]) -> float:
    name, value = label
    return (_width(name) + _width(value)) * LABEL / TEXT + (12 if value else 0)


def _ends(plot: Plot, drawn: tuple[Line, ...], texts: list[tuple[str, str]]) -> list[Element]:
    """Marks at the ends of the lines; names (and values) in one column, moved apart where they
    would touch."""
    parts = []
    tall = plot.bottom - plot.top
    ends = [plot.at(_last(line).year, _last(line).value) for line in drawn]
    places = spread([(plot.bottom - y) / tall for _, y in ends], LABEL * LABEL_STEP / tall)
    for line, (x, y), place, (name, value) in zip(drawn, ends, places, texts, strict=True):
        slug = line.slug
        spans = [element("tspan", name, class_="name")]
        if value:
            spans.append(element("tspan", value, dx=12))
        middle = round(plot.bottom - place * tall, 1)
        if plot.right - x > REACH or abs(middle - y) > REACH:
            joint = {"x1": x, "y1": y, "x2": plot.right + 18, "y2": middle}
            parts.append(element("line", class_=f"leader stroke-{slug}", **joint))
        at = {"x": plot.right + 24, "y": round(middle + LABEL * 0.36, 1)}
        parts.append((hollow if _last(line).mark else mark)(slug, x, y, MARK))
        parts.append(element("text", *spans, class_=f"end ink-{slug}", **at))
    return parts
