"""Maps of platforms on the stage: all that are shown over their ground, and one of them."""

from typing import Any

from dash import html

from analysis.maps.area_shading import AreaShading
from analysis.meeting.scenes import Number, Slide
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import Quantity
from components import shade_key, theme
from components.charts.described import map_in_words
from components.charts.stage_map import Ground, opacity, stage_map
from components.meeting.lists import facts
from components.meeting.numbers import amount
from components.unbroken import unbroken
from data.model.catalog import Catalog


def platforms(slide: Slide, catalog: Catalog) -> list[Any]:
    """How many platforms of each tier there are, the key of the ground, and the map."""
    assert slide.shading is not None
    tiers = [_tier(catalog, one) for one in slide.numbers]
    side = [html.Ul(tiers, className="tiers"), html.Div(_key(slide), className="shade-key")]
    return [html.Div(side, className="side"), _where(slide, catalog)]


def _key(slide: Slide) -> list[Any]:
    """What the ground's colours mean; nothing where it has none."""
    assert slide.shading is not None
    caption = html.P(unbroken(slide.sentence)) if slide.sentence else None
    if slide.ground is not None:
        return [caption, html.P(_classes(slide.ground), className="scale-line classes")]
    if not slide.shading.values:
        return [caption]
    low = [slide.shading.low] if len(slide.shading.values) > 1 else []
    colours = [opacity(step) for step in shade_key.steps(slide.shading)]
    line: list[Any] = [*low, shade_key.bar("scale", colours), slide.shading.high]
    absent = html.P(shade_key.missing(slide.shading)) if slide.shading.absent else None
    return [caption, html.P(line, className="scale-line"), absent]


def _classes(base: AreaShading) -> list[Any]:
    """Each class with its colour; of the areas without a value how many there are."""
    found = [
        html.Span([shade_key.bar("swatch", [opacity(base.strength(n))]), base.span(n)])
        for n in range(len(base.classes))
    ]
    if base.absent:
        text = f"{len(base.absent)} 个{NOT_HELD}"
        found.append(html.Span([shade_key.bar("swatch", [0.0]), text]))
    return found


def _where(slide: Slide, catalog: Catalog) -> html.Div:
    """The platforms of the slide on the map."""
    assert slide.shading is not None
    described = map_in_words(slide.ground or slide.shading, _marks_shown(catalog, slide))
    said = slide.title, described
    ground = Ground(slide.shading, slide.lit, slide.ground, slide.open_area)
    picture: Any = stage_map(catalog, ground, slide.places, said)
    return html.Div(picture, className="picture")


def _marks_shown(catalog: Catalog, slide: Slide) -> str:
    told = (
        f"{catalog.tiers[one.slug].name_zh}{_plain(one.quantity)}个"
        for one in slide.numbers
        if one.slug in theme.TIER_MARKS
    )
    return f"标记：{'、'.join(told) or slide.title}"


def place(slide: Slide, catalog: Catalog) -> list[Any]:
    """What is known of one platform, and where it lies."""
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
