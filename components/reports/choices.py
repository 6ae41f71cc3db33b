"""The choices of a report: its kind, frame and layout, each a group of links."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from dash import html

from analysis.reports.address import BRIEFING, KINDS, LAYOUT_NAMES, ReportView
from analysis.series.frames import FULL_NAMES
from analysis.state.view import Choices
from components.attributes import attributes
from components.filters import link
from data.briefings.file import PREPARED_TITLE

To = Callable[..., str]  # the address of the page with some fields of its state changed
MOST_NAMED = 12  # briefings
ALL = "全部"
NO_FRAME = "不设"


def choices(chosen: ReportView, to: To) -> list[Any]:
    """The groups of choices. Another kind has other sentences: what was left out or added to this
    one does not go with it."""
    kinds = [(kind, one.name) for kind, one in KINDS.items()]
    frames = [("", NO_FRAME), *FULL_NAMES.items()]
    return [
        _group("种类", kinds, chosen.kind, lambda kind: to(kind=kind, off=(), own=())),
        _briefings(chosen, to) if chosen.kind == BRIEFING and chosen.briefings else None,
        _group("对照范围", frames, chosen.frame, lambda frame: to(frame=frame))
        if KINDS[chosen.kind].has_frame
        else None,
        _group("版式", LAYOUT_NAMES.items(), chosen.layout, lambda layout: to(layout=layout)),
    ]


def _briefings(chosen: ReportView, to: To) -> html.Div:
    """The briefings by name; of many those beyond the first are folded, unless one of them is
    chosen. What was left out of one does not go with another."""

    def way(name: str) -> str:
        return to(briefing=name, off=(), own=())

    names = [("", PREPARED_TITLE), *((name, name) for name in chosen.briefings)]
    first = _group("汇报", names[:MOST_NAMED], chosen.briefing, way)
    rest = names[MOST_NAMED:]
    if not rest:
        return first
    more = html.Details(
        [html.Summary(f"其余 {len(rest)} 份"), _group("其余汇报", rest, chosen.briefing, way)],
        open=any(name == chosen.briefing for name, _ in rest),
    )
    return html.Div([first, more])


def region_chips(chosen: ReportView, options: Choices, to: To) -> list[html.A]:
    """The region that a report of one region is of."""
    own = chosen.regions[0]
    return [
        _choice(name, slug == own, to(view=replace(chosen.view, regions=(slug,))))
        for slug, name in options.regions.items()
    ]


def topic_chips(
    chosen: ReportView, options: Choices, to_topic: Callable[[str], str]
) -> list[html.A]:
    """The topics, of which any may be chosen; `to_topic` is the address with one switched, "" with
    all of them."""
    is_whole = len(chosen.topics) == len(options.themes)
    return [
        _choice(ALL, is_whole, to_topic("")),
        *(
            link(
                to_topic(topic),
                role="button",
                className="chip",
                children=name,
                **attributes(aria_pressed=str(not is_whole and topic in chosen.topics).lower()),
            )
            for topic, name in options.themes.items()
        ),
    ]


def _group(
    label: str, options: Iterable[tuple[str, str]], chosen: str, to: Callable[[str], str]
) -> html.Div:
    return html.Div(
        [
            html.Span(label, className="filter-label"),
            *(_choice(text, name == chosen, to(name)) for name, text in options),
        ],
        className="chips report-choices",
        role="group",
        **attributes(aria_label=label),
    )


def _choice(text: str, is_chosen: bool, address: str) -> html.A:
    current = attributes(aria_current="true") if is_chosen else {}
    return link(address, className="chip", children=text, **current)
