"""The bar chart: the chosen regions in one year, from zero, with value and share beside."""

from typing import Any

from analysis.comparison import Bar, Comparison
from components import theme
from components.charts.frame import Figure, empty, layout

ROWS = 3  # the height of three bars, whatever the number: a bar keeps its thickness
TEXT_ROOM = 2.2  # the axis runs this far beyond the longest bar, so that its text fits


def bars(comparison: Comparison) -> Figure:
    """The figure of a comparison; an empty one that says why where there is no value."""
    drawn = list(reversed(comparison.bars))  # plotly counts rows from below
    if not any(bar.value is not None for bar in drawn):
        return empty(comparison.absence or "所选地区在所选年份没有已公布的数值。")
    largest = max(abs(bar.value) for bar in drawn if bar.value is not None) or 1.0
    middle = (len(drawn) - 1) / 2
    return {
        "data": [_trace(drawn)],
        "layout": layout(
            margin={"l": 8, "r": 8, "t": 4, "b": 4},
            bargap=0.42,
            hovermode=False,
            xaxis={"visible": False, "fixedrange": True, "range": [0, largest * TEXT_ROOM]},
            yaxis={
                "automargin": True,
                "fixedrange": True,
                "showline": False,
                "range": [middle - ROWS / 2, middle + ROWS / 2],
                "tickmode": "array",
                "tickvals": list(range(len(drawn))),
                "ticktext": [_name(bar) for bar in drawn],
                "tickfont": {"size": 14, "color": theme.INK},
            },
        ),
    }


def _trace(drawn: list[Bar]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(drawn))),
        "x": [bar.value or 0 for bar in drawn],
        "text": [_text(bar) for bar in drawn],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": 13, "color": theme.INK},
        "marker": {"color": [theme.REGION_COLOURS[bar.slug] for bar in drawn]},
    }


def _name(bar: Bar) -> str:
    """The region's mark in its colour, then its name."""
    mark = theme.REGION_MARKS[bar.slug][1]
    return f'<span style="color:{theme.REGION_COLOURS[bar.slug]}">{mark}</span> {bar.label} '


def _text(bar: Bar) -> str:
    if bar.quantity is None:
        return bar.text
    return bar.text.replace(bar.quantity.number, f"<b>{bar.quantity.number}</b>", 1)
