"""A Chart of a document as one SVG, named and told in words for who hears it."""

from analysis.document.chart import Chart, Kind
from components.charts.still.bars import bars, columns, legend
from components.charts.still.frame import HAND, HEIGHT, LEADING, WIDTH, held
from components.charts.still.lines import lines as lines_of
from components.charts.still.scatter import scatter
from components.charts.svg import Element, spoken


def still_chart(chart: Chart, wide: int = WIDTH, name: str = "") -> Element | None:
    """The picture, drawn so wide and shown as wide as its place, under a class of its own; None for
    a chart without any value."""
    if not held(chart):
        return None
    parts, height = _parts(chart, wide)
    return spoken(
        chart.name,
        *parts,
        description=chart.told,
        class_=f"still {name}".strip(),
        viewBox=f"0 0 {wide} {height}",
        width="100%",
        preserveAspectRatio="xMinYMin meet",
    )


def still_charts(chart: Chart) -> list[Element]:
    """The picture for wide places and for the hand, of which a stylesheet shows one."""
    drawn = (still_chart(chart, WIDTH, "is-wide"), still_chart(chart, HAND, "is-hand"))
    return [one for one in drawn if one is not None]


def _parts(chart: Chart, wide: int) -> tuple[list[Element], int]:
    match chart.kind:
        case Kind.BARS:
            return bars(chart, wide)
        case Kind.COLUMNS | Kind.STACK:
            drawn, below = columns(chart, chart.kind is Kind.STACK, wide)
            if chart.slugs:  # the names below it say whose each column is
                return drawn, HEIGHT + below
            keys, lines = legend(chart, HEIGHT + below + LEADING - 5, wide)
            return [*drawn, *keys], HEIGHT + below + LEADING * lines
        case Kind.SCATTER:
            return scatter(chart, wide), HEIGHT
    return lines_of(chart, wide), HEIGHT
