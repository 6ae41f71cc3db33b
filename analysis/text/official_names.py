"""Official names by kind, and how many they are: what is counted is said with the number."""

from collections.abc import Collection
from dataclasses import dataclass

from data.model.catalog import Catalog
from data.model.names import NameKind, OfficialName


@dataclass(frozen=True, slots=True)
class NameGroup:
    """A kind, its names that lie in the regions asked for, and what all of its names count up
    to."""

    kind: NameKind
    names: tuple[OfficialName, ...]
    said: str


def name_groups(
    catalog: Catalog, codes: Collection[str], part_id: str | None = None
) -> tuple[NameGroup, ...]:
    """The names in any of the regions `codes`, by kind; of the measures of one task or safeguard
    where `part_id` is given. Kinds without any are left out."""
    parts = {one.measure_id: one.part_id for one in catalog.plan.measures}
    return tuple(
        NameGroup(kind, own, counted(catalog, kind))
        for kind in catalog.plan.official.kinds.values()
        if part_id in (None, parts[kind.measure_id])
        and (own := tuple(n for n in _of(catalog, kind) if set(codes) & set(n.region_codes)))
    )


def counted(catalog: Catalog, kind: NameKind) -> str:
    """How many names of a kind are listed, in all three regions and in each: 收录 7 个，其中 5 个跨
    三地；含跨三地的，北京 6 个、天津 5 个、河北 6 个。 A region without any is left out: of what is
    not listed nothing is known."""
    names, unit = _of(catalog, kind), kind.unit_zh
    regions = catalog.provinces
    across = sum(len(one.region_codes) == len(regions) for one in names)
    own = [(r.short_zh, sum(r.region_code in n.region_codes for n in names)) for r in regions]
    each = "、".join(f"{name} {count} {unit}" for name, count in own if count)
    shared = f"，其中 {across} {unit}跨三地；含跨三地的，" if across else "："
    whole = f"收录 {len(names)} {unit}"
    text = f"{whole}，跨三地" if across == len(names) else f"{whole}{shared}{each}"
    return f"{text}。{kind.note_zh or ''}"


def _of(catalog: Catalog, kind: NameKind) -> tuple[OfficialName, ...]:
    return tuple(one for one in catalog.plan.official.names if one.kind == kind.kind)
