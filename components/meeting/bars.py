"""Bars on the stage: the regions in one year, from zero, with mark, name and number."""

from typing import Any

from dash import html

from analysis.document.ranges import reach
from analysis.indicators.lines import Row, bar_rows
from analysis.meeting.scenes import Slide
from components.meeting.numbers import name
from components.unbroken import unbroken


def bars(slide: Slide) -> list[Any]:
    """Bars from zero with mark, name and number: the regions of the comparison or the study, on
    the scale of all three."""
    rows = _rows(slide)
    values = [row.value for row in rows if row.value is not None]
    low, high = reach([*values, *slide.holds])
    span = high - low or 1.0

    def bar(row: Row) -> html.Div | None:
        if row.value is None:
            return None
        left, width = (min(row.value, 0.0) - low) / span, abs(row.value) / span
        place = {"left": f"{left:.2%}", "width": f"{width:.2%}"}
        return html.Div(className=f"bar fill-{row.slug}", style=place)

    drawn = [
        html.Div(
            [
                name(row.slug, row.label),
                html.Div(bar(row), className="track"),
                html.Span(unbroken(row.text), className="bar-text"),
            ],
            className="bar-row",
        )
        for row in rows
    ]
    caption = slide.comparison.subtitle if slide.comparison else ""
    has_strip = slide.study is not None and slide.study.distribution is not None
    kind = "bars tight" if has_strip else "bars"
    return [html.Div(drawn, className=kind), html.P(caption, className="caption")]


def _rows(slide: Slide) -> list[Row]:
    if slide.comparison is not None:
        return [Row(b.slug, b.label, b.value, b.text) for b in slide.comparison.bars]
    return bar_rows(slide.study) if slide.study is not None else []
