"""Official names: what a body recognised, approved or named (clusters, pilot cities, parks), with
the document that says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class NameKind:
    """A kind of official names: the measure of the plan it speaks to, in what they are counted
    (an entry, 项, may be of several districts), and what must be said with how many are listed
    (`note_zh`)."""

    kind: str
    order: int
    name_zh: str
    measure_id: str
    unit_zh: str
    note_zh: str | None


@dataclass(frozen=True, slots=True)
class OfficialName:
    """One name as its document writes it; `batch_zh` is the batch or the time it is of,
    `platform_id` where it is on the map. `name_id` is its kind with its place among these."""

    name_id: str
    kind: str
    name_zh: str
    batch_zh: str | None
    region_codes: tuple[str, ...]
    city_zh: str | None
    document_zh: str
    publisher_zh: str
    platform_id: str | None


@dataclass(frozen=True, slots=True)
class OfficialNames:
    """Every name, and the kinds by their ids."""

    kinds: Mapping[str, NameKind]
    names: tuple[OfficialName, ...]


Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def official_names(tables: Rows) -> OfficialNames:
    """The kinds in their order, the names in that of the table."""
    kinds = [NameKind(**row) for row in sorted(tables["name_kinds"], key=lambda r: int(r["order"]))]
    numbers: dict[str, count[int]] = defaultdict(lambda: count(1))
    return OfficialNames(
        kinds=MappingProxyType({one.kind: one for one in kinds}),
        names=tuple(
            OfficialName(
                **{
                    **row,
                    "name_id": f"{row['kind']}-{next(numbers[row['kind']])}",
                    "region_codes": tuple(row["region_codes"].split(";")),
                }
            )
            for row in tables["official_names"]
        ),
    )
