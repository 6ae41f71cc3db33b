"""The parts of our own index from the published values: how each moved from year to year, which of
these links count, and why the others do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from analysis.context import remembered
from analysis.evaluation.forms import FORMS, Held
from analysis.evaluation.what_if import ALL, FIRST_YEAR, READ
from analysis.series import observations
from analysis.series.absence import absence
from analysis.series.breaks import is_broken
from data.model.catalog import Catalog, Observation, Region
from data.model.evaluation import ROLES, IndexPart
from data.model.periods import ANNUAL
from data.model.sources import Source

ESTIMATED = "E"  # the status of an academic estimate
UNCOPIED, UNCHECKED = "A", "C"  # trust: read where it was published; seen in one place only
NO_LOGARITHM = "数值不为正，不计算变动"


@dataclass(frozen=True, slots=True)
class Link:
    """How a part moved from the year before to `year`. `change` is the logarithm of the ratio,
    above zero where it moved as wanted; None where it cannot be computed. `reason` says why the
    link does not count, "" where it does; it `is_broken` where only a break keeps it out. `trust`
    is the lowest class of what it rests on, `is_estimated` where an estimate is among that."""

    year: int
    change: float | None
    reason: str = ""
    is_broken: bool = False
    trust: str = UNCOPIED
    is_estimated: bool = False

    def is_counted(self, trust: str = ALL) -> bool:
        """Whether it counts where only values of these classes do (what_if.TRUSTS)."""
        return not self.reason and self.is_admitted(trust)

    def is_admitted(self, trust: str) -> bool:
        """Whether what it rests on is of these classes."""
        if trust == ALL:
            return True
        return not self.is_estimated and self.trust <= (UNCOPIED if trust == READ else "B")


@dataclass(frozen=True, slots=True)
class PartSeries:
    """A part with its links by year, and the sources of the values that they rest on."""

    part: IndexPart
    links: Mapping[int, Link]
    sources: tuple[Source, ...]


@remembered(1)
def part_series(catalog: Catalog) -> tuple[PartSeries, ...]:
    """Every part of the design, on or off, in its order, with the links from the first year to the
    last in which a part has one; () where the edition has no design."""
    last = _last_year(catalog)
    years = range(FIRST_YEAR + 1, last + 1)
    found = []
    for part in catalog.index.parts:
        links = {year: _link(catalog, part, year) for year in years}
        used = (o for year in years if links[year].change is not None
                for o in _observed(catalog, part, year))  # fmt: skip
        found.append(PartSeries(part, links, tuple(dict.fromkeys(o.source for o in used))))
    return tuple(found)


def _last_year(catalog: Catalog) -> int:
    """The last year in which any indicator of the parts has a value."""
    ids = {name for part in catalog.index.parts for name in part.indicators}
    spans = (observations.spans(catalog, name).get(ANNUAL) for name in ids)
    return max((span[1] for span in spans if span), default=FIRST_YEAR)


def _link(catalog: Catalog, part: IndexPart, year: int) -> Link:
    reason = next(chain(_gaps(catalog, part, year), _doubts(catalog, part, year)), "")
    if reason:
        return Link(year, None, reason)
    form = FORMS[part.form]
    change = form.change(
        _held(catalog, part, year - 1, form.before), _held(catalog, part, year, form.after)
    )
    used = _observed(catalog, part, year)
    broken = _break(catalog, part, year)
    return Link(
        year,
        None if change is None else part.direction * change,
        NO_LOGARITHM if change is None else broken,
        is_broken=change is not None and bool(broken),
        trust=max(one.trust for one in used),
        is_estimated=any(one.status == ESTIMATED or one.trust >= UNCHECKED for one in used),
    )


def _roles(part: IndexPart, needed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Roles that are needed and that the part has, with their indicators."""
    for role in ROLES:
        name = getattr(part, role)
        if name and role in needed:
            yield role, name


def _used(part: IndexPart, year: int) -> Iterator[tuple[str, int]]:
    """The indicators that a link needs, each with its year."""
    form = FORMS[part.form]
    for needed, at in ((form.before, year - 1), (form.after, year)):
        yield from ((name, at) for _, name in _roles(part, needed))


def _held(catalog: Catalog, part: IndexPart, year: int, needed: Iterable[str]) -> Held:
    return {
        role: {
            region.slug: observations.columns(catalog, name)[region.region_code][year]
            for region in catalog.provinces
        }
        for role, name in _roles(part, needed)
    }


def _observed(catalog: Catalog, part: IndexPart, year: int) -> list[Observation]:
    found = (
        observations.observation(catalog, name, region.region_code, at)
        for name, at in _used(part, year)
        for region in catalog.provinces
    )
    return [one for one in found if one]


def _gaps(catalog: Catalog, part: IndexPart, year: int) -> Iterator[str]:
    """What is not there: 电力消费量 2015 年本站未收录; of some regions with their names."""
    for name, at in _used(part, year):
        values = observations.columns(catalog, name)
        lacking = [r for r in catalog.provinces if at not in values[r.region_code]]
        if lacking:
            whose = "" if len(lacking) == len(catalog.provinces) else _names(lacking)
            why = absence(catalog, name, [r.region_code for r in lacking], [at])
            yield f"{catalog.indicators[name].short_zh} {at} 年{whose}{why}"


def _doubts(catalog: Catalog, part: IndexPart, year: int) -> Iterator[str]:
    for name, at in _used(part, year):
        doubted = observations.suspects(catalog, name)
        found = [r for r in catalog.provinces if (r.region_code, at) in doubted]
        if found:
            yield f"{catalog.indicators[name].short_zh} {at} 年{_names(found)}数值存疑"


def _names(regions: Iterable[Region]) -> str:
    return "、".join(region.short_zh for region in regions)


def _break(catalog: Catalog, part: IndexPart, year: int) -> str:
    """The break of an indicator between a year and the one before, in words; "" without one."""
    for name in part.indicators:
        breaks = catalog.breaks.get(name, ())
        found = [one for one in breaks if is_broken([one], year - 1, year)]
        if found:
            short = catalog.indicators[name].short_zh
            return f"{short} {year} 年口径调整：{found[0].reason_zh}"
    return ""
