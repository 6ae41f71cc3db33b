"""Numbers on the stage: with qualifier and unit, change and scope, in type read across a room."""

from dash import html

from analysis.meeting.scenes import Number
from analysis.series.absence import NOT_HELD
from analysis.series.cards import APART
from analysis.series.changes import ARROWS, Change
from analysis.series.quantities import Quantity
from analysis.text.periods import period_text
from components import glyphs, theme
from components.unbroken import unbroken


def figure(one: Number, kind: str, said: str, more: str = "") -> html.Div:
    """A number with what it is above it; below it the change, the year, whose it is, and the
    formula unless it is `said` at the foot."""
    whose = one.label if one.scope in {one.label, APART} else f"{one.label}，{one.scope}"
    year = period_text(one.year) if one.year else ""
    is_known = one.formula.rpartition("= ")[2] in said
    computed = "（本站计算）" if one.formula else ""
    told = [f"{year}{whose}{computed}", one.conflict, more]
    below = [
        _change(one.change) if one.change else None,
        html.Span(unbroken("；".join(filter(None, told)))),
        html.Span(unbroken(one.formula), className="formula")
        if one.formula and not is_known
        else None,
    ]
    return html.Div(
        [
            html.P([glyph(one.slug) if one.slug != "jjj" else None, one.name], className="of"),
            html.P(amount(one.quantity, absence=one.absence), className="amount"),
            html.P(below, className="below"),
        ],
        className=f"figure-{kind}",
    )


def amount(
    quantity: Quantity | None, whole: Quantity | None = None, absence: str = NOT_HELD
) -> list[html.Span]:
    """Qualifier, digits and unit; the unit is left out where the `whole` shows the same."""
    if quantity is None:
        return [html.Span(absence, className="absent")]
    unit = "" if whole and whole.unit == quantity.unit != "%" else quantity.unit
    parts = [
        ("qualifier", quantity.prefix),
        ("digits", quantity.number),
        ("unit", quantity.suffix + unit),
        ("status-mark", quantity.mark),
    ]
    return [html.Span(text, className=name) for name, text in parts if text]


def _change(change: Change) -> html.Span:
    words = f"{ARROWS[change.arrow]} {change.phrase}"
    return html.Span(unbroken(words), className=f"change tone-{change.tone}")


def parts(found: tuple[Number, ...], whole: Quantity | None = None) -> html.Ul | None:
    """The regions side by side under a number that is theirs together, whose unit is theirs."""
    if not found:
        return None
    items = [
        html.Li([name(one.slug, one.label), html.Strong(amount(one.quantity, whole, one.absence))])
        for one in found
    ]
    return html.Ul(items, className="parts")


def name(slug: str, label: str) -> html.Span:
    """A region by mark and name."""
    return html.Span([glyph(slug), label], className="name")


def glyph(slug: str | None) -> html.Span | None:
    """A region's mark in its colour; None for what is no region."""
    return glyphs.glyph(slug) if slug in theme.REGION_MARKS else None
