"""Numbers divided by others: shares of the three and of the nation, per capita."""

from collections.abc import Iterable

from analysis.series import measures, observations
from analysis.series.columns import Numbers, columns, gaps
from analysis.series.observations import Values
from analysis.series.quantities import number
from analysis.series.selection import Selection
from analysis.text.sentences import years_text
from data.model.catalog import JJJ, NATION, Catalog, Indicator
from data.model.needs import POPULATION

HEADS = 1e4  # the population is published in 万人
# What a unit's first characters multiply by.
MULTIPLIERS = {"亿": 1e8, "百万": 1e6, "万": 1e4}


def share_of_three(catalog: Catalog, topic: Selection) -> Numbers:
    """Each chosen region / all three, in percent, in the years that all three have."""
    side = columns(catalog, topic)
    own = {code: side.within(side.values[code]) for code in topic.scope.whole.codes}
    whole = measures.total(own.values())
    numbers = {code: measures.ratio(own[code], whole, 100) for code in topic.scope.codes}
    lost = gaps([own[code] for code in topic.scope.codes], numbers.values())
    return Numbers(
        columns=numbers,
        unit="%",
        decimals=1,
        formula="占三地 = 各地 ÷ 三地合计 × 100%",
        notes=(f"{years_text(lost)}三地数值不齐，不计算占比。",) if lost else (),
        codes=tuple(own),
    )


def share_of_nation(catalog: Catalog, topic: Selection) -> Numbers:
    """Each chosen region, and the three together if all are chosen, / the nation in percent.

    The denominator is what the catalogue names: the nation in the same indicator, or the sum of
    the provinces of the same indicator, hence always of the same vintage.
    """
    side = columns(catalog, topic)
    own = {code: side.within(side.values[code]) for code in topic.scope.codes}
    if topic.scope.is_complete:
        own[JJJ] = measures.total(own.values())
    whole, name, notes = _nation(catalog, topic.indicator, topic.years)
    numbers = {code: measures.ratio(values, whole, 100) for code, values in own.items()}
    lost = gaps(own.values(), numbers.values())
    return Numbers(
        columns=numbers,
        unit="%",
        decimals=1,
        formula=f"占全国 = 各地 ÷ {name} × 100%",
        notes=(*notes, *([f"{years_text(lost)}没有同年的{name}，不计算占比。"] if lost else [])),
        codes=(NATION,) if topic.indicator.nation_share_denominator == "nation" else (),
    )


def nation_share(catalog: Catalog, topic: Selection, year: int) -> tuple[float, str] | None:
    """The three regions' part of the nation in percent in one year, with its formula; None if it
    cannot be computed honestly (no denominator of the same vintage, or a region is missing)."""
    if topic.indicator.aggregation != "sum":
        return None
    three = measures.total(topic.columns[code] for code in topic.scope.whole.codes)
    denominator, name, _ = _nation(catalog, topic.indicator, [year])
    part = measures.ratio(three, denominator, 100).get(year)
    name = name.removesuffix("数")  # 全国, 31 省合计
    return None if part is None else (part, f"占全国 = {topic.scope.whole.total_name} ÷ {name}")


def _nation(
    catalog: Catalog, row: Indicator, years: Iterable[int]
) -> tuple[Values, str, tuple[str, ...]]:
    """The denominator, its name in these years, and what must be said of it; empty where there
    is none."""
    if row.nation_share_denominator == "nation":
        return observations.columns(catalog, row.indicator_id)[NATION], "全国数", ()
    sums = observations.province_sums(catalog, row.indicator_id)
    if row.nation_share_denominator != "sum31" or not sums:
        return {}, "全国数", ()
    counts = sorted({sums[year][1] for year in years if year in sums}) or [31]
    name = f"{'—'.join(str(count) for count in dict.fromkeys((counts[0], counts[-1])))} 省合计"
    whole = {year: value for year, (value, _) in sums.items()}
    return whole, name, ("分母为各省（区、市）数值之和，不是单独公布的全国数。",)


def per_capita(catalog: Catalog, topic: Selection) -> Numbers:
    """Each region, the three together and the nation / resident population at year-end."""
    row = topic.indicator
    side = columns(catalog, topic)
    everyone = side.shown(topic.has_nation_of_same_scope)
    own = {code: side.within(values) for code, values in everyone.items()}
    unit, factor, decimals = _per_head(catalog, topic)
    people = _people(catalog, topic)
    numbers = {code: measures.ratio(own[code], people[code], factor) for code in own}
    lost = gaps(own.values(), numbers.values())
    base = catalog.indicators[POPULATION]
    times = f" × {number(factor, 0)}" if factor != 1 else ""
    return Numbers(
        columns=numbers,
        unit=unit,
        decimals=decimals,
        formula=(
            f"人均（{unit}）= {row.short_zh}（{row.unit_zh}）"
            f"÷ {base.short_zh}（{base.unit_zh}）{times.strip()}"
        ),
        notes=(
            *side.remark,
            "分母为年末常住人口，不是年平均人口。",
            *([f"{years_text(lost)}没有常住人口，不计算人均。"] if lost else []),
        ),
        codes=side.sources,
        parts=(POPULATION,),
    )


def _people(catalog: Catalog, topic: Selection) -> dict[str, Values]:
    """The resident population at year-end; of the three together as their sum."""
    people = dict(observations.columns(catalog, POPULATION))
    people[JJJ] = measures.total(people[code] for code in topic.scope.whole.codes)
    return people


def _per_head(catalog: Catalog, topic: Selection) -> tuple[str, float, int]:
    """Unit, factor and decimals of a value / 万人. Units that carry a multiplier (亿元) are shown
    per head if most values reach one, else per hundred or ten thousand; others, counts of
    rare things, per ten thousand, as yearbooks give them. The same in every view."""
    unit = topic.indicator.unit_zh
    own = observations.columns(catalog, topic.indicator.indicator_id)
    people = _people(catalog, topic)
    each = [measures.ratio(own[c], people[c]).values() for c in topic.scope.whole.codes]
    known = sorted(value for values in each for value in values) or [0.0]
    prefix = next((p for p in MULTIPLIERS if unit.startswith(p) and unit != p), "")
    one = MULTIPLIERS.get(prefix, 1.0) / HEADS
    heads, name = 1e4, "万人"
    for count, group in ((100.0, "百人"), (1.0, "人")) if prefix else ():
        if known[len(known) // 2] * one * count >= 1:
            heads, name = count, group
    top = known[-1] * one * heads
    decimals = 0 if top >= 1000 else 1 if top >= 10 else 2
    return f"{unit.removeprefix(prefix)}/{name}", one * heads, decimals
