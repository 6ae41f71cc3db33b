"""Figures: what a check calculates with, taken from the claims and the tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.series import observations
from analysis.series.claim_cards import claim_quantity
from analysis.series.observations import Key
from analysis.series.quantities import Scale, number, quantity
from analysis.state.scope import whole_scope
from data.model.catalog import NATION, Catalog, Claim, Indicator, Observation
from data.model.plan import Check

VERDICTS = {
    "differs": "不符",
    "explained": "有差异，已说明",
    "consistent": "相符",
    "mutual": "互相推算",
    "listed": "名单计数",
    "implied": "推算",
    "scope": "口径不同",
    "unchecked": "无法核对",
}
SUM3, SUM31 = "sum3", "sum31"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check: consistent, explained, differs, mutual, listed, implied, scope or
    unchecked, in words; the formula with its numbers ("" where nothing was computed), one
    sentence, the sources used, each with the values taken from it, and the ids of the indicators
    whose own table shows these values (those of a region or of the three together)."""

    verdict: str
    verdict_zh: str
    formula: str
    text: str
    sources: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the range it stands for (`low` to `high`: 1.5 倍 is 1.45 to 1.55, 1,100 多
    is 1,100 to 1,200), how it is written, what it is, and where it comes from."""

    value: float
    low: float
    high: float
    text: str
    name: str
    unit: str = ""
    sources: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, the row that says how to check it, and the claim's own figure."""

    catalog: Catalog
    claim: Claim
    row: Check
    own: Figure

    @property
    def known(self) -> str:
        """What the table adds to the verdict, "" if nothing."""
        return self.row.known_zh or ""

    @property
    def years(self) -> tuple[int, int]:
        """The first and last year of the row's period, or of the claim's: 2013/2022, 2022; two
        zeros, for which there is no value, where neither gives one."""
        first, _, last = (self.row.period or self.claim.period or "0").partition("/")
        return int(first[:4]), int((last or first)[:4])

    @property
    def length(self) -> int:
        """How many years lie between the first and the last."""
        return self.years[1] - self.years[0]

    def operand(self, place: int) -> str:
        """What stands at a place of the row's operands, "" if nothing does."""
        return self.row.operands[place] if place < len(self.row.operands) else ""

    def figure(self, operand: str) -> Figure | None:
        """A claim (S01), or the row's indicator: sum3, sum31 or a region's code, its values added
        up over the years of the period. None if any of them is missing."""
        claims = {c.claim_id: c for c in self.catalog.claims}
        if operand in claims:
            return claim_figure(self.catalog, claims[operand])
        first, last = self.years
        return self.amount(operand, range(first, last + 1))

    def amount(self, where: str, years: Sequence[int]) -> Figure | None:
        """The row's indicator in one place, added up over the years; None if one is missing."""
        return _amount(self.catalog, self.row.indicator_id or "", where, years)


def case(catalog: Catalog, claim: Claim, row: Check) -> Case:
    """The case of a row for its claim."""
    return Case(catalog, claim, row, claim_figure(catalog, claim))


def verdict(kind: str, formula: str, text: str, *used: Figure) -> Verdict:
    """A verdict whose sources and indicators are those of the figures used."""
    return Verdict(
        verdict=kind,
        verdict_zh=VERDICTS[kind],
        formula=formula,
        text=text,
        sources=tuple(dict.fromkeys(source for one in used for source in one.sources)),
        links=tuple(dict.fromkeys(link for one in used for link in one.links)),
    )


def claim_figure(catalog: Catalog, claim: Claim) -> Figure:
    """A claim as a figure. A lower bound reaches up to the next number with as many digits that
    count (1,100 多 to 1,200), an upper one starts that far below; another number stands for
    what rounds to it."""
    value = claim.value or 0.0
    step = 1.0 if value == int(value) else 0.1
    bound = catalog.qualifiers[claim.qualifier].bound if claim.qualifier else ""
    while bound in {"lower", "upper"} and value and value % (step * 10) == 0:
        step *= 10
    low, high = {"lower": (value, value + step), "upper": (value - step, value)}.get(
        bound, (value - step / 2, value + step / 2)
    )
    phrase = claim_quantity(catalog, claim)
    if bound not in {"lower", "upper"}:  # 达到 12% is calculated with as 12%
        phrase = replace(phrase, prefix="", suffix="")
    text = phrase.text if phrase.unit == "%" else phrase.text.removesuffix(phrase.unit)
    name = f"文本的{claim.name_zh}"
    return Figure(value, low, high, text.strip(), name, claim.unit_zh or "")


def _amount(catalog: Catalog, indicator_id: str, where: str, years: Sequence[int]) -> Figure | None:
    row = catalog.indicators.get(indicator_id)
    if row is None or not years:
        return None
    if where == SUM31:
        return _sum31(catalog, row, years[-1])
    codes = whole_scope(catalog).codes if where == SUM3 else (where,)
    keys = [(indicator_id, code, year) for code in codes for year in years]
    found = [o for key in keys if (o := observations.observation(catalog, *key)) is not None]
    if len(found) < len(keys):
        return None
    total = round(sum(o.value for o in found), 9)
    qualifier = found[0].qualifier if len(found) == 1 else None
    phrase = quantity(total, Scale("", 1.0, row.decimals), qualifier)
    return Figure(
        value=total,
        low=total,
        high=total,
        text=phrase.text,
        name=_name(catalog, row, where, years),
        unit=row.unit_zh,
        sources=_sources(catalog, row, zip(keys, found, strict=True)),
        links=() if where == NATION else (indicator_id,),
    )


def _sources(
    catalog: Catalog, row: Indicator, found: Iterable[tuple[Key, Observation]]
) -> tuple[str, ...]:
    """Each source once, with the place, year and value of what was taken from it."""
    taken: dict[str, list[str]] = {}
    for (_, code, year), one in found:
        place = catalog.region(code).short_zh
        phrase = quantity(one.value, Scale("", 1.0, row.decimals), one.qualifier)
        said = f"{place} {year} 年 {phrase.text} {row.unit_zh}"
        taken.setdefault(one.source.citation, []).append(said)
    return tuple(f"{title}（{'、'.join(said)}）" for title, said in taken.items())


def _name(catalog: Catalog, row: Indicator, where: str, years: Sequence[int]) -> str:
    """Whose values these are, unless the indicator's name says so already."""
    is_sum = where == SUM3
    owner = whole_scope(catalog).total_name if is_sum else catalog.region(where).short_zh
    name = row.short_zh if owner in row.short_zh or "津冀" in row.short_zh else owner + row.short_zh
    return f"{years[0]}—{years[-1]} 年{name}之和" if len(years) > 1 else name


def _sum31(catalog: Catalog, row: Indicator, year: int) -> Figure | None:
    """The sum over the provinces that the tables give, with how many they are."""
    found = observations.province_sums(catalog, row.indicator_id).get(year)
    if found is None:
        return None
    value, size = found
    text = number(value, row.decimals)
    name = f"{size} 个省（区、市）合计{row.short_zh}"
    source = f"各省（区、市）合计由本站相加（{year} 年 {size} 个 {text} {row.unit_zh}）"
    return Figure(value, value, value, text, name, row.unit_zh, sources=(source,))
