"""The page `/reports`: the choices of a report beside the report as it will be."""

from dataclasses import replace
from typing import Any

from dash import html

from analysis.pages import Page
from analysis.reports.address import (
    BRIEFING,
    KINDS,
    LAYOUT_NAMES,
    ReportView,
    own_options,
    query_of,
    shared_view,
    with_topic,
    with_topics,
)
from analysis.reports.summary import ReportSummary
from analysis.series.frames import FULL_NAMES
from analysis.state.view import Choices, View
from analysis.view_links import Links
from components import filters, paper, shell
from components.content import Content, Parts, content
from components.ids import Id
from components.parts import Html
from components.reports.choices import choices, region_chips, topic_chips
from components.reports.files import report_files
from components.reports.preview import outline, preview
from components.reports.sentences import Desk
from data.briefings.file import PREPARED
from data.model.catalog import Catalog

PREVIEW = "报告预览"
OPTIONS = "报告选项"


def frame(parts: Parts) -> html.Main:
    """The page with its places: choices and files, and the sheet."""
    return html.Main(
        [
            Html(
                Id.REPORTS_BAR, parts.get(Id.REPORTS_BAR), tag="section", className="report-bar",
                aria_label=OPTIONS,
            ),
            Html(
                Id.REPORTS_PREVIEW, parts.get(Id.REPORTS_PREVIEW), tag="section",
                className="report-sheet", aria_label=PREVIEW,
            ),
        ],
        className="sheet reports",
        **shell.main(Page.REPORTS),
    )  # fmt: skip


def _briefing(chosen: ReportView) -> str:
    """The name of the briefing that is reported on; "" for another kind."""
    return (chosen.briefing or PREPARED) if chosen.kind == BRIEFING else ""


def shown(found: ReportSummary, catalog: Catalog, options: Choices) -> Content:
    """What a report puts into the page."""
    chosen, kind = found.chosen, KINDS[found.chosen.kind]

    def to(**changes: Any) -> str:
        return query_of(replace(chosen, **changes), options)

    def to_view(view: View) -> str:
        return to(view=view)

    def to_topic(topic: str) -> str:
        every = with_topics(chosen, tuple(options.themes), options)
        return query_of(with_topic(chosen, topic, options) if topic else every, options)

    view = replace(chosen.view, regions=chosen.regions)
    desk = Desk(chosen, catalog, Links(shared_view(view, options), options), to)
    bar = filters.bar_texts(chosen.view, own_options(options), to_view)
    if chosen.kind == BRIEFING:
        bar[Id.YEARS] = []  # its slides have years of their own
    if kind.is_of_one:
        bar[Id.REGIONS] = region_chips(chosen, options, to)
    told = {
        "种类": kind.name,
        "对照范围": FULL_NAMES.get(chosen.frame, "") if kind.has_frame else "",
        "版式": LAYOUT_NAMES[chosen.layout],
    }
    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.REPORTS, shared_view(chosen.view, options), catalog),
        **bar,
        Id.THEMES: topic_chips(chosen, options, to_topic) if kind.topics else [],
        **paper.head(catalog, Page.REPORTS, view, told, has_years=chosen.kind != BRIEFING),
        Id.REPORTS_BAR: [
            *choices(chosen, to),
            *report_files(query_of(chosen, options), _briefing(chosen)),
            outline(found.whole),
        ],
        Id.REPORTS_PREVIEW: preview(found.whole, desk),
    }
    return content(Page.REPORTS, shell.title(Page.REPORTS, catalog, view, kind.name), texts, {})
