"""What the filters of a scene may say: of a map of platforms which of them it shows and what its
ground is coloured by, of a map of areas how it is coloured and which area is open. They are written
as the query of the page has them."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from data.model.catalog import Catalog
from data.model.scenes import AREA_MEASURES, GROUNDS

SEARCH = "search"  # the only filter that takes any word
MOST_NAMED = 20  # values of a filter that a fault names

Allowed = Mapping[str, AbstractSet[str]]  # by key of the query
Filters = Mapping[str, Allowed]  # by layout


@dataclass(frozen=True, slots=True)
class Codes:
    """What filters may name: tiers, industries, types and lists of platforms, areas with a
    boundary, and sections of industry."""

    tiers: AbstractSet[str]
    industries: AbstractSet[str]
    types: AbstractSet[str]
    lists: AbstractSet[str]
    areas: AbstractSet[str]
    sections: AbstractSet[str]

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
        elif not set(value.split(",")) <= set(allowed[key]):
            yield value, f"{key} 应为 {_some(allowed[key])} 之一"


def _some(allowed: AbstractSet[str]) -> str:
    more = " 等" if len(allowed) > MOST_NAMED else ""
    return "、".join(sorted(allowed)[:MOST_NAMED]) + more
