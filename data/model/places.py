"""Places: platforms and their tiers, and the words, types and outlines that belong to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from data.model.lists import Listing, PlatformList, listings, platform_lists


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of the "2+4+N" pattern, with the number an official document gives for it; that of
    N differs from list to list (`PlatformList`)."""

    tier: str
    order: int
    name_zh: str
    name_en: str | None
    short_zh: str
    official_count: int | None
    count_source: str | None


@dataclass(frozen=True, slots=True)
class Platform:
    """A place of the "2+4+N" pattern, or a pilot zone, cluster or base."""

    platform_id: str
    name_zh: str
    name_en: str | None
    short_zh: str
    alias_zh: str | None
    tier: str
    type_zh: str | None
    type_basis: str | None
    region_codes: tuple[str, ...]
    city_zh: str | None
    district_zh: str | None
    adcode: str | None
    lon: float
    lat: float
    precision: str
    industries_zh: str | None
    status: str
    source: str

    @property
    def terms(self) -> tuple[str, ...]:
        """The industries as the source words them, one by one; () where none are published."""
        return tuple(self.industries_zh.split("、")) if self.industries_zh else ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names of the same place; () where none is known."""
        return tuple(self.alias_zh.split("、")) if self.alias_zh else ()


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry of the vocabulary that the sources' own words are sorted into."""

    industry: str
    order: int
    name_zh: str
    name_en: str | None


@dataclass(frozen=True, slots=True)
class PlatformType:
    """A type of N platform; how many there are of it is said by each list (`PlatformList`)."""

    type: str
    order: int
    name_zh: str
    name_en: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The areas a platform's outline is put together from; none: it is only a point."""

    platform_id: str
    adcodes: tuple[str, ...]
    is_approximate: bool
    note_zh: str


@dataclass(frozen=True, slots=True)
class Places:
    """What the platforms' columns refer to, each by its key; `terms` gives the industries of
    each word, `synonyms` the other words for each industry, `outside` the kilometres by which a
    point misses the regions it names, `astray` those by which it misses the area of its adcode
    only, `counties` the name of each county by its code, `lists` the documents that name N
    platforms, `listings` who says which place stands on which."""

    industries: Mapping[str, Industry]
    terms: Mapping[str, tuple[str, ...]]
    synonyms: Mapping[str, tuple[str, ...]]
    types: Mapping[str, PlatformType]
    outlines: Mapping[str, Outline]
    outside: Mapping[str, float]
    astray: Mapping[str, float]
    counties: Mapping[str, str]
    lists: Mapping[str, PlatformList]
    listings: tuple[Listing, ...]

    def industries_of(self, platform: Platform) -> tuple[str, ...]:
        """The industries of a platform in the order of the vocabulary; () where none are
        published."""
        found = {slug for term in platform.terms for slug in self.terms[term]}
        return tuple(slug for slug in self.industries if slug in found)

    def type_of(self, platform: Platform) -> str | None:
        """The type of a platform by its name in the table, None where it is none of N's."""
        return next((t.type for t in self.types.values() if t.name_zh == platform.type_zh), None)

    def listings_of(self, platform: Platform) -> tuple[Listing, ...]:
        """What sources say of a platform: where they name a list, in the order of the lists;
        then the rest, in the order of the table."""
        rank = {name: number for number, name in enumerate(self.lists)}
        own = (one for one in self.listings if one.platform_id == platform.platform_id)
        return tuple(sorted(own, key=lambda one: rank.get(one.list_id or "", len(rank))))

    def lists_of(self, platform: Platform) -> tuple[str, ...]:
        """The lists that some source says a platform stands on, each once, in their order."""
        named = (one.list_id for one in self.listings_of(platform) if one.list_id)
        return tuple(dict.fromkeys(named))


Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def places(
    tables: Rows,
    outside: Mapping[str, float],
    astray: Mapping[str, float],
    counties: Mapping[str, str],
) -> Places:
    """The Places of the checked tables."""
    industries = [Industry(**row) for row in tables["industries"]]
    types = [PlatformType(**row) for row in tables["platform_types"]]
    outlines = [
        Outline(**{**row, "adcodes": tuple(filter(None, (row["adcodes"] or "").split(";")))})
        for row in tables["outlines"]
    ]
    return Places(
        industries=MappingProxyType(
            {i.industry: i for i in sorted(industries, key=lambda i: i.order)}
        ),
        terms=_grouped(tables["industry_terms"], "term_zh", "industry"),
        synonyms=_grouped(tables["industry_synonyms"], "industry", "term"),
        types=MappingProxyType({t.type: t for t in sorted(types, key=lambda t: t.order)}),
        outlines=MappingProxyType({o.platform_id: o for o in outlines}),
        outside=MappingProxyType(dict(outside)),
        astray=MappingProxyType(dict(astray)),
        counties=MappingProxyType(dict(counties)),
        lists=platform_lists(tables),
        listings=listings(tables),
    )


def _grouped(
    rows: Sequence[Mapping[str, Any]], key: str, value: str
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row[key]] = (*found.get(row[key], ()), row[value])
    return MappingProxyType(found)


def platform(row: Mapping[str, Any]) -> Platform:
    """A row of platforms.csv."""
    return Platform(**{**row, "region_codes": tuple(row["region_codes"].split(";"))})
