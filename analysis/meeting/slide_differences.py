"""The slide of differences: how far the regions are apart in what does not grow with their size,
and whether they were farther apart before."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.series import measures, observations
from analysis.series.breaks import base_year
from analysis.series.evidence import credit, evidence, merged, told_together
from analysis.series.quantities import PERCENT_UNITS, POINTS, number, rounded
from analysis.series.selection import Selection, observed, selection
from analysis.text import sentences
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import all_first, remark, row_year
from data.model.catalog import Catalog, Region
from data.model.plan import WHOLE_PLAN

KINDS = frozenset({"per_capita", "ratio", "intensity", "concentration"})
CHANGE = "较早年份"
FORMULA = "倍数 = 最高 ÷ 最低；百分比相减，单位为个百分点；由本站计算。"
MOVED = "与较早年份相比的，是同样两个地区。"


@dataclass(frozen=True, slots=True)
class Difference:
    """An indicator of the regions in one year: the highest and the lowest, how far they are apart
    then and in the `base` year (None: no earlier year that both have)."""

    topic: Selection
    year: int
    highest: Region
    lowest: Region
    now: float
    base: int | None
    before: float | None

    @property
    def is_gap(self) -> bool:
        """Whether it is a difference in percentage points and no multiple."""
        return self.topic.indicator.unit_zh in PERCENT_UNITS

    def text(self, value: float) -> str:
        """2.5 倍, 4.6 个百分点."""
        return f"{number(value, 1)} {POINTS if self.is_gap else '倍'}"


def differences(catalog: Catalog, at: Sight) -> Slide:
    """The theme's headline indicators whose size does not grow with the region; of the whole
    plan those of every theme. A row each: the regions, how far apart, and before."""
    found = [one for topic in _topics(catalog, at) if (one := _difference(topic))]
    regions = at.scope.regions
    every = [evidence(catalog, d.topic, d.topic.scope.codes, [d.year]) for d in found]
    used = merged(every)
    span = span_text(at.view.start, at.view.end)
    theme = catalog.themes[at.view.theme].name_zh
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list" if found else "words",
        title=at.title(f"{at.scope.name}差距：{_title(found[0])}" if found else at.scope.name),
        filter_text=f"{theme} · {at.scope.name} · {span}",
        columns=("", *(region.short_zh for region in regions), "最高与最低", CHANGE),
        entries=tuple(_entry(catalog, one) for one in found),
        source=credit(used),
        sources=used,
        footnotes=(FORMULA, MOVED, *told_together(catalog, every)),
        absence="" if found else "所选年份的数值本站未收录。",
    )
    return listed(slide)


def _topics(catalog: Catalog, at: Sight) -> Iterable[Selection]:
    themes = catalog.themes if at.view.theme == WHOLE_PLAN else [at.view.theme]
    for theme in themes:
        for row in catalog.headlines(theme):
            if row.measure_type in KINDS:
                yield selection(catalog, at.view, row.indicator_id)


def _difference(topic: Selection) -> Difference | None:
    """None where not every region has a sound value in one year, or the lowest is not above 0."""
    regions = topic.scope.regions
    own = {r: topic.sound(topic.columns[r.region_code], [r.region_code]) for r in regions}
    common = measures.common_years(own.values())
    if not common:
        return None
    year = common[-1]
    highest, lowest = (pick(regions, key=lambda r: own[r][year]) for pick in (max, min))
    base = base_year(common, topic.breaks, sentences.STRATEGY_BASE)
    is_gap = topic.indicator.unit_zh in PERCENT_UNITS
    apart = (
        measures.gap(own[highest], own[lowest])
        if is_gap
        else measures.ratio(own[highest], own[lowest])
    )
    if year not in apart:
        return None
    before = apart.get(base) if base is not None else None
    return Difference(topic, year, highest, lowest, apart[year], base, before)


def _entry(catalog: Catalog, one: Difference) -> Entry:
    topic = one.topic
    codes = topic.scope.codes
    when = row_year(topic, codes, one.year)
    name = f"{topic.indicator.short_zh}（{topic.shown.unit}，{when}）"
    found = (observed(catalog, topic, code, one.year) for code in codes)
    mark = observations.provisional_mark(catalog) if all_first(topic, codes, one.year) else ""
    values = [quantity.bare.removesuffix(mark) if quantity else "" for quantity in found]
    return Entry(name, (*values, _apart(one), _before(one)))


def _apart(one: Difference) -> str:
    """北京为河北的 2.5 倍, 北京高河北 4.6 个百分点."""
    high, low = one.highest.short_zh, one.lowest.short_zh
    value = one.text(one.now)
    return f"{high}比{low}高 {value}" if one.is_gap else f"{high}为{low}的 {value}"


def _before(one: Difference) -> str:
    """2013 年为 2.9 倍, 缩小: the same two then, and the way it went as far as it is shown."""
    if one.base is None or one.before is None:
        return ""
    now, then = (rounded(value, 1) for value in (one.now, one.before))
    way = "扩大" if now > then else "缩小" if now < then else "持平"
    return f"{period_text(one.base)}为 {one.text(one.before)}，{way}"


def _title(one: Difference) -> str:
    """人均地区生产总值北京为河北的 2.5 倍，2013 年为 2.9 倍."""
    before = _before(one).rpartition("，")[0]
    first = remark(one.topic, one.topic.scope.codes, one.year)
    said = f"{one.topic.indicator.short_zh}{_apart(one)}{first}"
    return f"{said}，{before}" if before else said
