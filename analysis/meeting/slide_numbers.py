"""The numbers of a slide of one indicator: its own, those of the regions under it, and that of the
second indicator beside it."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import IndicatorSummary, indicator_summary
from analysis.meeting.slides import Number, Sight
from analysis.series import observations
from analysis.series.absence import absence
from analysis.series.cards import Card, cards
from analysis.series.quantities import Scale, quantity
from analysis.series.selection import Selection, observed
from analysis.state.view import View
from analysis.text.periods import period_text
from data.model.catalog import Catalog, Indicator

PUBLISHED = "published"


def own_numbers(
    catalog: Catalog, at: Sight, topic: Selection, found: IndicatorSummary
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The main number, or one a region where they cannot be put together; and the regions' own
    in the same year under a number that is theirs together."""
    if found.state.scale != PUBLISHED:
        return derived_numbers(found), ()
    card = _card(catalog, at.view)
    numbers = _of_card(card)
    if len(numbers) > 1 or len(topic.scope.regions) == 1 or not topic.has_regions or not card.year:
        return numbers, ()
    parts = (
        Number(
            slug=region.slug,
            label=region.short_zh,
            name=card.title,
            quantity=observed(catalog, topic, region.region_code, card.year),
            year=card.year,
            scope=region.short_zh,
            absence=absence(catalog, card.indicator, [region.region_code], [card.year]),
        )
        for region in topic.scope.regions
    )
    return numbers, tuple(parts)


def derived_numbers(found: IndicatorSummary) -> tuple[Number, ...]:
    """Each region's number of a scale, in the last year in which most of them have one."""
    counts = {y: sum(d.value is not None for d in found.data if d.year == y) for y in found.years}
    year = max(found.years, key=lambda y: (counts[y], y))
    unit = "" if "=100" in found.unit else found.unit
    data = [found.datum(region.region_code, year) for region in found.regions]
    return tuple(
        Number(
            slug=datum.region.slug,
            label=datum.region.short_zh,
            name=found.indicator.short_zh,
            quantity=quantity(datum.value, Scale(unit, 1.0, found.decimals), mark=datum.mark)
            if datum.value is not None
            else None,
            year=year,
            scope=datum.region.short_zh,
            formula=found.formula,
            absence=datum.text,
        )
        for datum in data
        if datum is not None
    )


def second_summary(catalog: Catalog, at: Sight) -> IndicatorSummary | None:
    """The second indicator in the scene's regions and years, as published."""
    name = at.scene.against_id
    if name is None:
        return None
    view = replace(at.view, theme=catalog.indicators[name].theme, indicator=name)
    found = indicator_summary(catalog, IndicatorsView(view, PUBLISHED, at.scene.base))
    return found if found.years and second_number(catalog, at) else None


def second_number(catalog: Catalog, at: Sight) -> tuple[Number, ...]:
    """The second indicator's number, where the chosen regions have one together."""
    name = at.scene.against_id
    if name is None:
        return ()
    numbers = _of_card(_card(catalog, replace(at.view, indicator=name)))
    return numbers if len(numbers) == 1 else ()


def _card(catalog: Catalog, view: View) -> Card:
    theme = catalog.indicators[view.indicator].theme
    return next(c for c in cards(catalog, replace(view, theme=theme)) if c.is_chosen)


def _of_card(card: Card) -> tuple[Number, ...]:
    return tuple(
        Number(
            slug=reading.slug,
            label=reading.label,
            name=card.title,
            quantity=reading.quantity,
            year=reading.year or card.year,
            scope=card.scope,
            change=card.change,
            formula=card.formula or "",
            absence=reading.absence,
            conflict=card.conflict,
        )
        for reading in card.readings
    )


def remarks_on(
    catalog: Catalog, named: Sequence[tuple[Indicator, tuple[Number, ...]]]
) -> tuple[str, ...]:
    """What the sources' own notes say of the numbers on the slide, by the indicator of each."""
    codes = {region.slug: region.region_code for region in catalog.regions.values()}
    found = (
        (
            row.short_zh,
            n.year,
            observations.observation(catalog, row.indicator_id, codes[n.slug], n.year),
        )
        for row, shown in named
        for n in shown
        if n.slug in codes and n.year
    )
    notes = (
        f"{name} {period_text(year)}：{o.note.removesuffix('。')}。"
        for name, year, o in found
        if o and o.note
    )
    return tuple(dict.fromkeys(notes))
