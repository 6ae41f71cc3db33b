"""Marks in time on a line chart, breaks and policy events: lines with their names above the data,
clear of each other."""

from collections.abc import Sequence
from typing import Any

from components import theme
from components.charts.line_chart import BREAK_NAME, LineChart
from components.charts.plain import plain
from data.model.catalog import Break, Event

STEP = 0.055  # names of policy events stand in steps of this part of the plot's height
NAME_WIDTH = 0.2  # the name of a break with its gap, on a phone, as part of the plot's width


def headroom(breaks: Sequence[Break], events: Sequence[Event]) -> float:
    """The part of the plot's height that the names of events take above the lines: a step each;
    breaks share the first, which is theirs only where there are events too."""
    return STEP * (len(events) + bool(breaks)) if events else 0.0


def mark_shapes(chart: LineChart, events: Sequence[Event]) -> list[dict[str, Any]]:
    """The lines of breaks and events, from the axis up to their names, below everything."""
    marks = [(mark.year, 1.0, theme.MUTED, "dash") for mark in chart.breaks]
    marks += [(e.year, top, theme.SEAL, "dot") for e, top in _with_tops(chart, events)]
    return [
        {
            "type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": top,
            "line": {"color": colour, "width": 1, "dash": dash}, "layer": "below",
        }
        for x, top, colour, dash in marks
    ]  # fmt: skip


def mark_names(chart: LineChart, events: Sequence[Event]) -> list[dict[str, Any]]:
    """The names of the marks: of breaks on the side where there is room, once where several are
    so close that their names would touch; of events in steps, so that none do."""
    names: list[dict[str, Any]] = []
    for mark in chart.breaks:
        if mark.row == 0:
            names.append(_name(BREAK_NAME, mark.reason, (mark.year, 1.0), not mark.is_early))
            names[-1]["font"] = {"color": theme.MUTED, "size": 12}
    for event, top in _with_tops(chart, events):
        is_late = event.year > (chart.start + chart.end) / 2
        names.append(_name(event.short_zh, event.name_zh, (event.year, top), is_late))
        names[-1]["font"] = {"color": theme.SEAL, "size": 12}
    return names


def _with_tops(chart: LineChart, events: Sequence[Event]) -> list[tuple[Event, float]]:
    """The events with the height at which their names hang, below that of the breaks."""
    first = bool(chart.breaks)
    return [(event, 1 - STEP * (first + i)) for i, event in enumerate(events)]


def _name(text: str, meaning: str, at: tuple[float, float], is_left: bool) -> dict[str, Any]:
    return {
        "text": plain(text), "hovertext": plain(meaning),
        "showarrow": False, "bgcolor": theme.SURFACE,
        "x": at[0], "xanchor": "right" if is_left else "left", "xshift": -3 if is_left else 3,
        "yref": "paper", "y": at[1], "yanchor": "top",
    }  # fmt: skip
