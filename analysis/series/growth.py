"""Numbers against earlier ones: index, change on the year before, average annual growth."""

from collections.abc import Mapping

from analysis.series import measures
from analysis.series.lineup import (
    Derived,
    Lineup,
    gaps,
    has_nation_of_same_scope,
    lineup,
    years_text,
)
from analysis.series.measures import Values
from analysis.series.ratios import province_codes
from analysis.series.selection import Subject
from data.model.catalog import Catalog, Indicator


def index(catalog: Catalog, topic: Subject, asked: int | None) -> Derived:
    """Each region's values with its base year's as 100, within the stretch around that year
    that no break cuts. A region without a value in the base year is not shown."""
    side = lineup(catalog, topic)
    everyone = side.shown(has_nation_of_same_scope(topic.indicator))
    own = {code: side.within(values) for code, values in everyone.items()}
    base, borrowed = _base(topic, own, asked)
    if base is None:
        return Derived({}, "", 1)
    columns = {code: measures.index(own[code], topic.breaks, base) for code in own}
    absent = [catalog.region(code).short_zh for code in own if own[code] and not columns[code]]
    lost = gaps(own.values(), columns.values())
    return Derived(
        columns={code: values for code, values in columns.items() if values},
        unit=f"{base}=100",
        decimals=1,
        formula=f"指数 = 各年数值 ÷ {base} 年数值 × 100",
        notes=(
            *borrowed,
            *side.remark,
            *([f"{'、'.join(absent)}在 {base} 年没有数值，未列。"] if absent else []),
            *([f"{years_text(lost)}与 {base} 年口径不一，未列。"] if lost else []),
            *_price_note(topic.indicator),
        ),
        codes=_behind(topic, side),
        years=(base,),
        parts=side.parts,
    )


def base_years(topic: Subject) -> tuple[int, ...]:
    """The years in which any chosen region has a value above zero, ascending."""
    has_value = topic.panel[topic.codes].gt(0).any(axis=1)
    return tuple(int(year) for year in has_value.index[has_value])


def _behind(topic: Subject, side: Lineup) -> tuple[str, ...]:
    """The regions that the three together were computed from."""
    return province_codes(topic) if side.is_computed else ()


def _price_note(row: Indicator) -> tuple[str, ...]:
    return ("按现价计算，含价格变动，为名义变化。",) if row.growth_kind == "nominal" else ()


def _span(topic: Subject, own: Mapping[str, Values]) -> tuple[int, int] | None:
    """The first and last year that all chosen regions with values have (without any: whoever
    has), since the last break between them; None if these are fewer than two years."""
    leading = [own[code] for code in topic.codes if own.get(code)]
    leading = leading or [values for values in own.values() if values][:1]
    years = measures.since_break(measures.common_years(leading), topic.breaks)
    return (years[0], years[-1]) if len(years) > 1 else None


def _base(
    topic: Subject, own: Mapping[str, Values], asked: int | None
) -> tuple[int | None, tuple[str, ...]]:
    """The base year asked for if any chosen region has a value in it, else the first year that
    all have since the last break, and then this is said."""
    chosen = {code: values for code, values in own.items() if code in topic.codes} or own
    if asked is not None and any(values.get(asked, 0.0) > 0 for values in chosen.values()):
        return asked, ()
    span = _span(topic, own)
    if span is None or asked is None:
        return (span[0] if span else None), ()
    return span[0], (f"{asked} 年没有可作基期的数值，改以 {span[0]} 年为 100。",)


def change(catalog: Catalog, topic: Subject) -> Derived:
    """Each region's change on the year before in percent; the first year shown is compared
    with the one before it, though that is not shown itself."""
    side = lineup(catalog, topic)
    own = side.shown(has_nation_of_same_scope(topic.indicator))
    columns = {
        code: side.within(measures.changes(values, topic.breaks)) for code, values in own.items()
    }
    cuts = [b.after for b in topic.breaks if b.after in side.years]
    return Derived(
        columns=columns,
        unit="%",
        decimals=1,
        formula="比上年变化 =（本年 ÷ 上年 − 1）× 100%",
        notes=(
            *side.remark,
            *([f"{years_text(cuts)}口径变动，不与此前比较。"] if cuts else []),
            *_price_note(topic.indicator),
        ),
        codes=_behind(topic, side),
        years=tuple(year - 1 for year in sorted(set().union(*columns.values()))),
        parts=side.parts,
    )


def growth(catalog: Catalog, topic: Subject) -> Derived:
    """Each region's average annual growth in percent between the same two years, standing at
    the later one."""
    side = lineup(catalog, topic)
    everyone = side.shown(has_nation_of_same_scope(topic.indicator))
    own = {code: side.within(values) for code, values in everyone.items()}
    span = _span(topic, own)
    if span is None:
        return Derived({}, "%", 1)
    first, last = span
    ends = f"{first} 年或 {last} 年没有数值，未列。"
    rates = {code: measures.average_growth(values, first, last) for code, values in own.items()}
    absent = [catalog.region(c).short_zh for c, rate in rates.items() if own[c] and rate is None]
    return Derived(
        columns={code: {last: rate} for code, rate in rates.items() if rate is not None},
        unit="%",
        decimals=1,
        formula=f"年均增长 = [（{last} 年 ÷ {first} 年）^(1/{last - first}) − 1] × 100%",
        notes=(
            f"{first} 年到 {last} 年，共 {last - first} 年；各地取同一时段。",
            *([f"{'、'.join(absent)}{ends}"] if absent else []),
            *side.remark,
            *_price_note(topic.indicator),
        ),
        codes=_behind(topic, side),
        years=span,
        parts=side.parts,
    )
