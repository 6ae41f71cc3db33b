"""The register on the page of areas: enterprises and projects of the chains by area, and by the
years in which they were founded or begun."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.register.figures import ChainFigures, Figure, register_figures
from analysis.register.sums import EARLIER, UNTOLD, founding_years
from analysis.register.words import COUNTERS, HIDDEN, NAMES, register_note
from data.model.areas import PREFECTURE
from data.model.catalog import Catalog
from data.model.register import ENTERPRISE, KINDS

FOUNDED = {ENTERPRISE: "按成立年份"}
BEGUN = "按开工年份"
REST = "未注明市县"


@dataclass(frozen=True, slots=True)
class RegisteredArea:
    """An area with the number of enterprises and of projects in each chain, in words; `depth` is 0
    for a region, 1 for what lies right below it, 2 for the counties of a prefecture; `is_upper`:
    a region or a prefecture. The rest that is told of no area below is not `is_named`."""

    code: str
    name: str
    depth: int
    texts: tuple[str, ...]
    is_named: bool = True
    is_upper: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredYears:
    """A chain in a region: how many of one kind were founded in which year."""

    chain: str
    region: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """The tables: `kinds` with their counters, `chains` by name, the areas of the chosen regions
    that have any, and by kind its title and rows under the heads `years`. Without a register only
    the `note` that says so."""

    note: str
    kinds: tuple[str, ...] = ()
    chains: tuple[str, ...] = ()
    areas: tuple[RegisteredArea, ...] = ()
    years: tuple[str, ...] = ()
    founded: tuple[tuple[str, tuple[RegisteredYears, ...]], ...] = ()


NOTHING = Registered("")


def registered(catalog: Catalog, regions: tuple[str, ...]) -> Registered:
    """What the page shows of the register for the regions with these codes."""
    note = register_note(catalog, has_values=False)
    if not register_figures(catalog):
        return Registered(note)
    years = founding_years(catalog)
    return Registered(
        note=note,
        kinds=tuple(f"{NAMES[kind]}（{COUNTERS[kind]}）" for kind in KINDS),
        chains=tuple(chain.name_zh for chain in catalog.plan.chains),
        areas=tuple(row for code in regions for row in _areas(catalog, code)),
        years=(f"{years[0]} 年以前", *map(str, years), "未填") if years else ("未填",),
        founded=tuple(
            (f"{NAMES[kind]}{FOUNDED.get(kind, BEGUN)}", tuple(_years(catalog, kind, regions)))
            for kind in KINDS
        ),
    )


def number_text(found: Figure) -> str:
    """A number, or that it is withheld."""
    return HIDDEN if found.entities is None else str(found.entities)


def _areas(catalog: Catalog, region: str) -> Iterable[RegisteredArea]:
    """A region, then of the areas below it those of which some number is told, in the order of
    the code list."""
    top = [one.regions[region] if one else Figure(0) for one in _every(catalog)]
    name = catalog.areas.by_code[region].name_zh
    yield RegisteredArea(region, name, 0, _texts(top), is_upper=True)
    yield from _below(catalog, region, 1)


def _below(catalog: Catalog, above: str, depth: int) -> Iterable[RegisteredArea]:
    """The areas right below another, each with those below it."""
    every = _every(catalog)
    codes = next((tuple(one.areas.get(above, {})) for one in every if one), ())
    for code in codes:
        own = [one.areas[above][code] if one else Figure(0) for one in every]
        if not any(one.entities for one in own):
            continue  # of none a number can be told, or there is nothing
        area = catalog.areas.by_code[code]
        name = REST if code == above else area.name_zh
        is_named = code != above
        is_upper = is_named and area.level == PREFECTURE
        yield RegisteredArea(code, name, depth, _texts(own), is_named, is_upper)
        if is_upper:
            yield from _below(catalog, code, depth + 1)


def _every(catalog: Catalog) -> list[ChainFigures | None]:
    """The figures of each chain's enterprises and projects, in turn; None where there are none."""
    figures = register_figures(catalog)
    return [figures.get((kind, chain.chain_id)) for chain in catalog.plan.chains for kind in KINDS]


def _texts(found: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(map(number_text, found))


def _years(catalog: Catalog, kind: str, regions: tuple[str, ...]) -> Iterable[RegisteredYears]:
    """The chains of which some number of a kind is told, region by region."""
    figures = register_figures(catalog)
    order = (EARLIER, *founding_years(catalog), UNTOLD) if founding_years(catalog) else (UNTOLD,)
    for chain in catalog.plan.chains:
        found = figures.get((kind, chain.chain_id))
        for code in regions if found else ():
            if found:
                told = [found.years[code, year] for year in order]
                name = catalog.areas.by_code[code].short_zh
                if any(one.entities for one in told):
                    yield RegisteredYears(chain.name_zh, name, _texts(told))
