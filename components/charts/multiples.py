"""Figures of several panels: one a region, or one an indicator, never two axes on one."""

from typing import Any

from analysis.document.ranges import extent
from analysis.indicators.lines import strokes
from analysis.indicators.summary import IndicatorSummary
from components import theme
from components.charts.frame import Figure, empty, layout, values_axis, years_axis
from components.charts.line_chart import marked_years, values_of
from components.charts.line_names import Panel, line_names, strands
from components.charts.lines import traces
from components.charts.plain import plain

PANEL_GAP = 0.05  # between two panels, as part of the figure's width


def multiple_figure(study: IndicatorSummary) -> Figure:
    """One panel a region on a shared axis, so that shapes compare."""
    drawn = strokes(study)
    if not drawn.lines:
        return empty(drawn.absence)
    width = (1 - PANEL_GAP * (len(drawn.lines) - 1)) / len(drawn.lines)
    span = extent(values_of(drawn.lines))
    axes: dict[str, Any] = {"yaxis": values_axis(span)}
    names, drawn_as = [], []
    for i, line in enumerate(drawn.lines):
        number = "" if i == 0 else str(i + 1)
        left = i * (width + PANEL_GAP)
        axes[f"xaxis{number}"] = {
            **years_axis(drawn.start, drawn.end),
            "domain": [left, left + width],
            "anchor": "y",
            "nticks": 4,
        }
        names.append(
            {
                "text": f"<b>{plain(line.label)}</b>", "xref": "paper", "yref": "paper", "x": left,
                "y": 1.02, "xanchor": "left", "yanchor": "bottom", "showarrow": False,
                "font": {"color": theme.REGION_COLOURS[line.slug], "size": 14},
            }
        )  # fmt: skip
        own = {"xaxis": f"x{number}", "yaxis": "y"}
        drawn_as += [{**trace, **own} for trace in traces([line])]
    return {
        "data": drawn_as,
        "layout": layout(
            margin={"l": 8, "r": 12, "t": 34, "b": 30},
            hovermode="closest",
            annotations=names,
            **axes,
        ),
    }


def panel_figure(upper: IndicatorSummary, lower: IndicatorSummary) -> Figure:
    """Two indicators over the same years, one above the other, each on an axis of its own."""
    pair = [strokes(upper), strokes(lower)]
    if not any(drawn.lines for drawn in pair):
        return empty(pair[0].absence)
    domains = ([0.56, 1.0], [0.0, 0.44])
    axis = years_axis(min(drawn.start for drawn in pair), pair[0].end)
    axes: dict[str, Any] = {"xaxis": {**axis, "anchor": "y2"}}
    titles, drawn_as, panels = [], [], []
    for i, (drawn, shown, domain) in enumerate(zip(pair, (upper, lower), domains, strict=True)):
        number = "" if i == 0 else "2"
        span = extent(values_of(drawn.lines)) if drawn.lines else (0.0, 1.0)
        axes[f"yaxis{number}"] = {**values_axis(span), "domain": domain, "nticks": 4}
        titles.append(_name(shown.indicator.short_zh, domain[1], theme.INK))
        marked = marked_years(drawn.lines, drawn.start, drawn.end)
        own = {"yaxis": f"y{number}", "xaxis": "x"}
        drawn_as += [{**trace, **own} for trace in traces(drawn.lines, marked)]
        first, last = axis["range"]
        panels.append(
            Panel(strands(drawn.lines), (first, last), span, domain[1] - domain[0], f"y{number}")
        )
    names = line_names(panels)
    return {
        "data": drawn_as,
        "names": names.places,
        "layout": layout(
            margin={"l": 8, "r": 64, "t": 30, "b": 30},
            hovermode="closest",
            annotations=[*names.annotations, *titles],
            **axes,
        ),
    }


def _name(text: str, y: float, colour: str) -> dict[str, Any]:
    return {
        "text": f"<b>{plain(text)}</b>", "xref": "paper", "yref": "paper", "x": 0, "y": y,
        "xanchor": "left", "yanchor": "bottom", "showarrow": False,
        "font": {"color": colour, "size": 13},
    }  # fmt: skip
