"""The lists of platforms as documents: how many each names, and who says which place is on it."""

from dataclasses import dataclass

from data.model.catalog import JJJ, Catalog, Platform
from data.model.lists import Listing, PlatformList

NODE = "node"
NO_LIST = "名录待核实"


@dataclass(frozen=True, slots=True)
class ListCount:
    """A list, and how many of the places listed here some source says are among those it counts."""

    list: PlatformList
    confirmed: int


def shared(catalog: Catalog) -> tuple[PlatformList, ...]:
    """The lists of the three regions together: those that number N, oldest first."""
    return tuple(one for one in catalog.places.lists.values() if one.region_code == JJJ)


def newest(catalog: Catalog) -> PlatformList | None:
    """The last list of the three regions together; None without any."""
    return max(shared(catalog), key=lambda one: one.date, default=None)


def numbers(catalog: Catalog) -> str:
    """How many platforms each list of the three names: 2017 年意见 46 个、2023 年目录 50 个."""
    return "、".join(f"{one.short_zh} {one.count} 个" for one in shared(catalog))


def list_counts(catalog: Catalog) -> tuple[ListCount, ...]:
    """Every list, those of one region too, with the places that are said to be among its own."""
    named = {(one.list_id, one.platform_id) for one in catalog.places.listings
             if one.is_counted and one.platform_id}  # fmt: skip
    return tuple(
        ListCount(one, sum(own == one.list_id for own, _ in named))
        for one in catalog.places.lists.values()
    )


def list_name(catalog: Catalog, name: str) -> str:
    """The short name of a list, also of none."""
    known = catalog.places.lists.get(name)
    return known.short_zh if known else NO_LIST


def unplaced(catalog: Catalog) -> tuple[Listing, ...]:
    """What sources say of places that are not on the map, in the order of the table."""
    return tuple(one for one in catalog.places.listings if one.platform_id is None)


def said(catalog: Catalog, one: Listing) -> str:
    """A statement in words: 2017 年意见：……（《……》，今晚报，2017-12-21）."""
    told = "，".join(filter(None, (one.document_zh, one.publisher_zh, one.date)))
    return f"{list_name(catalog, one.list_id or '')}：{one.says_zh}（{told}）"


def evidence(catalog: Catalog, place: Platform) -> tuple[str, ...]:
    """What each source says of a place and its lists; () where nothing is known but its source."""
    return tuple(said(catalog, one) for one in catalog.places.listings_of(place))
