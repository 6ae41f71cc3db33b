"""Places: which platforms a view of the map shows, how many of what, and what is near one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from unicodedata import normalize

from analysis.context import remembered
from analysis.maps.drill import lies_in
from analysis.platforms.address import UNLISTED, UNPUBLISHED, PlatformsView
from analysis.state.scope import scope
from analysis.text.platform_lists import NODE, list_counts, shared
from data.model.catalog import Catalog, Platform
from data.model.lists import PlatformList
from data.model.needs import GENERAL

EARTH_KM = 6371.0
NEAREST = 5
SYMBOLIC = "symbolic"
NO_INDUSTRY = "产业本站未收录"
APOSTROPHES = "'’‘ʼ＇"
# Points that stand for a town or better; all others are middles of larger areas.
PLACED = frozenset({"published_point", "airport", "named_place"})

Test = Callable[[Platform], bool]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A platform of the same industry: kilometres in a straight line between the two points,
    whether both stand for a town or better, and the industries in common."""

    platform: Platform
    km: float
    is_placed: bool
    industries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An industry (UNPUBLISHED: places without any) and its places by region code; `total`
    counts a place shared by regions once."""

    industry: str
    counts: dict[str, int]
    total: int


@dataclass(frozen=True, slots=True)
class TypeCount:
    """A type of N platform: how many are listed, how many of them are named as designated, and
    how many each list of the three regions gives, in their order (None where it gives none)."""

    name: str
    listed: int
    designated: int
    official: tuple[int | None, ...]


def shown(catalog: Catalog, chosen: PlatformsView) -> tuple[Platform, ...]:
    """The places an atlas shows, by tier, in the order of the table."""
    tests = _tests(catalog, chosen)
    kept = [p for p in catalog.platforms if all(test(p) for test in tests.values())]
    return tuple(sorted(kept, key=lambda p: catalog.tiers[p.tier].order))


def counts(catalog: Catalog, chosen: PlatformsView, key: str) -> dict[str, int]:
    """How many places each value of a filter (layers, industry, type, status, list) would show
    with all other filters as they are; values without any are left out."""
    tests = [test for name, test in _tests(catalog, chosen).items() if name != key]
    found: dict[str, int] = {}
    for place in catalog.platforms:
        if all(test(place) for test in tests):
            for value in values(catalog, place)[key]:
                found[value] = found.get(value, 0) + 1
    return found


def values(catalog: Catalog, place: Platform) -> dict[str, tuple[str, ...]]:
    """What a place is counted under in each filter; of N that no source names a list for, under
    UNLISTED."""
    kind = catalog.places.type_of(place)
    unlisted = (UNLISTED,) if place.tier == NODE else ()
    return {
        "layers": (place.tier,),
        "industry": catalog.places.industries_of(place) or (UNPUBLISHED,),
        "type": (kind,) if kind else (),
        "status": (place.status,),
        "list": catalog.places.lists_of(place) or unlisted,
    }


def industry_name(catalog: Catalog, industry: str) -> str:
    """The name of an industry of the vocabulary, also of none (UNPUBLISHED)."""
    if industry == UNPUBLISHED:
        return NO_INDUSTRY
    return catalog.places.industries[industry].name_zh


def matrix(catalog: Catalog, chosen: PlatformsView) -> tuple[MatrixRow, ...]:
    """Industries by regions: the places shown if the cell were chosen, whatever industry and
    regions are chosen now. Rows without any place are left out."""
    tests = _tests(catalog, chosen)
    others = [test for name, test in tests.items() if name not in ("industry", "region")]
    listed: dict[str, list[Platform]] = {}
    for place in catalog.platforms:
        if all(test(place) for test in others):
            for industry in values(catalog, place)["industry"]:
                listed.setdefault(industry, []).append(place)
    return tuple(
        MatrixRow(
            industry,
            {r.region_code: sum(r.region_code in p.region_codes for p in own)
             for r in catalog.provinces},
            len(own),
        )
        for industry in (*catalog.places.industries, UNPUBLISHED)
        if (own := listed.get(industry))
    )  # fmt: skip


def type_counts(catalog: Catalog) -> tuple[TypeCount, ...]:
    """The N platforms by type, those without a type last (no list has a number of them)."""
    nodes = [p for p in catalog.platforms if p.tier == NODE]
    found = []
    for slug, name in [
        *((t.type, t.name_zh) for t in catalog.places.types.values()),
        ("", "类型未注明"),
    ]:
        own = [p for p in nodes if (catalog.places.type_of(p) or "") == slug]
        official = tuple(one.types.get(slug) for one in shared(catalog))
        if own or any(official):
            named = sum(p.status == "designated" for p in own)
            found.append(TypeCount(name, len(own), named, official))
    return tuple(found)


def partial(catalog: Catalog) -> str:
    """How partial the list of N platforms is, counted from the tables; no conclusion drawn."""
    nodes = [p for p in catalog.platforms if p.tier == NODE]
    named = sum(p.status == "designated" for p in nodes)
    lists = [one for one in list_counts(catalog) if one.list in shared(catalog)]
    counted = "；".join(
        f"{one.list.name_zh}（{one.list.date}）{one.list.count} 个（{_by_type(catalog, one.list)}）"
        for one in lists
    )
    sure = "、".join(f"{one.list.short_zh}的 {one.confirmed} 个" for one in lists if one.confirmed)
    return (
        f"名单不全：本站收录 {len(nodes)} 个 N 平台，其中 {named} 个有来源佐证"
        f"{f'，写明列入{sure}' if sure else ''}。"
        f"各次名录列明的数目：{counted}；名录全文本站未收录。"
        "未收录不等于没有，不宜以数目多少作出判断。"
    )


def _by_type(catalog: Catalog, one: PlatformList) -> str:
    """How many of each type a list names."""
    types = catalog.places.types
    return "、".join(f"{types[slug].name_zh} {count} 个" for slug, count in one.types.items())


@remembered(64)
def neighbours(catalog: Catalog, place: Platform) -> tuple[Neighbour, ...]:
    """The nearest platforms that share an industry, by straight line between the points. Places
    whose mark is symbolic have no distance and are left out, and what a source does not specify
    is not shared; () where none can be told."""
    own = set(catalog.places.industries_of(place)) - {GENERAL}
    if place.precision == SYMBOLIC:
        return ()
    found = []
    for other in catalog.platforms:
        shared = tuple(i for i in catalog.places.industries_of(other) if i in own)
        if other != place and other.precision != SYMBOLIC and shared:
            km = haversine((place.lon, place.lat), (other.lon, other.lat))
            is_placed = {place.precision, other.precision} <= PLACED
            found.append(Neighbour(other, km, is_placed, shared))
    return tuple(sorted(found, key=lambda n: n.km)[:NEAREST])


def haversine(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points (longitude, latitude) on a sphere of 6,371 km."""
    (lon_a, lat_a), (lon_b, lat_b) = ((radians(x), radians(y)) for x, y in (a, b))
    across = sin((lat_b - lat_a) / 2) ** 2
    across += cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, across)))


