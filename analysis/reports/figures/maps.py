"""Maps as Figures: the three regions by a value, or areas by a measure in classes."""

from collections.abc import Sequence

from analysis.document.chart import Area, Map, Marked
from analysis.document.document import Figure
from analysis.maps.apart import apart
from analysis.maps.area_shading import AreaShading
from analysis.maps.review import review
from analysis.maps.shading import Shading
from analysis.reports.figures.lines import sentence
from analysis.series.evidence import credit
from analysis.text.table import Table
from data.model.catalog import Catalog, Platform

SHADED, PLACED = "map", "places"  # keys of the figures


def shaded_figure(catalog: Catalog, found: Shading, places: Sequence[Platform] = ()) -> Figure:
    """The prefecture-level units in the shade of their region, a class a region from the least
    value to the greatest (regions with the same value share one); `places` on it."""
    order = sorted(set(found.values.values()))
    shades = {code: order.index(value) for code, value in found.values.items()}
    texts = [
        "、".join(found.texts[code] for code, place in shades.items() if place == shade)
        for shade in range(len(order))
    ]
    areas = tuple(
        Area(
            code=one.code,
            name=one.name_zh,
            shade=shades.get(one.region_code),
            text=found.texts.get(one.region_code, found.absence),
        )
        for one in catalog.polygons
    )
    rows = tuple((catalog.region(c).short_zh, found.amounts[c]) for c in found.values)
    name = found.caption.removeprefix("底色：")
    absent = f"{'、'.join(found.absent)}的数值{found.absence}。" if found.absent else ""
    return Figure(
        key=SHADED,
        title=name,
        subtitle="",
        chart=Map(
            name=name,
            areas=areas,
            legend=tuple(texts),
            places=marked(places),
            told=f"地图，{name}。{'；'.join(texts)}。" if texts else f"地图，{name}。",
            review=review(catalog),
            tiers=tier_names(catalog),
        ),
        table=Table(name, ("地区", "数值"), rows) if rows else None,
        footnotes=tuple(filter(None, (absent,))),
        source=credit(found.sources),
    )


def plain_map_figure(catalog: Catalog, name: str, places: Sequence[Platform]) -> Figure:
    """The prefecture-level units in the colours of their regions, with `places` on them."""
    slugs = {region.region_code: region.slug for region in catalog.provinces}
    tiers = catalog.tiers
    rows = tuple((tiers[one.tier].name_zh, one.name_zh, one.city_zh or "") for one in places)
    return Figure(
        key=PLACED,
        title=name,
        subtitle="",
        chart=Map(
            name=name,
            areas=tuple(
                Area(one.code, one.name_zh, None, one.name_zh, slugs[one.region_code])
                for one in catalog.polygons
            ),
            legend=(),
            places=marked(places),
            told=f"地图，{name}，共 {len(places)} 处。",
            review=review(catalog),
            tiers=tier_names(catalog),
        ),
        table=Table(name, ("层级", "平台", "所在地"), rows) if rows else None,
    )


def areas_figure(catalog: Catalog, found: AreaShading, places: Sequence[Platform] = ()) -> Figure:
    """The areas of a level in the classes of a measure; `places` on them."""
    name = found.caption.removeprefix("底色：")
    classes = tuple(found.span(place) for place in range(len(found.classes)))
    rows = tuple((row.name, row.text) for row in found.rows)
    return Figure(
        key=f"{SHADED}.{found.base}",
        title=name,
        subtitle="",
        chart=Map(
            name=name,
            areas=tuple(Area(row.code, row.name, row.place, row.text) for row in found.rows),
            legend=classes,
            places=marked(places),
            told=f"地图，{name}，分 {len(classes)} 级。",
            review=review(catalog),
            tiers=tier_names(catalog),
        ),
        table=Table(name, ("地区", "数值"), rows),
        footnotes=tuple(map(sentence, filter(None, (found.note,)))),
        source=credit(found.sources),
    )


def marked(places: Sequence[Platform]) -> tuple[Marked, ...]:
    """The places as they are marked on a map, apart where several share one."""
    at = apart(places)
    return tuple(Marked(one.short_zh, one.tier, *at[one.platform_id]) for one in places)


def tier_names(catalog: Catalog) -> dict[str, str]:
    """The names of the tiers for the legend."""
    return {tier: one.name_zh for tier, one in catalog.tiers.items()}
