"""The line chart: years of the range, gaps as gaps, breaks marked, labels at the line's end."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Protocol

from analysis.overview.trend import Line
from components import theme
from components.charts.frame import Figure, empty, layout, values_axis
from components.charts.labels import spread
from components.charts.marks import headroom, mark_names, mark_shapes
from data.model.catalog import Break, Event

LABEL_GAP = 0.14  # for the overview's plot, which is low
LABEL_REACH = 0.18  # of a label beyond the end of its line, on a phone, as part of the plot's width
ZERO_BELOW = 0.6  # the axis starts at 0 when the smallest value is below this part of the largest


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


def lines(trend: Drawable, label_gap: float = LABEL_GAP, events: Sequence[Event] = ()) -> Figure:
    """The figure of lines; an empty one that says why where nothing can be drawn. `label_gap`
    is the least distance between two end labels, as part of the plot's height; `events` are
    marked in time, their names above the lines."""
    if not trend.lines:
        return empty(trend.absence)
    low, high = extent(trend.lines)
    high = low + (high - low) / (1 - headroom(trend.breaks, events))
    ticks = max(1, round((trend.end - trend.start) / 7))
    return {
        "data": [trace(line) for line in trend.lines],
        "layout": layout(
            margin={"l": 8, "r": 64, "t": 14, "b": 30},
            hovermode="x unified",
            xaxis={
                "range": [trend.start - 0.4, trend.end + 0.4],
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
            yaxis=values_axis((low, high)),
            annotations=[*_labels(trend, (low, high), label_gap), *mark_names(trend, events)],
            shapes=mark_shapes(trend, events),
        ),
    }


def extent(drawn: Iterable[Line]) -> tuple[float, float]:
    """The y range: from 0 unless that would flatten the lines, with air above."""
    values = [p.value for line in drawn for piece in line.pieces for p in piece]
    low, high = min(values), max(values)
    if 0 <= low < ZERO_BELOW * high:
        return 0.0, high * 1.06
    room = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
    return low - room, high + room


def trace(line: Line) -> dict[str, Any]:
    """One trace a region; None between two pieces keeps them apart."""
    colour = theme.REGION_COLOURS[line.slug]
    xs: list[float] = []
    ys: list[float | None] = []
    texts: list[str | None] = []
    sizes: list[int] = []
    for piece in line.pieces:
        if xs:
            xs.append(xs[-1])
            ys.append(None)
            texts.append(None)
            sizes.append(0)
        xs += [p.year for p in piece]
        ys += [p.value for p in piece]
        texts += [p.text for p in piece]
        sizes += [0] * (len(piece) - 1) + [0 if len(piece) > 1 else 7]
    sizes[-1] = 0 if line.is_reference else 9
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.label,
        "x": xs,
        "y": ys,
        "customdata": texts,
        "connectgaps": False,
        "line": {
            "color": colour,
            "width": 1.4 if line.is_reference else 2.4,
            "dash": "dot" if line.is_reference else "solid",
        },
        "marker": {
            "symbol": theme.REGION_MARKS[line.slug][0],
            "size": sizes,
            "color": colour,
            "opacity": 1,
            "line": {"width": 0},
        },
        "hovertemplate": f"{line.label} %{{customdata}}<extra></extra>",
    }


def _labels(trend: Drawable, span: tuple[float, float], gap: float) -> list[dict[str, Any]]:
    """Names at the ends of the lines, moved apart where they would touch. Where they cover no
    line they have a ground, so that the marks in time do not run through them."""
    low, high = span
    ends = [line.pieces[-1][-1] for line in trend.lines]
    places = spread([(p.value - low) / (high - low) for p in ends], gap)
    reach = LABEL_REACH * (trend.end - trend.start)
    labels = []
    for line, end, place in zip(trend.lines, ends, places, strict=True):
        foot, top = (low + (place + side * gap / 2) * (high - low) for side in (-1, 1))
        is_clear = not any(
            _passes(other, (end.year, end.year + reach), (foot, top)) for other in trend.lines
        )
        labels.append(
            {
                "text": f"<b>{line.label}</b>",
                "x": end.year,
                "xshift": 10,
                "xanchor": "left",
                "yref": "paper",
                "y": place,
                "yanchor": "middle",
                "showarrow": False,
                "font": {"color": theme.REGION_COLOURS[line.slug], "size": 14},
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
