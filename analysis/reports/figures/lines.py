"""Lines of one indicator, and two indicators against each other, as Figures."""

from collections.abc import Iterable, Sequence

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Figure
from analysis.indicators.pairing import Path, pairing
from analysis.indicators.summary import IndicatorSummary
from analysis.overview.trend import Trend
from analysis.series.breaks import is_broken, is_next
from analysis.series.drawn import Line
from analysis.series.evidence import Evidence
from analysis.series.frames import FRAME
from analysis.series.selection import Selection
from analysis.text.periods import period_text, short
from analysis.text.table import Table
from data.model.catalog import NATION, Break

REFERENCES = frozenset({"nation", FRAME})  # slugs of what the regions are seen against


def trend_figure(topic: Selection, found: Trend) -> Figure:
    """The lines of a selection; its table, breaks and sources. Without chart and table where nobody
    has a value."""
    years = span(periods(found))
    marks = cuts(years, found.breaks)
    series = tuple(_line(line, years, marks) for line in found.lines)
    unit = topic.shown.unit
    chart = Chart(
        kind=Kind.LINES,
        name=topic.indicator.short_zh,
        unit=unit,
        decimals=topic.shown.decimals,
        categories=tuple(map(short, years)),
        series=series,
        told=told("折线图", found.subtitle, series, years),
    )
    return Figure(
        key=f"{topic.indicator.indicator_id}.lines",
        title=found.title,
        subtitle=found.subtitle,
        chart=chart if years else None,
        table=found.table if years else None,
        footnotes=_notes(found.evidence, found.breaks),
        source=found.evidence.credit,
    )


def periods(found: Trend) -> frozenset[int]:
    """The periods of which any line has a value: one alone makes no line."""
    return frozenset(p.year for line in found.lines for piece in line.pieces for p in piece)


def study_figure(found: IndicatorSummary, table: Table) -> Figure:
    """The lines of a study in its scale; `table` has its numbers."""
    years = span(found.years)
    marks = cuts(years, found.breaks)
    series = tuple(
        Series(
            slug=region.slug,
            label=region.short_zh,
            values=tuple(d.value if d else None for d in row),
            texts=tuple(d.text if d and d.value is not None else "" for d in row),
            cuts=marks,
            is_reference=region.slug in REFERENCES,
            hollow=frozenset(n for n, d in enumerate(row) if d and d.mark),
        )
        for region in found.regions
        for row in [[found.datum(region.region_code, year) for year in years]]
    )
    chart = Chart(
        kind=Kind.LINES,
        name=found.indicator.short_zh,
        unit=found.unit,
        decimals=found.decimals,
        categories=tuple(map(short, years)),
        series=series,
        told=told("折线图", found.subtitle, series, years),
    )
    return Figure(
        key=f"{found.indicator.indicator_id}.{found.state.scale}",
        title=found.title,
        subtitle=found.subtitle + found.hollow,
        chart=chart if years else None,
        table=table if years else None,
        footnotes=_study_notes(found),
        source=found.evidence.credit,
    )


def scatter_figure(upward: IndicatorSummary, across: IndicatorSummary, table: Table) -> Figure:
    """Two studies against each other, a path a region; without a chart where no region has both
    in a year."""
    found = pairing(upward, across)
    years = sorted({pair.year for path in found.paths for pair in path.pairs})
    series = tuple(_path(path, years) for path in found.paths)
    names = upward.indicator.short_zh, across.indicator.short_zh
    chart = Chart(
        kind=Kind.SCATTER,
        name=names[0],
        unit=upward.unit,
        decimals=upward.decimals,
        categories=tuple(map(short, years)),
        series=series,
        told=told(f"散点图，纵轴{names[0]}，横轴{names[1]}", "", series, years),
        across_name=names[1],
        across_unit=across.unit,
        across_decimals=across.decimals,
    )
    return Figure(
        key=f"{upward.indicator.indicator_id}.{across.indicator.indicator_id}",
        title=f"{names[0]}与{names[1]}",
        subtitle=f"纵轴：{upward.subtitle}；横轴：{across.subtitle}",
        chart=chart if years else None,
        table=table if years else None,
        footnotes=tuple(
            dict.fromkeys(
                [*(path.verdict + "。" for path in found.paths), found.note,
                 *_study_notes(upward), *_study_notes(across)]
            )
        ),
        source=upward.evidence.credit,
    )  # fmt: skip


def span(years: Iterable[int]) -> tuple[int, ...]:
    """Every period from the first to the last, also those without a value; () without any."""
    held = sorted(set(years))
    return tuple(range(held[0], held[-1] + 1)) if held else ()


def cuts(years: Sequence[int], breaks: Iterable[Break]) -> frozenset[int]:
    """The places of the periods that no line may reach from the one before: after a break, and
    within a year the first, as figures are counted from January."""
    marks = tuple(breaks)
    return frozenset(
        place
        for place in range(1, len(years))
        for before, after in [(years[place - 1], years[place])]
        if not is_next(before, after) or is_broken(marks, before, after)
    )


def told(kind: str, what: str, series: Sequence[Series], years: Sequence[int]) -> str:
    """A chart in words: its kind, what it shows, and of each series the first and last value."""
    parts = [text for one in series if (text := _ends(one, years))]
    return f"{'，'.join(filter(None, (kind, what)))}。{'；'.join(parts)}{'。' if parts else ''}"


def sentence(text: str) -> str:
    """A note with its full stop."""
    return text if text.endswith("。") else f"{text}。"


def _ends(one: Series, years: Sequence[int]) -> str:
    held = [place for place, value in enumerate(one.values) if value is not None]
    said = [
        f"{period_text(years[at])} {one.texts[at]}" for at in dict.fromkeys(held[:1] + held[-1:])
    ]
    return f"{one.label} {'，'.join(said)}" if said else ""


def _line(line: Line, years: Sequence[int], marks: frozenset[int]) -> Series:
    points = {point.year: point for piece in line.pieces for point in piece}
    row = [points.get(year) for year in years]
    return Series(
        slug=line.slug,
        label=line.label,
        values=tuple(p.value if p else None for p in row),
        texts=tuple(p.text if p else "" for p in row),
        cuts=marks,
        is_reference=line.is_reference,
        hollow=frozenset(n for n, p in enumerate(row) if p and p.mark),
    )


def _path(path: Path, years: Sequence[int]) -> Series:
    pairs = {pair.year: pair for pair in path.pairs}
    row = [pairs.get(year) for year in years]
    starts = {piece[0].year for piece in path.pieces[1:]}
    return Series(
        slug=path.region.slug,
        label=path.region.short_zh,
        values=tuple(p.y if p else None for p in row),
        texts=tuple(f"{p.y_text}，{p.x_text}" if p else "" for p in row),
        cuts=frozenset(place for place, year in enumerate(years) if year in starts),
        across=tuple(p.x if p else None for p in row),
        is_reference=path.region.region_code == NATION,
    )


def _notes(proof: Evidence, breaks: Iterable[Break], others: Iterable[str] = ()) -> tuple[str, ...]:
    """What must be said under a picture: `others` first, what stands with the values, breaks, and
    the caveat of the indicator."""
    cut = (f"{b.before} 与 {b.after} 年之间不可比：{b.reason_zh}" for b in breaks)
    every = dict.fromkeys(filter(None, (*others, *proof.told, *cut, proof.caveat)))
    return tuple(map(sentence, every))


def _study_notes(found: IndicatorSummary) -> tuple[str, ...]:
    own = (*found.remarks, found.formula, *found.notes, found.standing)
    return _notes(found.evidence, found.breaks, own)
