"""The evaluation as Figures: gaps, division of labour, coefficients, the watch list."""

from collections.abc import Sequence

from analysis.coordination.division import SCOPE, SHARE_DECIMALS, Division
from analysis.coordination.gap_sentences import BASIS
from analysis.coordination.gaps import Gap, GapRow, Gaps
from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Figure
from analysis.evaluation.measures import FORMULAS, NOTE, Dispersion, both_sides
from analysis.reports.figures.lines import sentence
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import credit
from analysis.series.quantities import number
from analysis.text.periods import span_text
from analysis.text.table import Table
from analysis.watch.watched import Watched
from data.model.catalog import Region, Source

FIRST, LAST = "起点", "终点"
GAP_COLUMNS = ("指标", "地区", "年份", FIRST, LAST, "差距")
WATCH_COLUMNS = ("指标", "地区", FIRST, LAST, "变动", "说明")


def gap_figures(found: Gaps) -> tuple[Figure, ...]:
    """A picture a pair of regions: each measure's ratio then and now, with the verdict; only the
    table where nothing is compared. A pair of which there is nothing has none."""
    figures = (_pair_figure(found, region) for region in found.others)
    return tuple(one for one in figures if one.table)


def _pair_figure(found: Gaps, region: Region) -> Figure:
    own = [row.of([region]) for row in found.rows]
    every = [(row, gap) for row in own for gap in row.gaps]
    base = found.reference.short_zh
    name = f"{region.short_zh}与{base}之比（{base} = 1）"
    chart = Chart(
        kind=Kind.BARS,
        name=name,
        unit="",
        decimals=2,
        categories=tuple(
            f"{row.measure.topic_zh}（{gap.verdict or '不比较'}）" for row, gap in every
        ),
        series=tuple(
            _ends(slug, label, [_end(gap, label) for _, gap in every])
            for slug, label in (("", FIRST), (region.slug, LAST))
        ),
        told=f"条形图，{name}，每项起点和终点各一条。{BASIS}。",
        holds=(0.0, 1.0),
    )
    rows = tuple(_gap_row(row, gap) for row, gap in every)
    formulas = [
        f"{row.measure.name_zh} = {row.formula}" for row, _ in every if row.measure.denominator
    ]
    return Figure(
        key=f"gaps.{region.slug}",
        title=name,
        subtitle=span_text(found.start, found.end),
        chart=chart if any(gap.last for _, gap in every) else None,
        table=Table(name, GAP_COLUMNS, rows) if rows else None,
        footnotes=tuple(map(sentence, (BASIS, *formulas))),
        source=credited(found.sources),
    )


def division_figure(found: Division) -> Figure:
    """Each region's quotient by sector in the last year."""
    name = f"{found.last} 年区位商（三地合计 = 1）"
    chart = Chart(
        kind=Kind.BARS,
        name=name,
        unit="",
        decimals=2,
        categories=tuple(row.sector.name_zh for row in found.rows),
        series=tuple(
            Series(
                slug=region.slug,
                label=region.short_zh,
                values=tuple(row.quotients[place].value for row in found.rows),
                texts=tuple(row.quotients[place].text for row in found.rows),
            )
            for place, region in enumerate(found.regions)
        ),
        told=f"条形图，{name}。{found.headline}。",
        holds=(0.0, 1.0),
    )
    rows = tuple(
        (
            row.sector.name_zh,
            number(row.share, SHARE_DECIMALS),
            *(f"{own.text}（{number(own.share, SHARE_DECIMALS)}%）" for own in row.quotients),
        )
        for row in found.rows
    )
    columns = ("行业", "占三地（%）", *(region.short_zh for region in found.regions))
    return Figure(
        key="division",
        title=name,
        subtitle="区位商，括号内为占当地各行业之和的比重",
        chart=chart if rows else None,
        table=Table(name, columns, rows) if rows else None,
        footnotes=(f"区位商 = 行业占当地的比重 ÷ 行业占三地的比重。{SCOPE}。",),
        source=credited(found.sources),
    )


def dispersion_figure(found: Sequence[Dispersion], sources: Sequence[Source] = ()) -> Figure:
    """The coefficients of each measure, first and last, as a table; without one where no measure
    has two years that are compared."""
    rows = tuple(
        (
            one.measure.name_zh,
            span_text(one.years[0].year, one.years[-1].year) if one.years else NOT_HELD,
            one.plain.text or "—",
            one.weighted.text or "—",
            one.theil.text or "—",
            one.plain.verdict or (f"不比较：{one.reason}" if one.reason else "—"),
        )
        for one in found
    )
    is_held = any(one.plain.text or one.reason for one in found)
    columns = ("指标", "年份", "变异系数", "变异系数（人口加权）", "泰尔指数", "按变异系数")
    formulas = [f"{name} = {text}" for name, text in FORMULAS if "系数" in name or "泰尔" in name]
    return Figure(
        key="dispersion",
        title="三地差异的度量",
        subtitle="首末两年",
        chart=None,
        table=Table("三地差异的度量", columns, rows) if is_held else None,
        footnotes=tuple(map(sentence, filter(None, (both_sides(tuple(found)), *formulas, NOTE)))),
        source=credited(sources),
    )


def watch_figure(found: Sequence[Watched], name: str, sources: Sequence[Source] = ()) -> Figure:
    """Rows of the watch list as a table; without a table where there is none."""
    rows = tuple(
        (
            row.indicator.short_zh,
            row.region.short_zh,
            f"{row.first} 年 {row.first_text}",
            f"{row.last} 年 {row.last_text}",
            row.change or row.finding,
            "；".join(_known(row)),
        )
        for row in found
    )
    return Figure(
        key="watch",
        title=name,
        subtitle="",
        chart=None,
        table=Table(name, WATCH_COLUMNS, rows) if rows else None,
        source=credited(sources),
    )


def _known(row: Watched) -> list[str]:
    """What must be known with a row, each in its first words: reasons of breaks and further caveats
    stand on the indicator's page."""
    own = (row.indicator.caveat or "").removesuffix("。")
    return [one.partition("；")[0] if one == own else one.partition("（")[0] for one in row.caveats]


def credited(sources: Sequence[Source]) -> str:
    """The publications in one line; "" without any."""
    dated = tuple(dict.fromkeys(source.dated for source in sources))
    return credit(dated) if dated else ""


def _end(gap: Gap, name: str) -> tuple[float | None, str]:
    end = gap.first if name == FIRST else gap.last
    return (None, "") if end is None else (end.ratio, f"{end.text}（{end.year} 年）")


def _ends(slug: str, name: str, ends: Sequence[tuple[float | None, str]]) -> Series:
    return Series(
        slug=slug,
        label=name,
        values=tuple(value for value, _ in ends),
        texts=tuple(text for _, text in ends),
        is_reference=name == FIRST,
    )


def _gap_row(row: GapRow, gap: Gap) -> tuple[str, ...]:
    ends = [end for end in (gap.first, gap.last) if end]
    said = gap.verdict or gap.reason
    return (
        row.measure.name_zh,
        gap.region.short_zh,
        span_text(ends[0].year, ends[-1].year) if ends else "",
        *(end.text if end else NOT_HELD for end in (gap.first, gap.last)),
        f"{said}，{gap.crossing}" if gap.crossing else said,
    )
