"""Sentences made from the data: the lead over the cards, and the titles of the charts."""

from collections.abc import Iterable, Mapping

from analysis.series import measures
from analysis.series.breaks import base_year, runs
from analysis.series.observations import Values
from analysis.series.quantities import number
from analysis.series.selection import Aggregate, Selection, in_total, nothing, observed
from analysis.state.scope import Scope
from analysis.state.view import View
from data.model.catalog import JJJ, Catalog

STRATEGY_BASE = 2013  # the year before the coordinated-development strategy of 2014
MOVES = {"up": "上升", "down": "下降", "flat": "持平"}  # on cards, in titles, on the plan's page


def years(start: int, end: int) -> str:
    """A range of years: 2010—2024, or 2024 for one."""
    return str(start) if start == end else f"{start}—{end}"


def year_text(year: int) -> str:
    """A year in running text: 2024 年."""
    return f"{year} 年"


def years_text(found: Iterable[int]) -> str:
    """Years in running text, runs of three and more as ranges: 2013、2016—2019 年."""
    parts = [
        text
        for run in runs(found, ())
        for text in ([years(run[0], run[-1])] if len(run) > 2 else map(str, run))
    ]
    return "、".join(parts) + " 年"


def filter_text(catalog: Catalog, view: View, topic: Selection) -> str:
    """What is filtered: theme · regions · years."""
    theme = catalog.themes[view.theme].name_zh
    return f"{theme} · {topic.scope.name} · {years(view.start, view.end)}"


def finding(catalog: Catalog, topic: Selection, whole: Aggregate | None) -> str:
    """The first thing to know, from the same numbers as the first card and the bars."""
    name = topic.indicator.short_zh
    if whole is None:
        return f"{_apart(catalog, topic) or f'{name}在{nothing(catalog, topic)}'}。"
    year = whole.last_year
    value = in_total(catalog, topic, whole, year).text
    whose = owner(topic, whole)
    parts = [f"{year_text(year)}{whose}{dated_name(topic)} {value}{since(topic, whole, year)}"]
    leader = _leader(topic, year)
    return "；".join(filter(None, [*parts, leader])) + "。"


def dated_name(topic: Selection) -> str:
    """The indicator's name beside a year, which says already that it is that year's."""
    return topic.indicator.short_zh.replace("（当年）", "").replace("当年", "")


def _says_whose(topic: Selection) -> bool:
    return "津冀" in topic.indicator.short_zh


def owner(topic: Selection, whole: Aggregate) -> str:
    """Whose value it is, unless the indicator's name says so already."""
    if whole.code != JJJ:
        return topic.scope.name
    return "" if _says_whose(topic) else "京津冀"


def since(topic: Selection, whole: Aggregate, year: int) -> str:
    """How the value stands to its base year: a multiple, or a percentage if it is small."""
    if not topic.indicator.growth_allowed:
        return ""
    base = base_year(whole.values, topic.breaks, STRATEGY_BASE)
    if base is None or whole.values[base] <= 0:
        return ""
    factor = whole.values[year] / whole.values[base]
    nominal = "（名义）" if topic.indicator.growth_kind == "nominal" else ""
    if factor >= 1.5:
        return f"，是 {year_text(base)}的 {number(factor, 1)} 倍{nominal}"
    word = "增加" if factor >= 1 else "减少"
    return f"，比 {year_text(base)}{word} {number(abs(factor - 1) * 100, 1)}%{nominal}"


def _leader(topic: Selection, year: int) -> str:
    """The region with the largest share of the three, where shares mean something."""
    part = _largest_share(topic, year) if topic.scope.is_complete else None
    return f"{part[0]}占 {number(part[1], 1)}%" if part is not None else ""


def _largest_share(topic: Selection, year: int) -> tuple[str, float] | None:
    """The chosen region with the largest part of the three, in percent; None where shares
    mean nothing or one of the three has no value in the year."""
    parts = topic.shares_in(year)
    if not parts:
        return None
    region = max(topic.scope.regions, key=lambda region: parts[region.region_code])
    return region.short_zh, parts[region.region_code]


def share_title(topic: Selection, year: int) -> str:
    """Who of the chosen regions has the largest part of the three, and how much; "" where shares
    mean nothing or one of the three has no value in the year."""
    part = _largest_share(topic, year)
    if part is None:
        return ""
    of_whom = f"{topic.scope.whole.name}{topic.indicator.short_zh}"
    return f"{year_text(year)}{part[0]}占{of_whom}的 {number(part[1], 1)}%"


def _apart(catalog: Catalog, topic: Selection) -> str:
    """The values side by side in one clause, or the only published one."""
    owners = topic.owners()
    year = measures.latest_year(topic.columns[r.region_code] for r in owners)
    if year is None:
        return ""
    found = ((r.short_zh, observed(catalog, topic, r.region_code, year)) for r in owners)
    phrases = [(name, quantity.text) for name, quantity in found if quantity]
    if [r.region_code for r in owners] == [JJJ] and _says_whose(topic):
        return f"{year_text(year)}{dated_name(topic)} {phrases[0][1]}"
    listed = "、".join(f"{name} {text}" for name, text in phrases)
    return f"{year_text(year)}{dated_name(topic)}：{listed}"


def trend_title(topic: Selection) -> str:
    """How the chosen regions moved between the first and last year that all of them have,
    within the latest stretch without a break; only the name where that says nothing."""
    name = topic.indicator.short_zh
    own = {r.short_zh: topic.columns[r.region_code] for r in topic.scope.regions}
    complete = measures.common_years(own.values())
    base = base_year(complete, topic.breaks, topic.years[0])
    is_rate = topic.indicator.measure_type == "growth_rate"  # a rise of a rate is not a rise
    if base is None or is_rate or "=100" in topic.indicator.unit_zh:
        return name
    last = complete[-1]
    words = {who: _move(values, base, last) for who, values in own.items()}
    return f"{name}：{years(base, last)} 年{_moves(topic.scope, words)}"


def _move(values: Values, base: int, last: int) -> str:
    before, after = values[base], values[last]
    return MOVES["up" if after > before else "down" if after < before else "flat"]


def _moves(scope: Scope, words: Mapping[str, str]) -> str:
    """三地都上升, or 北京、河北上升，天津下降."""
    kinds = list(dict.fromkeys(words.values()))
    if len(kinds) == 1:
        return f"{scope.count_name}{'都' if len(words) > 1 else ''}{kinds[0]}"
    return "，".join("、".join(r for r, w in words.items() if w == kind) + kind for kind in kinds)


def comparison_title(topic: Selection, year: int | None, values: Mapping[str, float]) -> str:
    """Who is how large in one year: a share where shares hold, else a multiple of the `values` by
    the regions' names, else the indicator's name."""
    name = topic.indicator.short_zh
    if year is None or not values:
        return name
    shared = share_title(topic, year)
    if shared:
        return shared
    largest, smallest = (pick(values, key=lambda who: values[who]) for pick in (max, min))
    may_divide = topic.indicator.measure_type not in {"index", "price_index", "growth_rate"}
    if len(values) > 1 and may_divide and values[smallest] > 0:
        factor = values[largest] / values[smallest]
        if factor >= 1.05:
            return (
                f"{year_text(year)}{largest}是{smallest}的 "
                f"{number(factor, 1 if factor < 10 else 0)} 倍"
            )
    return f"{name}，{year_text(year)}"
