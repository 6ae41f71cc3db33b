"""The areas of the tables, and what the tables hold of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from data.model import areas as model
from data.model.periods import period
from data.model.sources import Source

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]
ELSEWHERE = ("elsewhere_same_county", "elsewhere_same_province", "elsewhere_other_province")
NOT_PROVINCES = ("indicator_id", "period", "status")  # the other columns are codes of provinces


def areas(tables: Tables, sources: Mapping[str, Source], km2: Mapping[str, float]) -> model.Areas:
    """The Areas of the checked tables; `km2` are those of the boundaries."""
    industries = [model.CensusIndustry(**row) for row in tables["census_industries"]]
    return model.Areas(
        by_code=MappingProxyType({row["area_code"]: _area(row) for row in tables["areas"]}),
        industries=MappingProxyType(
            {one.industry: one for one in sorted(industries, key=lambda one: one.order)}
        ),
        census=MappingProxyType(_census(tables, sources)),
        products=MappingProxyType(
            {
                (row["area_code"], row["year"]): model.PrefectureProduct(
                    row["gdp"], row["real_growth"], sources[row["source_id"]]
                )
                for row in tables["prefecture_gdp"]
            }
        ),
        provinces=MappingProxyType(_provinces(tables)),
        index_editions=tuple(_edition(row, sources) for row in tables["index_editions"]),
        km2=MappingProxyType(dict(km2)),
    )


def _area(row: Row) -> model.Area:
    return model.Area(
        row["area_code"],
        row["name_zh"],
        row["short_zh"],
        row["level"],
        row["parent_code"] or "",
        row["is_mapped"],
    )


def _census(
    tables: Tables, sources: Mapping[str, Source]
) -> dict[tuple[str, int], model.CensusArea]:
    employed: dict[tuple[str, int], dict[str, float]] = {}
    for row in tables["census_employment"]:
        own = employed.setdefault((row["area_code"], row["year"]), {})
        own[row["industry"]] = float(row["employed"])
    found = {}
    for row in tables["census_areas"]:
        key = row["area_code"], row["year"]
        same_county, same_province, other_province = (row[name] for name in ELSEWHERE)
        found[key] = model.CensusArea(
            population=row["population"],
            population_urban=row["population_urban"],
            elsewhere=(same_county, same_province, other_province),
            share_65_plus=row["share_65_plus"],
            mean_years_schooling=row["mean_years_schooling"],
            employed=MappingProxyType(employed.get(key, {})),
            employed_total=row["employed"],
            source=sources[row["source_id"]],
        )
    return found


def _provinces(tables: Tables) -> dict[tuple[str, int], model.ProvinceValues]:
    less = {row["indicator_id"]: row["subtract"] or 0.0 for row in tables["indicators"]}
    found = {}
    for row in tables["province_values"]:
        name = row["indicator_id"]
        values = {
            code: round(value - less[name], 9)
            for code, value in row.items()
            if code not in NOT_PROVINCES and value is not None
        }
        found[name, period(row["period"])] = model.ProvinceValues(
            MappingProxyType(values), row["status"]
        )
    return found


def _edition(row: Row, sources: Mapping[str, Source]) -> model.IndexEdition:
    said = {name: value for name, value in row.items() if name not in ("source_id", "edition")}
    return model.IndexEdition(edition=int(row["edition"]), source=sources[row["source_id"]], **said)
