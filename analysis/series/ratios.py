"""Numbers divided by others: shares of the three and of the nation, per capita, Hebei = 1."""

from analysis.series import measures
from analysis.series.lineup import (
    Derived,
    columns_of,
    gaps,
    has_nation_of_same_scope,
    lineup,
    years_text,
)
from analysis.series.measures import Values
from analysis.series.quantities import number
from analysis.series.selection import COMPARABLE, Subject
from data.model.catalog import JJJ, NATION, Catalog

POPULATION = "population"
HEADS = 1e4  # the population is published in 万人
# What a unit's first characters multiply by.
MULTIPLIERS = {"亿": 1e8, "百万": 1e6, "万": 1e4}


def province_codes(topic: Subject) -> tuple[str, ...]:
    """The codes of the three regions, whichever are chosen."""
    return tuple(region.region_code for region in topic.provinces)


def share_of_three(catalog: Catalog, topic: Subject) -> Derived:
    """Each chosen region / all three, in percent, in the years that all three have."""
    side = lineup(catalog, topic)
    own = {code: side.within(side.columns.get(code, {})) for code in province_codes(topic)}
    whole = measures.summed(own.values())
    columns = {code: measures.divided(own[code], whole, 100) for code in topic.codes}
    lost = gaps([own[code] for code in topic.codes], columns.values())
    return Derived(
        columns=columns,
        unit="%",
        decimals=1,
        formula="占三地 = 各地 ÷ 三地合计 × 100%",
        notes=(f"{years_text(lost)}三地未都公布，不算占比。",) if lost else (),
        codes=tuple(own),
    )


def share_of_nation(catalog: Catalog, topic: Subject) -> Derived:
    """Each chosen region, and the three together if all are chosen, / the nation in percent.

    The denominator is what the catalogue names: the nation in the same indicator, or the sum of
    the provinces of the same indicator, hence always of the same vintage.
    """
    side = lineup(catalog, topic)
    own = {code: side.within(side.columns.get(code, {})) for code in topic.codes}
    if topic.is_complete:
        own[JJJ] = measures.summed(own.values())
    whole, name, notes = _nation(catalog, topic)
    columns = {code: measures.divided(values, whole, 100) for code, values in own.items()}
    lost = gaps(own.values(), columns.values())
    return Derived(
        columns=columns,
        unit="%",
        decimals=1,
        formula=f"占全国 = 各地 ÷ {name} × 100%",
        notes=(*notes, *([f"{years_text(lost)}没有同年的{name}，不算占比。"] if lost else [])),
        codes=(NATION,) if topic.indicator.nation_share_denominator == "nation" else (),
    )


def _nation(catalog: Catalog, topic: Subject) -> tuple[Values, str, tuple[str, ...]]:
    """The denominator, its name, and what must be said of it; empty where there is none."""
    row = topic.indicator
    if row.nation_share_denominator == "nation":
        return columns_of(catalog, row.indicator_id)[NATION], "全国数", ()
    if row.nation_share_denominator != "sum31" or row.indicator_id not in catalog.national_sums:
        return {}, "全国数", ()
    sums = catalog.national_sums[row.indicator_id].dropna()
    sizes = catalog.national_sum_sizes[row.indicator_id].dropna()
    counts = sorted({int(sizes[y]) for y in topic.panel.index if y in sizes.index}) or [31]
    name = f"{'–'.join(str(count) for count in dict.fromkeys((counts[0], counts[-1])))} 省合计"
    whole = {int(year): float(value) for year, value in sums.items()}
    return whole, name, ("分母为各省（区、市）数值之和，不是单独公布的全国数。",)


def per_capita(catalog: Catalog, topic: Subject) -> Derived:
    """Each region, the three together and the nation / resident population at year-end."""
    row = topic.indicator
    side = lineup(catalog, topic)
    everyone = side.shown(has_nation_of_same_scope(topic.indicator))
    own = {code: side.within(values) for code, values in everyone.items()}
    unit, factor, decimals = _per_head(catalog, topic)
    people = _people(catalog, topic)
    columns = {code: measures.divided(own[code], people[code], factor) for code in own}
    lost = gaps(own.values(), columns.values())
    base = catalog.indicators[POPULATION]
    times = f" × {number(factor, 0)}" if factor != 1 else ""
    return Derived(
        columns=columns,
        unit=unit,
        decimals=decimals,
        formula=(
            f"人均（{unit}）= {row.short_zh}（{row.unit_zh}）"
            f"÷ {base.short_zh}（{base.unit_zh}）{times.strip()}"
        ),
        notes=(
            *side.remark,
            "分母为年末常住人口，不是年平均人口。",
            *([f"{years_text(lost)}没有常住人口，不算人均。"] if lost else []),
        ),
        codes=province_codes(topic) if side.is_computed else (),
        parts=(POPULATION,),
    )


def _people(catalog: Catalog, topic: Subject) -> dict[str, Values]:
    """The resident population at year-end; of the three together as their sum."""
    people = dict(columns_of(catalog, POPULATION))
    people[JJJ] = measures.summed(people[code] for code in province_codes(topic))
    return people


def _per_head(catalog: Catalog, topic: Subject) -> tuple[str, float, int]:
    """Unit, factor and decimals of a value / 万人. Units that carry a multiplier (亿元) are shown
    per head if most values reach one, else per hundred or ten thousand; others, counts of
    rare things, per ten thousand, as yearbooks give them. The same in every view."""
    unit = topic.indicator.unit_zh
    own, people = columns_of(catalog, topic.indicator.indicator_id), _people(catalog, topic)
    each = [measures.divided(own[c], people[c]).values() for c in province_codes(topic)]
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


def ratio_to_hebei(catalog: Catalog, topic: Subject) -> Derived:
    """Each chosen region / Hebei; the nation too where its size can stand beside a region's."""
    hebei = catalog.regions["hebei"].region_code
    side = lineup(catalog, topic)
    codes = list(topic.codes)
    if topic.indicator.measure_type in COMPARABLE and topic.has(NATION):
        codes.append(NATION)
    own = {code: side.within(side.columns.get(code, {})) for code in codes}
    base = side.columns.get(hebei, {})
    columns = {code: measures.divided(values, base) for code, values in own.items()}
    lost = gaps(own.values(), columns.values())
    return Derived(
        columns=columns,
        unit="",
        decimals=2,
        formula="与河北之比 = 各地 ÷ 河北（河北 = 1）",
        notes=(f"{years_text(lost)}没有可作分母的河北数值，未列。",) if lost else (),
        codes=(hebei,),
    )
