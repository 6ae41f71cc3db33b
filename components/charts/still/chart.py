"""A Chart of a document as one SVG, named and told in words for who hears it."""

from analysis.document.chart import Chart, Kind
from components.charts.still.bars import bars, columns, legend
from components.charts.still.frame import HEIGHT, LEADING, WIDTH, held
from components.charts.still.lines import lines
from components.charts.still.scatter import scatter
from components.charts.svg import Element, spoken


def still_chart(chart: Chart) -> Element | None:
    """The picture, as wide as its place; None for a chart without any value."""
    if not held(chart):
        return None
    parts, height = _parts(chart)
    return spoken(
        chart.name,
        *parts,
        description=chart.told,
        class_="still",
        viewBox=f"0 0 {WIDTH} {height}",
        width="100%",
        preserveAspectRatio="xMinYMin meet",
    )


def _parts(chart: Chart) -> tuple[list[Element], int]:
    match chart.kind:
        case Kind.BARS:
            return bars(chart)
        case Kind.COLUMNS | Kind.STACK:
            drawn = columns(chart, chart.kind is Kind.STACK)
            return [*drawn, *legend(chart, HEIGHT + LEADING - 5)], HEIGHT + LEADING
        case Kind.SCATTER:
            return scatter(chart), HEIGHT
    return lines(chart), HEIGHT
