"""A task or safeguard of the plan: what it asks, what speaks to it, and what nothing speaks to."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from analysis.claims.ledger import LedgerRow
from analysis.plan.tasks import SafeguardBrief, TaskBrief
from analysis.text.official_names import NameGroup
from analysis.view_links import Links
from components.attributes import attributes
from components.official_names import names_folds
from components.plan.distribution import spread_rows
from components.plan.links import anchor, listed, opened, place_link
from components.plan.marks import marks_table
from components.plan.measures import measures
from components.unbroken import with_units
from data.model.catalog import Catalog, Platform

MOST = 5  # platforms or claims that a measure names; more are counted, and named below


def task_section(shown: TaskBrief, catalog: Catalog, links: Links) -> html.Section:
    """One task in full: finding, spread, measures, indicators, places and claims."""
    task = shown.task
    name = f"task-{task.task_id}"
    theme = links.options.themes[task.task_id]
    return html.Section(
        [
            html.P(f"重点任务 {task.order}", className="plan-eyebrow"),
            html.H2(anchor(name, task.name_zh), id=f"{name}-title", title=task.name_en),
            html.P(_ways(task.task_id, theme, links), className="plan-ways"),
            html.P(task.gist_zh, className="plan-gist"),
            html.P(
                html.A(
                    with_units(shown.finding),
                    href=f"#marks-{task.task_id}",
                    title="展开数值所在的行",
                ),
                className="plan-finding",
            ),
            spread_rows(shown.spread, f"marks-{task.task_id}"),
            html.H3(f"{len(shown.measures)} 项措施：依据与进展"),
            measures(shown.measures, catalog, links.kinds, MOST),
            _fold(task.task_id, shown, catalog, links),
            _places(task.task_id, shown.platforms, catalog),
            _names(task.task_id, shown.names),
            _claims(task.task_id, shown.claims),
        ],
        id=name,
        key=name,
        className="panel plan-task",
        **attributes(aria_labelledby=f"{name}-title"),
    )


def safeguard_section(shown: SafeguardBrief, catalog: Catalog, links: Links) -> html.Section:
    """One safeguard with its measures, and its indicators if it names any."""
    part = shown.safeguard
    name = f"safeguard-{part.safeguard_id}"
    return html.Section(
        [
            html.H3(
                anchor(name, f"{part.order} {part.name_zh}"),
                id=f"{name}-title",
                title=part.name_en,
            ),
            html.P(part.gist_zh, className="plan-gist"),
            measures(shown.measures, catalog, links.kinds),
            _fold(part.safeguard_id, shown, catalog, links) if shown.indicators else None,
        ],
        id=name,
        key=name,
        className="plan-safeguard",
        **attributes(aria_labelledby=f"{name}-title"),
    )


def _ways(slug: str, theme: str, links: Links) -> list[Component]:
    """To this task alone or back to the whole plan, and to the theme on the overview."""
    here = (
        opened(f"{links.plan(slug)}#task-{slug}", "单看这一任务")
        if links.is_whole
        else opened(f"{links.plan()}#task-{slug}", "方案要点")
    )
    return [here, opened(links.overview(slug), f"总览：{theme}")]


def _fold(
    part_id: str, shown: TaskBrief | SafeguardBrief, catalog: Catalog, links: Links
) -> html.Details:
    return html.Details(
        [
            html.Summary(f"{len(shown.indicators)} 项指标：数值与三种标记"),
            marks_table(part_id, shown.indicators, catalog, links),
        ],
        id=f"marks-{part_id}",
        className="plan-marks",
        open=not links.is_whole,
    )


def _places(part_id: str, shown: Iterable[Platform], catalog: Catalog) -> html.Div | None:
    """The platforms, clusters and zones that serve a task, by tier."""
    tiers = catalog.tiers
    groups = [
        (tiers[name], tuple(group))
        for name, group in groupby(
            sorted(shown, key=lambda p: tiers[p.tier].order), key=lambda p: p.tier
        )
    ]
    if not groups:
        return None
    rows = [
        part
        for tier, group in groups
        for part in (
            html.Dt(f"{tier.name_zh}（{len(group)}）"),
            html.Dd(listed(place_link(p) for p in group)),
        )
    ]
    return html.Div(
        [html.H3("平台、集群与示范区"), html.Dl(rows, className="plan-places")],
        id=f"places-{part_id}",
        className="plan-block",
    )


def _names(part_id: str, shown: Sequence[NameGroup]) -> html.Div | None:
    """What bodies recognised or named that a measure of the task speaks of, by kind."""
    if not shown:
        return None
    return html.Div(
        [html.H3("官方名单"), *names_folds(shown)],
        id=f"names-{part_id}",
        className="plan-block",
    )


def _claims(part_id: str, shown: Sequence[LedgerRow]) -> html.Div | None:
    """The figures of the text on a task; each opens its row of the ledger."""
    if not shown:
        return None
    items = [html.Li(claim_link(row)) for row in shown]
    return html.Div(
        [html.H3("文本中的数字"), html.Ul(items, className="plan-claims")],
        id=f"claims-{part_id}",
        className="plan-block",
    )


def claim_link(row: LedgerRow) -> html.A:
    """A figure with its qualifier and the verdict on it, leading to its row."""
    return anchor(
        f"claim-{row.claim.claim_id}",
        [
            html.Span(row.claim.name_zh),
            html.Strong(row.quantity.text),
            html.Span(row.verdict_zh, className="verdict"),
        ],
        title=f"{row.as_of}，{row.place}",
    )
