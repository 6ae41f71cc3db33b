"""Frames: what the three regions are seen against, and the values of the provinces that make it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from analysis.context import remembered
from analysis.series import measures, observations
from analysis.series.division import division
from analysis.series.observations import Values
from analysis.text.periods import periods_text
from data.model.areas import PROVINCE, Area
from data.model.catalog import Catalog, Indicator, Region
from data.model.observations import PROVISIONAL
from data.model.periods import frequency

NATION, PROVINCES = "nation", "provinces"
FRAME = "frame"  # kind and slug of what is made of other provinces: one mark, one colour


@dataclass(frozen=True, slots=True)
class Group:
    """Provinces that stand beside the three regions as one: what they are called, the codes of
    all that belong to it, and what must be said of it besides."""

    region: Region
    codes: tuple[str, ...]
    caution: str = ""


GROUPS: Mapping[str, Group] = MappingProxyType(
    {
        "yangtze": Group(
            Region("YRD", FRAME, "长三角地区", "长三角", "Yangtze River Delta", FRAME, 9),
            ("310000", "320000", "330000", "340000"),
        ),
        "guangdong": Group(
            Region("440000", FRAME, "广东省", "广东", "Guangdong", FRAME, 9),
            ("440000",),
            "粤港澳大湾区内地所在省，为全省数，不是大湾区内地九市合计",
        ),
    }
)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        NATION: "全国",
        **{key: group.region.short_zh for key, group in GROUPS.items()},
        PROVINCES: "31 省分布",
    }
)
FULL_NAMES: Mapping[str, str] = MappingProxyType(
    {**NAMES, "guangdong": "广东（粤港澳大湾区内地所在省）"}
)
_BY_CODE = MappingProxyType({group.region.region_code: group for group in GROUPS.values()})


def group_of(code: str) -> Group | None:
    """The group with this code; None where it is a region of the catalog."""
    return _BY_CODE.get(code)


def alone(area: Area) -> Group:
    """A province as a group of its own."""
    region = Region(area.code, FRAME, area.name_zh, area.short_zh, "", FRAME, 9)
    return Group(region, (area.code,))


def owner(catalog: Catalog, code: str) -> Region:
    """The region, or the group, with this code; KeyError if there is none."""
    group = group_of(code)
    return group.region if group else catalog.region(code)


@remembered(256)
def provinces(catalog: Catalog, indicator_id: str) -> Mapping[str, Values]:
    """The values of an indicator by code of every province of the nation, in the order of the code
    list: of the three regions as they are published in the tables, of the others as held beside
    them, in the catalogue's unit. No columns in editions that hold no others."""
    own = observations.columns(catalog, indicator_id)
    found = {area.code: dict(own.get(area.code, {})) for area in catalog.areas.of(PROVINCE)}
    for (name, period), row in catalog.areas.provinces.items():
        if name == indicator_id:
            for code, value in row.values.items():
                found[code][period] = value
    return {code: dict(sorted(values.items())) for code, values in found.items()}


def values_of(catalog: Catalog, row: Indicator, codes: Sequence[str]) -> Values:
    """What provinces make together, in the periods that all of them have: one its own values; a
    sum; a ratio of summed numerator and denominator, within the indicator's own years. Nothing
    where they cannot be put together."""
    if len(codes) == 1:
        return provinces(catalog, row.indicator_id).get(codes[0], {})
    if row.aggregation == "sum":
        return _total(catalog, row.indicator_id, codes)
    if row.aggregation != "ratio" or not (row.numerator_id and row.denominator_id):
        return {}
    top, bottom = (_total(catalog, i, codes) for i in (row.numerator_id, row.denominator_id))
    below = measures.means(bottom) if row.mean_denominator else bottom
    spans = observations.spans(catalog, row.indicator_id)
    return {
        period: value
        for period, value in measures.ratio(top, below, row.scale or 1.0).items()
        for first, last in [spans.get(frequency(period), (period + 1, period))]
        if first <= period <= last
    }


def _total(catalog: Catalog, indicator_id: str, codes: Sequence[str]) -> Values:
    columns = provinces(catalog, indicator_id)
    return measures.total(columns.get(code, {}) for code in codes)


def parts_of(row: Indicator, codes: Sequence[str]) -> tuple[str, ...]:
    """The indicators whose values a group's values are made of."""
    ids = (row.numerator_id, row.denominator_id)
    is_divided = len(codes) > 1 and row.aggregation == "ratio" and all(ids)
    return tuple(i for i in ids if i) if is_divided else (row.indicator_id,)


def has_any(catalog: Catalog, indicator_id: str, codes: Iterable[str], period: int) -> bool:
    """Whether any of these provinces has a value of an indicator in a period."""
    columns = provinces(catalog, indicator_id)
    return any(period in columns.get(code, {}) for code in codes)


def is_provisional(catalog: Catalog, ids: Iterable[str], codes: Iterable[str], period: int) -> bool:
    """Whether the value of any of these provinces in a period is a first figure."""
    own = set(codes)
    names = tuple(ids)
    held = (catalog.areas.provinces.get((name, period)) for name in names)
    if any(row and row.status == PROVISIONAL and own & row.values.keys() for row in held):
        return True
    found = (observations.observation(catalog, *at, period) for at in product(names, own))
    return any(one is not None and one.is_provisional for one in found)


def note(catalog: Catalog, row: Indicator, group: Group, years: Sequence[int]) -> str:
    """Whom a group is made of, and how; of several, in which of the years not all have a value."""
    name = group.region.short_zh
    if len(group.codes) == 1:
        return f"{name}：{group.caution}。"
    columns = provinces(catalog, row.indicator_id)
    known = set().union(*(columns[code] for code in group.codes)) & set(years)
    lost = sorted(known - values_of(catalog, row, group.codes).keys())
    gaps = f"；{periods_text(lost)}数值不齐，不计算" if lost else ""
    return f"{name}：{formula(catalog, row, group)}（本站计算）{gaps}。"


def formula(catalog: Catalog, row: Indicator, group: Group) -> str:
    """How a group is made of its members, by name; "" of a single one."""
    if len(group.codes) == 1:
        return ""
    members = "、".join(catalog.areas.by_code[code].short_zh for code in group.codes)
    is_sum = row.aggregation == "sum"
    return f"{members}合计" if is_sum else f"{members}平均 = {division(catalog, row)}"
