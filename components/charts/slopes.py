"""Slopes: each unit's share in two censuses joined, its name at both ends."""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.areas.shift import Slope
from analysis.document.ranges import spread
from analysis.series.quantities import number
from components import theme
from components.charts.ends import LEADING
from components.charts.frame import Figure, empty, layout
from components.charts.line_names import HEIGHTS, TYPE, WIDTHS
from components.charts.plain import plain
from data.model.areas import FIRST_CENSUS, LAST_CENSUS

AIR = 0.05  # beyond the least and the greatest share, as part of what they span
NAMES = 118  # px that the names take on either side, with the room of the lines to them
BESIDE = 22  # px between an end and its name: many are moved, and a line leads to each


def slopes_figure(shown: Sequence[Slope], slugs: Mapping[str, str], reason: str = "") -> Figure:
    """The figure of the units that have both censuses; `slugs` are those of their regions, by
    code, `reason` says why there is none."""
    own = [one for one in shown if one.change is not None]
    if not own:
        return empty(reason or "所选地区没有两次普查的数值。")
    span = _span(own)
    first, last = zip(*map(_ends, own), strict=True)
    names = [
        _annotation(one, slugs[one.region_code], value, is_last)
        for is_last, values in ((True, last), (False, first))
        for one, value in zip(own, values, strict=True)
    ]
    at = [[*_places(last, span, h), *_places(first, span, h)] for h in HEIGHTS]
    return {
        "data": [_trace(one, slugs[one.region_code]) for one in own],
        "names": {"widths": WIDTHS[:1], "heights": HEIGHTS, "at": [at]},
        "layout": layout(
            margin={"l": NAMES, "r": NAMES, "t": 28, "b": 10},
            hovermode="closest",
            annotations=names,
            xaxis={
                "range": [FIRST_CENSUS, LAST_CENSUS],
                "tickvals": [FIRST_CENSUS, LAST_CENSUS],
                "ticktext": [str(FIRST_CENSUS), str(LAST_CENSUS)],
                "tickfont": {"color": theme.MUTED, "size": 12},
                "side": "top",
                "gridcolor": theme.HAIR,
                "zeroline": False,
                "fixedrange": True,
            },
            yaxis={"range": list(span), "visible": False, "fixedrange": True},
        ),
    }


def _span(own: Sequence[Slope]) -> tuple[float, float]:
    values = [end for one in own for end in _ends(one)]
    low, high = min(values), max(values)
    air = (high - low) * AIR or 1.0
    return low - air, high + air


def _ends(one: Slope) -> tuple[float, float]:
    return one.first or 0.0, one.last or 0.0


def _annotation(one: Slope, slug: str, value: float, is_last: bool) -> dict[str, Any]:
    """The name beside an end, from where the browser moves it and joins the two."""
    return {
        "text": f"<b>{plain(one.name)} {number(value, 1)}</b>",
        "x": LAST_CENSUS if is_last else FIRST_CENSUS,
        "y": value,
        "yref": "y",
        "xanchor": "left" if is_last else "right",
        "xshift": BESIDE if is_last else -BESIDE,
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
        "font": {"color": theme.REGION_COLOURS[slug], "size": TYPE},
    }


def _places(values: Sequence[float], span: tuple[float, float], height: float) -> list[float]:
    """Where on the axis the names of a side stand in a plot of this height: apart, in their order,
    within the axis, as plotly hides what is outside of it."""
    low, high = span
    found = spread([(value - low) / (high - low) for value in values], LEADING / height)
    return [min(max(round(low + y * (high - low), 4), low), high) for y in found]


def _trace(one: Slope, slug: str) -> dict[str, Any]:
    first, last = _ends(one)
    colour = theme.REGION_COLOURS[slug]
    is_whole = one.code == one.region_code  # a municipality, which is a region itself
    said = f"{number(first, 1)}% → {number(last, 1)}%"
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": plain(one.name),
        "x": [FIRST_CENSUS, LAST_CENSUS],
        "y": [round(first, 3), round(last, 3)],
        "cliponaxis": False,
        "line": {"color": colour, "width": 2.8 if is_whole else 1.3},
        "marker": {
            "symbol": theme.REGION_MARKS[slug][0],
            "color": colour,
            "size": 9 if is_whole else 7,
            "opacity": 1,
        },
        "hovertemplate": f"<b>{plain(one.name)}</b><br>{said}<extra></extra>",
    }
