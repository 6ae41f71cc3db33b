"""Titles of charts made from the data: how the regions moved, who is how large."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from analysis.series import measures
from analysis.series.breaks import base_year
from analysis.series.observations import Values
from analysis.series.quantities import PERCENT_UNITS, number, quantity, rounded
from analysis.series.reasons import BASED
from analysis.series.selection import Selection
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import dated, remark
from analysis.text.sentences import largest_share
from data.model.periods import ANNUAL, frequency

RATES = frozenset({"ratio", "intensity", "concentration", "index", "price_index"})
LARGEST, LEAST_MULTIPLE = 10, 1.05
MOST_TURNS = 2  # more years of turning are counted and not named


def share_title(topic: Selection, year: int) -> str:
    """Who of the chosen regions has the largest part of the three, and how much; "" where shares
    mean nothing or one of the three has no value in the year."""
    part = largest_share(topic, year)
    if part is None:
        return ""
    of_whom = f"{topic.scope.whole.name}{topic.indicator.short_zh}"
    when = dated(topic, topic.scope.whole.codes, year)
    return f"{when}{part[0]}占{of_whom}的 {number(part[1], 1)}%"


def trend_title(topic: Selection) -> str:
    """How the chosen regions moved between the first and last year that all of them have,
    within the latest stretch without a break; only the name where that says nothing.

    That somebody rose is said where every year rose; else only that the last year is above the
    first, of one region with the years in which it turned.
    """
    name = topic.indicator.short_zh
    if frequency(topic.end) != ANNUAL:
        return _newest(topic)
    own = {r.short_zh: _shown(topic, r.region_code) for r in topic.scope.regions}
    complete = measures.common_years(own.values())
    base = base_year(complete, topic.breaks, topic.years[0])
    is_rate = topic.indicator.measure_type == "growth_rate"  # a rise of a rate is not a rise
    if base is None or is_rate or "=100" in topic.indicator.unit_zh:
        return name
    last = complete[-1]
    steady = {_steady(values, base, last) for values in own.values()}
    if len(steady) == 1 and (word := steady.pop()):
        every = "均" if len(own) > 1 else ""
        moved = f"{span_text(base, last)}{topic.scope.count_name}{every}逐年{_verb(topic, word)}"
    elif len(own) == 1 and (turned := _turned(topic, next(iter(own.values())), base, last)):
        moved = f"{span_text(base, last)}{topic.scope.count_name}{turned}"
    else:
        moved = f"{period_text(last)}{_standing(topic, own, base, last)}"
    return f"{name}：{moved}{remark(topic, topic.scope.codes, last)}"


def _newest(topic: Selection) -> str:
    """The values of the last period that all chosen regions with values have: what is counted from
    January says nothing of one period against the one before."""
    regions = [r for r in topic.scope.regions if topic.has(r.region_code)]
    period = measures.latest_year(topic.columns[r.region_code] for r in regions)
    if period is None:
        return topic.indicator.short_zh
    said = "、".join(
        f"{region.short_zh} {quantity(values[period], topic.shown).text}"
        for region in regions
        for values in [topic.columns[region.region_code]]
        if period in values
    )
    return f"{topic.indicator.short_zh}：{period_text(period)}{said}"


def _shown(topic: Selection, code: str) -> Values:
    """The sound values of a region rounded as they are shown: what rounds alike is alike."""
    scale = topic.shown
    sound = topic.sound(topic.columns[code], [code])
    return {y: round(v / scale.divisor, scale.decimals) for y, v in sound.items()}


def _steps(values: Values, base: int, last: int) -> Sequence[tuple[int, float]]:
    """The change of every year from base to last; empty where a year is missing."""
    span = range(base, last + 1)
    if any(year not in values for year in span):
        return ()
    return [(after, values[after] - values[before]) for before, after in pairwise(span)]


def _steady(values: Values, base: int, last: int) -> str:
    """up or down where every year of at least two went this way; else ""."""
    steps = [step for _, step in _steps(values, base, last)]
    if len(steps) < 2:
        return ""
    return "up" if min(steps) > 0 else "down" if max(steps) < 0 else ""


def _verb(topic: Selection, way: str) -> str:
    rises = "上升" if topic.indicator.measure_type in RATES else "增长"
    return rises if way == "up" else "下降"


def _turned(topic: Selection, values: Values, base: int, last: int) -> str:
    """波动增长（2020 年下降）: that a region moved one way with years of the other, and which."""
    steps = _steps(values, base, last)
    way = "up" if values[last] > values[base] else "down" if values[last] < values[base] else ""
    other = "down" if way == "up" else "up"
    against = [year for year, step in steps if (step < 0 if way == "up" else step > 0)]
    if not way or not against:
        return ""
    when = "、".join(map(str, against)) + " 年"
    said = when if len(against) <= MOST_TURNS else f"其间 {len(against)} 年"
    return f"波动{_verb(topic, way)}（{said}{_verb(topic, other)}）"


def _standing(topic: Selection, own: Mapping[str, Values], base: int, last: int) -> str:
    """三地均高于 2018 年, or 北京、河北高于 2022 年，天津低于 2022 年."""
    kinds: dict[str, list[str]] = {}
    at = f" {period_text(base)}"
    for who, values in own.items():
        before, after = values[base], values[last]
        word = "高于{}" if after > before else "低于{}" if after < before else "与{}持平"
        kinds.setdefault(word, []).append(who)
    if len(kinds) == 1:
        every = "均" if len(own) > 1 else ""
        return f"{topic.scope.count_name}{every}{next(iter(kinds)).format(at)}"
    return "，".join("、".join(who) + word.format(at) for word, who in kinds.items())


def comparison_title(topic: Selection, year: int | None, values: Mapping[str, float]) -> str:
    """Who is how large in one year, always with the indicator's name: a share where shares hold,
    else a multiple of the `values` by the regions' names, or for percentages the difference in
    percentage points. Nobody is ranked where a region has no value, or a suspect one."""
    name = topic.indicator.short_zh
    if year is None or not values:
        return name
    when = dated(topic, [*topic.scope.codes, *(r.region_code for r in topic.others)], year)
    plain = f"{name}，{when}"
    regions = topic.scope.regions
    missing = [r.short_zh for r in regions if r.short_zh not in values]
    if missing and topic.has_regions:
        return f"{plain}（不含{'、'.join(missing)}）"
    if any((region.region_code, year) in topic.suspects for region in regions):
        return plain
    shared = share_title(topic, year)
    if shared or len(values) < 2 or topic.shares_in(year):
        return shared or plain
    largest, smallest = (pick(values, key=lambda who: values[who]) for pick in (max, min))
    told = apart(topic, values[largest], values[smallest])
    return f"{when}{name}：{largest}{told.format(smallest)}" if told else plain


def apart(topic: Selection, most: float, least: float) -> str:
    """是{}的 2.5 倍, 比{}高 4.5 个百分点: how the largest stands to the smallest; "" where that
    means nothing or they are nearly alike."""
    row = topic.indicator
    if row.unit_zh in PERCENT_UNITS:
        decimals = topic.shown.decimals
        is_alike = not rounded(most - least, decimals)
        return "" if is_alike else f"比{{}}高 {number(most - least, decimals)} 个百分点"
    if row.measure_type in BASED or "=100" in row.unit_zh or least <= 0:
        return ""
    factor = most / least
    decimals = 1 if factor < LARGEST else 0
    return f"是{{}}的 {number(factor, decimals)} 倍" if factor >= LEAST_MULTIPLE else ""
