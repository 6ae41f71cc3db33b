"""Sentences made from the data: the lead over the cards, and the words that others are made of."""

from dataclasses import replace

from analysis.series import measures
from analysis.series.breaks import base_year
from analysis.series.changes import GROWTH, real_change
from analysis.series.quantities import MINUS, number
from analysis.series.selection import Aggregate, Selection, in_total, nothing, observed
from analysis.state.view import View
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import in_words
from data.model.catalog import JJJ, Catalog
from data.model.periods import ANNUAL, frequency

STRATEGY_BASE = 2013  # the year before the coordinated-development strategy of 2014


def filter_text(catalog: Catalog, view: View, topic: Selection) -> str:
    """What is filtered: theme · regions · years."""
    theme = catalog.themes[view.theme].name_zh
    return f"{theme} · {topic.scope.name} · {span_text(view.start, view.end)}"


def finding(catalog: Catalog, topic: Selection, whole: Aggregate | None) -> str:
    """The first thing to know, from the same numbers as the first card and the bars."""
    name = topic.indicator.short_zh
    if whole is None:
        return f"{_apart(catalog, topic) or f'{name}在{nothing(catalog, topic)}'}。"
    year = whole.last_year
    value = in_words(catalog, topic.indicator, in_total(catalog, topic, whole, year).text)
    whose = owner(topic, whole)
    real = real_change(catalog, topic, year)
    # the word stands at the value, once
    moved = f"，{replace(real, mark='').phrase}" if real else ""
    moved += since(topic, whole, year)
    parts = [f"{period_text(year)}{whose}{dated_name(topic)} {value}{moved}"]
    leader = _leader(topic, year)
    return "；".join(filter(None, [*parts, leader])) + "。"


def dated_name(topic: Selection) -> str:
    """The indicator's name beside a year, which says already that it is that year's."""
    return topic.indicator.short_zh.replace("（当年）", "").replace("当年", "")


def _says_whose(topic: Selection) -> bool:
    return "津冀" in topic.indicator.short_zh


def owner(topic: Selection, whole: Aggregate) -> str:
    """Whose value it is, unless the indicator's name says so already."""
    if whole.code != JJJ or whole.last_year in whole.computed:
        return topic.scope.name
    return "" if _says_whose(topic) else "京津冀"


def since(topic: Selection, whole: Aggregate, year: int) -> str:
    """How the value stands to its base year: a multiple, or a percentage if it is small; "" where
    that means nothing, or the value is suspect."""
    sound = topic.sound(whole.values, topic.scope.codes)
    is_yearly = frequency(topic.end) == ANNUAL  # within a year figures are counted from January
    if not is_yearly or not topic.indicator.growth_allowed or year not in sound:
        return ""
    base = base_year(sound, topic.breaks, STRATEGY_BASE)
    if base is None or sound[base] <= 0:
        return ""
    factor = sound[year] / sound[base]
    if number(factor * 100, 1) == "100.0":
        return f"，与 {period_text(base)}持平"
    nominal = "（按现价计算）" if topic.indicator.growth_kind == "nominal" else ""
    if factor >= 1.5:
        return f"，为 {period_text(base)}的 {number(factor, 1)} 倍{nominal}"
    word = GROWTH["up" if factor > 1 else "down"]
    return f"，比 {period_text(base)}{word} {number(abs(factor - 1) * 100, 1)}%{nominal}"


def _leader(topic: Selection, year: int) -> str:
    """The region with the largest share of the three, where shares mean something."""
    part = largest_share(topic, year) if topic.scope.is_complete else None
    return f"{part[0]}占 {number(part[1], 1)}%" if part is not None else ""


def largest_share(topic: Selection, year: int) -> tuple[str, float] | None:
    """The chosen region with the largest part of the three, in percent; None where shares
    mean nothing, one of the three has no value in the year, or the whole is a burden: who emits
    most does not lead."""
    parts = topic.shares_in(year)
    if not parts or topic.indicator.direction == "lower_better":
        return None
    region = max(topic.scope.regions, key=lambda region: parts[region.region_code])
    return region.short_zh, parts[region.region_code]


def _apart(catalog: Catalog, topic: Selection) -> str:
    """The values side by side in one clause, or the only published one."""
    owners = topic.owners()
    year = measures.latest_year(topic.columns[r.region_code] for r in owners)
    if year is None:
        return ""
    found = ((r.short_zh, observed(catalog, topic, r.region_code, year)) for r in owners)
    phrases = [(name, in_words(catalog, topic.indicator, q.text)) for name, q in found if q]
    if [r.region_code for r in owners] == [JJJ] and _says_whose(topic):
        return f"{period_text(year)}{dated_name(topic)} {phrases[0][1]}"
    is_rate = topic.indicator.measure_type == "growth_rate"
    if is_rate and any(text.startswith(MINUS) for _, text in phrases):
        listed = "、".join(f"{name}{_grown(text)}" for name, text in phrases)
    else:
        listed = "、".join(f"{name} {text}" for name, text in phrases)
    return f"{period_text(year)}{dated_name(topic)}：{listed}"


def _grown(rate: str) -> str:
    """A rate of growth in words, where a sign would have to be read: 下降 4.7%, 增长 1.1%."""
    if rate.startswith(MINUS):
        return f"{GROWTH['down']} {rate[1:]}"
    return GROWTH["flat"] if not rate.partition("%")[0].strip("0.") else f"{GROWTH['up']} {rate}"
