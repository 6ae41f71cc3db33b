"""Dated facts: the mark of their kind and of their regions, and a measure's facts as a list."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis.plan.progress import Progress, counts_text, word
from components.attributes import attributes
from components.elements import element
from components.glyphs import glyph
from components.sources import outside
from data.model.catalog import JJJ, Catalog
from data.model.progress import ARRANGEMENT, BEFORE, Fact

SHOWN = 3  # facts of a measure; the others are folded
SIDE = 12  # pixels of a mark
# The marks of regions as shapes in a square of SIDE: what is told by a fill is told by a form too.
SHAPES: dict[str, tuple[str, dict[str, Any]]] = {
    "kind": ("circle", {"cx": 6, "cy": 6, "r": 4.5}),  # whose it is does not matter
    "beijing": ("circle", {"cx": 6, "cy": 6, "r": 4.5}),
    "tianjin": ("rect", {"x": 2, "y": 2, "width": 8, "height": 8}),
    "hebei": ("path", {"d": "M6 .8 11.2 6 6 11.2 .8 6Z"}),
    "jjj": ("path", {"d": "M6 1 11.2 10.6H.8Z"}),
}
BAR = {"x": 2, "y": 5, "width": 8, "height": 2}  # across the mark of what was before


def mark(kind: str, slugs: Sequence[str]) -> Any:
    """The mark of a fact: one shape a region, filled for a result, hollow for an arrangement,
    hollow with a bar for what was before."""
    shapes = [shape for at, slug in enumerate(slugs) for shape in _shape(kind, slug, at * SIDE)]
    width = SIDE * len(slugs)
    return element(
        "svg", *shapes, class_="fact-mark", width=width, height=SIDE,
        viewBox=f"0 0 {width} {SIDE}", aria_hidden="true",
    )  # fmt: skip


def _shape(kind: str, slug: str, x: int) -> list[Any]:
    tag, sizes = SHAPES[slug]
    hollow = " hollow" if kind in (ARRANGEMENT, BEFORE) else ""
    moved = {"transform": f"translate({x})"} if x else {}
    shapes = [element(tag, class_=f"mark-{slug}{hollow}", **sizes, **moved)]
    if kind == BEFORE:
        shapes.append(element("rect", class_=f"mark-{slug}", **BAR, **moved))
    return shapes


def slugs_of(fact: Fact, catalog: Catalog) -> tuple[str, ...]:
    """The regions of a fact by slug; all three are the region of them together."""
    codes = fact.region_codes
    if len(codes) == len(catalog.provinces):
        return (catalog.region(JJJ).slug,)
    return tuple(catalog.region(code).slug for code in codes)


def regions_text(fact: Fact, catalog: Catalog) -> str:
    """The regions of a fact in words: 北京、河北."""
    return "、".join(catalog.regions[slug].short_zh for slug in slugs_of(fact, catalog))


def kind_mark(kind: str, catalog: Catalog) -> html.Span:
    """The mark of a kind with its word, in the colour of no region."""
    return html.Span(
        [mark(kind, ("kind",)), word(catalog, kind)],
        className=f"fact-kind kind-{kind}",
    )


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
                    html.Span("进展与安排", className="kind"),
                    html.Span(counts_text(catalog, facts)),
                ],
            ),
            html.Ul([fact_row(fact, catalog) for fact in facts[:SHOWN]], className="facts"),
            folded if more > 0 else None,
        ],
        className="measure-facts",
    )


def fact_row(fact: Fact, catalog: Catalog) -> html.Li:
    """A fact: date, kind, regions, what it says, and who says it where."""
    slugs = [catalog.region(code).slug for code in fact.region_codes]
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
