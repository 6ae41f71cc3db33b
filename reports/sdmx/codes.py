"""The code lists that observations take their codes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.series.frames import GROUPS
from analysis.series.scales import SCALES
from data.model.areas import PROVINCE
from data.model.catalog import NATION, Catalog
from data.model.periods import ANNUAL, MONTHLY, QUARTERLY
from reports.sdmx.components import MISSING


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its names ("" where it has no second one) and what it means in words."""

    code: str
    name_zh: str
    name_en: str = ""
    meaning_zh: str = ""


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes."""

    name: str
    name_zh: str
    name_en: str
    codes: tuple[Code, ...]


FREQUENCIES = (
    Code(ANNUAL, "年", "Annual"),
    Code(QUARTERLY, "季（自年初累计）", "Quarterly, counted from January"),
    Code(MONTHLY, "月（自年初累计）", "Monthly, counted from January"),
)
NATION_CODE = "CN"
NO_VALUE = Code(MISSING, "没有数值（备注注明原因）", "Missing value")


def code_lists(catalog: Catalog) -> tuple[CodeList, ...]:
    """Every list, from the tables."""
    indicators = tuple(
        Code(one.indicator_id, one.name_zh, one.name_en, one.definition_zh or "")
        for one in catalog.indicators.values()
    )
    scales = tuple(Code(key, one.name) for key, one in SCALES.items())
    status = (*_named(catalog, "obs_status"), NO_VALUE)
    return (
        CodeList("CL_FREQ", "频率", "Frequency", FREQUENCIES),
        CodeList("CL_INDICATOR", "指标", "Indicators", indicators),
        CodeList("CL_AREA", "地区（GB/T 2260 及合计）", "Areas", tuple(_areas(catalog).values())),
        CodeList("CL_SCALE", "数值形式", "Forms of a value", scales),
        CodeList("CL_OBS_STATUS", "数据状态", "Observation status", status),
        CodeList("CL_TRUST", "可信度", "Trust", _named(catalog, "trust")),
    )


def _named(catalog: Catalog, name: str) -> tuple[Code, ...]:
    return tuple(Code(code, said) for (own, code), said in catalog.names.items() if own == name)


def area(code: str) -> str:
    """The code of an area: GB/T 2260, which has none for the nation: CN of ISO 3166, as SDMX has
    it. A program that takes digits for a number would read 000000 as 0."""
    return NATION_CODE if code == NATION else code


def _areas(catalog: Catalog) -> Mapping[str, Code]:
    """The regions, the provinces of the nation, and what stands beside the three as one."""
    provinces = {one.code: Code(one.code, one.name_zh) for one in catalog.areas.of(PROVINCE)}
    regions = {
        one.region_code: Code(area(one.region_code), one.name_zh, one.name_en)
        for one in catalog.regions.values()
    }
    groups = {
        one.region.region_code: Code(one.region.region_code, one.region.name_zh, one.region.name_en)
        for one in GROUPS.values()
    }
    return {**provinces, **groups, **regions}
