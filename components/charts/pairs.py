"""The scatter of two indicators: each region a path through its years."""

from typing import Any

from analysis.indicators.pairing import Pair, Pairing, Path
from components import theme
from components.charts.frame import Figure, empty, layout
from components.charts.plain import plain


def pair_figure(shown: Pairing) -> Figure:
    """The second indicator across, the first upwards; years joined, first and last named."""
    if not shown.paths:
        return empty("两项指标没有同地区、同年份的数值。")
    return {
        "data": [_trace(path) for path in shown.paths],
        "layout": layout(
            margin={"l": 8, "r": 84, "t": 14, "b": 40},
            hovermode="closest",
            xaxis={
                **_axis(shown.across.indicator.short_zh, shown.across.unit),
                "nticks": 5,
                "tickangle": 0,
                "automargin": True,
            },
            yaxis={**_axis(shown.upward.indicator.short_zh, shown.upward.unit), "automargin": True},
        ),
    }


def _trace(path: Path) -> dict[str, Any]:
    colour = theme.REGION_COLOURS[path.region.slug]
    points = _points(path)
    last = len(points) - 1
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": plain(path.region.short_zh),
        "x": [p.x if p else None for p in points],
        "y": [p.y if p else None for p in points],
        "text": [_mark(path, i, p) for i, p in enumerate(points)],
        "textposition": ["middle right" if i == last else "bottom center" for i in range(last + 1)],
        "textfont": {"color": colour, "size": 13},
        "cliponaxis": False,
        "connectgaps": False,
        "customdata": [[p.year, plain(p.x_text), plain(p.y_text)] if p else None for p in points],
        "line": {"color": colour, "width": 1.6},
        "marker": {
            "symbol": theme.REGION_MARKS[path.region.slug][0],
            "color": colour,
            "size": [9 if i == last else 5 for i in range(last + 1)],
        },
        "hovertemplate": (
            f"{plain(path.region.short_zh)} %{{customdata[0]}} 年<br>横 %{{customdata[1]}}"
            "<br>纵 %{customdata[2]}<extra></extra>"
        ),
    }


def _points(path: Path) -> list[Pair | None]:
    """The pairs in order, with None where no line may be drawn."""
    points: list[Pair | None] = []
    for piece in path.pieces:
        points += [None, *piece] if points else piece
    return points


def _mark(path: Path, place: int, pair: Pair | None) -> str:
    """The years of the first and the last point, and whose path it is."""
    if pair is path.pairs[-1]:
        return f" {plain(path.region.short_zh)} {pair.year}" if pair else ""
    return str(pair.year) if pair and place == 0 else ""


def _axis(name: str, unit: str) -> dict[str, Any]:
    text = f"{name}（{unit}）" if unit else name
    return {
        "title": {"text": plain(text), "standoff": 8, "font": {"size": 12, "color": theme.MUTED}},
        "gridcolor": theme.HAIR,
        "zeroline": False,
        "tickfont": {"color": theme.MUTED},
        "tickformat": ",",
        "fixedrange": True,
        "nticks": 7,
    }
