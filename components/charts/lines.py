"""The line chart of the pages: years of the range, gaps as gaps, breaks marked, labels at the
line's end."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from analysis.overview.trend import Line, Point
from components import theme
from components.charts.frame import Figure, empty, layout, values_axis
from components.charts.line_chart import Drawable, LineChart, extent, line_chart
from components.charts.marks import NAME_WIDTH, headroom, mark_names, mark_shapes
from components.charts.plain import plain
from data.model.catalog import Event

LABEL_GAP = 0.14  # for the overview's plot, which is low
LABEL_REACH = 0.18  # of a label beyond the end of its line, on a phone, as part of the plot's width
LONE, LAST = 7, 9  # the marks of points that stand alone, and of the last ones, in pixels
RING = 1.8  # the stroke of the hollow mark of a marked value, in pixels
YEAR_AIR = 0.4  # years of the axis before the first and after the last


def lines(trend: Drawable, label_gap: float = LABEL_GAP, events: Sequence[Event] = ()) -> Figure:
    """The figure of lines; an empty one that says why where nothing can be drawn. `label_gap`
    is the least distance between two end labels, as part of the plot's height; `events` are
    marked in time, their names above the lines."""
    if not trend.lines:
        return empty(trend.absence)
    low, high = extent(trend.lines)
    high = low + (high - low) / (1 - headroom(trend.breaks, events))
    name_width = NAME_WIDTH * (trend.end - trend.start + 2 * YEAR_AIR)
    chart = line_chart(trend, (low, high), label_gap, name_width)
    ticks = max(1, round((trend.end - trend.start) / 7))
    return {
        "data": [trace(line) for line in trend.lines],
        "layout": layout(
            margin={"l": 8, "r": 64, "t": 14, "b": 30},
            hovermode="x unified",
            xaxis={
                "range": [trend.start - YEAR_AIR, trend.end + YEAR_AIR],
                "dtick": ticks,
                "tick0": trend.end,
                "showgrid": False,
                "linecolor": theme.MUTED,
                "ticks": "outside",
                "ticklen": 4,
                "tickcolor": theme.MUTED,
                "tickfont": {"color": theme.MUTED, "size": 12},
                "tickformat": "d",
                "fixedrange": True,
                "unifiedhovertitle": {"text": "%{x} 年"},
                "showspikes": False,
            },
            yaxis=values_axis(chart.values),
            annotations=[*_labels(chart, label_gap), *mark_names(chart, events)],
            shapes=mark_shapes(chart, events),
        ),
    }


def trace(line: Line) -> dict[str, Any]:
    """One trace a region; None between two pieces keeps them apart. Marks stand at its end, at
    points that stand alone, and, hollow, at values that are marked (estimates)."""
    colour = theme.REGION_COLOURS[line.slug]
    points = [p for piece in line.pieces for p in (None, *piece)][1:]
    lone = {piece[0] for piece in line.pieces if len(piece) == 1}
    sizes = [LONE if p in lone or (p and p.mark) else 0 for p in points]
    last = line.pieces[-1][-1]
    sizes[-1] = 0 if line.is_reference and not last.mark else LAST
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": plain(line.label),
        "x": [p.year if p else None for p in points],
        "y": [p.value if p else None for p in points],
        "customdata": [plain(p.text) if p else None for p in points],
        "connectgaps": False,
        "line": {
            "color": colour,
            "width": 1.4 if line.is_reference else 2.4,
            "dash": "dot" if line.is_reference else "solid",
        },
        "marker": {"size": sizes, "color": colour, "opacity": 1, **_shapes(line, points)},
        "hovertemplate": f"{plain(line.label)} %{{customdata}}<extra></extra>",
    }


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


def _labels(chart: LineChart, gap: float) -> list[dict[str, Any]]:
    """The names at the ends of the lines. Where they cover no line they have a ground, so that
    the marks in time do not run through them."""
    low, high = chart.values
    reach = LABEL_REACH * (chart.end - chart.start)
    labels = []
    for label in chart.labels:
        year = label.point.year
        foot, top = (low + (label.place + side * gap / 2) * (high - low) for side in (-1, 1))
        is_clear = not any(
            _passes(other, (year, year + reach), (foot, top)) for other in chart.lines
        )
        labels.append(
            {
                "text": f"<b>{plain(label.line.label)}</b>",
                "x": year,
                "xshift": 10,
                "xanchor": "left",
                "yref": "paper",
                "y": label.place,
                "yanchor": "middle",
                "showarrow": False,
                "font": {"color": theme.REGION_COLOURS[label.line.slug], "size": 14},
                **({"bgcolor": theme.SURFACE} if is_clear else {}),
            }
        )
    return labels


def _passes(line: Line, years: tuple[float, float], values: tuple[float, float]) -> bool:
    """Whether a line may run through the box of these years (without the first) and values."""
    return any(
        years[0] < after.year
        and before.year < years[1]
        and min(before.value, after.value) < values[1]
        and max(before.value, after.value) > values[0]
        for piece in line.pieces
        for before, after in pairwise([piece[0], *piece])
    )
