"""What the filters of a scene may say: of a map of platforms which of them it shows and what its
ground is coloured by, of a map of areas how it is coloured and which area is open, of the gaps
which region is 1, of our own index what was changed about it. They are written as the query of the
page has them."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from data.model.catalog import Catalog
from data.model.periods import ANNUAL, frequency
from data.model.scenes import AREA_MEASURES, GROUNDS

SEARCH = "search"  # the only filter that takes any word
FACTORS = "weights"  # a filter whose values are names with a factor: innovation:2
MOST_FACTOR = 100  # analysis.evaluation.what_if
TRUSTS = ("AB", "A")  # analysis.evaluation.what_if: values that are left in
MOST_NAMED = 20  # values of a filter that a fault names

FACTOR = re.compile(r"\d{1,3}(\.\d{1,12})?(e-\d{1,2})?")

Allowed = Mapping[str, AbstractSet[str]]  # by key of the query
Filters = Mapping[str, Allowed]  # by layout


@dataclass(frozen=True, slots=True)
class Codes:
    """What filters may name: tiers, industries, types and lists of platforms, areas with a
    boundary, and sections of industry; the slugs of the regions, dimensions and parts of our own
    index, and the years that have values."""

    tiers: AbstractSet[str]
    industries: AbstractSet[str]
    types: AbstractSet[str]
    lists: AbstractSet[str]
    areas: AbstractSet[str]
    sections: AbstractSet[str]
    regions: AbstractSet[str]
    dimensions: AbstractSet[str]
    parts: AbstractSet[str]
    years: AbstractSet[str]

    @property
    def filters(self) -> Filters:
        """What each filter of each layout may say."""
        return {
            "map": {
                "layers": {*self.tiers, "none"},
                "industry": {*self.industries, "none"},
                "type": self.types,
                "status": {"official", "designated", "unconfirmed"},
                "list": {*self.lists, "none"},
                "area": self.areas,
                "ground": grounds(self.sections),
                "shade": {"0", "1"},
            },
            "areas": {"map": {*AREA_MEASURES}, "area": self.areas},
            "gaps": {"reference": self.regions},
            "index": {
                FACTORS: self.dimensions,
                "without": self.parts,
                "base": self.years,
                "trust": {*TRUSTS},
            },
        }


def grounds(sections: Iterable[str]) -> AbstractSet[str]:
    """What the ground of a map may be coloured by, with these sections of industry."""
    own = [f"{kind}-{name}" for name in sections for kind in ("share", "quotient")]
    return {f"{level}.{key}" for level, keys in GROUNDS.items() for key in (*keys, *own)}


def codes_of(catalog: Catalog) -> Codes:
    """What the catalog has for filters to name."""
    return Codes(
        tiers=catalog.tiers.keys(),
        industries=catalog.places.industries.keys(),
        types=catalog.places.types.keys(),
        lists=catalog.places.lists.keys(),
        areas={area.code for area in catalog.areas.by_code.values() if area.is_mapped},
        sections=catalog.areas.industries.keys(),
        regions=frozenset(region.slug for region in catalog.provinces),
        dimensions=frozenset(one.dimension for one in catalog.index.dimensions),
        parts=frozenset(one.part for one in catalog.index.parts),
        years={str(y) for _, _, y in catalog.observations if frequency(y) == ANNUAL},
    )


def codes_in(tables: Mapping[str, list[dict[str, Any]]]) -> Codes:
    """What the tables have for filters to name; nothing of a table that is not there."""

    def column(name: str, key: str) -> set[str]:
        return {row[key] for row in tables.get(name, [])}

    return Codes(
        tiers=column("tiers", "tier"),
        industries=column("industries", "industry"),
        types=column("platform_types", "type"),
        lists=column("platform_lists", "list_id"),
        areas={row["area_code"] for row in tables.get("areas", []) if row["is_mapped"]},
        sections=column("census_industries", "industry"),
        regions={row["slug"] for row in tables["regions"] if row["kind"] == "province"},
        dimensions=column("index_dimensions", "dimension"),
        parts=column("index_parts", "part"),
        years={year for year in column("observations", "period") if year.isdigit()},
    )


def wrong(text: str, allowed: Allowed, has_search: bool) -> Iterable[tuple[str, str]]:
    """What of these filters cannot stand, each with what is expected instead; any word may be
    searched for where `has_search`."""
    for key, value in parse_qsl(text, keep_blank_values=True):
        if key == SEARCH and has_search:
            continue
        if key not in allowed:
            names = (*allowed, *([SEARCH] if has_search else []))
            yield key, f"应为 {'、'.join(names)} 之一"
        elif key == FACTORS:
            yield from _wrong_factors(value, allowed[key])
        elif not set(value.split(",")) <= set(allowed[key]):
            yield value, f"{key} 应为 {_some(allowed[key])} 之一"


def _wrong_factors(text: str, names: AbstractSet[str]) -> Iterable[tuple[str, str]]:
    """Of factors (innovation:2,green:0.5) those whose name or number cannot stand."""
    for piece in text.split(","):
        name, _, factor = piece.partition(":")
        if name not in names or not FACTOR.fullmatch(factor) or float(factor) > MOST_FACTOR:
            said = f"{_some(names)} 之一，加冒号和 0 到 {MOST_FACTOR} 的数"
            yield piece, f"{FACTORS} 应为 {said}"


def _some(allowed: AbstractSet[str]) -> str:
    more = " 等" if len(allowed) > MOST_NAMED else ""
    return "、".join(sorted(allowed)[:MOST_NAMED]) + more
