"""The flow of technology contracts by year: a bar for each year with a figure, and in words where
there is none."""

from itertools import groupby
from typing import Any

from analysis.platforms.flows import Flows
from analysis.text.periods import years
from components.charts.frame import Figure, empty, layout
from components.charts.plain import plain
from components.palette import PALETTES, Palette


def flow_figure(found: Flows, scheme: str) -> Figure:
    """The figure; without any published year it says so."""
    look = PALETTES[scheme]
    if not found.published:
        figure = empty(f"所选年份的数值{found.absence}。")
        figure["layout"]["annotations"][0]["font"]["color"] = look.muted
        return figure
    return {
        "data": [_trace(found, look)],
        "layout": layout(
            margin={"l": 6, "r": 6, "t": 18, "b": 24},
            bargap=0.35,
            font={**layout()["font"], "color": look.body},
            hoverlabel={
                "bgcolor": look.surface,
                "bordercolor": look.border,
                "font": {"size": 13, "color": look.ink},
            },
            annotations=_gaps(found, look),
            **_axes(found, look),
        ),
    }


def _trace(found: Flows, look: Palette) -> dict[str, Any]:
    shown = found.published
    return {
        "type": "bar",
        "x": [year.year for year in shown],
        "y": [year.value for year in shown],
        "text": [plain(year.quantity.number) if year.quantity else "" for year in shown],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 13, "color": look.ink},
        "marker": {
            "color": look.flow,
            "opacity": [1.0 if found.chosen in (None, year) else 0.45 for year in shown],
        },
        "hovertemplate": "%{x} 年 %{y:,.1f} " + plain(found.unit) + "<extra></extra>",
    }


def _axes(found: Flows, look: Palette) -> dict[str, Any]:
    bare = {"showgrid": False, "fixedrange": True, "zeroline": False}
    first, last = found.years[0].year, found.years[-1].year
    top = max(year.value or 0 for year in found.published)
    return {
        "xaxis": {
            **bare,
            "range": [first - 0.6, last + 0.6],
            "tickmode": "array",
            "tickvals": [year.year for year in found.years],
            "ticktext": [_tick(year.year, last - first) for year in found.years],
            "tickfont": {"size": 12, "color": look.muted},
            "linecolor": look.muted,
        },
        "yaxis": {**bare, "range": [0, top * 1.12], "visible": False},
    }


def _tick(year: int, span: int) -> str:
    """The year in full where there is room, else its last two digits."""
    return str(year) if span < 8 else f"{year % 100:02d}"


def _gaps(found: Flows, look: Palette) -> list[dict[str, Any]]:
    """Runs of years without a figure, said where their bars would stand."""
    notes = []
    reasons = groupby(found.years, key=lambda year: year.absence if year.value is None else "")
    for reason, run in reasons:
        gap = [year.year for year in run]
        if reason:
            notes.append(
                {
                    "x": (gap[0] + gap[-1]) / 2,
                    "y": 0,
                    "yanchor": "bottom",
                    "text": f"{years(gap[0], gap[-1])}<br>{reason}",
                    "showarrow": False,
                    "font": {"size": 12, "color": look.muted},
                }
            )
    return notes
