"""The names at the ends of lines (and of the paths of a scatter) on the pages. Which places keep
them apart depends on the size of the plot, which only the browser knows: it takes those that hold
for the largest size here that is not larger than its own (assets/core/line-names.js)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.document.ranges import Span
from analysis.series.drawn import Line
from components import theme
from components.charts.ends import BESIDE, Name, is_over, middles
from components.charts.plain import plain

WIDTHS = (200, 400, 800)  # px of a plot between its margins
HEIGHTS = (80, 96, 115, 140, 168, 200, 240, 290, 350, 420, 500, 600, 720)
TYPE = 14
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Strand:
    """What ends at a name: whose it is, the name, and the points that are joined, in pieces."""

    slug: str
    label: str
    pieces: Sequence[Sequence[tuple[float, float]]]


def strands(lines: Sequence[Line]) -> list[Strand]:
    """Lines as strands."""
    return [
        Strand(line.slug, line.label, [[(p.year, p.value) for p in piece] for piece in line.pieces])
        for line in lines
    ]


@dataclass(frozen=True, slots=True)
class Panel:
    """Strands within these spans across (of years, on a line chart) and upwards (of values), in a
    panel that takes this part of the figure's height, on this axis of values."""

    strands: Sequence[Strand]
    across: Span
    values: Span
    part: float = 1.0
    axis: str = "y"


class LineNames(NamedTuple):
    """The names as annotations at the ends of their lines; `places` has the heights on their axes
    to which they move, by width, height and name, None where none moves at any size."""

    annotations: list[dict[str, Any]]
    places: dict[str, Any] | None


def line_names(panels: Sequence[Panel]) -> LineNames:
    """The names of the strands of all panels of a figure, in their order."""
    annotations = [
        _annotation(panel, strand, _is_clear(panel, i, place))
        for panel in panels
        for i, (strand, place) in enumerate(
            zip(panel.strands, heights(panel, WIDTHS[0], HEIGHTS[0]), strict=True)
        )
    ]
    at = [
        [[place for panel in panels for place in heights(panel, width, height)]
         for height in HEIGHTS] for width in WIDTHS
    ]  # fmt: skip
    if all(places == at[0] for places in at):  # no line ends beside another
        at = at[:1]
    if at == [[[y for panel in panels for y in _own_heights(panel)]] * len(HEIGHTS)]:
        return LineNames(annotations, None)
    return LineNames(annotations, {"widths": WIDTHS[: len(at)], "heights": HEIGHTS, "at": at})


def _own_heights(panel: Panel) -> list[float]:
    """The heights of the ends themselves, as `heights` has them where no name moves."""
    low, high = panel.values
    return [_rounded(strand.pieces[-1][-1][1], high - low) for strand in panel.strands]


def heights(panel: Panel, width: float, height: float) -> list[float]:
    """Where on the axis of values the middle of each name stands, in a plot of this size."""
    names, strokes = ends(panel, width, height)
    tall = height * panel.part
    low, high = panel.values
    found = middles(names, strokes, tall)
    places = (_rounded(low + y / tall * (high - low), high - low) for y in found)
    return [min(max(place, low), high) for place in places]  # plotly hides what is outside


def ends(panel: Panel, width: float, height: float) -> tuple[list[Name], list[list[Any]]]:
    """The names with the ends they stand beside, and the lines as strokes, in pixels."""
    (first, last), (low, high) = panel.across, panel.values
    tall = height * panel.part

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - first) / (last - first) * width, (y - low) / (high - low) * tall

    joined = [[at(*point) for point in piece] for one in panel.strands for piece in one.pieces]
    names = [Name(*at(*one.pieces[-1][-1]), _width(one.label)) for one in panel.strands]
    return names, joined


def _width(text: str) -> float:
    """The pixels of a name in bold: a Chinese character is as wide as it is high."""
    return TYPE * sum(1.0 if ord(sign) > 0x2E80 else 0.6 for sign in text)


def _rounded(value: float, span: float) -> float:
    """To a small part of the axis: what is sent is no longer than it need be."""
    unit = span * 10**-DECIMALS
    return float(f"{round(value / unit) * unit:.8g}")


def _is_clear(panel: Panel, at: int, place: float) -> bool:
    """Whether no line runs through the name, so that it may have a ground, which keeps the marks
    in time from running through it."""
    names, strokes = ends(panel, WIDTHS[0], HEIGHTS[0])
    low, high = panel.values
    middle = (place - low) / (high - low) * HEIGHTS[0] * panel.part
    return not is_over(names[at], middle, strokes)


def _annotation(panel: Panel, strand: Strand, is_clear: bool) -> dict[str, Any]:
    """The name beside the end of its line, from where the browser moves it and joins the two."""
    x, y = strand.pieces[-1][-1]
    return {
        "text": f"<b>{plain(strand.label)}</b>",
        "x": x, "y": y, "yref": panel.axis,
        "xanchor": "left", "xshift": BESIDE, "yanchor": "middle",
        "showarrow": False, "borderpad": 0,
        "font": {"color": theme.REGION_COLOURS[strand.slug], "size": TYPE},
        **({"bgcolor": theme.SURFACE} if is_clear else {}),
    }  # fmt: skip
