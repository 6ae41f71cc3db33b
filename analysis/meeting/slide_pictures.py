"""Slides of one indicator: its number, its lines, its bars, or two numbers and a chart."""

from dataclasses import replace

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import IndicatorSummary, indicator_summary
from analysis.indicators.values import Datum
from analysis.meeting.slide_numbers import (
    PUBLISHED,
    derived_numbers,
    own_numbers,
    remarks_on,
    second_number,
    second_summary,
)
from analysis.meeting.slides import Sight, Slide
from analysis.overview.comparison import Comparison, comparison
from analysis.series import observations
from analysis.series.absence import absence
from analysis.series.breaks import BREAK_MARK, marked_years
from analysis.series.evidence import credit, merged
from analysis.series.frames import FULL_NAMES
from analysis.series.scales import scale_name
from analysis.series.selection import Aggregate, Selection, aggregate, selection
from analysis.state.scope import scope_of_codes
from analysis.state.view import View
from analysis.text import sentences
from analysis.text.periods import period_text, span_text
from analysis.text.periods import years as written_span
from analysis.text.provisional import dated
from analysis.text.table import Table
from data.model.catalog import JJJ, NATION, Catalog
from data.model.periods import ANNUAL
from data.model.scenes import Scene

WITH_NUMBERS = ("number", "numbers-chart")


def picture(catalog: Catalog, at: Sight) -> Slide:
    """The slide of an indicator; in words where nobody that could stand there has a value."""
    scene, view = at.scene, at.view
    topic = selection(catalog, view, view.indicator)
    whole = aggregate(catalog, topic)
    found = indicator_summary(catalog, _desk(at.scene, view))
    is_plain = found.state.scale == PUBLISHED
    is_bare = is_plain and not found.state.frame
    bars = comparison(catalog, topic, view.end) if scene.layout == "bars" and is_bare else None
    told = sentences.finding(catalog, topic, whole)
    beside = second_summary(catalog, at) if scene.layout == "numbers-chart" else None
    shown = (bars or found).evidence
    used = merged([shown, *([beside.evidence] if beside else [])])
    title = at.title(_headline(topic, whole, found, bars, scene.layout) or told)
    slide = Slide(
        scene=scene,
        choice=at.choice,
        layout=scene.layout if found.years else "words",
        title=title,
        filter_text=_filter_text(catalog, at, topic, found),
        sentence=found.standing or (told if is_plain and title != told.removesuffix("。") else ""),
        study=found,
        comparison=bars,
        source=credit(used),
        sources=used,
        footnotes=footnotes(found, bars),
        note=scene.note_zh or "",
        table=table(found, beside),
        absence=absent_text(catalog, topic, view),
        holds=_holds(catalog, at, found, bars),
    )
    if scene.layout not in WITH_NUMBERS or not found.years:
        return slide
    numbers, parts = own_numbers(catalog, at, topic, found)
    seconds = second_number(catalog, at) if beside else ()
    named = [(topic.indicator, (*numbers, *parts))]
    named += [(beside.indicator, seconds)] if beside else []
    remarks = remarks_on(catalog, named)
    return replace(slide, numbers=(*numbers, *seconds), parts=parts, remarks=remarks)


def _desk(scene: Scene, view: View) -> IndicatorsView:
    """What the page of indicators would show of a scene."""
    return IndicatorsView(view, scene.scale, scene.base, frame=scene.frame or "")


def _holds(
    catalog: Catalog, at: Sight, found: IndicatorSummary, bars: Comparison | None
) -> tuple[float, ...]:
    """The ends of the values drawn here and of those drawn of all three; of bars in their year."""
    everyone = tuple(region.slug for region in at.scope.everyone)
    whole = replace(at.view, regions=everyone)
    if bars is not None and len(bars.bars) > 1:  # a single one is drawn as lines
        every = comparison(catalog, selection(catalog, whole, whole.indicator), whole.end)
        shown = [bar.value for bar in (*bars.bars, *every.bars)]
    else:
        beside = indicator_summary(catalog, _desk(at.scene, whole))
        is_bars, year = at.scene.layout == "bars" and bars is None, beside.common_year
        data = [one for one in beside.data if not is_bars or one.year == year]
        shown = [datum.value for datum in (*(() if is_bars else found.data), *data)]
    values = [value for value in shown if value is not None]
    return (min(values), max(values)) if values else ()


