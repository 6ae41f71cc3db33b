"""The page of areas as a Document."""

from collections.abc import Sequence

from analysis.areas.address import area_choices, areas_view, query_of
from analysis.areas.products import NOTE
from analysis.areas.ranking import Ranked
from analysis.areas.shift import Slope
from analysis.areas.summary import AreasSummary, areas_summary, drawn, value_text
from analysis.document.chart import Area, Map
from analysis.document.document import Figure
from analysis.maps.review import review
from analysis.reports.views.seen import Seen, cited, part, said, table_figure
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import credit
from analysis.series.quantities import number
from analysis.state.view import Choices
from analysis.text.periods import period_text
from analysis.text.table import Table
from data.model.areas import FIRST_CENSUS, LAST_CENSUS
from data.model.catalog import Catalog
from data.model.sources import Source

SLOPES = ("地区", f"{FIRST_CENSUS} 年（%）", f"{LAST_CENSUS} 年（%）", "变动（百分点）")
PLACES = ("位次", "县（市、区）", "所在地区", "数值")


def areas(catalog: Catalog, options: Choices, query: str) -> Seen:
    """The map of an industry or of an indicator, both censuses, the first and the last counties,
    the product."""
    known = area_choices(catalog)
    chosen, _ = areas_view(query, options, known)
    found = drawn(areas_summary(catalog, chosen))
    name = found.industry.short_zh if found.industry else ""
    name = found.fact.indicator.short_zh if found.fact else name
    return Seen(
        title=f"京津冀产业布局：{name}" if name else "京津冀产业布局",
        filter_text=" · ".join(filter(None, (found.filter_text, name))),
        query=query_of(chosen, options, known),
        lead=said("areas", (found.headline,)),
        sections=(
            *part("map", "分布", (_map(catalog, found),)),
            *part("slopes", "两次人口普查的比较", (_slopes(found),)),
            *part(
                "ends",
                "位次",
                (
                    _places(catalog, found, found.top, "first", "位次在前的县（市、区）"),
                    _places(catalog, found, found.bottom, "last", "位次在后的县（市、区）"),
                ),
            ),
            *part("products", "设区市地区生产总值", (_products(catalog, found),)),
        ),
        sources=cited((*(found.fact.sources if found.fact else ()), *found.sources)),
        remarks=found.limits,
    )


def _map(catalog: Catalog, found: AreasSummary) -> Figure | None:
    """The counties in their classes; their numbers are those of the whole file."""
    if not found.counties:
        return None
    return Figure(
        key="counties",
        title=found.map_title,
        subtitle=found.base_text,
        chart=Map(
            name=found.map_title,
            areas=tuple(
                Area(one.code, one.name, one.class_number, one.text) for one in found.counties
            ),
            legend=tuple(one.text for one in found.classes),
            places=(),
            told=f"地图，{found.map_title}，分 {len(found.classes)} 级。{found.headline}",
            review=review(catalog),
        ),
        table=None,
        source=_credit_of_map(found),
    )


def _credit_of_map(found: AreasSummary) -> str:
    return _credit(found.fact.sources if found.fact else found.sources)


def _credit(sources: Sequence[Source]) -> str:
    return credit(tuple(dict.fromkeys(one.dated for one in sources)))


def _slopes(found: AreasSummary) -> Figure | None:
    every = tuple({one.code: one for one in (*found.regions, *found.slopes)}.values())
    name = found.industry.name_zh if found.industry else ""
    table = Table(f"{name}占就业人口比重", SLOPES, tuple(map(_slope, every)))
    return table_figure("slopes", table, source=_credit(found.sources))


def _slope(one: Slope) -> tuple[str, ...]:
    ends = (NOT_HELD if end is None else number(end, 1) for end in (one.first, one.last))
    if one.change is None:
        return (one.name, *ends, NOT_HELD)
    return (one.name, *ends, f"{'+' if one.change > 0 else ''}{number(one.change, 1)}")


def _places(
    catalog: Catalog, found: AreasSummary, own: Sequence[Ranked], key: str, caption: str
) -> Figure | None:
    areas = catalog.areas.by_code
    rows = tuple(
        (
            f"{'并列 ' if one.tied else ''}{one.place}",
            areas[one.code].name_zh,
            areas[areas[one.code].parent].short_zh,
            found.fact.said(one.code)
            if found.fact
            else value_text(one.value, found.chosen.measure),
        )
        for one in own
    )
    return table_figure(key, Table(caption, PLACES, rows), _placed_by(found), _credit_of_map(found))


def _placed_by(found: AreasSummary) -> str:
    """What the places are of."""
    own = found.fact
    return f"{own.indicator.short_zh}，{period_text(own.period)}" if own else found.base_text


def _products(catalog: Catalog, found: AreasSummary) -> Figure | None:
    if not found.products:
        return None
    years = sorted({year for row in found.products for year in row.values}, reverse=True)
    newest = max(row.year for row in found.products)
    rows = tuple(
        (
            row.name,
            *(_number(row.values.get(year)) for year in years),
            _number(row.growth if row.year == newest else None),
            _number(row.part if row.year == newest else None),
        )
        for row in found.products
    )
    heads = ("设区市", *(f"{y} 年" for y in years), f"{newest} 年增长（%）", "占三地（%）")
    table = Table("设区市地区生产总值", heads, rows)
    source = credit(tuple(dict.fromkeys(r.source.dated for r in catalog.areas.products.values())))
    return Figure("products", table.caption, "亿元；增长按不变价", None, table, (NOTE,), source)


def _number(value: float | None) -> str:
    return NOT_HELD if value is None else number(value, 1)
