"""The gaps: the sentence of each pair, and the one picture with a row a measure and pair."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.coordination.gap_sentences import BASIS, sentences
from analysis.coordination.gaps import Gap, GapRow, Gaps
from analysis.text.periods import span_text
from analysis.view_links import Links
from components import theme
from components.attributes import attributes
from components.charts.dumbbells import Scale, dumbbell, scale, ticks
from components.sources import credit
from components.verdicts import MARKS
from data.model.catalog import Region

TITLE_ID = "evaluation-gaps-title"
HEADS = ("指标", "地区", "图", "比值", "差距")
READING = "对数刻度，{base} = 1，越靠近 1 差距越小"


def head(found: Gaps) -> list[Any]:
    """What came nearer and what moved apart, a sentence a pair."""
    if found.lacking:
        return [html.H2(found.lacking)]
    first, *rest = sentences(found)
    return [
        html.H2(first, **attributes(data_told="")),
        *(html.P(said, className="gaps-also") for said in rest),
        html.P(f"{BASIS}。", className="subtitle"),
    ]


def tree(found: Gaps, ways: Links) -> list[Any]:
    """The picture: a table whose third column is drawn."""
    if found.lacking:
        return []
    base = found.reference.short_zh
    drawn = [end for row in found.rows for gap in row.gaps for end in (gap.first, gap.last)]
    on = scale(end.ratio for end in drawn if end)
    return [
        html.H2(f"与{base}之比：空心为起点，实心为终点", id=TITLE_ID),
        html.P(
            [*_key(found.others, base), html.Span(READING.format(base=base))],
            className="subtitle gaps-key",
        ),
        html.Table(
            [
                html.Caption(f"各项指标与{base}之比", className="visually-hidden"),
                html.Thead(
                    html.Tr([html.Th(text, scope="col") for text in HEADS]),
                    className="visually-hidden",
                ),
                *(_body(row, on, ways) for row in found.rows),
                html.Tfoot(_foot(on)),
            ],
            className="gaps-table",
        ),
        _notes(found),
        html.P(credit(found.sources), className="credit"),
    ]


def _key(others: Sequence[Region], base: str) -> list[Component]:
    return [
        html.Span([_glyph(region.slug), f"{region.short_zh} ÷ {base}"], className="gaps-mark")
        for region in others
    ]


def _glyph(slug: str) -> Component:
    return html.Span(
        theme.REGION_MARKS[slug][1],
        className=f"glyph ink-{slug}",
        **attributes(aria_hidden="true"),
    )


def _body(row: GapRow, on: Scale, ways: Links) -> Component:
    """A measure with a row a pair; the years stand at the name where they are the same."""
    spans = {_span(gap) for gap in row.gaps if gap.last}
    years = spans.pop() if len(spans) == 1 else ""
    name = html.Th(
        [
            html.A(row.measure.name_zh, href=ways.indicator(row.measure.opens)),
            html.Span(years, className="row-foot") if years else None,
        ],
        scope="rowgroup",
        rowSpan=len(row.gaps),
    )
    rows = [_row(gap, on, has_years=not years) for gap in row.gaps]
    return html.Tbody(
        [html.Tr([name, *cells] if n == 0 else cells) for n, cells in enumerate(rows)]
    )


def _row(gap: Gap, on: Scale, has_years: bool) -> list[Component]:
    first, last = (end.ratio if end else None for end in (gap.first, gap.last))
    drawn: Any = dumbbell(first, last, gap.region.slug, on)
    return [
        html.Td([_glyph(gap.region.slug), gap.region.short_zh], className="gaps-region"),
        html.Td([drawn], className="gaps-drawn"),
        html.Td(
            [_ratios(gap), html.Span(_span(gap), className="row-foot") if has_years else None],
            className="gaps-ratio",
        ),
        html.Td(_verdict(gap), className="gaps-verdict"),
    ]


def _ratios(gap: Gap) -> str:
    ends = [end.text for end in (gap.first, gap.last) if end]
    return " → ".join(ends) or "—"


def _verdict(gap: Gap) -> list[Any]:
    """The mark and the word; what is not compared says why."""
    if not gap.verdict:
        return [html.Span(gap.reason, className="row-foot")]
    mark, name = MARKS[gap.verdict]
    glyph = html.Span(mark, className="gaps-glyph", **attributes(aria_hidden="true"))
    said = html.Span([glyph, gap.verdict], className=f"is-{name}")
    return [said, html.Span(gap.crossing, className="row-foot") if gap.crossing else None]


def _span(gap: Gap) -> str:
    years = [end.year for end in (gap.first, gap.last) if end]
    return span_text(years[0], years[-1]) if years else ""


def _foot(on: Scale) -> Component:
    drawn: Any = ticks(on)
    sides = html.Td(colSpan=2)
    return html.Tr([sides, html.Td([drawn], className="gaps-drawn"), sides])


def _notes(found: Gaps) -> Component:
    """How each measure is computed, its scope, and what the tables say of a break in it."""
    return html.Details(
        [
            html.Summary("指标口径"),
            html.Ul([html.Li(_note(row)) for row in found.rows]),
        ],
        className="gaps-notes",
    )


def _note(row: GapRow) -> str:
    details = dict.fromkeys(gap.detail for gap in row.gaps if gap.detail)
    parts = [row.formula, row.measure.note_zh or "", *details]
    return f"{row.measure.name_zh}：{'；'.join(part for part in parts if part)}。"
