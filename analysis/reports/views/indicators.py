"""The page of indicators as a Document."""

from analysis.document.document import Figure, Section
from analysis.indicators.address import indicators_view, query_of
from analysis.indicators.summary import IndicatorSummary, against, indicator_summary
from analysis.meeting.slide_pictures import table
from analysis.reports.figures.bars import study_bars_figure
from analysis.reports.figures.lines import scatter_figure, study_figure
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
        lead=said("study", (found.title, found.standing, found.absence)),
        sections=_sections(found, beside),
        sources=tuple(
            dict.fromkeys((*found.evidence.sources, *(beside.evidence.sources if beside else ())))
        ),
        remarks=(found.citation,) if found.citation else (),
    )


def _sections(found: IndicatorSummary, beside: IndicatorSummary | None) -> tuple[Section, ...]:
    lines = study_figure(found, table(found))
    several = len(found.years) > 1
    return (
        *part("lines", "时间变化", (lines if several else None,)),
        *part("bars", "地区比较", (study_bars_figure(found),)),
        *part("pairs", "两项指标对照", (_scatter(found, beside),)),
    )


def _scatter(found: IndicatorSummary, beside: IndicatorSummary | None) -> Figure | None:
    return None if beside is None else scatter_figure(found, beside, table(found, beside))
