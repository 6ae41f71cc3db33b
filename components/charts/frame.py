"""The frame every figure shares: type, margins, hover; and what an empty figure says."""

from typing import Any

from components import theme
from components.charts.plain import plain
from data.model.periods import ANNUAL, frequency, part_of_year, year_of

Figure = dict[str, Any]
CLEAR = "rgba(0,0,0,0)"


def layout(**extra: Any) -> dict[str, Any]:
    """A quiet layout on the page's own surface; `extra` wins over its defaults."""
    base: dict[str, Any] = {
        "autosize": True,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": theme.FONT, "size": 13, "color": theme.BODY},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": theme.SURFACE,
            "bordercolor": theme.HAIR,
            "font": {"family": theme.FONT, "size": 13, "color": theme.INK},
        },
    }
    return {**base, **extra}


def empty(reason: str) -> Figure:
    """A figure without data that says why, in the middle of its place."""
    note = {
        "text": plain(reason),
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "font": {"size": 14, "color": theme.MUTED},
    }
    hidden = {"visible": False, "fixedrange": True}
    return {
        "data": [],
        "layout": layout(annotations=[note], xaxis=hidden, yaxis=hidden),
    }


def ticks_of(start: int, end: int) -> dict[str, Any]:
    """What is written below an axis of quarters or months: the year at its first period; of years
    nothing else than what plotly writes."""
    if frequency(start) == ANNUAL:
        return {}
    firsts = [p for p in range(start, end + 1) if p == start or part_of_year(p) == 1]
    texts = [str(year_of(period)) for period in firsts]
    return {"tickmode": "array", "tickvals": firsts, "ticktext": texts}


def years_axis(start: int, end: int) -> dict[str, Any]:
    """A plain axis of years, or of other periods."""
    return {
        **ticks_of(start, end),
        "range": [start - 0.6, end + 0.6],
        "showgrid": False,
        "linecolor": theme.MUTED,
        "tickfont": {"color": theme.MUTED, "size": 12},
        "tickformat": "d",
        "fixedrange": True,
    }


def values_axis(span: tuple[float, float]) -> dict[str, Any]:
    """A plain axis of values."""
    return {
        "range": list(span),
        "gridcolor": theme.HAIR,
        "zeroline": False,
        "tickfont": {"color": theme.MUTED},
        "tickformat": ",",
        "automargin": True,
        "fixedrange": True,
        "nticks": 6,
    }
