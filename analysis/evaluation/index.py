"""Our own index, an open book: the level by year, its bands, what moved it, what the reader
changed, and every link that was used or dropped."""

from dataclasses import dataclass

from analysis.context import remembered
from analysis.evaluation import index_words as words
from analysis.evaluation.bands import Bands, bands
from analysis.evaluation.book import Book, book
from analysis.evaluation.choices import Choice, choices
from analysis.evaluation.contribution import Contribution, index_contributions
from analysis.evaluation.dimensions import DimensionIndex, dimension_indices
from analysis.evaluation.what_if import TRUSTS, WhatIf, changes_in_words
from data.model.catalog import Catalog
from data.model.evaluation import IndexDesign
from data.model.sources import Source


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """All that is shown of the index. `values` by year, the base year being 100; `usual` the last
    value at the same base without the reader's changes (None where there is none); `changed` the
    changes in words and `result` what they do; `count` of the parts that count. `lacking` says why
    there is no index, else ""; then of the rest only design, changes and contributions are
    filled, the latter without numbers."""

    what_if: WhatIf
    design: IndexDesign
    title: str
    changed: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    subtitle: str = ""
    result: str = ""
    years: tuple[int, ...] = ()
    values: tuple[float, ...] = ()
    bands: Bands | None = None
    dimensions: tuple[DimensionIndex, ...] = ()
    choices: tuple[Choice, ...] = ()
    usual: float | None = None
    count: int = 0
    sources: tuple[Source, ...] = ()
    lacking: str = ""

    @property
    def told(self) -> str:
        """What was changed and what that does: 去掉“…”，2024 年由 143.0 变为 141.2; "" without
        changes."""
        return "，".join(part for part in ("；".join(self.changed), self.result) if part)


@remembered(64)
def open_index(catalog: Catalog, chosen: WhatIf) -> OpenIndex:
    """The index as the reader changed it. Ids and years that there are not are passed over."""
    design = catalog.index
    if not design.parts:
        return OpenIndex(chosen, design, words.NAME, lacking=words.NO_DESIGN)
    own, changed = book(catalog, chosen), changes_in_words(design, chosen)
    parts = index_contributions(catalog, own)
    if len(own.years) < 2:
        lacking = words.no_index(chosen)
        return OpenIndex(chosen, design, words.NAME, changed, parts, lacking=lacking)
    values, year = own.values, own.years[-1]
    found = bands({name: own.sets[name, False] for name in TRUSTS}, own.own)
    usual = _usual(catalog, chosen, year)
    count = int(own.own.use.sum())
    return OpenIndex(
        what_if=chosen,
        design=design,
        title=words.title(year, values[-1], found.weights.last),
        subtitle=words.subtitle(count, own.years[own.own.base]),
        changed=changed,
        result=words.result(chosen, year, usual, values[-1]),
        contributions=parts,
        years=own.years,
        values=values,
        bands=found,
        dimensions=dimension_indices(design.dimensions, own.moves, own.own, own.years),
        choices=_choices(design, own),
        usual=usual,
        count=count,
        sources=_sources(own),
    )


def _usual(catalog: Catalog, chosen: WhatIf, year: int) -> float | None:
    """The level of a year without the reader's changes, at the same base."""
    own = book(catalog, WhatIf(base=chosen.base))
    return own.values[own.years.index(year)] if year in own.years else None


def _choices(design: IndexDesign, own: Book) -> tuple[Choice, ...]:
    off = "、".join(f"“{one.name_zh}”" for one in design.parts if not one.is_on)
    names = [one.name_zh for one in design.dimensions]
    return choices(own.sets, own.own, own.off, names, off)


def _sources(own: Book) -> tuple[Source, ...]:
    """The publications behind the parts that count, each once, however many copies were read."""
    counted = (one for one, used in zip(own.series, own.own.use, strict=True) if used)
    return tuple({one.dated: one for part in counted for one in part.sources}.values())
