"""Progress: the dated facts on a measure in one view. A fact shows that something was done; it is
never a rate, and no measure has an indicator for it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from analysis.context import remembered
from data.model.catalog import JJJ, Catalog, Region
from data.model.progress import ARRANGEMENT, KINDS, RESULT, Fact

MEANING = (
    "进展：有文件、会议可查的已有成效，不是评价；安排：目标、部署、印发、公示；"
    "此前：方案印发（2023 年 5 月）前的情况。"
)
COUNTED = f"{MEANING}只有进展计为进展；均不计为指标，也不是完成率。"
GAP = "暂无指标"


@dataclass(frozen=True, slots=True)
class Progress:
    """The facts on a measure that speak of any chosen region, the newest first."""

    facts: tuple[Fact, ...]

    def of(self, kinds: Collection[str]) -> tuple[Fact, ...]:
        """The facts of some kinds."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)

    @property
    def results(self) -> int:
        """How many facts say what was done or reached: neither what is arranged nor what was."""
        return len(self.of({RESULT}))


def in_regions(facts: Iterable[Fact], regions: Iterable[Region]) -> tuple[Fact, ...]:
    """The facts that speak of any of the regions."""
    codes = {region.region_code for region in regions}
    return tuple(fact for fact in facts if codes & set(fact.region_codes))


def regions_of(catalog: Catalog, fact: Fact) -> tuple[Region, ...]:
    """The regions of a fact; all three are the region of them together."""
    if len(fact.region_codes) == len(catalog.provinces):
        return (catalog.region(JJJ),)
    return tuple(catalog.region(code) for code in fact.region_codes)


def chosen_facts(
    catalog: Catalog,
    regions: Iterable[Region],
    measures: Collection[str],
    kinds: Collection[str],
) -> tuple[Fact, ...]:
    """The facts of some regions, measures and kinds, the newest first."""
    return tuple(
        fact
        for fact in in_regions(catalog.plan.facts, regions)
        if fact.measure_id in measures and fact.kind in kinds
    )


def progress(catalog: Catalog, regions: Iterable[Region], measure_id: str) -> Progress:
    """The facts on a measure in the regions; empty where none is known."""
    return Progress(in_regions(_by_measure(catalog).get(measure_id, ()), regions))


@remembered(2)
def _by_measure(catalog: Catalog) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, tuple[Fact, ...]] = {}
    for fact in catalog.plan.facts:
        found[fact.measure_id] = (*found.get(fact.measure_id, ()), fact)
    return found


def counts(facts: Iterable[Fact]) -> Mapping[str, int]:
    """How many facts there are of each kind, in the order of the kinds."""
    every = [fact.kind for fact in facts]
    return {kind: every.count(kind) for kind in KINDS}


def word(catalog: Catalog, kind: str) -> str:
    """What a kind of facts is called: 进展, 安排, 此前."""
    return catalog.names["progress_kind", kind]


def counts_text(catalog: Catalog, facts: Iterable[Fact]) -> str:
    """进展 2 条、安排 1 条; "" without any."""
    found = counts(facts).items()
    return "、".join(f"{word(catalog, kind)} {number} 条" for kind, number in found if number)


def gap_text(catalog: Catalog, gap: str | None, found: Progress) -> str | None:
    """Why a measure has no indicator, and how much is known to have been done for it all the same:
    暂无指标，有进展 2 条。 Where only something was arranged that is said. None where it has
    evidence."""
    kind = RESULT if found.results else ARRANGEMENT
    number = len(found.of({kind}))
    if gap is None or not number:
        return gap
    reason = gap.removeprefix(GAP).removeprefix("：")
    return f"{GAP}，有{word(catalog, kind)} {number} 条。{reason}"
