"""A study's numbers as they are drawn: lines over its years, in pieces; bars in one year."""

from dataclasses import dataclass

from analysis.indicators.summary import IndicatorSummary
from analysis.series.breaks import is_broken, is_next
from analysis.series.drawn import Line, Point
from analysis.series.frames import FRAME
from data.model.catalog import NATION, Break, Region
from data.model.periods import ANNUAL


@dataclass(frozen=True, slots=True)
class Strokes:
    """A study's lines over its years."""

    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    start: int
    end: int
    absence: str


@dataclass(frozen=True, slots=True)
class Row:
    """A region's bar in one year."""

    slug: str
    label: str
    value: float | None
    text: str


def strokes(study: IndicatorSummary) -> Strokes:
    """The study's values as lines, in pieces cut at every gap and every break."""
    drawn = tuple(line for r in study.regions if (line := _line(study, r)) is not None)
    absence = study.absence or "没有可绘制的数值。"
    return Strokes(drawn, study.breaks, first(study), study.state.view.end, absence)


def first(study: IndicatorSummary) -> int:
    """Where the axis begins: with the years chosen; of quarters and months, whose series begin in
    different years, with the first that has a value."""
    start = study.state.view.start
    is_yearly = study.state.view.frequency == ANNUAL
    return start if is_yearly else max(start, min(study.years, default=start))


def _line(study: IndicatorSummary, region: Region) -> Line | None:
    pieces: list[list[Point]] = []
    for datum in (d for d in study.data if d.region == region and d.value is not None):
        point = Point(
            datum.year, float(datum.value or 0.0), datum.text, datum.mark, datum.is_provisional
        )
        last = pieces[-1][-1].year if pieces else None
        if last and is_next(last, datum.year) and not is_broken(study.breaks, last, datum.year):
            pieces[-1].append(point)
        else:
            pieces.append([point])
    if not pieces:
        return None
    is_reference = region.region_code == NATION or region.kind == FRAME
    return Line(region.slug, region.short_zh, tuple(map(tuple, pieces)), is_reference)


def bar_rows(study: IndicatorSummary) -> list[Row]:
    """The regions side by side in the last common year; none where there is no such year."""
    year = study.common_year
    found = [study.datum(r.region_code, year) for r in study.regions] if year else []
    return [Row(d.region.slug, d.region.short_zh, d.value, d.text) for d in found if d is not None]
