"""The ledger of the text's figures: each number beside what the tables say of it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analysis.claims.figures import Verdict
from analysis.claims.ledger import Counts, LedgerRow
from analysis.view_links import Links
from components import cards, sources, words
from components.attributes import attributes
from components.plan.links import anchor, opened
from components.unbroken import with_units
from data.model.catalog import Catalog


def ledger_section(
    rows: Sequence[LedgerRow], counts: Counts, catalog: Catalog, links: Links
) -> html.Section | None:
    """The rows in the order of the text, and above them how many could be checked; None
    without a row."""
    if not rows:
        return None
    return html.Section(
        [
            html.H2(f"{counts.claims} 个数字与核对", id="ledger-title"),
            html.P(_scope(counts, len(catalog.claims)), className="plan-gist"),
            _counts(counts),
            html.P(with_units(counts.text), className="plan-finding"),
            html.Ol([_row(row, catalog, links) for row in rows], className="ledger"),
        ],
        id="ledger",
        className="panel plan-ledger",
        **attributes(aria_labelledby="ledger-title"),
    )


def _scope(counts: Counts, total: int) -> str:
    """Where the figures are from, and that a filter leaves some out."""
    part = "" if counts.claims == total else f"这里只列与所选任务和地区有关的，全部共 {total} 个。"
    return f"出处：{words.CLAIMS_SOURCE}。核对由本站据所列统计数据计算。{part}"


def _counts(counts: Counts) -> html.Dl:
    pairs = (
        ("数字", counts.claims),
        ("可以核对", counts.checked),
        ("其中相符", counts.consistent),
        ("名单计数、互相推算", counts.trivial),
        ("不能核对", counts.not_checkable),
    )
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(str(number))]) for name, number in pairs],
        className="ledger-counts",
    )


def _row(row: LedgerRow, catalog: Catalog, links: Links) -> html.Li:
    claim = row.claim
    foot = " · ".join(filter(None, [row.owner, row.as_of, row.kind_zh, f"文本：{row.place}"]))
    figure = html.Div(
        [
            anchor(
                f"claim-{claim.claim_id}",
                claim.name_zh,
                className="claim-name",
                title=claim.name_en,
            ),
            html.Span(cards.amount(row.quantity), className="claim-figure"),
            html.Span(row.companion, className="claim-companions") if row.companion else None,
            html.Span(foot, className="row-foot"),
            html.Span(claim.note_zh, className="row-foot") if claim.note_zh else None,
        ],
        className="claim-side",
    )
    checks = [_check(one, catalog, links) for one in row.checks]
    name = f"claim-{claim.claim_id}"
    return html.Li([figure, html.Div(checks, className="checks")], id=name, key=name)


def _check(one: Verdict, catalog: Catalog, links: Links) -> html.Div:
    """A verdict: its word, the formula, one sentence, and the rows and sources it used."""
    used: list[Component] = [
        opened(links.operands(name), catalog.indicators[name].short_zh) for name in one.links
    ]
    named = html.Span(["来源：", *sources.linked(one.sources, catalog)]) if one.sources else None
    return html.Div(
        [
            html.Span(one.verdict_zh, className=f"verdict verdict-{one.verdict}"),
            html.Span(one.formula, className="formula") if one.formula else None,
            html.P(one.text),
            html.P([*used, named], className="row-foot") if used or named else None,
        ],
        className="check",
    )
