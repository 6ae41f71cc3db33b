"""The bar chart: the chosen regions in one year, from zero, with value and share beside."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol

from analysis.document.ranges import reach
from analysis.series.quantities import MINUS
from components import theme
from components.charts.frame import Figure, empty, layout
from components.charts.plain import plain

ROWS = 3  # the height of three bars, whatever the number: a bar keeps its thickness
TEXT_ROOM = 2.2  # the axis runs at least this far beyond the longest bar, so that its text fits
NARROW = 340  # pixels of the narrowest plot that has texts on one line (assets/core/narrow.js)
WIDE_AIR = 0.1  # beyond the longest bar, as part of what the bars span
LEFT_ROOM = 0.3  # the same for negative values, whose texts stand within the plot
TEXT_SIZE, NAME_SIZE = 13, 14
NAME_AIR = 16  # pixels left of the names, into which widely spaced ones grow (WCAG 1.4.12)
NUMBER = re.compile(rf"{MINUS}?[\d,]+(\.\d+)?")


class Bar(Protocol):
    """A row of the chart: whose, how long (None: no value), and the phrase beside it."""

    @property
    def slug(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def value(self) -> float | None: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


def bars(rows: Sequence[Bar], absence: str = "", is_wide: bool = False) -> Figure:
    """The rows as bars from zero; an empty figure that says why where there is no value. In a
    wide plot the bars take what their texts leave free, elsewhere a fixed part of it."""
    drawn = list(reversed(rows))  # plotly counts rows from below
    values = [bar.value for bar in drawn if bar.value is not None]
    if not values:
        return empty(absence or "所选地区在所选年份的数值本站未收录。")
    texts = [bar.text for bar in drawn if (bar.value or 0.0) >= 0]  # those on the right
    axis = _wide_axis(values) if is_wide else _axis(values, _width(texts, TEXT_SIZE))
    middle, shown = (len(drawn) - 1) / 2, max(ROWS, len(drawn))
    return {
        "data": [_trace(drawn)],
        "layout": layout(
            margin={
                "l": NAME_AIR + _width([f"● {bar.label} " for bar in drawn], NAME_SIZE),
                "r": 8 + _width(texts, TEXT_SIZE) if is_wide else 8,
                "t": 4,
                "b": 4,
            },
            bargap=0.42,
            hovermode=False,
            xaxis={"visible": False, "fixedrange": True, "range": axis if any(axis) else [0, 1]},
            yaxis={
                "fixedrange": True,
                "showline": False,
                "range": [middle - shown / 2, middle + shown / 2],
                "tickmode": "array",
                "tickvals": list(range(len(drawn))),
                "ticktext": [_name(bar) for bar in drawn],
                "tickfont": {"size": NAME_SIZE, "color": theme.INK},
            },
        ),
    }


def _axis(values: list[float], text: int) -> list[float]:
    """The axis from below the least to above the greatest, with room for texts of this width."""
    longest = max(map(abs, values)) or 1.0
    room = max(TEXT_ROOM, NARROW / max(NARROW - text, NARROW / 4))
    return [
        longest * room * side if side * extreme > 0 else 0
        for side, extreme in ((-1, min(values)), (1, max(values)))
    ]


def _wide_axis(values: list[float]) -> list[float]:
    """The axis where the texts on the right stand in the margin: some air beside the longest
    bar, and on the left room for the short texts of negative values."""
    low, high = reach(values)
    air = (high - low) * WIDE_AIR
    return [low - (high - low) * LEFT_ROOM if low < 0 else 0.0, high + air]


def _width(texts: list[str], size: int) -> int:
    """The pixels that the longest of the texts takes: a Chinese character (and a mark, "A") is as
    wide as it is high, a bold digit a little more than half of that."""
    widths = [
        sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.6 for sign in text)
        for text in texts
    ]
    return round(size * max(widths, default=0.0))


def _trace(drawn: list[Bar]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(drawn))),
        "x": [bar.value or 0 for bar in drawn],
        "text": [_text(bar) for bar in drawn],
        "textposition": "outside",
        "cliponaxis": False,
        "constraintext": "none",  # however low the bars are, their texts stay legible
        "textfont": {"size": TEXT_SIZE, "color": theme.INK},
        "marker": {"color": [theme.REGION_COLOURS[bar.slug] for bar in drawn]},
    }


def _name(bar: Bar) -> str:
    """The region's mark in its colour, then its name."""
    mark = theme.REGION_MARKS[bar.slug][1]
    return f'<span style="color:{theme.REGION_COLOURS[bar.slug]}">{mark}</span> {plain(bar.label)} '


def _text(bar: Bar) -> str:
    """The phrase with its number in bold."""
    found = NUMBER.search(bar.text) if bar.value is not None else None
    if not found:
        return plain(bar.text)
    before, after = bar.text[: found.start()], bar.text[found.end() :]
    return f"{plain(before)}<b>{plain(found[0])}</b>{plain(after)}"
