"""Our own index by year, with what other choices give behind it: bands from the widest to the
narrowest, and lines of other ways to average."""

from collections.abc import Sequence
from typing import Any

from analysis.evaluation.bands import Band
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import level
from analysis.evaluation.what_if import ALL, OFFICIAL
from components import theme
from components.charts.frame import Figure, empty, layout, values_axis
from components.charts.plain import plain

AIR = 0.06  # above and below, as part of what is spanned
NAME_ROOM = 56  # px right of the plot, for the last value
YEAR_AIR = 0.3
# By the band: its fill, the stroke of its edges, and what it is called.
FILLS = (theme.CLASSES[0], theme.CLASSES[1], theme.CLASSES[2])
EDGES = ("1px,3px", "solid", "5px,3px")
NAMES = ("去掉任一维度", "权重不同", "去掉任一项")
MEAN, CAREFUL = "用算术平均", "不含估计值"


def index_figure(found: OpenIndex) -> Figure:
    """The figure of the index; an empty one that says why where there is none."""
    if found.bands is None:
        return empty(found.lacking)
    shown = _bands(found)
    every = [value for band in shown for value in (*band.low, *band.high)]
    every += [*found.values, *(value for _, values in lines(found) for value in values)]
    low, high = min(every), max(every)
    air = (high - low) * AIR or 1.0
    years = found.years
    return {
        "data": [
            *(_area(years, band, place) for place, band in enumerate(shown)),
            *(_line(years, values, name) for name, values in lines(found)),
            _index(found),
        ],
        "layout": layout(
            margin={"l": 8, "r": NAME_ROOM, "t": 10, "b": 28},
            hovermode="closest",
            annotations=[_name(years[-1], found.values[-1])],
            xaxis={
                "range": [years[0] - YEAR_AIR, years[-1] + YEAR_AIR],
                "showgrid": False,
                "linecolor": theme.MUTED,
                "tickfont": {"color": theme.MUTED, "size": 12},
                "tickformat": "d",
                "dtick": 2 if len(years) > 6 else 1,
                "tick0": years[-1],
                "tickangle": 0,
                "fixedrange": True,
            },
            yaxis=values_axis((low - air, high + air)),
        ),
    }


def lines(found: OpenIndex) -> list[tuple[str, Sequence[float]]]:
    """Other ways that have a line of their own, by what they are called."""
    if found.bands is None:
        return []
    careful = found.bands.trusts.get(OFFICIAL)
    others: list[tuple[str, Sequence[float] | None]] = [(MEAN, found.bands.arithmetic)]
    if found.what_if.trust == ALL:
        others.append((CAREFUL, careful))
    return [(name, values) for name, values in others if values]


def _bands(found: OpenIndex) -> tuple[Band, ...]:
    own = found.bands
    return (own.dimensions, own.weights, own.parts) if own else ()


def _area(years: Sequence[int], band: Band, place: int) -> dict[str, Any]:
    """A band as a closed area: along its lower edge and back along the upper one."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": NAMES[place],
        "x": [*years, *reversed(years)],
        "y": [round(value, 3) for value in (*band.low, *reversed(band.high))],
        "fill": "toself",
        "fillcolor": FILLS[place],
        "line": {"color": theme.CLASSES[3], "width": 1, "dash": EDGES[place]},
        "hoverinfo": "skip",
    }


def _line(years: Sequence[int], values: Sequence[float], name: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": plain(name),
        "x": list(years),
        "y": [round(value, 3) for value in values],
        "line": {
            "color": theme.BODY,
            "width": 1.4,
            "dash": "dot" if name == MEAN else "dash",
        },
        "hoverinfo": "skip",
    }


def _index(found: OpenIndex) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": plain(found.title),
        "x": list(found.years),
        "y": [round(value, 3) for value in found.values],
        "customdata": _told(found),
        "cliponaxis": False,
        "line": {"color": theme.ACCENT, "width": 2.6},
        "marker": {
            "color": theme.ACCENT,
            "size": [*([5] * (len(found.years) - 1)), 9],
            "opacity": 1,
        },
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _told(found: OpenIndex) -> list[str]:
    """What is read at each year: the level, and where it would lie elsewhere."""
    own = found.bands
    if own is None:
        return []
    return [
        f"<b>{year} 年 {level(value)}</b>"
        + "".join(
            f"<br>{name} {level(band.low[place])}—{level(band.high[place])}"
            for name, band in (
                ("权重不同", own.weights),
                ("去掉任一项", own.parts),
                ("去掉任一维度", own.dimensions),
            )
        )
        for place, (year, value) in enumerate(zip(found.years, found.values, strict=True))
    ]


def _name(year: int, value: float) -> dict[str, Any]:
    """The last value beside its mark."""
    return {
        "text": f"<b>{level(value)}</b>",
        "x": year,
        "y": round(value, 3),
        "xanchor": "left",
        "xshift": 9,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"color": theme.ACCENT, "size": 14},
    }
