"""An indicator of a store at the counties, as the files of the page of areas carry it."""

from dataclasses import dataclass

from analysis.areas.area_facts import AreaFact
from data.model.areas import PREFECTURE
from data.model.catalog import Catalog
from data.model.periods import written
from reports.columns import Columns, FileColumn

NOT_HELD = "本站未收录"


@dataclass(frozen=True, slots=True)
class AreaFactRow:
    """A county in a period: the value in `unit` (None: not held) with its qualifier, its status
    (SDMX CL_OBS_STATUS) and class of trust, and where it was read."""

    area_code: str
    county: str
    prefecture: str
    region: str
    indicator: str
    period: str
    value: float | None
    unit: str
    qualifier: str
    status: str
    trust: str
    source: str
    note: str


FACT_COLUMNS: Columns = (
    FileColumn("地区代码", 12, "area_code"),
    FileColumn("县（市、区）", 20, "county"),
    FileColumn("设区市", 12, "prefecture"),
    FileColumn("地区", 10, "region"),
    FileColumn("指标", 30, "indicator"),
    FileColumn("期间", 10, "period"),
    FileColumn("数值", 16, "value"),
    FileColumn("单位", 10, "unit"),
    FileColumn("限定词", 10, "qualifier"),
    FileColumn("状态", 8, "status"),
    FileColumn("可信度", 8, "trust"),
    FileColumn("来源", 60, "source"),
    FileColumn("备注", 20, "note"),
)


def fact_rows(
    catalog: Catalog, fact: AreaFact | None, regions: frozenset[str]
) -> tuple[AreaFactRow, ...]:
    """The counties of these regions (codes) in the order of the code list; none without a fact."""
    if fact is None:
        return ()
    of = catalog.areas.province_of
    return tuple(_row(catalog, fact, one.code) for one in fact.counties if of(one.code) in regions)


def _row(catalog: Catalog, fact: AreaFact, code: str) -> AreaFactRow:
    area = catalog.areas.by_code[code]
    parent = catalog.areas.by_code[area.parent]
    one = fact.held.get(code)
    said = one.qualifier if one else None
    return AreaFactRow(
        area_code=code,
        county=area.name_zh,
        prefecture=parent.name_zh if parent.level == PREFECTURE else "",
        region=catalog.areas.by_code[catalog.areas.province_of(code)].short_zh,
        indicator=fact.indicator.name_zh,
        period=written(fact.period),
        value=one.value if one else None,
        unit=fact.indicator.unit_zh,
        qualifier=f"{said.prefix_zh or ''}{said.suffix_zh or ''}" if said else "",
        status=one.status if one else "",
        trust=one.trust if one else "",
        source=one.source.dated if one else "",
        note="" if one else NOT_HELD,
    )
