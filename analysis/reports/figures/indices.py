"""Indices as Figures: that of our own with its range, and the official one by edition."""

from collections.abc import Sequence

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Figure
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import CANNOT, FORMULA, NAME, level
from analysis.evaluation.official import RULE, BaseYear, EditionMark, IndexSeries
from analysis.reports.figures.coordination import credited
from analysis.reports.figures.lines import sentence
from analysis.series.absence import NOT_HELD
from analysis.text.table import Table
from data.model.catalog import Source


def index_figure(found: OpenIndex) -> Figure:
    """Our own index by year with what other weights give; without a chart where there is none."""
    bands = found.bands
    lines = [("jjj", NAME, found.values, False)]
    if bands is not None:
        lines += [("", "权重不同时的下限", bands.weights.low, True),
                  ("", "权重不同时的上限", bands.weights.high, True)]  # fmt: skip
    columns = ("年份", *(label for _, label, _, _ in lines))
    rows = tuple(
        (str(year), *(level(values[place]) for _, _, values, _ in lines))
        for place, year in reversed(list(enumerate(found.years)))
    )
    chart = Chart(
        kind=Kind.LINES,
        name=NAME,
        unit="",
        decimals=1,
        categories=tuple(map(str, found.years)),
        series=tuple(
            Series(slug, label, tuple(values), tuple(map(level, values)), is_reference=is_bound)
            for slug, label, values, is_bound in lines
        ),
        told=f"折线图，{found.title}。{found.subtitle}。",
    )
    return Figure(
        key="index",
        title=found.title,
        subtitle=found.subtitle,
        chart=chart if found.years else None,
        table=Table(NAME, columns, rows) if found.years else None,
        footnotes=tuple(map(sentence, (*FORMULA, CANNOT))) if found.years else (),
        source=credited(found.sources),
    )


def official_figure(found: BaseYear, sources: Sequence[Source]) -> Figure:
    """The total of the official index, a series an edition: its own year, and the year before as it
    implies that; never joined across editions."""
    total = found.series[0]
    years = sorted({y for mark in total.marks for y in (mark.year - 1, mark.year)})
    name = f"京津冀区域协同发展指数（{found.base} 年=100）"
    series = tuple(_edition(mark, years) for mark in total.marks)
    return Figure(
        key=f"official.{found.base}",
        title=f"{name}：{found.headline}",
        subtitle=f"各期公布的{total.name}",
        chart=Chart(
            kind=Kind.LINES,
            name=name,
            unit="",
            decimals=1,
            categories=tuple(map(str, years)),
            series=series,
            told=f"折线图，{name}，共 {len(series)} 期。{RULE}。",
        ),
        table=Table(name, ("分项", "年份", "数值", "同期公布的变化", "同期所含上年数值"),
                    tuple(row for one in found.series for row in _edition_rows(one))),
        footnotes=tuple(map(sentence, filter(None, (RULE, found.sentence)))),
        source=credited(sources),
    )  # fmt: skip


def _edition(mark: EditionMark, years: Sequence[int]) -> Series:
    values = {mark.year - 1: (mark.before, mark.before_text), mark.year: (mark.value, mark.text)}
    row = [values.get(year, (None, "")) for year in years]
    return Series(
        slug="",
        label=f"{mark.year} 年一期",
        values=tuple(value for value, _ in row),
        texts=tuple(f"{text}{mark.mark}" if text else "" for _, text in row),
    )


def _edition_rows(one: IndexSeries) -> list[tuple[str, ...]]:
    return [
        (one.name, str(mark.year), (mark.text or NOT_HELD) + mark.mark, mark.change_text or "—",
         mark.before_text or "—")
        for mark in one.marks
    ]  # fmt: skip
