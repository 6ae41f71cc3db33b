"""The Comparison: the chosen regions side by side in one year, with shares where they hold."""

from dataclasses import dataclass

from analysis.series import measures
from analysis.series.absence import NOT_HELD, absence
from analysis.series.evidence import Evidence, evidence
from analysis.series.quantities import Quantity, number
from analysis.series.ratios import nation_share
from analysis.series.selection import Selection, nothing, observed
from analysis.text import sentences
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
        part = f" · {number(self.share, 1)}%" if self.share is not None else ""
        return self.quantity.text + part


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
        title=sentences.comparison_title(topic, year, values) if own else topic.indicator.short_zh,
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
    divides = topic.indicator.nation_share_denominator == "nation"
    is_used = divides and year is not None and nation_share(catalog, topic, year) is not None
    return [*codes, NATION] if is_used else codes


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
    part = "；% 为占三地比重" if topic.shares_in(year) else ""
    text = f"{topic.shown.unit}，{sentences.year_text(year)}"
    if year == end:
        return text + part
    own = (topic.columns[code] for code in topic.scope.codes)
    later = any(max(values, default=year) > year for values in own)
    name, after = topic.indicator.indicator_id, range(year + 1, end + 1)
    reason = "尚未齐全" if later else absence(catalog, name, topic.scope.codes, after)
    return f"{text}（{sentences.years(year + 1, end)} 年{reason}）{part}"


def _formula(catalog: Catalog, topic: Selection, year: int | None, has_shares: bool) -> str:
    """The formulas of what is computed here, in one line."""
    parts = ["占三地 = 各地 ÷ 三地合计"] if has_shares else []
    part = nation_share(catalog, topic, year) if year else None
    if part is not None:
        parts.insert(0, f"三地{part[1]} = {number(part[0], 1)}%")
    return f"计算：{'；'.join(parts)}" if parts else ""


def _table(topic: Selection, year: int | None, bars: tuple[Bar, ...]) -> Table:
    has_shares = any(bar.share is not None for bar in bars)
    columns = ("地区", f"数值（{topic.shown.unit}）") + (
        ("占三地（%，计算）",) if has_shares else ()
    )
    rows = []
    for bar in bars:
        q = bar.quantity
        cells = [bar.label, q.bare if q else bar.absence]
        if has_shares:
            cells.append(number(bar.share, 1) if bar.share is not None else "")
        rows.append(tuple(cells))
    caption = f"{topic.indicator.short_zh}，{sentences.year_text(year)}" if year else ""
    return Table(caption, columns, tuple(rows))
