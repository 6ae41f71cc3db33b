"""Our own index on the stage: its line by year, and behind it where it would lie with other
weights."""

from collections.abc import Sequence

from analysis.document.ranges import nice_ticks, spread
from analysis.evaluation.bands import Band
from analysis.evaluation.chain import BASE
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import level
from components.charts.stage_lines import Plot, grid, widest, years_axis
from components.charts.svg import Element, mark, spoken
from components.elements import element

SLUG = "jjj"  # of the three together
MARK = 26
TEXT = 28  # px of the stage
NAMES = 150  # right of the plot, for the last values
FOOT, TOP = 56, 24
STEP = 46  # between the last values
AIR = 0.05


def stage_index(found: OpenIndex, size: tuple[int, int], said: tuple[str, str]) -> Element:
    """The picture in `size`; `said` names it and describes it. ValueError for an index that could
    not be computed."""
    if found.bands is None:
        raise ValueError(found.lacking)
    band = found.bands.weights
    low, high = min(*band.low, *found.values), max(*band.high, *found.values)
    air = (high - low) * AIR or 1.0
    ticks = nice_ticks(low - air, high + air)
    years = found.years
    plot = Plot(
        left=widest(ticks) + 22,
        right=float(size[0] - NAMES),
        top=float(TOP),
        bottom=float(size[1] - FOOT),
        years=(years[0] - 0.3, years[-1] + 0.15),
        values=(min(low - air, ticks[0]), max(high + air, ticks[-1])),
    )
    return spoken(
        said[0],
        *grid(plot, ticks),
        *years_axis(plot, years[0], years[-1]),
        _base(plot),
        _band(plot, years, band),
        element("path", d=_way(plot, years, found.values), class_=f"stroke stroke-{SLUG}"),
        mark(SLUG, *plot.at(years[-1], found.values[-1]), MARK),
        *_ends(plot, found.values[-1], band.last),
        description=said[1],
        viewBox=f"0 0 {size[0]} {size[1]}",
        class_="lines index",
    )


def _base(plot: Plot) -> Element | None:
    """The line of 100, where it lies in the picture."""
    if not plot.values[0] <= BASE <= plot.values[1]:
        return None
    _, y = plot.at(plot.years[0], BASE)
    return element("line", x1=plot.left, x2=plot.right, y1=y, y2=y, class_="base")


def _way(plot: Plot, years: Sequence[int], values: Sequence[float]) -> str:
    places = (plot.at(year, value) for year, value in zip(years, values, strict=True))
    return "M" + "L".join(f"{x},{y}" for x, y in places)


def _band(plot: Plot, years: Sequence[int], band: Band) -> Element:
    """A closed area: along its lower edge and back along the upper one."""
    forth = _way(plot, years, band.low)
    back = _way(plot, [*reversed(years)], [*reversed(band.high)]).removeprefix("M")
    return element("path", d=f"{forth}L{back}Z", class_="index-band")


def _ends(plot: Plot, value: float, band: tuple[float, float]) -> list[Element]:
    """The last level large, and the ends of its range, one below the other."""
    texts = ((band[0], "axis"), (value, f"end ink-{SLUG}"), (band[1], "axis"))
    tall = plot.bottom - plot.top
    ends = [plot.at(plot.years[1], one)[1] for one, _ in texts]
    places = spread([(plot.bottom - y) / tall for y in ends], STEP / tall)
    return [
        element(
            "text",
            level(one),
            x=plot.right + 20,
            y=round(plot.bottom - place * tall + TEXT * 0.36, 1),
            class_=kind,
        )
        for (one, kind), place in zip(texts, places, strict=True)
    ]
