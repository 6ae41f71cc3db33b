"""Sentences made from the data: the lead over the cards, and the titles of the charts."""

import pandas as pd

from analysis.series import measures
from analysis.series.quantities import number
from analysis.series.selection import Aggregate, Subject, in_total, observed
from analysis.state.view import View
from data.model.catalog import JJJ, NATION, Catalog

STRATEGY_BASE = 2013  # the year before the coordinated-development strategy of 2014


def years(start: int, end: int) -> str:
    """A range of years: 2010–2024, or 2024 for one."""
    return str(start) if start == end else f"{start}–{end}"


def year_text(year: int) -> str:
    """A year in running text: 2024 年."""
    return f"{year} 年"


def filter_text(catalog: Catalog, view: View, topic: Subject) -> str:
    """What is filtered: theme · regions · years."""
    return f"{catalog.themes[view.theme].name_zh} · {topic.scope} · {years(view.start, view.end)}"


def finding(catalog: Catalog, topic: Subject, whole: Aggregate | None) -> str:
    """The first thing to know, from the same numbers as the first card and the bars."""
    name = topic.indicator.short_zh
    if whole is None:
        return f"{_apart(catalog, topic) or f'{name}在所选年份没有已公布的数值'}。"
    year = int(whole.series.index.max())
    value = in_total(catalog, topic, whole, year).text
    whose = owner(topic, whole)
    parts = [f"{year_text(year)}{whose}{dated_name(topic)} {value}{since(topic, whole, year)}"]
    leader = _leader(topic, year)
    return "；".join(filter(None, [*parts, leader])) + "。"


def dated_name(topic: Subject) -> str:
    """The indicator's name beside a year, which says already that it is that year's."""
    return topic.indicator.short_zh.replace("（当年）", "").replace("当年", "")


def _says_whose(topic: Subject) -> bool:
    return "津冀" in topic.indicator.short_zh


def owner(topic: Subject, whole: Aggregate) -> str:
    """Whose value it is, unless the indicator's name says so already."""
    if whole.code != JJJ:
        return topic.scope
    return "" if _says_whose(topic) else "京津冀"


def since(topic: Subject, whole: Aggregate, year: int) -> str:
    """How the value stands to its base year: a multiple, or a percentage if it is small."""
    if not topic.indicator.growth_allowed:
        return ""
    base = measures.base_year(whole.series, topic.breaks, STRATEGY_BASE)
    if base is None or float(whole.series.loc[base]) <= 0:
        return ""
    factor = float(whole.series.loc[year]) / float(whole.series.loc[base])
    nominal = "（名义）" if topic.indicator.growth_kind == "nominal" else ""
    if factor >= 1.5:
        return f"，是 {year_text(base)}的 {number(factor, 1)} 倍{nominal}"
    word = "增加" if factor >= 1 else "减少"
    return f"，比 {year_text(base)}{word} {number(abs(factor - 1) * 100, 1)}%{nominal}"


def _leader(topic: Subject, year: int) -> str:
    """The region with the largest share of the three, where shares mean something."""
    part = _largest_share(topic, year) if topic.is_complete else None
    return f"{part[0]}占 {number(part[1], 1)}%" if part is not None else ""


def _largest_share(topic: Subject, year: int) -> tuple[str, float] | None:
    """The chosen region with the largest part of the three, in percent; None where shares
    mean nothing or one of the three has no value in the year."""
    if year not in topic.shares.index:
        return None
    shares = topic.shares.loc[year]
    if shares.isna().any():
        return None
    chosen = shares[topic.codes]
    name = next(r.short_zh for r in topic.regions if r.region_code == chosen.idxmax())
    return name, float(chosen.max())


def _apart(catalog: Catalog, topic: Subject) -> str:
    """The values side by side in one clause, or the only published one."""
    codes = topic.codes if topic.has_regions else [c for c in (JJJ, NATION) if topic.has(c)][:1]
    if not codes:
        return ""
    year = measures.latest_year(topic.panel[codes])
    if year is None:
        return ""
    values = topic.panel.loc[year, codes].dropna()
    phrases = (
        (catalog.region(str(c)).short_zh, observed(catalog, topic, str(c), year))
        for c in values.index
    )
    if codes == [JJJ] and _says_whose(topic):
        return f"{year_text(year)}{dated_name(topic)} {next(p.text for _, p in phrases if p)}"
    listed = "、".join(f"{name} {phrase.text if phrase else ''}" for name, phrase in phrases)
    return f"{year_text(year)}{dated_name(topic)}：{listed}"


def trend_title(topic: Subject) -> str:
    """How the chosen regions moved between the first and last year that all of them have,
    within the latest stretch without a break; only the name where that says nothing."""
    name = topic.indicator.short_zh
    complete = topic.panel[topic.codes].dropna()
    base = measures.base_year(complete.iloc[:, 0], topic.breaks, int(topic.panel.index.min()))
    is_rate = topic.indicator.measure_type == "growth_rate"  # a rise of a rate is not a rise
    if base is None or is_rate or "=100" in topic.indicator.unit_zh:
        return name
    last = int(complete.index.max())
    words = {r.short_zh: _move(complete[r.region_code], base, last) for r in topic.regions}
    return f"{name}：{years(base, last)} 年{_moves(words)}"


def _move(series: pd.Series, base: int, last: int) -> str:
    before, after = float(series.loc[base]), float(series.loc[last])
    return "上升" if after > before else "下降" if after < before else "持平"


def _moves(words: dict[str, str]) -> str:
    """三地都上升, or 北京、河北上升，天津下降."""
    kinds = list(dict.fromkeys(words.values()))
    if len(kinds) == 1:
        who = {3: "三地都", 2: "两地都", 1: "".join(words)}[len(words)]
        return who + kinds[0]
    return "，".join("、".join(r for r, w in words.items() if w == kind) + kind for kind in kinds)


def comparison_title(topic: Subject, year: int | None, values: pd.Series) -> str:
    """Who is how large in one year: a share where shares hold, else a multiple, else the name."""
    name = topic.indicator.short_zh
    if year is None or values.empty:
        return name
    names = {r.region_code: r.short_zh for r in topic.regions}
    part = _largest_share(topic, year)
    if part is not None:
        return f"{year_text(year)}{part[0]}占三地{name}的 {number(part[1], 1)}%"
    largest, smallest = values.idxmax(), values.idxmin()
    may_divide = topic.indicator.measure_type not in {"index", "price_index", "growth_rate"}
    if len(values) > 1 and may_divide and float(values.min()) > 0:
        factor = float(values.max()) / float(values.min())
        if factor >= 1.05:
            return (
                f"{year_text(year)}{names[str(largest)]}是{names[str(smallest)]}的 "
                f"{number(factor, 1 if factor < 10 else 0)} 倍"
            )
    return f"{name}，{year_text(year)}"
