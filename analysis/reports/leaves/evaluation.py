"""Slides of the evaluation: the gaps, and our own index beside the official one."""

from dataclasses import replace

from analysis.document.document import Figure, Leaf
from analysis.evaluation.official import Official
from analysis.evaluation.summary import EvaluationSummary
from analysis.meeting.slides import Slide
from analysis.reports.figures.coordination import gap_figures
from analysis.reports.figures.indices import index_figure
from analysis.reports.leaves.plain import bare, table_figure, within
from analysis.text.table import Table
from data.model.catalog import Catalog


def gaps(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """A chart a pair: each measure's ratio then and now, with the verdict."""
    every = gap_figures(_summary(slide).gaps)
    figures = tuple(replace(within(one, one.title), subtitle="") for one in every)
    return (replace(bare(slide), figures=figures),)


def _summary(slide: Slide) -> EvaluationSummary:
    assert slide.evaluation is not None
    return slide.evaluation


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
