"""Numbers against earlier ones: index, change on the year before in percent or in percentage
points, average annual growth."""

from collections.abc import Mapping, Sequence

from analysis.series import measures
from analysis.series.breaks import since_break
from analysis.series.columns import Numbers, columns, gaps
from analysis.series.observations import Values
from analysis.series.quantities import POINTS
from analysis.series.selection import Selection
from analysis.text.periods import periods_text
from data.model.catalog import Catalog, Indicator
from data.model.periods import ANNUAL, frequency, per_year

# What a change is of, for years, and for what is counted from January within a year.
COMPARED = {True: ("本年", "上年"), False: ("本期", "上年同期")}
CHANGE = {True: "比上年变化", False: "比上年同期变化"}
LEAST_YEARS = 2  # between two adjacent years growth is that of one year, and no average


def index(catalog: Catalog, topic: Selection, asked: int | None) -> Numbers:
    """Each region's values with its base year's as 100, within the stretch around that year
    that no break cuts. A region without a value in the base year is not shown."""
    side = columns(catalog, topic)
    everyone = side.compared(topic.has_nation_of_same_scope)
    own = {code: side.within(values) for code, values in everyone.items()}
    base, borrowed = _base(topic, own, asked)
    if base is None:
        return Numbers({}, "", 1)
    numbers = {code: measures.index(own[code], topic.breaks, base) for code in own}
    absent = [catalog.region(code).short_zh for code in own if own[code] and not numbers[code]]
    lost = gaps(own.values(), numbers.values())
    return Numbers(
        columns={code: values for code, values in numbers.items() if values},
        unit=f"{base} 年=100",
        decimals=1,
        formula=f"指数 = 各年数值 ÷ {base} 年数值 × 100",
        notes=(
            *borrowed,
            *side.derived("指数"),
            *([f"本站未收录{'、'.join(absent)} {base} 年可作基期的数值，未列。"] if absent else []),
            *([f"{periods_text(lost)}与 {base} 年口径不一，未列。"] if lost else []),
            *side.cautions,
            *_price_note(topic.indicator),
        ),
        codes=side.sources,
        years=(base,),
        parts=side.parts,
    )


def base_years(topic: Selection) -> tuple[int, ...]:
    """The years in which any chosen region has a value above zero, ascending."""
    own = (topic.columns[code] for code in topic.scope.codes)
    return tuple(sorted({year for values in own for year in values if values[year] > 0}))


def is_yearly(topic: Selection) -> bool:
    """Whether the periods looked at are years."""
    return frequency(topic.end) == ANNUAL


def _price_note(row: Indicator) -> tuple[str, ...]:
    return ("按现价计算，未扣除价格因素，为名义增速。",) if row.growth_kind == "nominal" else ()


def _span(topic: Selection, own: Mapping[str, Values]) -> tuple[int, int] | None:
    """The first and last year that all chosen regions with values have (without any: whoever
    has), since the last break between them; None if these are fewer than two years."""
    leading = [own[code] for code in topic.scope.codes if own.get(code)]
    leading = leading or [values for values in own.values() if values][:1]
    years = since_break(measures.common_years(leading), topic.breaks)
    return (years[0], years[-1]) if len(years) > 1 else None


def _base(
    topic: Selection, own: Mapping[str, Values], asked: int | None
) -> tuple[int | None, tuple[str, ...]]:
    """The base year asked for if any chosen region has a value in it, else the first year that
    all have since the last break, and then this is said."""
    chosen = {code: values for code, values in own.items() if code in topic.scope.codes} or own
    if asked is not None and any(values.get(asked, 0.0) > 0 for values in chosen.values()):
        return asked, ()
    span = _span(topic, own)
    if span is None or asked is None:
        return (span[0] if span else None), ()
    return span[0], (f"{asked} 年没有可作基期的数值，改以 {span[0]} 年为 100。",)


def _lack(who: str, years: Sequence[int]) -> str:
    """Which end of the span a region has no value at."""
    return f"本站未收录{who} {'、'.join(map(str, years))} 年的可比数值，未列。"


def change(catalog: Catalog, topic: Selection) -> Numbers:
    """Each region's change on the year before in percent; the first year shown is compared
    with the one before it, though that is not shown itself."""
    side, name = columns(catalog, topic), CHANGE[is_yearly(topic)]
    own = side.compared(topic.has_nation_of_same_scope)
    numbers = {
        code: side.within(measures.changes(values, topic.breaks)) for code, values in own.items()
    }
    return Numbers(
        columns=numbers,
        unit="%",
        decimals=1,
        formula=f"{name} =（{' ÷ '.join(COMPARED[is_yearly(topic)])} − 1）× 100%",
        notes=(
            *side.derived(name),
            *_cut_note(topic),
            *side.cautions,
            *_price_note(topic.indicator),
        ),
        codes=side.sources,
        years=tuple(year - per_year(year) for year in sorted(set().union(*numbers.values()))),
        parts=side.parts,
    )


def points(catalog: Catalog, topic: Selection) -> Numbers:
    """Each region's change of a percentage on the year before, in percentage points; the first
    year shown is compared with the one before it, as in `change`."""
    side = columns(catalog, topic)
    own = side.compared(topic.has_nation_of_same_scope)
    numbers = {
        code: side.within(measures.differences(values, topic.breaks))
        for code, values in own.items()
    }
    return Numbers(
        columns=numbers,
        unit=POINTS,
        decimals=max(topic.indicator.decimals, 1),
        formula=f"百分点变化 = {' − '.join(COMPARED[is_yearly(topic)])}",
        notes=(*side.derived("百分点变化"), *_cut_note(topic), *side.cautions),
        codes=side.sources,
        years=tuple(year - per_year(year) for year in sorted(set().union(*numbers.values()))),
        parts=side.parts,
    )


def _cut_note(topic: Selection) -> tuple[str, ...]:
    """In which years nothing is compared with the year before, because a break lies between."""
    cuts = [b.after for b in topic.breaks if b.after in topic.years]
    return (f"{periods_text(cuts)}口径调整，不与此前比较。",) if cuts else ()


def growth(catalog: Catalog, topic: Selection) -> Numbers:
    """Each region's average annual growth in percent between the same two years, standing at
    the later one."""
    side = columns(catalog, topic)
    everyone = side.compared(topic.has_nation_of_same_scope)
    own = {code: side.within(values) for code, values in everyone.items()}
    span = _span(topic, own)
    if span is None or span[1] - span[0] < LEAST_YEARS:
        return Numbers({}, "%", 1)
    first, last = span
    rates = {code: measures.average_growth(values, first, last) for code, values in own.items()}
    lacking = {
        c: [y for y in span if y not in own[c]] for c, r in rates.items() if own[c] and r is None
    }
    return Numbers(
        columns={code: {last: rate} for code, rate in rates.items() if rate is not None},
        unit="%",
        decimals=1,
        formula=f"年均增速 = [（{last} 年 ÷ {first} 年）^(1/{last - first}) − 1] × 100%",
        notes=(
            f"以 {first} 年为基期，到 {last} 年共 {last - first} 年；各地取同一时段。",
            *(_lack(catalog.region(code).short_zh, years) for code, years in lacking.items()),
            *side.derived("年均增速"),
            *side.cautions,
            *_price_note(topic.indicator),
        ),
        codes=side.sources,
        years=span,
        parts=side.parts,
    )
