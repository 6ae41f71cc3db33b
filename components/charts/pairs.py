"""The scatter of two indicators: each region a path through its years."""

from typing import Any

from analysis.indicators.pairing import Pair, Pairing, Path
from analysis.text.periods import period_text
from components import theme
from components.charts.frame import Figure, empty, layout
from components.charts.line_names import Panel, Strand, line_names
from components.charts.plain import plain

AIR = 0.07  # beyond the least and the greatest value, as part of what the values span


def pair_figure(shown: Pairing) -> Figure:
    """The second indicator across, the first upwards; years joined, the last named."""
    if not shown.paths:
        return empty("两项指标没有同地区、同年份的数值。")
    across, upward = (_span(shown, side) for side in (0, 1))
    names = line_names([Panel(list(map(_strand, shown.paths)), across, upward)])
    return {
        "data": [_trace(path) for path in shown.paths],
        "names": names.places,
        "layout": layout(
            margin={"l": 8, "r": 84, "t": 14, "b": 40},
            hovermode="closest",
            annotations=names.annotations,
            xaxis={
                **_axis(shown.across.indicator.short_zh, shown.across.unit),
                "range": list(across),
                "nticks": 5,
                "tickangle": 0,
                "automargin": True,
            },
            yaxis={
                **_axis(shown.upward.indicator.short_zh, shown.upward.unit),
                "range": list(upward),
                "automargin": True,
            },
        ),
    }


def _span(shown: Pairing, side: int) -> tuple[float, float]:
    """The ends of an axis (0 across, 1 upwards): of all values, with air on both sides."""
    values = [(pair.x, pair.y)[side] for path in shown.paths for pair in path.pairs]
    low, high = min(values), max(values)
    air = (high - low) * AIR or abs(high) * AIR or 1.0
    return low - air, high + air


def _strand(path: Path) -> Strand:
    """A path with its region and its last year, which stand at its end."""
    label = f"{path.region.short_zh} {path.pairs[-1].year}"
    pieces = [[(pair.x, pair.y) for pair in piece] for piece in path.pieces]
    return Strand(path.region.slug, label, pieces)


def _trace(path: Path) -> dict[str, Any]:
    colour = theme.REGION_COLOURS[path.region.slug]
    points = _points(path)
    last = len(points) - 1
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": plain(path.region.short_zh),
        "x": [p.x if p else None for p in points],
        "y": [p.y if p else None for p in points],
        "cliponaxis": False,
        "connectgaps": False,
        "customdata": [
            [period_text(p.year), plain(p.x_text), plain(p.y_text)] if p else None for p in points
        ],
        "line": {"color": colour, "width": 1.6},
        "marker": {
            "symbol": theme.REGION_MARKS[path.region.slug][0],
            "color": colour,
            "size": [9 if i == last else 5 for i in range(last + 1)],
        },
        "hovertemplate": (
            f"{plain(path.region.short_zh)} %{{customdata[0]}}<br>横 %{{customdata[1]}}"
            "<br>纵 %{customdata[2]}<extra></extra>"
        ),
    }


def _points(path: Path) -> list[Pair | None]:
    """The pairs in order, with None where no line may be drawn."""
    points: list[Pair | None] = []
    for piece in path.pieces:
        points += [None, *piece] if points else piece
    return points


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
