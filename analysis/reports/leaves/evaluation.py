"""Slides of the evaluation: the gaps, and our own index beside the official one."""

from dataclasses import replace

from analysis.coordination.gaps import GapRow, Gaps
from analysis.document.chart import Chart
from analysis.document.document import Figure, Leaf
from analysis.evaluation.official import Official
from analysis.evaluation.summary import EvaluationSummary
from analysis.meeting.slides import Slide
from analysis.reports.figures.coordination import LAST, gaps_figure
from analysis.reports.figures.indices import index_figure
from analysis.reports.leaves.plain import bare, table_figure, within
from analysis.text.table import Table
from data.model.catalog import Catalog, Region


def gaps(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """A chart a pair: each measure's ratio then and now, with the verdict."""
    found = _summary(slide).gaps
    figures = tuple(_pair(found, region) for region in found.others)
    return (replace(bare(slide), figures=figures),)


def _summary(slide: Slide) -> EvaluationSummary:
    assert slide.evaluation is not None
    return slide.evaluation


def _pair(found: Gaps, region: Region) -> Figure:
    own = [row.of([region]) for row in found.rows]
    rows = tuple(row for row in own if row.gaps)
    figure = gaps_figure(replace(found, others=(region,), rows=rows))
    name = f"{region.short_zh}与{found.reference.short_zh}之比（{found.reference.short_zh} = 1）"
    if isinstance(figure.chart, Chart):
        series = tuple(
            replace(one, slug=region.slug) if one.label == LAST else one
            for one in figure.chart.series
        )
        categories = tuple(map(_named, rows))
        chart = replace(figure.chart, series=series, categories=categories, name=name)
        figure = replace(figure, chart=chart)
    return replace(within(figure, name), subtitle="")


def _named(row: GapRow) -> str:
    """人均地区生产总值（扩大）."""
    (gap,) = row.gaps
    said = gap.verdict or "不比较"
    return f"{row.measure.topic_zh}（{said}）"


def index(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """Our own index with its range, the newest edition of the official one apart from it, and what
    both do not say."""
    found = _summary(slide)
    own = within(index_figure(found.index), f"自算指数（{found.index.what_if.base} 年=100）")
    leaf = replace(bare(slide), sentence=slide.sentence)
    return (replace(leaf, figures=(own, *_official(found.official))),)


def _official(found: Official) -> tuple[Figure, ...]:
    """What the newest edition prints of its year."""
    if found.lacking:
        return ()
    base = found.bases[0]
    first = base.newest[0][1]
    rows = tuple(
        (
            series.name,
            f"{mark.text}{mark.mark}" if mark.value is not None else "只公布变化",
            f"{mark.change_text} 点" if mark.change_text else "",
        )
        for series, mark in base.newest
    )
    title = f"官方指数（{base.base} 年=100）"
    table = Table(title, ("分项", f"{first.year} 年", "比上年"), rows)
    return (replace(table_figure("official", table, title), subtitle=f"{first.edition} 年公布"),)
