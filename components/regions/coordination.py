"""A region's part of the evaluation, beside its rows: ratios then and now, where it concentrates,
and the way to what worsened."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis import links
from analysis.coordination.gaps import Gap, GapRow
from analysis.regions.coordination import Concentration, Coordination
from analysis.state.view import View, query_of
from analysis.text.periods import span_text
from analysis.view_links import Links
from components.attributes import attributes
from components.glyphs import glyph
from components.unbroken import with_units
from components.verdicts import MARKS

TITLE = "协同评价"
TITLE_ID = "profile-coordination"
HEADS = ("指标", "比值", "差距")


def panel(found: Coordination, ways: Links) -> html.Section | None:
    """The panel; None where the edition has nothing of it. Links keep the view's years."""
    if found.lacking and found.most is None and not found.worsened:
        return None
    view = View((found.region.slug,), ways.options.default().theme,
                ways.options.default().indicator, ways.view.start, ways.view.end)  # fmt: skip
    return html.Section(
        [
            html.H2(TITLE, id=TITLE_ID),
            html.P(_subtitle(found), className="subtitle"),
            _table(found, ways) if found.rows else None,
            html.P(with_units(_most(found.most)), className="profile-most") if found.most else None,
            html.P(_onward(found, view, ways), className="profile-onward"),
        ],
        className="panel profile-coordination",
        **attributes(aria_labelledby=TITLE_ID),
    )


def _onward(found: Coordination, view: View, ways: Links) -> list[Component]:
    """To what worsened in the region, and to the page itself."""
    query = query_of(view, ways.options)
    count = with_units(f"回落 {found.worsened} 项")
    return [
        _opened(count, links.watched(view, ways.options)),
        _opened("查看协同评价", links.evaluation("gaps", query)),
    ]


def _opened(text: str, address: str) -> html.A:
    """A link that is opened in place."""
    return html.A(text, href=address, **attributes(data_view=""))


def _subtitle(found: Coordination) -> str:
    if found.lacking:
        return found.lacking
    base = found.reference.short_zh
    who = "两地" if found.region == found.reference else found.region.short_zh
    return f"{who}与{base}之比（{base} = 1），起点 → 终点；越靠近 1 差距越小。"


def _most(found: Concentration) -> str:
    name, value = found.sector.sector.name_zh, found.quotient.text
    return f"区位商最高{found.leaving}：{name} {value}（{found.year} 年，三地 = 1）"


def _table(found: Coordination, ways: Links) -> html.Table:
    heads = html.Tr([html.Th(text, scope="col") for text in HEADS])
    return html.Table(
        [
            html.Caption(f"与{found.reference.short_zh}之比", className="visually-hidden"),
            html.Thead(heads),
            *(
                html.Tbody([_row(row, gap, n, ways) for n, gap in enumerate(row.gaps)])
                for row in found.rows
            ),
        ]
    )


def _row(row: GapRow, gap: Gap, place: int, ways: Links) -> html.Tr:
    """A gap; the measure stands before the first of its gaps."""
    name: list[Any] = []
    if not place:
        link = _opened(row.measure.name_zh, ways.indicator(row.measure.opens))
        head = html.Th([link, _foot(_years(gap))], scope="rowgroup", rowSpan=len(row.gaps))
        name = [head]
    who: list[Any] = [glyph(gap.region.slug), gap.region.short_zh, " "] if len(row.gaps) > 1 else []
    return html.Tr([*name, html.Td([*who, _ratios(gap)]), html.Td(_verdict(gap))])


def _foot(text: str) -> html.Span | None:
    return html.Span(text, className="row-foot") if text else None


def _years(gap: Gap) -> str:
    years = [end.year for end in (gap.first, gap.last) if end]
    return span_text(years[0], years[-1]) if years else ""


def _ratios(gap: Gap) -> str:
    return " → ".join(end.text for end in (gap.first, gap.last) if end) or "—"


def _verdict(gap: Gap) -> Any:
    if not gap.verdict:
        return html.Span(gap.reason, className="row-foot")
    sign, kind = MARKS[gap.verdict]
    hidden = attributes(aria_hidden="true")
    return [
        html.Span([html.Span(f"{sign} ", **hidden), gap.verdict], className=f"is-{kind}"),
        _foot(gap.crossing),
    ]
