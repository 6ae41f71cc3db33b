"""The Comparison: the chosen regions side by side in one year, with shares where they hold."""

from dataclasses import dataclass

from analysis.series import measures, rounding
from analysis.series.absence import NOT_HELD, absence
from analysis.series.evidence import Evidence, evidence
from analysis.series.nation import denominator, nation_share, other_share
from analysis.series.quantities import Quantity, number, part
from analysis.series.selection import Selection, nothing, observed
from analysis.text import titles
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import remark
from analysis.text.table import Table
from data.model.catalog import NATION, Catalog, Region


@dataclass(frozen=True, slots=True)
class Bar:
    """One region in the year: value in the shown unit (None: none is held), phrase, share, and
    `absence`, what is said where there is no value."""

    slug: str
    label: str
    value: float | None
    quantity: Quantity | None
    share: float | None
    absence: str = NOT_HELD

    @property
    def text(self) -> str:
        """The phrase beside the bar: 3,278.4 亿元 · 67.4%; the subtitle says of what."""
        if self.quantity is None:
            return self.absence
        share = f" · {part(self.share)}" if self.share is not None else ""
        return self.quantity.text + share


@dataclass(frozen=True, slots=True)
class Comparison:
    """Title, subtitle, bars, the same numbers as a table, formula in words, evidence."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    year: int | None
    formula: str
    table: Table
    evidence: Evidence
    absence: str


def comparison(catalog: Catalog, topic: Selection, end: int) -> Comparison:
    """The selection's regions in the last chosen year, or the last one that has data."""
    regions = topic.owners()
    codes = [r.region_code for r in regions]
    year = measures.latest_year(topic.columns[code] for code in codes)
    shares = topic.shares_in(year)
    bars = tuple(_bar(catalog, topic, r, year, shares.get(r.region_code)) for r in regions)
    values = {bar.label: bar.value for bar in bars if bar.value is not None}
    own = topic.has_regions
    return Comparison(
        title=titles.comparison_title(topic, year, values) if own else topic.indicator.short_zh,
        subtitle=_subtitle(catalog, topic, year, end),
        bars=bars,
        year=year,
        formula=_formula(catalog, topic, year, bool(shares)),
        table=_table(topic, year, bars),
        evidence=evidence(catalog, topic, _cited(catalog, topic, codes, year), [year or 0]),
        absence="" if bars else f"{nothing(catalog, topic)}。",
    )


def _cited(catalog: Catalog, topic: Selection, codes: list[str], year: int | None) -> list[str]:
    """The regions whose sources the picture rests on: the nation too where it is divided by."""
    if year is None or nation_share(catalog, topic, year) is None:
        return codes
    divides = denominator(catalog, topic.indicator, [year]).is_published
    return [*codes, NATION] if divides else codes


def _bar(
    catalog: Catalog, topic: Selection, region: Region, year: int | None, share: float | None
) -> Bar:
    code = region.region_code
    found = observed(catalog, topic, code, year) if year else None
    value = topic.columns[code][year] / topic.shown.divisor if year and found else None
    why = absence(catalog, topic.indicator.indicator_id, [code], [year or topic.end])
    return Bar(region.slug, region.short_zh, value, found, share, why)


def _subtitle(catalog: Catalog, topic: Selection, year: int | None, end: int) -> str:
    """Unit and year, what the percentage is; if the last chosen year has no full data, so."""
    if year is None:
        return topic.shown.unit
    shares = "；% 为占三地比重" if topic.shares_in(year) else ""
    text = f"{topic.shown.unit}，{period_text(year)}"
    if year == end:
        return text + shares
    own = (topic.columns[code] for code in topic.scope.codes)
    later = any(max(values, default=year) > year for values in own)
    name, after = topic.indicator.indicator_id, range(year + 1, end + 1)
    reason = "尚未齐全" if later else absence(catalog, name, topic.scope.codes, after)
    return f"{text}（{span_text(year + 1, end)}{reason}）{shares}"


def _formula(catalog: Catalog, topic: Selection, year: int | None, has_shares: bool) -> str:
    """The formulas of what is computed here, in one line; where parts do not add up as shown,
    that they are rounded."""
    parts = ["占三地 = 各地 ÷ 三地合计"] if has_shares else []
    of_nation = nation_share(catalog, topic, year) if year else None
    if of_nation is not None and year:
        other = other_share(catalog, topic, year)
        divided = (*topic.scope.whole.codes, NATION)
        parts.insert(
            0,
            f"三地{of_nation[1]} = {number(of_nation[0], 1)}%{remark(topic, divided, year)}"
            + (f"（{other}）" if other else ""),
        )
    said = f"计算：{'；'.join(parts)}" if parts else ""
    return f"{said}。{rounding.NOTE}" if year and said and _is_rounded(topic, year) else said


def _is_rounded(topic: Selection, year: int) -> bool:
    """Whether the shown shares do not make 100, or the shown values not their shown sum."""
    shares = topic.shares_in(year).values()
    if shares and rounding.is_apart(shares, 100, 1):
        return True
    own = [topic.columns[code].get(year) for code in topic.scope.whole.codes]
    known = [value / topic.shown.divisor for value in own if value is not None]
    is_sum = topic.indicator.aggregation == "sum" and topic.scope.is_complete
    is_sum = is_sum and len(known) == len(own)
    return is_sum and rounding.is_apart(known, round(sum(known), 9), topic.shown.decimals)


def _table(topic: Selection, year: int | None, bars: tuple[Bar, ...]) -> Table:
    has_shares = any(bar.share is not None for bar in bars)
    columns = ("地区", f"数值（{topic.shown.unit}）") + (
        ("占三地（%，本站计算）",) if has_shares else ()
    )
    rows = []
    for bar in bars:
        q = bar.quantity
        cells = [bar.label, q.bare if q else bar.absence]
        if has_shares:
            cells.append(part(bar.share).removesuffix("%") if bar.share is not None else "")
        rows.append(tuple(cells))
    caption = f"{topic.indicator.short_zh}，{period_text(year)}" if year else ""
    return Table(caption, columns, tuple(rows))
