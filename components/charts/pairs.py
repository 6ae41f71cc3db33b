"""The scatter of two indicators: each region a path through its years."""

from typing import Any

from analysis.pairing import Pairing, Path
from components import theme
from components.charts.frame import Figure, empty, layout


def pair_figure(shown: Pairing) -> Figure:
    """The second indicator across, the first upwards; years joined, first and last named."""
    if not shown.paths:
        return empty("两项指标没有同一年、同一地区都已公布的数值。")
    return {
        "data": [_trace(path) for path in shown.paths],
        "layout": layout(
            margin={"l": 8, "r": 24, "t": 14, "b": 40},
            hovermode="closest",
            xaxis=_axis(shown.across.indicator.short_zh, shown.across.unit),
            yaxis={**_axis(shown.upward.indicator.short_zh, shown.upward.unit), "automargin": True},
        ),
    }


def _trace(path: Path) -> dict[str, Any]:
    colour = theme.REGION_COLOURS[path.region.slug]
    last = len(path.pairs) - 1
    named = [
        f"{path.region.short_zh} {p.year}" if i == last else str(p.year) if i == 0 else ""
        for i, p in enumerate(path.pairs)
    ]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": path.region.short_zh,
        "x": [p.x for p in path.pairs],
        "y": [p.y for p in path.pairs],
        "text": named,
        "textposition": ["top center" if i == last else "bottom center" for i in range(last + 1)],
        "textfont": {"color": colour, "size": 13},
        "cliponaxis": False,
        "customdata": [[p.year, p.x_text, p.y_text] for p in path.pairs],
        "line": {"color": colour, "width": 1.6},
        "marker": {
            "symbol": theme.REGION_MARKS[path.region.slug][0],
            "color": colour,
            "size": [9 if i == last else 5 for i in range(len(path.pairs))],
        },
        "hovertemplate": (
            f"{path.region.short_zh} %{{customdata[0]}} 年<br>横 %{{customdata[1]}}"
            "<br>纵 %{customdata[2]}<extra></extra>"
        ),
    }


def _axis(name: str, unit: str) -> dict[str, Any]:
    text = f"{name}（{unit}）" if unit else name
    return {
        "title": {"text": text, "font": {"size": 12, "color": theme.MUTED}},
        "gridcolor": theme.HAIR,
        "zeroline": False,
        "tickfont": {"color": theme.MUTED},
        "tickformat": ",",
        "fixedrange": True,
        "nticks": 7,
    }
