"""Lists of platforms: documents that name them, each with its date and its number, and who says
which platform stands on which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class PlatformList:
    """A document that names platforms: `count` of what `counted_zh` says, `types` and `regions`
    how many of each type and in each region where it says so. Its whole text was not to be had;
    `source_zh` reports it."""

    list_id: str
    order: int
    region_code: str
    name_zh: str
    short_zh: str
    date: str
    publisher_zh: str
    count: int
    counted_zh: str
    source_zh: str
    address: str | None
    types: Mapping[str, int]
    regions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """What one source says of one place, in our words (`says_zh`): `list_id` where it names the
    list, `is_counted` whether the place is then one of those the list counts, `platform_id` where
    it is on the map."""

    name_zh: str
    document_zh: str
    publisher_zh: str
    date: str | None
    address: str | None
    platform_id: str | None
    region_code: str
    place_zh: str
    list_id: str | None
    is_counted: bool | None
    says_zh: str
    trust: str


Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def platform_lists(tables: Rows) -> Mapping[str, PlatformList]:
    """The lists by their ids, in their order."""
    found = [
        PlatformList(**row, types=_counts(tables, row["list_id"], "type"),
                     regions=_counts(tables, row["list_id"], "region"))
        for row in sorted(tables["platform_lists"], key=lambda row: int(row["order"]))
    ]  # fmt: skip
    return MappingProxyType({one.list_id: one for one in found})


def _counts(tables: Rows, list_id: str, kind: str) -> Mapping[str, int]:
    rows = tables["platform_list_counts"]
    return MappingProxyType(
        {r["code"]: r["count"] for r in rows if (r["list_id"], r["kind"]) == (list_id, kind)}
    )


def listings(tables: Rows) -> tuple[Listing, ...]:
    """Every statement, in the order of the table."""
    return tuple(Listing(**row) for row in tables["platform_listings"])
