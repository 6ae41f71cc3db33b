"""Slides of maps: the platforms over their ground, one of them, and an industry's places."""

from dataclasses import replace

from analysis.areas.summary import AreasSummary, value_text
from analysis.areas.words import map_in_words, slopes_in_words, slopes_title
from analysis.document.chart import Area, Chart, Kind, Map, Series
from analysis.document.document import Figure, Leaf, Reading
from analysis.maps.review import review
from analysis.meeting.slides import Number, Slide
from analysis.reports.figures.maps import areas_figure, plain_map_figure, shaded_figure
from analysis.reports.leaves.plain import bare, table_figure, within
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import number
from analysis.text.table import Table
from data.model.areas import FIRST_CENSUS, LAST_CENSUS
from data.model.catalog import Catalog

NAMED = 3  # counties that are named


def platforms(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """How many platforms of each tier there are, and the map."""
    readings = tuple(_tier(catalog, one) for one in slide.numbers)
    leaf = replace(bare(slide), sentence="" if slide.numbers else slide.absence)
    return (replace(leaf, readings=readings, figures=(_ground(catalog, slide),)),)


def _tier(catalog: Catalog, one: Number) -> Reading:
    text = one.quantity.text if one.quantity else one.absence
    return Reading(one.slug, catalog.tiers[one.slug].name_zh, "", text, scope=one.scope)


def _ground(catalog: Catalog, slide: Slide) -> Figure:
    """The map with the platforms of the lit regions; what lies below is as on the stage."""
    places = [
        one
        for one in catalog.platforms
        if one.platform_id in slide.places and slide.lit & set(one.region_codes)
    ]
    if slide.ground is not None:
        return within(areas_figure(catalog, slide.ground, places))
    if slide.shading is not None and slide.shading.values:
        return within(shaded_figure(catalog, slide.shading, places))
    return within(plain_map_figure(catalog, "", places))


def place(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """What is known of one platform, and where it lies."""
    rows = tuple((entry.name, "；".join(entry.values)) for entry in slide.entries)
    facts = table_figure("facts", Table("平台资料", ("项目", "内容"), rows))
    return (replace(bare(slide), figures=(facts, _ground(catalog, slide))),)


def areas(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The counties in their classes, and how the units moved between two censuses."""
    found = slide.areas
    assert found is not None
    slugs = {region.region_code: region.slug for region in catalog.provinces}
    return (replace(bare(slide), figures=(_counties(catalog, found), _slopes(found, slugs))),)


def _counties(catalog: Catalog, found: AreasSummary) -> Figure:
    known = catalog.areas.by_code
    top = "；".join(
        f"{known[one.code].name_zh} {value_text(one.value, found.chosen.measure)}"
        for one in found.top[:NAMED]
    )
    shown = Map(
        name=found.map_title,
        areas=tuple(Area(one.code, one.name, one.class_number, one.text) for one in found.counties),
        legend=tuple(one.text for one in found.classes),
        places=(),
        told=map_in_words(found, ""),
        review=review(catalog),
    )
    rows = tuple((one.name, one.text) for one in found.counties)
    table = Table(found.map_title, ("县（市、区）", "数值"), rows)
    return Figure("counties", "", f"最高：{top}" if top else "", shown, table)


def _slopes(found: AreasSummary, slugs: dict[str, str]) -> Figure:
    """The share of every unit in both censuses, a line a unit in the look of its region."""
    name = slopes_title(found)
    series = tuple(
        Series(
            slug=slugs[one.region_code],
            label=one.name,
            values=ends,
            texts=tuple(NOT_HELD if end is None else f"{number(end, 1)}%" for end in ends),
        )
        for one in found.slopes
        for ends in [(one.first, one.last)]
    )
    years = (str(FIRST_CENSUS), str(LAST_CENSUS))
    chart = Chart(Kind.LINES, name, "%", 1, years, series, slopes_in_words(found.slopes, name, ""))
    table = Table(
        name,
        ("地区", *(f"{year} 年（%）" for year in years)),
        tuple((one.label, *(text.removesuffix("%") for text in one.texts)) for one in series),
    )
    held = any(value is not None for one in series for value in one.values)
    return Figure("slopes", name, "", chart if held else None, table)
