"""The evaluation on the stage: the gaps as dumbbells, our own index beside the official one, and
what worsened."""

from typing import Any

from dash import html

from analysis.coordination.gaps import Gap, GapRow
from analysis.evaluation.official import EditionMark, IndexSeries, Official
from analysis.evaluation.summary import EvaluationSummary
from analysis.meeting.scenes import Slide
from analysis.meeting.slide_gaps import span
from components.attributes import attributes
from components.charts.dumbbells import STAGE, Scale, dumbbell, scale, ticks
from components.charts.stage_index import stage_index
from components.evaluation.open_index import in_words
from components.meeting.forms import Form
from components.meeting.lists import entries
from components.meeting.numbers import name
from components.unbroken import unbroken
from components.verdicts import MARKS
from data.model.catalog import Catalog

TICKS = 32  # px of the stage
KEY = "空心为起点，实心为终点；对数刻度，越靠近 1 差距越小"
RANGE = "阴影：权重不同时的范围（5%—95%）"


def apart(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    """The sentences that are not the title, and the picture: a row a measure and pair."""
    found = _summary(slide).gaps
    on = scale(slide.holds)
    heads = ("指标", "地区", f"与{found.reference.short_zh}之比：{KEY}", "比值", "差距")
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            *(_measure(row, on) for row in found.rows),
            _scale(on),
        ],
        className="dumbbells few" if len(found.others) == 1 else "dumbbells",
    )
    return [_said(slide.sentence), html.Div(table, className="dumbbells-box")]


def _summary(slide: Slide) -> EvaluationSummary:
    assert slide.evaluation is not None
    return slide.evaluation


def _said(text: str) -> html.Div | None:
    return html.Div(html.P(unbroken(text)), className="said") if text else None


def _measure(row: GapRow, on: Scale) -> html.Tbody:
    """A measure with a row a pair; the years under its name where they are the same."""
    spans = {span(gap) for gap in row.gaps if gap.last}
    years = spans.pop() if len(spans) == 1 else ""
    said = [unbroken(row.measure.name_zh), html.Small(years) if years else None]
    head = html.Th(said, scope="rowgroup", rowSpan=len(row.gaps))
    rows = [_pair(gap, on, "" if years else span(gap)) for gap in row.gaps]
    return html.Tbody([html.Tr([head, *one] if n == 0 else one) for n, one in enumerate(rows)])


def _pair(gap: Gap, on: Scale, years: str) -> list[html.Td]:
    first, last = (end.ratio if end else None for end in (gap.first, gap.last))
    drawn: Any = dumbbell(first, last, gap.region.slug, on, STAGE)
    ends = " → ".join(end.text for end in (gap.first, gap.last) if end) or "—"
    return [
        html.Td(name(gap.region.slug, gap.region.short_zh)),
        html.Td(drawn, className="drawn"),
        html.Td([unbroken(ends), html.Small(years) if years else None], className="ratio"),
        html.Td(_verdict(gap)),
    ]


def _verdict(gap: Gap) -> html.Span | html.Small:
    if not gap.verdict:
        return html.Small(unbroken(gap.reason))
    sign, kind = MARKS[gap.verdict]
    glyph = html.Span(sign, className="verdict-sign", **attributes(aria_hidden="true"))
    return html.Span([glyph, gap.verdict], className=f"verdict {kind}")


def _scale(on: Scale) -> html.Tfoot:
    drawn: Any = ticks(on, TICKS)
    sides = html.Td(colSpan=2)
    return html.Tfoot(html.Tr([sides, html.Td(drawn, className="drawn"), sides]))


def both(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    """Our own index with its range, the newest edition of the official one apart from it, and
    below both what they do not say."""
    found = _summary(slide)
    drawn: Any = stage_index(found.index, form.index, (found.index.title, in_words(found.index)))
    told = unbroken(found.index.told)
    own = [
        html.H2(unbroken(f"自算指数（{found.index.what_if.base} 年=100）")),
        html.P(unbroken(f"{found.index.count} 项；{RANGE}"), className="caption"),
        html.P(told, className="instead") if told else None,
        html.Div(drawn, className="picture"),
    ]
    return [
        html.Div(
            [
                html.Div(own, className="own-index"),
                html.Div(_official(found.official), className="official"),
            ],
            className="indices",
        ),
        html.P(unbroken(slide.sentence), className="cannot"),
    ]


def _official(found: Official) -> list[Any]:
    """What the newest edition prints of its year: the total large, the dimensions below it."""
    if found.lacking:
        return [html.H2("官方指数"), html.P(found.lacking, className="caption")]
    base = found.bases[0]
    (_, first), *others = base.newest
    rows = [
        html.Tr([html.Th(s.name, scope="row"), html.Td(_value(m)), html.Td(_change(m))])
        for s, m in others
    ]
    return [
        html.H2(unbroken(f"官方指数（{base.base} 年=100）")),
        html.P(unbroken(f"{first.edition} 年公布的 {first.year} 年数值"), className="caption"),
        html.P(_value(first), className="official-total"),
        html.P(unbroken(_before(base.newest[0])), className="caption"),
        html.Table(html.Tbody(rows)) if rows else None,
    ]


def _value(one: EditionMark) -> str:
    return f"{one.text}{one.mark}" if one.value is not None else "只公布变化"


def _change(one: EditionMark) -> str:
    return f"{one.change_text} 点" if one.change_text else ""


def _before(found: tuple[IndexSeries, EditionMark]) -> str:
    """The year before as the same edition has it, and the change that it prints."""
    series, one = found
    before = f"，同期所含 {one.year - 1} 年为 {one.before_text}" if one.before_text else ""
    change = f"，比上年 {_change(one)}" if one.change_text else ""
    return f"{series.name}{change}{before}"


def watched(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    """How many of all are listed, and these."""
    return [_said(slide.sentence), entries(slide.columns, slide.entries)]
