"""The Scope: which regions are looked at, what they are called, and what their sum is called."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.model.catalog import Catalog, Region

COUNTS = {2: "两", 3: "三"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The chosen `regions` of `everyone` that stands side by side, both in the catalog's order."""

    regions: tuple[Region, ...]
    everyone: tuple[Region, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the chosen regions."""
        return tuple(region.region_code for region in self.regions)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the chosen regions."""
        return tuple(region.slug for region in self.regions)

    @property
    def whole(self) -> "Scope":
        """The scope of all regions, whichever are chosen."""
        return Scope(self.everyone, self.everyone)

    @property
    def is_complete(self) -> bool:
        """Whether all regions are chosen."""
        return len(self.regions) == len(self.everyone)

    @property
    def name(self) -> str:
        """The chosen regions in words: 三地, 北京、天津, 河北."""
        return self.count_name if self.is_complete else "、".join(r.short_zh for r in self.regions)

    @property
    def count_name(self) -> str:
        """How many the chosen regions are: 三地, 两地; one by its name."""
        if len(self.regions) == 1:
            return self.regions[0].short_zh
        return f"{COUNTS.get(len(self.regions), len(self.regions))}地"

    @property
    def total_name(self) -> str:
        """What the sum of the chosen regions is called: 三地合计, 两地合计; one by its name."""
        return self.count_name if len(self.regions) == 1 else f"{self.count_name}合计"

    @property
    def mean_name(self) -> str:
        """What a ratio of the chosen regions is called, which no sum is: 三地平均, 两地平均."""
        return self.count_name if len(self.regions) == 1 else f"{self.count_name}平均"


def scope(catalog: Catalog, slugs: Iterable[str]) -> Scope:
    """The scope of the regions with these slugs; others are passed over."""
    wanted = set(slugs)
    everyone = catalog.provinces
    return Scope(tuple(r for r in everyone if r.slug in wanted), everyone)


def scope_of_codes(catalog: Catalog, codes: Iterable[str]) -> Scope:
    """The scope of the regions with these codes; others are passed over."""
    wanted = set(codes)
    everyone = catalog.provinces
    return Scope(tuple(r for r in everyone if r.region_code in wanted), everyone)


def whole_scope(catalog: Catalog) -> Scope:
    """The scope of all regions."""
    return Scope(catalog.provinces, catalog.provinces)
