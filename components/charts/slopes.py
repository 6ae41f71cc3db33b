"""Slopes: each unit's share in two censuses joined, its name at both ends."""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.areas.shift import Slope
from analysis.series.quantities import number
from components import theme
from components.charts.frame import Figure, empty, layout
from components.charts.line_names import Panel, Strand, line_names
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
    names = line_names([_panel(own, slugs, span, way) for way in (1, -1)])
    return {
        "data": [_trace(one, slugs[one.region_code]) for one in own],
        "names": names.places,
        "layout": layout(
            margin={"l": NAMES, "r": NAMES, "t": 28, "b": 10},
            hovermode="closest",
            annotations=[_placed(one) for one in names.annotations],
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


def _panel(
    own: Sequence[Slope], slugs: Mapping[str, str], span: tuple[float, float], way: int
) -> Panel:
    """The names at the later end (`way` 1), or at the earlier one (-1): there the figure is seen
    in a mirror, and they stand beside what is then the end."""
    years = (FIRST_CENSUS, LAST_CENSUS)[::way]
    strands = []
    for one in own:
        values = _ends(one)[::way]
        points = [(way * year, value) for year, value in zip(years, values, strict=True)]
        strands.append(
            Strand(slugs[one.region_code], f"{one.name} {number(values[-1], 1)}", [points])
        )
    return Panel(strands, (way * years[0], way * years[1]), span)


def _placed(name: dict[str, Any]) -> dict[str, Any]:
    """A name where it stands: one of the mirror on the left."""
    if name["x"] > 0:
        return {**name, "xshift": BESIDE}
    return {**name, "x": -name["x"], "xanchor": "right", "xshift": -BESIDE}


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
