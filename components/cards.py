"""Cards: an indicator's latest value, which is also the switch for the charts; and claims."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.series.absence import NOT_HELD
from analysis.series.cards import Card, Reading
from analysis.series.changes import ARROWS
from analysis.series.claim_cards import ClaimCard
from analysis.series.evidence import marks_legend
from analysis.series.quantities import Quantity
from components import theme, words
from components.attributes import attributes
from components.charts.sparkline import sparkline
from components.filters import link
from data.model.catalog import Catalog


def card(shown: Card, address: str) -> html.A:
    """One card: name, qualifier + number + unit, change, sparkline, scope, year, source."""
    is_split = len(shown.readings) > 1
    line = sparkline(shown.trails)
    body: list[Any] = [_readings(shown)]
    foot: list[Any] = [html.Span(_scope(shown)), html.Span(shown.publisher)]
    (body if is_split else foot).append(line)
    return link(
        address,
        role="button",
        className="card-switch" + (" split" if is_split else ""),
        title=" · ".join(filter(None, [shown.title_en, shown.formula])),
        **attributes(aria_pressed=str(shown.is_chosen).lower()),
        children=[
            html.Span(spoken(shown), className="visually-hidden"),
            _seen(shown.title, "card-title"),
            html.Span(body, className="card-body"),
            _seen(_changes(shown), "card-change"),
            _seen(foot, "card-foot"),
        ],
    )


def _seen(content: Any, kind: str) -> html.Span:
    """A part of a card for the eye: the sentence that is heard has said it."""
    return html.Span(content, className=kind, **attributes(aria_hidden="true"))


def legend(catalog: Catalog, shown: Sequence[Card]) -> str:
    """What the marks at the cards' values mean, once for all of them; "" without marks."""
    found = {r.quantity.mark for card in shown for r in card.readings if r.quantity}
    return "".join(marks_legend(catalog, found))


def spoken(shown: Card) -> str:
    """The card in one sentence, for those who hear the page."""
    values = "，".join(f"{r.label} {r.text}" for r in shown.readings)
    change = "".join(f"，{one.phrase}" for one in (shown.change, shown.nominal) if one)
    year = f"，{shown.year} 年" if shown.year else ""
    conflict = f"，{shown.conflict}" if shown.conflict else ""
    return f"{shown.title}：{values or f'所选年份{shown.scope}'}{change}{year}{conflict}"


def _readings(shown: Card) -> html.Span:
    readings = shown.readings
    if not readings:
        return _seen(shown.scope, "card-value absent")
    if len(readings) == 1:
        return _seen(amount(readings[0].quantity), "card-value")
    return _seen(
        [
            html.Span(
                [
                    html.Span(theme.REGION_MARKS[r.slug][1], className=f"glyph ink-{r.slug}"),
                    html.Span(r.label, className="reading-label"),
                    html.Span(_value(r), className="reading-value"),
                ],
                className="reading",
            )
            for r in readings
        ],
        "card-values",
    )


def _value(reading: Reading) -> list[html.Span]:
    if reading.quantity is None:
        return [html.Span(reading.absence, className="absent")]
    year = f"{reading.year}\u00a0年" if reading.year else ""
    own = [html.Span(year, className="reading-year")] if year else []
    return [*amount(reading.quantity, in_list=True), *own]


def amount(quantity: Quantity | None, in_list: bool = False) -> list[html.Span]:
    """Prefix, number and unit, so that type can weigh them differently; in a list of
    readings the unit stands once, at the card's foot, and only % stays with its number."""
    if quantity is None:
        return [html.Span(NOT_HELD, className="absent")]
    unit = "" if in_list and quantity.unit != "%" else quantity.unit
    parts = [
        ("qualifier", quantity.prefix),
        ("number", quantity.number),
        ("unit", quantity.suffix + unit),
        ("status-mark", quantity.mark),
    ]
    return [html.Span(text, className=name) for name, text in parts if text]


def _changes(shown: Card) -> list[html.Span]:
    """The change on the year before; of two, each by how it is measured; then what another report
    says of the same figure."""
    known = [change for change in (shown.change, shown.nominal) if change is not None]
    other = [html.Span(shown.conflict)] if shown.conflict else []
    return [
        html.Span(
            [
                html.Span(f"{ARROWS[one.arrow]} {one.marked}", className=f"tone-{one.tone}"),
                html.Span(one.basis if len(known) > 1 else one.label),
            ],
            className="one-change",
        )
        for one in known
    ] + other


def _scope(shown: Card) -> str:
    scope = f"{shown.scope}（本站计算）" if shown.formula else shown.scope
    units = {r.quantity.unit for r in shown.readings if r.quantity} - {"%"}
    if len(shown.readings) > 1 and units:
        scope = f"{units.pop()}，{scope}"
    year = f"{shown.year}\u00a0年" if shown.year else ""  # never parted at the end of a line
    return " · ".join(filter(None, [scope, year]))


def claims(shown: tuple[ClaimCard, ...]) -> list[Component]:
    """The claims of a theme, introduced as figures of the published text; [] where none."""
    if not shown:
        return []
    label = html.Span(words.CLAIMS_LABEL, className="claims-label", title=words.CLAIMS_SOURCE)
    return [label, *(_claim(one) for one in shown)]


def _claim(shown: ClaimCard) -> html.Div:
    """A figure of the published text, with qualifier, as-of and scope."""
    said = f"{shown.title}：{shown.quantity.text}"
    return html.Div(
        [
            html.Span(shown.title, className="claim-title"),
            html.Span(
                [
                    html.Span(amount(shown.quantity), className="claim-value"),
                    html.Span("，".join(shown.companions), className="claim-companions"),
                ],
                className="claim-numbers",
            ),
            html.Span(f"{shown.scope} · {shown.as_of}", className="claim-foot"),
        ],
        className="claim",
        title="。".join(filter(None, [said, shown.note, f"来源：{words.CLAIMS_SOURCE}"])),
    )