def _tests(catalog: Catalog, chosen: PlatformsView) -> dict[str, Test]:
    """What each filter keeps, by the filter's name."""
    codes = frozenset(scope(catalog, chosen.view.regions).codes)
    words = [_pattern(word) for word in _plain(chosen.search).split()]
    return {
        "layers": lambda p: p.tier in chosen.layers,
        "region": lambda p: not codes.isdisjoint(p.region_codes),
        "area": lambda p: not chosen.area or lies_in(catalog, p, chosen.area),
        "industry": _keeps(catalog, "industry", chosen.industry),
        "type": _keeps(catalog, "type", chosen.type),
        "status": _keeps(catalog, "status", chosen.status),
        "list": _keeps(catalog, "list", chosen.list),
        "search": lambda p: not words or _has_all(words, _said(catalog, p)),
    }


def _keeps(catalog: Catalog, key: str, value: str | None) -> Test:
    return lambda place: value is None or value in values(catalog, place)[key]


def _has_all(words: Iterable[re.Pattern[str]], text: str) -> bool:
    return all(word.search(text) for word in words)


def _pattern(word: str) -> re.Pattern[str]:
    """A word of a search: a Latin one from the beginning of a word, any other anywhere."""
    start = r"(?<![a-z0-9])" if "a" <= word[0] <= "z" else ""
    return re.compile(start + re.escape(word))


def _said(catalog: Catalog, place: Platform) -> str:
    """Everything a place may be searched by: its names, also the one on the map, tier, type,
    place, and industries in the wording of the source, of the vocabulary and of everyday."""
    known, tier = catalog.places, catalog.tiers[place.tier]
    kind = known.types[slug].name_en if (slug := known.type_of(place)) else None
    regions = [catalog.region(code) for code in place.region_codes]
    industries = [known.industries[slug] for slug in known.industries_of(place)]
    parts = (
        place.platform_id, place.name_zh, place.name_en, place.short_zh, place.alias_zh,
        place.city_zh, place.district_zh, place.type_zh, kind, tier.name_zh, tier.name_en,
        place.industries_zh,
        *(name for r in regions for name in (r.short_zh, r.name_zh, r.name_en)),
        *(name for i in industries for name in (i.name_zh, i.name_en)),
        *(word for i in industries for word in known.synonyms.get(i.industry, ())),
    )  # fmt: skip
    return _plain(" ".join(filter(None, parts)))


def _plain(text: str) -> str:
    """A text as it is searched: in small letters of normal width, without the apostrophes of
    Pinyin."""
    return normalize("NFKC", text).lower().translate(dict.fromkeys(map(ord, APOSTROPHES)))
