"""Where the chosen regions stand among all provinces of the nation, as a Figure."""

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Figure
from analysis.indicators.summary import IndicatorSummary
from analysis.reports.figures.lines import sentence
from analysis.series.frames import FRAME
from analysis.text.table import Table

COLUMNS = ("位次", "地区", "数值")


def provinces_figure(found: IndicatorSummary) -> Figure | None:
    """The provinces side by side from the highest value to the lowest, the chosen regions in their
    colours; None unless they are what the regions are seen against."""
    every = found.distribution
    if every is None:
        return None
    name = f"{found.indicator.short_zh}：各省（区、市）由高到低"
    standings = every.standings
    chart = Chart(
        kind=Kind.COLUMNS,
        name=name,
        unit=found.unit,
        decimals=found.decimals,
        categories=tuple(one.name for one in standings),
        series=(
            Series(
                slug="",
                label=found.indicator.short_zh,
                values=tuple(one.value for one in standings),
                texts=tuple(one.text for one in standings),
            ),
        ),
        told=f"柱形图，{name}。{found.standing}",
        slugs=tuple(one.slug or FRAME for one in standings),
    )
    rows = tuple((one.position.removeprefix("第 "), one.name, one.text) for one in standings)
    return Figure(
        key=f"{found.indicator.indicator_id}.{found.state.scale}.provinces",
        title=name,
        subtitle="，".join(filter(None, (found.basis, found.standing_period))),
        chart=chart,
        table=Table(name, COLUMNS, rows),
        footnotes=(sentence(f"{every.held}，中位数 {every.median_text}"),),
        source=found.evidence.credit,
    )
