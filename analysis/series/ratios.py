"""Numbers divided by others: shares of the three and of the nation, per capita."""

from analysis.series import measures, observations, rounding
from analysis.series.columns import Numbers, columns, doubted, gaps
from analysis.series.nation import denominator
from analysis.series.observations import Values
from analysis.series.quantities import number
from analysis.series.selection import Selection
from analysis.text.periods import periods_text
from data.model.catalog import JJJ, NATION, Catalog, Indicator
from data.model.needs import POPULATION

HEADS = 1e4  # the population is published in 万人
MEAN_NOTE = "年平均常住人口为上年末与本年末常住人口的平均数。"
# What a unit's first characters multiply by.
MULTIPLIERS = {"亿": 1e8, "百万": 1e6, "万": 1e4}


def share_of_three(catalog: Catalog, topic: Selection) -> Numbers:
    """Each chosen region / all three, in percent, in the years that all three have."""
    side = columns(catalog, topic)
    known = {code: side.within(side.values[code]) for code in topic.scope.whole.codes}
    own = {code: topic.sound(values, [code]) for code, values in known.items()}
    whole = measures.total(own.values())
    numbers = {code: measures.ratio(own[code], whole, 100) for code in topic.scope.codes}
    lost = gaps([known[code] for code in topic.scope.codes], [*numbers.values(), doubted(topic)])
    hundred = dict.fromkeys(whole, 100.0) if topic.scope.is_complete else {}
    return Numbers(
        columns=numbers,
        unit="%",
        decimals=1,
        formula="占三地 = 各地 ÷ 三地合计 × 100%",
        notes=(
            *([f"{periods_text(lost)}三地数值不齐，不计算占比。"] if lost else []),
            *side.cautions,
            *rounding.note(numbers, hundred, 1),
        ),
        codes=tuple(own),
        is_share=True,
    )


def share_of_nation(catalog: Catalog, topic: Selection) -> Numbers:
    """Each chosen region, and the three together if all are chosen, / the nation in percent.

    The denominator is what the catalogue names: the nation in the same indicator, or the sum of
    the provinces of the same indicator, hence always of the same vintage.
    """
    side = columns(catalog, topic)
    known = {code: side.within(side.values[code]) for code in topic.scope.codes}
    own = {code: topic.sound(values, [code]) for code, values in known.items()}
    regions = dict(own)
    if topic.scope.is_complete:
        own[JJJ] = measures.total(own.values())
    nation = denominator(catalog, topic.indicator, topic.years)
    numbers = {code: measures.ratio(values, nation.values, 100) for code, values in own.items()}
    lost = gaps(own.values(), numbers.values())
    parts = {code: numbers[code] for code in regions}
    return Numbers(
        columns=numbers,
        unit="%",
        decimals=1,
        formula=f"{nation.share} = 各地 ÷ {nation.name} × 100%",
        notes=(
            *nation.notes,
            *([f"{periods_text(lost)}没有同年的{nation.name}，不计算占比。"] if lost else []),
            *side.cautions,
            *rounding.note(parts, numbers.get(JJJ, {}), 1),
        ),
        codes=(NATION,) if nation.is_published else (),
        is_share=True,
    )


def per_capita(catalog: Catalog, topic: Selection) -> Numbers:
    """Each region, the three together and the nation / resident population: what flows through
    a year by the year's average, a stock by that at year-end."""
    row = topic.indicator
    side = columns(catalog, topic)
    everyone = side.shown(topic.has_nation_of_same_scope)
    own = {code: side.within(values) for code, values in everyone.items()}
    unit, factor, decimals = per_head(catalog, topic)
    people = _people(catalog, topic)
    numbers = {code: measures.ratio(own[code], people[code], factor) for code in own}
    lost = gaps(own.values(), numbers.values())
    base = catalog.indicators[POPULATION]
    times = f" × {number(factor, 0)}" if factor != 1 else ""
    name = "年平均常住人口" if is_flow(row) else base.short_zh
    whole = topic.scope.whole
    return Numbers(
        columns=numbers,
        unit=unit,
        decimals=decimals,
        formula=(
            f"人均（{unit}）= {row.short_zh}（{row.unit_zh}）"
            f"÷ {name}（{base.unit_zh}）{times.strip()}"
        ),
        notes=(
            *([f"{whole.name}人均 = {whole.total_name} ÷ {whole.name}{name}之和。"]
              if side.is_computed else []),
            *([MEAN_NOTE] if is_flow(row) else []),
            *([f"{periods_text(lost)}没有{name}，不计算人均。"] if lost else []),
        ),
        codes=side.sources,
        years=tuple(year - 1 for year in topic.years[:1]) if is_flow(row) else (),
        parts=(POPULATION,),
    )  # fmt: skip


def is_flow(row: Indicator) -> bool:
    """Whether it is what flows through a year, which the year's average population divides."""
    return row.measure_type == "flow"


def _people(catalog: Catalog, topic: Selection) -> dict[str, Values]:
    """The resident population that the indicator is divided by; of the three together as their
    sum."""
    people = dict(observations.columns(catalog, POPULATION))
    people[JJJ] = measures.total(people[code] for code in topic.scope.whole.codes)
    if not is_flow(topic.indicator):
        return people
    return {code: measures.means(values) for code, values in people.items()}


def per_head(catalog: Catalog, topic: Selection) -> tuple[str, float, int]:
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
