"""What is offered and what is not: the switches of frames, and the reason of what does not hold."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.indicators.address import query_of
from analysis.indicators.summary import IndicatorSummary, Offer
from analysis.series.frames import FULL_NAMES
from analysis.state.view import Choices
from components import filters
from components.attributes import attributes


def frame_links(shown: IndicatorSummary, options: Choices) -> list[Any]:
    """What the regions are seen against, as switches; one that does not hold says why when pointed
    at or focused."""
    label = html.Span("对照范围", className="filter-label")
    return [label, *(_frame_link(offer, shown, options) for offer in shown.frames)]


def _frame_link(offer: Offer, shown: IndicatorSummary, options: Choices) -> Component:
    if offer.refusal:
        return refused(offer)
    other = "" if offer.is_chosen else offer.key
    return filters.link(
        query_of(replace(shown.state, frame=other), options),
        className="chip",
        role="button",
        children=offer.name,
        key=offer.key,
        title=FULL_NAMES[offer.key],
        **attributes(aria_pressed=str(offer.is_chosen).lower()),
    )


def refused(offer: Offer) -> Component:
    """An offer that does not hold: no link, with its reason as a tooltip."""
    return html.Span(
        [offer.name, html.Span(offer.refusal, className="why", role="tooltip")],
        className="chip refused",
        tabIndex=0,
        role="link",
        key=offer.key,
        **attributes(aria_disabled="true", aria_label=f"{offer.name}：{offer.refusal}"),
    )
