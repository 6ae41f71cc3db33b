"""Words on the stage: what stands under a cover's title, and points."""

from typing import Any

from dash import html

from analysis.meeting.scenes import Slide
from analysis.text.clauses import parts
from components.unbroken import unbroken


def cover(slide: Slide) -> list[Any]:
    """The subtitle, and below it who presents and the date."""
    named = [
        html.Span(unbroken(text), className=kind)
        for kind, text in (("body", slide.body), ("date", slide.date))
        if text
    ]
    return [
        html.P(unbroken(slide.subtitle), className="subtitle") if slide.subtitle else None,
        html.P(named, className="imprint") if named else None,
    ]


def points(slide: Slide) -> list[Any]:
    """The points as a list, each a sentence that breaks between its clauses where it can."""
    items = [
        html.Li(html.Span([html.Span(unbroken(part), className="clause") for part in parts(text)]))
        for text in slide.points
    ]
    return [html.Div(html.Ol(items), className="points")]
