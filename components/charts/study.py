"""The figures of a study: lines, bars in one year, stacked shares, one panel a region."""

from collections.abc import Sequence
from typing import Any

from analysis.document.ranges import spread
from analysis.indicators.lines import bar_rows, first, strokes
from analysis.indicators.summary import IndicatorSummary
from analysis.text.periods import period_text
from components import theme
from components.charts.bars import bars
from components.charts.frame import Figure, empty, layout, values_axis, years_axis
from components.charts.lines import lines
from components.charts.plain import plain
from data.model.catalog import Event, Region

LAYER_GAP = 0.06  # between the names of two layers, as part of the plot's height


def line_figure(study: IndicatorSummary, events: tuple[Event, ...]) -> Figure:
    """Lines with labels at their ends; the policy events as marks in time where asked for."""
    view = study.state.view
    inside = [e for e in events if study.state.events and view.start <= e.year <= view.end]
    return lines(strokes(study), inside)


def bar_figure(study: IndicatorSummary) -> Figure:
    """The regions side by side in one year."""
    return bars(bar_rows(study), study.absence, is_wide=True)


def stack_figure(study: IndicatorSummary) -> Figure:
    """Shares of the three, stacked year by year to 100 and named with their marks beside the
    last; a year with a gap stays empty."""
    regions = [r for r in study.regions if r.kind == "province"]
    traces = [_layer(study, r) for r in regions]
    if not any(value is not None for t in traces for value in t["y"]):
        return empty(study.absence or "所选年份中，没有三地数值齐全的年份。")
    return {
        "data": traces,
        "layout": layout(
            margin={"l": 8, "r": 64, "t": 14, "b": 30},
            barmode="stack",
            bargap=0.28,
            annotations=_layer_names(regions, traces),
            xaxis=years_axis(first(study), study.state.view.end),
            yaxis={**values_axis((0.0, 100.0)), "ticksuffix": "%"},
        ),
    }


def _layer_names(
    regions: Sequence[Region], traces: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Mark and name of each layer, at its height in the last year that has a value."""
    last = [next((y for y in reversed(t["y"]) if y is not None), 0.0) for t in traces]
    middles = [(sum(last[:i]) + share / 2) / 100 for i, share in enumerate(last)]
    return [
        {
            "text": f"{theme.REGION_MARKS[region.slug][1]} <b>{plain(region.short_zh)}</b>",
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 4,
            "yref": "paper", "y": place, "yanchor": "middle", "showarrow": False,
            "font": {"color": theme.REGION_COLOURS[region.slug], "size": 14},
        }
        for region, place in zip(regions, spread(middles, LAYER_GAP), strict=True)
    ]  # fmt: skip


def _halo(region: Region) -> str:
    """The layer's own colour around a number in it, which its texture would run through."""
    return ", ".join([f"0 0 2px {theme.REGION_COLOURS[region.slug]}"] * 4)


def _layer(study: IndicatorSummary, region: Region) -> dict[str, Any]:
    data = [d for d in study.data if d.region == region]
    return {
        "type": "bar",
        "name": plain(region.short_zh),
        "x": [d.year for d in data],
        "y": [d.value for d in data],
        "customdata": [[plain(d.text), period_text(d.year)] for d in data],
        "text": [f"{d.value:.0f}" if d.value and d.value >= 5 else "" for d in data],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": theme.SURFACE, "size": 12, "shadow": _halo(region)},
        "marker": {
            "color": theme.REGION_COLOURS[region.slug],
            "line": {"color": theme.SURFACE, "width": 1},
            "pattern": {  # in grey the colours are alike
                "shape": theme.REGION_TEXTURES[region.slug],
                "bgcolor": theme.REGION_COLOURS[region.slug],
                "fgcolor": theme.SURFACE,
                "fgopacity": 0.4,
                "size": 10,
                "solidity": 0.1,
            },
        },
        "hovertemplate": (
            f"%{{customdata[1]}} {plain(region.short_zh)} %{{customdata[0]}}<extra></extra>"
        ),
    }
