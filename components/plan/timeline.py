"""The timeline of the plan: tasks as rows, years as columns, one mark a fact that opens it."""

from collections.abc import Sequence

from dash import html

from analysis.pages import Page
from analysis.plan.address import PlanView, query_of, with_kind
from analysis.plan.progress import MEANING
from analysis.plan.summary import PlanSummary
from analysis.plan.timeline import FIRST_YEAR, Row, Timeline, timeline
from analysis.view_links import Links
from components.attributes import attributes
from components.files import take_away
from components.glyphs import glyph
from components.plan.facts import kind_mark, marks, regions_text, slugs_of
from components.plan.links import anchor, opened
from data.model.catalog import Catalog
from data.model.progress import KINDS, Fact

OPENED = "timeline-fact"  # drawn empty; assets/plan/timeline.js puts the fact into it
YEARS_NOTE = "时间轴不随所选年份变化；只知年份的列在当年之末。"
NOTHING = "所选地区和类别的进展本站未收录。"


def timeline_section(found: PlanSummary, catalog: Catalog, links: Links) -> html.Section:
    """The timeline with its choice of kinds, its key, and the place of the fact that is opened."""
    shown = timeline(found)
    task = "" if links.is_whole else f"：{found.tasks[0].task.name_zh}"
    years = f"{FIRST_YEAR}—{shown.columns[-1]} 年"
    return html.Section(
        [
            html.H2(f"进展时间轴（{years}）{task}", id="timeline-title"),
            html.P(f"{MEANING}{YEARS_NOTE}", className="plan-gist"),
            html.Div([_kinds(found, shown, catalog, links), _key(catalog), _files(found, links)],
                     className="timeline-tools"),
            _table(shown, catalog, links) if shown.shown else html.P(NOTHING),
            html.Div(id=OPENED, className="timeline-fact"),
        ],
        id="timeline",
        className="panel plan-timeline",
        **attributes(aria_labelledby="timeline-title"),
    )  # fmt: skip


def _kinds(found: PlanSummary, shown: Timeline, catalog: Catalog, links: Links) -> html.Div:
    """One switch a kind with how many facts it has; the last one stays on."""
    switches = [
        opened(
            links.of_kinds(with_kind(found.kinds, kind)),
            [kind_mark(kind, catalog), html.Span(str(shown.counts[kind]), className="amount")],
            role="button",
            className="chip",
            **attributes(aria_pressed=str(kind in found.kinds).lower()),
        )
        for kind in KINDS
    ]
    return html.Div(
        switches, className="chips", role="group", **attributes(aria_label="进展的类别")
    )


def _files(found: PlanSummary, links: Links) -> html.Div:
    """The facts of the page as files."""
    return take_away(Page.PLAN, query_of(PlanView(found.view, found.kinds), links.options))


def _key(catalog: Catalog) -> html.Span:
    """Which shape is which region."""
    regions = [region for region in catalog.regions.values() if region.kind != "nation"]
    return html.Span(
        [html.Span([glyph(region.slug), region.short_zh]) for region in regions],
        className="timeline-key",
    )


def _table(shown: Timeline, catalog: Catalog, links: Links) -> html.Table:
    name = "重点任务、保障措施" if links.is_whole else "措施"
    heads = [html.Th(name, scope="col"), *(html.Th(c, scope="col") for c in shown.columns)]
    rows = [_row(row, shown.columns, catalog) for row in shown.rows]
    return html.Table(
        [
            html.Caption("进展时间轴", className="visually-hidden"),
            html.Thead(html.Tr(heads)),
            html.Tbody(rows),
        ],
        className="timeline",
    )


def _row(row: Row, columns: Sequence[str], catalog: Catalog) -> html.Tr:
    cells = [
        html.Td([_mark(fact, catalog) for fact in facts], **attributes(data_label=column))
        if facts
        else html.Td()
        for column, facts in zip(columns, row.cells, strict=True)
    ]
    return html.Tr([html.Th(anchor(row.target, row.name), scope="row"), *cells], key=row.target)


def _mark(fact: Fact, catalog: Catalog) -> html.A:
    """A fact as a mark that leads to it; its name says all but the source."""
    said = f"{fact.date} {catalog.names['progress_kind', fact.kind]}，"
    said += f"{regions_text(fact, catalog)}：{fact.fact_zh}"
    return anchor(
        f"fact-{fact.fact_id}",
        marks(fact.kind, slugs_of(fact, catalog)),
        title=said,
        className="fact-link",
    )
