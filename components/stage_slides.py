"""A slide as HTML: the title's place aside, everything between the header and the source line."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import html

from analysis.cards import Change
from analysis.quantities import Quantity, number
from analysis.scene import Number, Slide
from components import theme
from components.attributes import attributes
from components.cards import ARROWS, DIRECTIONS
from components.charts.stage_lines import stage_lines
from components.charts.stage_map import stage_map
from components.charts.study import Row, bar_year, strokes
from components.stage_lists import entries, marks
from components.stage_text import clauses, fresh, unbroken
from data.catalog import Catalog

WIDE, BESIDE = (1776, 600), (1090, 640)  # px of the stage: a chart alone, a chart beside numbers
ABSENT = "未公布"


def layout_of(slide: Slide) -> str:
    """The layout on the stage: a single bar says nothing, its number and its years do."""
    bars = slide.comparison.bars if slide.comparison else ()
    is_alone = slide.layout == "bars" and len(bars) == 1 and bars[0].quantity is not None
    return "numbers-chart" if is_alone and slide.study is not None else slide.layout


def body(slide: Slide, catalog: Catalog) -> list[Any]:
    """What stands on the stage under the title, by the layout really shown."""
    return BODIES[layout_of(slide)](slide, catalog)


def _words(slide: Slide, catalog: Catalog) -> list[Any]:
    return [html.P(unbroken(slide.absence), className="absence")]


def _number(slide: Slide, catalog: Catalog) -> list[Any]:
    """One number as large as the room allows, a few more as large as they fit side by side."""
    return [
        html.Div(
            [_figure(one, "main", "".join(slide.footnotes)) for one in slide.numbers],
            className="numbers",
        ),
        _parts(slide),
        _said(slide),
    ]


def _chart(slide: Slide, catalog: Catalog) -> list[Any]:
    return [_said(slide), _lines(slide, WIDE, with_values=True)]


def _numbers_chart(slide: Slide, catalog: Catalog) -> list[Any]:
    first, *others = slide.numbers or _alone(slide)
    said = "".join(slide.footnotes)
    side = [
        _figure(first, "main", said, clauses(slide.sentence)),
        _parts(slide, first.quantity),
        html.Div([_figure(one, "second", said) for one in others], className="seconds"),
        html.P(unbroken(slide.absence), className="instead") if slide.absence else None,
    ]
    return [html.Div(side, className="side"), _lines(slide, BESIDE, with_values=False)]


def _alone(slide: Slide) -> tuple[Number, ...]:
    """The only bar of a comparison as a number, with its share of the three."""
    if slide.comparison is None or slide.study is None:
        return ()
    bar, name = slide.comparison.bars[0], slide.study.indicator.short_zh
    scope = f"占三地 {number(bar.share, 1)}%（计算）" if bar.share is not None else bar.label
    return (Number(bar.slug, bar.label, name, bar.quantity, slide.comparison.year, scope),)


def _map(slide: Slide, catalog: Catalog) -> list[Any]:
    assert slide.shading is not None
    tiers = [_tier(catalog, *pair) for pair in zip(theme.TIER_MARKS, slide.numbers, strict=False)]
    key = [html.P(unbroken(slide.shading.caption))]
    if slide.shading.values:
        scale = html.Span(className="scale", **attributes(aria_hidden="true"))
        key.append(html.P([slide.shading.low, scale, slide.shading.high], className="scale-line"))
    side = [html.Ul(tiers, className="tiers"), html.Div(key, className="shade-key")]
    picture = stage_map(catalog, slide.shading, slide.lit)
    return [html.Div(side, className="side"), html.Div(picture, className="picture")]


def _tier(catalog: Catalog, tier: str, one: Number) -> html.Li:
    """How many platforms of a tier are drawn; how many were announced, where that differs."""
    shown = _plain(one.quantity)
    differs = one.scope and shown not in one.scope
    return html.Li(
        [
            html.Span(theme.TIER_MARKS[tier][1], className=f"glyph tier-{tier}"),
            html.Strong(_amount(one.quantity)),
            html.Span(
                [
                    catalog.tiers[tier].name_zh,
                    html.Small(unbroken(one.scope)) if differs else None,
                ]
            ),
        ]
    )


def _plain(quantity: Quantity | None) -> str:
    return f" {quantity.number} " if quantity else ""


def _bars(slide: Slide, catalog: Catalog) -> list[Any]:
    """Bars from zero with mark, name and number: the regions of the comparison or the study."""
    rows = _rows(slide)
    values = [row.value for row in rows if row.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = high - low or 1.0

    def bar(row: Row) -> html.Div | None:
        if row.value is None:
            return None
        left, width = (min(row.value, 0.0) - low) / span, abs(row.value) / span
        place = f"left:{left:.2%};width:{width:.2%}"
        return html.Div(className=f"bar fill-{row.slug}", style=place)

    drawn = [
        html.Div(
            [
                _name(row.slug, row.label),
                html.Div(bar(row), className="track"),
                html.Span(unbroken(row.text), className="bar-text"),
            ],
            className="bar-row",
        )
        for row in rows
    ]
    caption = slide.comparison.subtitle if slide.comparison else ""
    return [_said(slide), html.Div(drawn, className="bars"), html.P(caption, className="caption")]


def _rows(slide: Slide) -> list[Row]:
    if slide.comparison is not None:
        return [Row(b.slug, b.label, b.value, b.text) for b in slide.comparison.bars]
    study = slide.study
    year = bar_year(study) if study is not None else None
    if study is None or year is None:
        return []
    found = [study.datum(region.region_code, year) for region in study.regions]
    return [Row(d.region.slug, d.region.short_zh, d.value, d.text) for d in found if d]


def _lines(slide: Slide, size: tuple[int, int], with_values: bool) -> html.Div:
    assert slide.study is not None
    drawn = strokes(slide.study)
    if not drawn.lines:
        return html.Div(html.P(drawn.absence, className="absence"), className="picture")
    picture = stage_lines(drawn, size, slide.study.unit, with_values)
    named = attributes(aria_label=slide.title)
    return html.Div(picture, className="picture", role="img", **named)


def _figure(one: Number, kind: str, said: str, more: str = "") -> html.Div:
    """A number with what it is above it; below it the change, the year, whose it is, and the
    formula unless it is `said` at the foot."""
    whose = one.label if one.label == one.scope else f"{one.label}，{one.scope}"
    year = f"{one.year} 年" if one.year else ""
    is_known = one.formula.rpartition("= ")[2] in said
    computed = "（计算）" if one.formula else ""
    below = [
        _change(one.change) if one.change else None,
        html.Span(unbroken("；".join(filter(None, [f"{year}{whose}{computed}", more])))),
        html.Span(unbroken(one.formula), className="formula")
        if one.formula and not is_known
        else None,
    ]
    return html.Div(
        [
            html.P([_glyph(one.slug) if one.slug != "jjj" else None, one.name], className="of"),
            html.P(_amount(one.quantity), className="amount"),
            html.P(below, className="below"),
        ],
        className=f"figure-{kind}",
    )


def _amount(quantity: Quantity | None, whole: Quantity | None = None) -> list[html.Span]:
    """Qualifier, digits and unit; the unit is left out where the `whole` shows the same."""
    if quantity is None:
        return [html.Span(ABSENT, className="absent")]
    unit = "" if whole and whole.unit == quantity.unit != "%" else quantity.unit
    parts = [
        ("qualifier", quantity.prefix),
        ("digits", quantity.number),
        ("unit", quantity.suffix + unit),
    ]
    return [html.Span(text, className=name) for name, text in parts if text]


def _change(change: Change) -> html.Span:
    words = f"{ARROWS[change.arrow]} {change.label}{DIRECTIONS[change.arrow]} {change.text}"
    return html.Span(unbroken(words), className=f"change tone-{change.tone}")


def _parts(slide: Slide, whole: Quantity | None = None) -> html.Ul | None:
    """The regions side by side under a number that is theirs together, whose unit is theirs."""
    if not slide.parts:
        return None
    items = [
        html.Li([_name(one.slug, one.label), html.Strong(_amount(one.quantity, whole))])
        for one in slide.parts
    ]
    return html.Ul(items, className="parts")


def _name(slug: str, label: str) -> html.Span:
    return html.Span([_glyph(slug), label], className="name")


def _glyph(slug: str) -> html.Span | None:
    if slug not in theme.REGION_MARKS:
        return None
    character = theme.REGION_MARKS[slug][1]
    hidden = attributes(aria_hidden="true")
    return html.Span(character, className=f"glyph ink-{slug}", **hidden)


def _said(slide: Slide) -> html.Div | None:
    """The sentence beside the title, and why another's value stands here, if it does."""
    sentence = fresh(slide.sentence, slide.title)
    found = [
        html.P(unbroken(text), className=kind)
        for kind, text in (("sentence", sentence), ("instead", slide.absence))
        if text
    ]
    return html.Div(found, className="said") if found else None


def _list(slide: Slide, catalog: Catalog) -> list[Any]:
    return [_said(slide), entries(slide.columns, slide.entries)]


def _marks(slide: Slide, catalog: Catalog) -> list[Any]:
    return [_said(slide), marks(slide.tasks)]


BODIES: Mapping[str, Callable[[Slide, Catalog], list[Any]]] = {
    "words": _words,
    "number": _number,
    "chart": _chart,
    "numbers-chart": _numbers_chart,
    "map": _map,
    "bars": _bars,
    "list": _list,
    "marks": _marks,
}
