"""A slide as elements: everything between the header and the source line but the title."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import html

from analysis.meeting.scenes import Number, Slide
from analysis.series.quantities import Quantity, number
from analysis.text.periods import period_text
from components import shade_key, theme
from components.charts.described import lines_in_words, map_in_words
from components.charts.stage_lines import Manner, stage_lines
from components.charts.stage_map import opacity, stage_map
from components.charts.study import strokes
from components.meeting import words
from components.meeting.bars import bars
from components.meeting.forms import WIDE, Form, Size
from components.meeting.lists import entries, facts, marks
from components.meeting.numbers import amount, figure, name, parts
from components.meeting.pairs import pairs
from components.meeting.task import task
from components.meeting.text import clauses, fresh
from components.unbroken import unbroken
from data.model.catalog import Catalog

COMMON_DIGITS, DIGIT = 8, 80  # a longer main number takes its room from the chart beside it


def layout_of(slide: Slide) -> str:
    """The layout on the stage: a single bar says nothing, its number and its years do."""
    bars = slide.comparison.bars if slide.comparison else ()
    is_alone = slide.layout == "bars" and len(bars) == 1 and bars[0].quantity is not None
    return "numbers-chart" if is_alone and slide.study is not None else slide.layout


def body(slide: Slide, catalog: Catalog, form: Form = WIDE) -> list[Any]:
    """What stands on the stage under the title, by the layout really shown; `form` gives the
    sizes of drawings."""
    return BODIES[layout_of(slide)](slide, catalog, form)


def _words(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [html.P(unbroken(slide.absence), className="absence")]


def _number(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    """One number as large as the room allows, a few more as large as they fit side by side."""
    return [
        html.Div(
            [figure(one, "main", "".join(slide.footnotes)) for one in slide.numbers],
            className="numbers",
        ),
        parts(slide.parts),
        _said(slide),
    ]


def _chart(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    lines = _lines(slide, form.alone, with_values=not form.is_tall)
    return [_said(slide), lines, _last_values(slide) if form.is_tall else None]


def _last_values(slide: Slide) -> html.Ul:
    """What the ends of the lines say where the picture has no room for it."""
    assert slide.study is not None
    ends = [(line, line.pieces[-1][-1]) for line in strokes(slide.study).lines]
    items = [
        html.Li(
            [
                name(line.slug, line.label),
                html.Strong(unbroken(point.text)),
                html.Small(period_text(point.year)),
            ]
        )
        for line, point in ends
    ]
    return html.Ul(items, className="parts ends")


def _numbers_chart(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    first, *others = slide.numbers or _alone(slide)
    said = "".join(slide.footnotes)
    same = slide.parts or tuple(one for one in others if one.name == first.name)
    seconds = [one for one in others if one.name != first.name]
    side = [
        figure(first, "main", said, clauses(slide.sentence)),
        parts(same, first.quantity),
        html.Div([figure(one, "second", said) for one in seconds], className="seconds"),
        html.P(unbroken(slide.absence), className="instead") if slide.absence else None,
    ]
    digits = len(first.quantity.number) if first.quantity else 0
    width, height = form.beside
    width -= 0 if form.is_tall else max(0, digits - COMMON_DIGITS) * DIGIT
    return [html.Div(side, className="side"), _lines(slide, (width, height), with_values=False)]


def _alone(slide: Slide) -> tuple[Number, ...]:
    """The only bar of a comparison as a number, with its share of the three."""
    if slide.comparison is None or slide.study is None:
        return ()
    bar, said = slide.comparison.bars[0], slide.study.indicator.short_zh
    scope = f"占三地 {number(bar.share, 1)}%（计算）" if bar.share is not None else bar.label
    return (Number(bar.slug, bar.label, said, bar.quantity, slide.comparison.year, scope),)


def _map(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    assert slide.shading is not None
    tiers = [_tier(catalog, one) for one in slide.numbers]
    key: list[Any] = [html.P(unbroken(slide.shading.caption))]
    if slide.shading.values:
        low = [slide.shading.low] if len(slide.shading.values) > 1 else []
        colours = [opacity(step) for step in shade_key.steps(slide.shading)]
        line: list[Any] = [*low, shade_key.bar("scale", colours), slide.shading.high]
        key.append(html.P(line, className="scale-line"))
        if slide.shading.absent:
            key.append(html.P(shade_key.missing(slide.shading)))
    side = [html.Ul(tiers, className="tiers"), html.Div(key, className="shade-key")]
    return [html.Div(side, className="side"), _where(slide, catalog)]


def _where(slide: Slide, catalog: Catalog) -> html.Div:
    """The platforms of the slide on the map."""
    assert slide.shading is not None
    described = map_in_words(slide.shading, _marks_shown(catalog, slide))
    said = slide.title, described
    picture: Any = stage_map(catalog, slide.shading, slide.lit, slide.places, said)
    return html.Div(picture, className="picture")


def _marks_shown(catalog: Catalog, slide: Slide) -> str:
    told = (
        f"{catalog.tiers[one.slug].name_zh}{_plain(one.quantity)}个"
        for one in slide.numbers
        if one.slug in theme.TIER_MARKS
    )
    return f"标记：{'、'.join(told) or slide.title}"


def _place(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    side = html.Div(facts(slide.entries), className="side")
    return [side, _where(slide, catalog)]


def _tier(catalog: Catalog, one: Number) -> html.Li:
    """How many platforms of a tier are drawn; how many were announced, where that differs."""
    shown = _plain(one.quantity)
    differs = one.scope and shown not in one.scope
    return html.Li(
        [
            html.Span(_tier_mark(one.slug), className=f"glyph tier-{one.slug}"),
            html.Strong(amount(one.quantity)),
            html.Span(
                [
                    catalog.tiers[one.slug].name_zh,
                    html.Small(unbroken(one.scope)) if differs else None,
                ]
            ),
        ]
    )


def _tier_mark(tier: str) -> str:
    """The mark of a tier; those that the map does not draw have none."""
    return theme.TIER_MARKS[tier][1] if tier in theme.TIER_MARKS else ""


def _plain(quantity: Quantity | None) -> str:
    return f" {quantity.number} " if quantity else ""


def _lines(slide: Slide, size: Size, with_values: bool) -> html.Div:
    assert slide.study is not None
    drawn = strokes(slide.study)
    if not drawn.lines:
        return html.Div(html.P(drawn.absence, className="absence"), className="picture")
    manner = Manner(
        unit=slide.study.unit,
        with_values=with_values,
        holds=slide.holds,
        title=slide.title,
        description=lines_in_words(drawn, slide.study.subtitle),
    )
    picture: Any = stage_lines(drawn, size, manner)
    return html.Div(picture, className="picture")


def _said(slide: Slide) -> html.Div | None:
    """The sentence beside the title, and why another's value stands here, if it does."""
    sentence = fresh(slide.sentence, slide.title)
    found = [
        html.P(unbroken(text), className=kind)
        for kind, text in (("sentence", sentence), ("instead", slide.absence))
        if text
    ]
    return html.Div(found, className="said") if found else None


def _bars(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [_said(slide), *bars(slide)]


def _list(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [_said(slide), entries(slide.columns, slide.entries)]


def _marks(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [_said(slide), marks(slide.tasks)]


def _pair(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [pairs(slide)]


def _task(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return task(slide, catalog)


def _cover(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return words.cover(slide)


def _points(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return words.points(slide)


BODIES: Mapping[str, Callable[[Slide, Catalog, Form], list[Any]]] = {
    "cover": _cover,
    "text": _points,
    "conclusions": _points,
    "task": _task,
    "chain": _list,
    "pair": _pair,
    "place": _place,
    "words": _words,
    "number": _number,
    "chart": _chart,
    "numbers-chart": _numbers_chart,
    "map": _map,
    "bars": _bars,
    "list": _list,
    "latest": _list,
    "marks": _marks,
}
