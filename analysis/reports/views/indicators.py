"""The page of indicators as a Document."""

from dataclasses import replace

from analysis.document.document import Figure, Section
from analysis.indicators.address import indicators_view, query_of
from analysis.indicators.summary import IndicatorSummary, against, indicator_summary
from analysis.meeting.slide_pictures import table
from analysis.reports.figures.bars import study_bars_figure
from analysis.reports.figures.lines import scatter_figure, study_figure
from analysis.reports.figures.provinces import provinces_figure
from analysis.reports.views.seen import Seen, part, said
from analysis.state.scope import scope
from analysis.state.view import Choices
from data.model.catalog import Catalog


def indicators(catalog: Catalog, options: Choices, query: str) -> Seen:
    """The study of a state: its picture with its numbers, and how the provinces stand."""
    chosen, _ = indicators_view(query, options)
    found = indicator_summary(catalog, chosen)
    beside = against(catalog, found.state)
    own = scope(catalog, chosen.view.regions)
    return Seen(
        title=found.indicator.name_zh,
        filter_text=f"{own.name} · {found.indicator.short_zh} · {found.subtitle}",
        query=query_of(chosen, options),
        lead=said("study", (_finding(found), _readings(found), found.standing, found.absence)),
        sections=_sections(found, beside),
        sources=tuple(
            dict.fromkeys((*found.evidence.sources, *(beside.evidence.sources if beside else ())))
        ),
        remarks=(f"引用格式：{found.citation}",) if found.citation else (),
    )


def _finding(found: IndicatorSummary) -> str:
    """The title where it says more than what is shown."""
    scale = next(offer.name for offer in found.offers if offer.is_chosen)
    name = found.indicator.short_zh
    return "" if found.title in (name, f"{name}：{scale}") else found.title


def _readings(found: IndicatorSummary) -> str:
    """What the regions have in the last year that all of them have, or over the years of an average
    growth: 2024 年地区生产总值（亿元，现价）：北京 49,843.1、天津 …"""
    year = found.common_year
    data = [d for d in found.data if d.year == year and d.value is not None]
    if year is None or not data:
        return ""
    when = found.span if found.state.scale == "growth" else found.dated(year)
    listed = "、".join(f"{one.region.short_zh} {one.text}" for one in data)
    return f"{when}{found.indicator.short_zh}（{found.basis}）：{listed}"


def _sections(found: IndicatorSummary, beside: IndicatorSummary | None) -> tuple[Section, ...]:
    """Lines with the table of all numbers; bars of one year repeat neither these nor the notes."""
    lines, bars = study_figure(found, table(found)), study_bars_figure(found)
    shown = lines if len(found.years) > 1 else None
    if shown is not None:
        notes = tuple(note for note in bars.footnotes if note not in lines.footnotes)
        bars = replace(bars, table=None, footnotes=notes)
    return (
        *part("lines", "时间变化", (shown,)),
        *part("bars", "地区比较", (bars,)),
        *part("provinces", "全国各省（区、市）位次", (provinces_figure(found),)),
        *part("pairs", "两项指标对照", (_scatter(found, beside),)),
    )


def _scatter(found: IndicatorSummary, beside: IndicatorSummary | None) -> Figure | None:
    return None if beside is None else scatter_figure(found, beside, table(found, beside))
