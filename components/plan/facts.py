"""Dated facts: the mark of their kind and of their regions, and a measure's facts as a list."""

from collections.abc import Sequence

from dash import html

from analysis.plan.progress import Progress, counts_text, regions_of, word
from components import theme
from components.glyphs import glyph
from components.sources import outside
from data.model.catalog import Catalog
from data.model.progress import BEFORE, RESULT, Fact

SHOWN = 3  # facts of a measure; the others are folded
# The marks of regions where nothing was reached yet: what a fill tells a form must tell too.
HOLLOW = {"●": "○", "■": "□", "◆": "◇", "▲": "△"}


def marks(kind: str, slugs: Sequence[str]) -> list[html.Span]:
    """The mark of a fact: one form a region, filled for a result, hollow for an arrangement,
    hollow and struck through for what was before."""
    look = {RESULT: "", BEFORE: " hollow was"}.get(kind, " hollow")
    return [html.Span(_form(kind, slug), className=f"ink-{slug}{look}") for slug in slugs]


def _form(kind: str, slug: str) -> str:
    filled = theme.REGION_MARKS[slug][1]
    return filled if kind == RESULT else HOLLOW[filled]


def slugs_of(fact: Fact, catalog: Catalog) -> tuple[str, ...]:
    """The regions of a fact by slug; all three are the region of them together."""
    return tuple(region.slug for region in regions_of(catalog, fact))


def regions_text(fact: Fact, catalog: Catalog) -> str:
    """The regions of a fact in words: 北京、河北."""
    return "、".join(region.short_zh for region in regions_of(catalog, fact))


def kind_mark(kind: str, catalog: Catalog) -> html.Span:
    """The word of a kind; its mark, in the colour of no region, is the stylesheet's."""
    return html.Span(word(catalog, kind), className=f"kind-{kind}")


def measure_facts(found: Progress, kinds: Sequence[str], catalog: Catalog) -> html.Div | None:
    """The facts on a measure of the chosen kinds, the newest first and most of many folded, under
    how many there are of each; None without any."""
    facts = found.of(kinds)
    if not facts:
        return None
    more = len(facts) - SHOWN
    folded = html.Details(
        [
            html.Summary(f"其余 {more} 条"),
            html.Ul([fact_row(fact, catalog) for fact in facts[SHOWN:]], className="facts"),
        ],
        className="facts-more",
    )
    return html.Div(
        [
            html.P(
                [
                    html.Span("进展情况", className="kind"),
                    html.Span(counts_text(catalog, facts)),
                ],
            ),
            html.Ul([fact_row(fact, catalog) for fact in facts[:SHOWN]], className="facts"),
            folded if more > 0 else None,
        ],
        className="measure-facts",
    )


def fact_row(fact: Fact, catalog: Catalog) -> html.Li:
    """A fact: date, kind, regions (all three as one), what it says, and who says it where."""
    slugs = slugs_of(fact, catalog)
    named = html.Span(f"{regions_text(fact, catalog)}：", className="visually-hidden")
    return html.Li(
        [
            html.Span(fact.date, className="fact-date"),
            kind_mark(fact.kind, catalog),
            html.Span(
                [html.Span([glyph(slug) for slug in slugs]), named, fact.fact_zh],
                className="fact-text",
            ),
            html.Span(
                [outside(fact.address, fact.document_zh), f"，{'、'.join(fact.publishers_zh)}"],
                className="fact-source",
            ),
        ],
        id=f"fact-{fact.fact_id}",
        className="fact",
    )