def _headline(
    topic: Selection,
    whole: Aggregate | None,
    found: IndicatorSummary,
    bars: Comparison | None,
    layout: str,
) -> str:
    """The sentence over the picture, shorter than the finding; "" where none can be made."""
    name = topic.indicator.short_zh
    if not found.years:
        return name
    if bars is not None:
        if not topic.has_regions or len(topic.scope.regions) == 1:
            return ""
        return bars.title if name in bars.title else f"{name}：{bars.title}"
    if layout in WITH_NUMBERS and found.state.scale == PUBLISHED and whole is not None:
        year = whole.last_year
        moved = sentences.since(topic, whole, year).removeprefix("，")
        owner = sentences.owner(topic, whole)
        when = dated(topic, topic.scope.codes, year)
        return f"{owner}{sentences.dated_name(topic)}：{when}{moved}" if moved else ""
    if found.state.scale != PUBLISHED and found.title.endswith(f"：{_scale_of(topic, found)}"):
        return _listed(topic, found)
    return found.title if found.title != name else ""


def _scale_of(topic: Selection, found: IndicatorSummary) -> str:
    """The name of the scale that is really shown."""
    return scale_name(topic.indicator, found.state.scale)


def _listed(topic: Selection, found: IndicatorSummary) -> str:
    """The numbers of a scale about which no sentence is made, as they stand in the last year:
    二氧化硫排放量指数（2020 年=100）：2024 年北京 61.1、天津 59.8、河北 84.8."""
    numbers = derived_numbers(found)
    own = [one for one in numbers if one.quantity and one.slug in topic.scope.slugs]
    told = "、".join(f"{one.label} {one.quantity.text}" for one in own if one.quantity)
    based = f"（{found.unit}）" if "=100" in found.unit else ""
    year = period_text(numbers[0].year or 0)
    return f"{topic.indicator.short_zh}{_scale_of(topic, found)}{based}：{year}{told}"


def absent_text(catalog: Catalog, topic: Selection, view: View) -> str:
    """Which of the chosen regions has no value in these years, and what stands there instead;
    "" where all have one, or where the three were asked for and have one together."""
    codes = [code for code in topic.scope.codes if not topic.has(code)]
    missing = scope_of_codes(catalog, codes)
    if not codes or (topic.scope.is_complete and topic.has(JJJ)):
        return ""
    name = topic.indicator.indicator_id
    span = f" {span_text(view.start, view.end)}"
    is_elsewhere = observations.has_values(catalog, name, codes)
    why = absence(catalog, name, codes, range(view.start, view.end + 1))
    words = {JJJ: f"，所列为{catalog.region(JJJ).name_zh}数", NATION: "，以下为全国数"}
    instead = "".join(words.get(region.region_code, "") for region in topic.owners())
    return f"{missing.name}{span if is_elsewhere else ''}的数值{why}{instead}。"


def footnotes(found: IndicatorSummary, bars: Comparison | None) -> tuple[str, ...]:
    """What must be said under the picture: how it was computed, breaks, and the caveat."""
    breaks = (f"{b.before} 与 {b.after} 年之间不可比：{b.reason_zh}" for b in found.breaks)
    formulas = (bars.formula,) if bars else (found.formula,)
    hollow = "" if bars else found.hollow.removeprefix("；")
    said = (*found.remarks, *formulas, *found.notes, *found.evidence.told, hollow, *breaks)
    every = dict.fromkeys(filter(None, (*said, found.evidence.caveat)))
    return tuple(text if text.endswith("。") else f"{text}。" for text in every)


def table(found: IndicatorSummary, beside: IndicatorSummary | None = None) -> Table:
    """The numbers of a study, newest year first, and those of the one `beside` it; a year that a
    break parts from the one before it is marked."""
    every = [(found, r) for r in found.regions]
    names = [region.short_zh for region in found.regions]
    caption = f"{found.indicator.short_zh}（{found.subtitle}）"
    years = set(found.years)
    if beside is not None:
        name = beside.indicator.short_zh
        every += [(beside, r) for r in beside.regions]
        names += [f"{name} {region.short_zh}" for region in beside.regions]
        caption += f"；{name}（{beside.subtitle}）"
        years |= set(beside.years)
    studies = [found, *([beside] if beside is not None else [])]
    marked = frozenset().union(*(marked_years(one.years, one.breaks) for one in studies))
    rows = (
        (
            f"{written_span(year, year)}{BREAK_MARK if year in marked else ''}",
            *(_text(one.datum(r.region_code, year)) for one, r in every),
        )
        for year in sorted(years, reverse=True)
    )
    head = "年份" if found.state.view.frequency == ANNUAL else "时期"
    return Table(caption, (head, *names), tuple(rows))


def _text(datum: Datum | None) -> str:
    return datum.text if datum else ""


def _filter_text(catalog: Catalog, at: Sight, topic: Selection, found: IndicatorSummary) -> str:
    """Theme, regions, years, the scale where it is not the published one, and the frame."""
    text = sentences.filter_text(catalog, at.view, topic)
    scale = found.state.scale
    named = "" if scale == PUBLISHED else scale_name(topic.indicator, scale)
    against = f"对照：{FULL_NAMES[found.state.frame]}" if found.state.frame else ""
    return " · ".join(filter(None, (text, named, against)))
