"""The measures of a task or safeguard: left what is asked, right what speaks to it."""

from collections.abc import Sequence
from itertools import groupby

from dash import html

from analysis.plan.tasks import MeasureBrief
from components.plan.facts import measure_facts
from components.plan.links import anchor, listed, place_link
from components.plan.marks import row_id
from data.model.catalog import Catalog
from data.model.progress import KINDS

NO_INDICATOR = "没有统计指标。"
NOTHING_HERE = "所选地区没有依据。"
Tag = tuple[str, html.A]  # the id of what it leads to, and the link


def measures(
    shown: Sequence[MeasureBrief],
    catalog: Catalog,
    kinds: Sequence[str] = KINDS,
    most: int | None = None,
) -> html.Ul:
    """Left what is asked, right what speaks to it, or why nothing does, and the dated facts of
    these kinds. Platforms and claims of a measure beyond `most` are counted and not named, where a
    list of the part names them."""
    limit = len(catalog.platforms) + len(catalog.claims) if most is None else most
    return html.Ul(
        [_measure(one, catalog, kinds, limit) for one in shown], className="plan-measures"
    )


def _measure(one: MeasureBrief, catalog: Catalog, kinds: Sequence[str], most: int) -> html.Li:
    measure = one.measure
    found = [
        _line("指标", _indicators(one, catalog), one),
        _line("平台", _platforms(one, most), one),
        _line("领域", [_tag("field", f.field_id, f.name_zh) for f in one.fields], one),
        _line("产业链", [_tag("chain", c.chain_id, c.name_zh) for c in one.chains], one),
        _line("文本数字", _named_claims(one, most), one),
    ]
    is_known = any(found) or one.progress.facts
    lack = None if one.indicators or one.gap else NO_INDICATOR if is_known else NOTHING_HERE
    gaps = [html.P(text, className="gap") for text in (one.gap, lack) if text]
    return html.Li(
        [
            html.Span(measure.name_zh, className="measure-name", title=measure.name_en),
            html.Div(
                [*found, *gaps, measure_facts(one.progress, kinds, catalog)],
                className="measure-proof",
            ),
        ],
        id=f"measure-{measure.measure_id}",
    )


def _tag(kind: str, target: str, text: str) -> Tag:
    return target, anchor(f"{kind}-{target}", text)


def _indicators(one: MeasureBrief, catalog: Catalog) -> list[Tag]:
    return [
        (name, anchor(row_id(one.measure.part_id, name), catalog.indicators[name].short_zh))
        for name in one.indicators
    ]


def _platforms(one: MeasureBrief, most: int) -> list[Tag]:
    found = one.platforms
    if len(found) > most:
        text = f"{len(found)} 个平台与园区"
        return [("", anchor(f"places-{one.measure.part_id}", text))]
    return [(p.platform_id, place_link(p)) for p in found]


def _named_claims(one: MeasureBrief, most: int) -> list[Tag]:
    if len(one.claims) > most:
        text = f"{len(one.claims)} 个文本数字"
        return [("", anchor(f"claims-{one.measure.part_id}", text))]
    return [_tag("claim", row.claim.claim_id, row.claim.name_zh) for row in one.claims]


def _line(kind: str, tags: list[Tag], one: MeasureBrief) -> html.P | None:
    """What of a kind speaks to a measure; a remark that several share stands after the last."""
    if not tags:
        return None
    groups = [
        [
            *listed(link for _, link in group),
            html.Span(f"（{note}）", className="note") if note else "",
        ]
        for note, group in groupby(tags, key=lambda tag: one.notes.get(tag[0], ""))
    ]
    told = [part for group in groups for part in ("、", *group)][1:]
    return html.P([html.Span(kind, className="kind"), html.Span(told)])
