"""A task or safeguard of the plan: what it asks, what speaks to it, and what nothing speaks to."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from analysis.ledger import LedgerRow
from analysis.task_briefs import MeasureBrief, SafeguardBrief, TaskBrief
from components.attributes import attributes
from components.plan_links import Links, anchor, opened, place_address
from components.plan_marks import marks_table, row_id
from components.plan_spread import spread_rows
from data.catalog import Catalog, Platform

MOST = 5  # tags of a kind that a measure names; more are counted and named below
NO_INDICATOR = "没有统计指标。"
NOTHING_HERE = "所选地区没有依据。"
Tag = tuple[str, html.A]  # the id of what it leads to, and the link


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
            html.P(shown.finding, className="plan-finding"),
            spread_rows(shown.spread, f"marks-{task.task_id}"),
            html.H3(f"{len(shown.measures)} 项措施与依据"),
            measures(task.task_id, shown.measures, catalog),
            _fold(task.task_id, shown, catalog, links),
            *_places(task.task_id, shown.platforms, catalog),
            *_claims(task.task_id, shown.claims),
        ],
        id=name,
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
            measures(part.safeguard_id, shown.measures, catalog),
            _fold(part.safeguard_id, shown, catalog, links) if shown.indicators else None,
        ],
        id=name,
        className="plan-safeguard",
        **attributes(aria_labelledby=f"{name}-title"),
    )


def _ways(slug: str, theme: str, links: Links) -> list[Component]:
    """To this task alone or back to the whole plan, and to the theme on the overview."""
    here = (
        opened(f"{links.plan(slug)}#task-{slug}", "单看这一任务")
        if links.is_whole
        else opened(f"{links.plan()}#task-{slug}", "规划全文")
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


def measures(part_id: str, shown: Sequence[MeasureBrief], catalog: Catalog) -> html.Ul:
    """Left what is asked, right what speaks to it, or why nothing does."""
    return html.Ul([_measure(part_id, one, catalog) for one in shown], className="plan-measures")


def _measure(part_id: str, one: MeasureBrief, catalog: Catalog) -> html.Li:
    measure = one.measure
    found = [
        _line("指标", _indicators(part_id, one, catalog), one),
        _line("平台", _platforms(part_id, one), one),
        _line("领域", [_tag("field", f.field_id, f.name_zh) for f in one.fields], one),
        _line("产业链", [_tag("chain", c.chain_id, c.name_zh) for c in one.chains], one),
        _line("文本数字", _named_claims(part_id, one), one),
    ]
    lack = None if one.indicators or one.gap else NO_INDICATOR if any(found) else NOTHING_HERE
    return html.Li(
        [
            html.Span(measure.name_zh, className="measure-name", title=measure.name_en),
            html.Div(
                [
                    *found,
                    html.P(one.gap, className="gap") if one.gap else None,
                    html.P(lack, className="gap") if lack else None,
                ],
                className="measure-proof",
            ),
        ],
        id=f"measure-{measure.measure_id}",
    )


def _tag(kind: str, target: str, text: str) -> Tag:
    return target, anchor(f"{kind}-{target}", text)


def _indicators(part_id: str, one: MeasureBrief, catalog: Catalog) -> list[Tag]:
    return [
        (name, anchor(row_id(part_id, name), catalog.indicators[name].short_zh))
        for name in one.indicators
    ]


def _platforms(part_id: str, one: MeasureBrief) -> list[Tag]:
    found = one.platforms
    if len(found) > MOST:
        text = f"{len(found)} 个平台与园区"
        return [("", anchor(f"places-{part_id}", text))]
    return [(p.platform_id, _place(p)) for p in found]


def _named_claims(part_id: str, one: MeasureBrief) -> list[Tag]:
    if len(one.claims) > MOST:
        text = f"{len(one.claims)} 个文本数字"
        return [("", anchor(f"claims-{part_id}", text))]
    return [_tag("claim", row.claim.claim_id, row.claim.name_zh) for row in one.claims]


def _line(kind: str, tags: list[Tag], one: MeasureBrief) -> html.P | None:
    """What of a kind speaks to a measure; a remark that several share stands after the last."""
    if not tags:
        return None
    groups = [
        [
            *_listed(link for _, link in group),
            html.Span(f"（{note}）", className="note") if note else "",
        ]
        for note, group in groupby(tags, key=lambda tag: one.notes.get(tag[0], ""))
    ]
    told = [part for group in groups for part in ("、", *group)][1:]
    return html.P([html.Span(kind, className="kind"), html.Span(told)])


def _listed(links: Iterable[html.A]) -> list[html.A | str]:
    """Links as a sentence lists them."""
    return [part for link in links for part in ("、", link)][1:]


def _place(place: Platform) -> html.A:
    address = place_address(place)
    return html.A(place.short_zh, href=address, title=place.name_zh)


def _places(part_id: str, shown: Iterable[Platform], catalog: Catalog) -> list[Component]:
    """The platforms, clusters and zones that serve a task, by tier."""
    tiers = catalog.tiers
    groups = [
        (tiers[name], tuple(group))
        for name, group in groupby(
            sorted(shown, key=lambda p: tiers[p.tier].order), key=lambda p: p.tier
        )
    ]
    if not groups:
        return []
    rows = [
        part
        for tier, group in groups
        for part in (
            html.Dt(f"{tier.name_zh}（{len(group)}）"),
            html.Dd(_listed(_place(p) for p in group)),
        )
    ]
    title = html.H3("平台、集群与示范区", id=f"places-{part_id}")
    return [title, html.Dl(rows, className="plan-places")]


def _claims(part_id: str, shown: Sequence[LedgerRow]) -> list[Component]:
    """The figures of the text on a task; each opens its row of the ledger."""
    if not shown:
        return []
    items = [html.Li(claim_link(row)) for row in shown]
    return [
        html.H3("文本中的数字", id=f"claims-{part_id}"),
        html.Ul(items, className="plan-claims"),
    ]


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
