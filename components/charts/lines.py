"""The line chart of the pages: years of the range, gaps as gaps, breaks marked, labels at the
line's end."""

from collections.abc import Collection, Sequence
from typing import Any

from analysis.document.ranges import extent
from analysis.series.drawn import Line, Point
from analysis.text.periods import period_text
from components import theme
from components.charts.frame import Figure, empty, layout, ticks_of, values_axis
from components.charts.line_chart import (
    Drawable,
    line_chart,
    strokes_of,
    values_of,
)
from components.charts.line_names import Panel, line_names, strands
from components.charts.marks import NAME_WIDTH, headroom, mark_names, mark_shapes
from components.charts.plain import plain
from data.model.catalog import Event
from data.model.periods import ANNUAL, frequency

ALONG, LAST = 7, 9  # the marks along a line and of points that stand alone, and the last, in pixels
DASH = "4px,3px"  # of the step into a first figure
RING = 1.8  # the stroke of the hollow mark of a marked value, in pixels
YEAR_AIR = 0.4  # years of the axis before the first and after the last


def lines(trend: Drawable, events: Sequence[Event] = ()) -> Figure:
    """The figure of lines; an empty one that says why where nothing can be drawn. `events` are
    marked in time, their names above the lines. `names` has the places of the names at the ends
    of lines for other sizes of the plot (line_names.py)."""
    if not trend.lines:
        return empty(trend.absence)
    low, high = extent(values_of(trend.lines))
    high = low + (high - low) / (1 - headroom(trend.breaks, events))
    years = (trend.start - YEAR_AIR, trend.end + YEAR_AIR)
    chart = line_chart(trend, (low, high), NAME_WIDTH * (years[1] - years[0]))
    names = line_names([Panel(strands(trend.lines), years, chart.values)])
    is_yearly = frequency(trend.end) == ANNUAL
    ticks = max(1, round((trend.end - trend.start) / 7))
    return {
        "data": traces(trend.lines, chart.marked),
        "names": names.places,
        "layout": layout(
            margin={"l": 8, "r": 64, "t": 14, "b": 30},
            hovermode="x unified" if is_yearly else "closest",
            xaxis={
                **ticks_of(trend.start, trend.end),
                "range": list(years),
                **({"dtick": ticks, "tick0": trend.end} if is_yearly else {}),
                "showgrid": False,
                "linecolor": theme.MUTED,
                "ticks": "outside",
                "ticklen": 4,
                "tickangle": 0,
                "tickcolor": theme.MUTED,
                "tickfont": {"color": theme.MUTED, "size": 12},
                "tickformat": "d",
                "fixedrange": True,
                "unifiedhovertitle": {"text": "%{x} 年"},
                "showspikes": False,
            },
            yaxis=values_axis(chart.values),
            annotations=[*names.annotations, *mark_names(chart, events)],
            shapes=mark_shapes(chart, events),
        ),
    }


def traces(
    drawn: Sequence[Line], marked: Sequence[Collection[int]] | None = None
) -> list[dict[str, Any]]:
    """A trace a region, then the steps that lead to first figures, dashed, of those that have
    any."""
    own = list(map(trace, drawn, marked or [()] * len(drawn)))
    return [*own, *(dashed for line in drawn if (dashed := _dashed(line)))]


def trace(line: Line, marked: Collection[int] = ()) -> dict[str, Any]:
    """The trace of a region; None between two pieces, and before a first figure, keeps them
    apart. Marks stand at its end, at the `marked` years, at points that stand alone, and, hollow,
    at values that are marked (estimates, first figures)."""
    colour = theme.REGION_COLOURS[line.slug]
    points = [
        point
        for piece in line.pieces
        for at, one in enumerate(piece)
        for point in ((None, one) if at == 0 or one.is_provisional else (one,))
    ][1:]
    lone = {piece[0] for piece in line.pieces if len(piece) == 1}
    sizes = [ALONG if p and (p in lone or p.mark or p.year in marked) else 0 for p in points]
    last = line.pieces[-1][-1]
    sizes[-1] = 0 if line.is_reference and not last.mark else LAST
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": plain(line.label),
        "x": [p.year if p else None for p in points],
        "y": [p.value if p else None for p in points],
        "customdata": [_told(p) if p else None for p in points],
        "connectgaps": False,
        "line": {
            "color": colour,
            "width": 1.4 if line.is_reference else 2.4,
            "dash": "dot" if line.is_reference else "solid",
        },
        "marker": {"size": sizes, "color": colour, "opacity": 1, **_shapes(line, points)},
        "hovertemplate": f"{plain(line.label)} %{{customdata}}<extra></extra>",
    }


def _dashed(line: Line) -> dict[str, Any] | None:
    """The dashed steps of a line, without marks: those are the line's own."""
    found = [
        stroke
        for piece in line.pieces
        for stroke, is_dashed in strokes_of(piece, lambda point: point.is_provisional)
        if is_dashed
    ]
    if not found:
        return None
    points = [p for stroke in found for p in (None, *stroke)][1:]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": plain(line.label),
        "x": [p.year if p else None for p in points],
        "y": [p.value if p else None for p in points],
        "connectgaps": False,
        "hoverinfo": "skip",
        "line": {
            "color": theme.REGION_COLOURS[line.slug],
            "width": 1.4 if line.is_reference else 2.4,
            "dash": DASH,
        },
    }


def _told(point: Point) -> str:
    """What is read at a point: its value; where the axis does not name the period, that too."""
    text = plain(point.text)
    return text if frequency(point.year) == ANNUAL else f"{text}，{period_text(point.year)}"


def _shapes(line: Line, points: Sequence[Point | None]) -> dict[str, Any]:
    """The region's mark; a ring of it at each value that is marked."""
    shape = theme.REGION_MARKS[line.slug][0]
    hollow = [bool(p and p.mark) for p in points]
    if not any(hollow):
        return {"symbol": shape, "line": {"width": 0}}
    return {
        "symbol": [f"{shape}-open" if is_hollow else shape for is_hollow in hollow],
        "line": {"width": [RING if is_hollow else 0 for is_hollow in hollow]},
    }
