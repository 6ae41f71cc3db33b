"""Bars of one year or one stretch, a bar a region, as Figures."""

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Figure
from analysis.indicators.summary import IndicatorSummary
from analysis.indicators.values import Datum
from analysis.overview.comparison import Comparison
from analysis.reports.figures.lines import sentence
from analysis.series.selection import Selection
from analysis.text.periods import period_text
from analysis.text.table import Table

COLUMNS = ("地区", "数值")


def bars_figure(topic: Selection, found: Comparison) -> Figure:
    """The regions of a comparison side by side, in one year, with their parts of the three."""
    shown = topic.shown
    chart = Chart(
        kind=Kind.BARS,
        name=topic.indicator.short_zh,
        unit=shown.unit,
        decimals=shown.decimals,
        categories=tuple(bar.label for bar in found.bars),
        series=(
            Series(
                slug="",
                label=topic.indicator.short_zh,
                values=tuple(bar.value for bar in found.bars),
                texts=tuple(bar.text for bar in found.bars),
            ),
        ),
        told=_told(found.subtitle, [(bar.label, bar.text) for bar in found.bars]),
        slugs=tuple(bar.slug for bar in found.bars),
    )
    notes = (found.formula, *found.evidence.told, found.evidence.caveat)
    return Figure(
        key=f"{topic.indicator.indicator_id}.bars",
        title=found.title,
        subtitle=found.subtitle,
        chart=chart if any(bar.value is not None for bar in found.bars) else None,
        table=found.table if found.bars else None,
        footnotes=tuple(map(sentence, dict.fromkeys(filter(None, notes)))),
        source=found.evidence.credit,
    )


def study_bars_figure(found: IndicatorSummary) -> Figure:
    """The regions of a study in the last year that all of them have."""
    year = found.common_year
    data = [d for d in found.data if d.year == year]
    chart = Chart(
        kind=Kind.BARS,
        name=found.indicator.short_zh,
        unit=found.unit,
        decimals=found.decimals,
        categories=tuple(datum.region.short_zh for datum in data),
        series=(
            Series(
                slug="",
                label=found.indicator.short_zh,
                values=tuple(datum.value for datum in data),
                texts=tuple(datum.text for datum in data),
            ),
        ),
        told=_told(found.subtitle, [(datum.region.short_zh, datum.text) for datum in data]),
        slugs=tuple(datum.region.slug for datum in data),
    )
    when = found.span if found.state.scale == "growth" else period_text(year) if year else ""
    notes = (
        *found.remarks,
        found.formula,
        *found.notes,
        *found.evidence.told,
        found.evidence.caveat,
    )
    return Figure(
        key=f"{found.indicator.indicator_id}.{found.state.scale}.bars",
        title=found.title,
        subtitle="，".join(filter(None, (found.basis, when))),
        chart=chart if data else None,
        table=_table(found, data) if data else None,
        footnotes=tuple(map(sentence, dict.fromkeys(filter(None, notes)))),
        source=found.evidence.credit,
    )


def _table(found: IndicatorSummary, data: list[Datum]) -> Table:
    rows = tuple((datum.region.short_zh, datum.text) for datum in data)
    return Table(f"{found.indicator.short_zh}（{found.basis}）", COLUMNS, rows)


def _told(what: str, rows: list[tuple[str, str]]) -> str:
    said = "；".join(f"{label} {text}" for label, text in rows)
    return f"条形图，{what}。{said}。" if said else ""
