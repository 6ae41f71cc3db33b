"""The evaluation as a Document."""

from analysis.coordination.division import Division
from analysis.coordination.gap_sentences import sentences
from analysis.document.document import Figure
from analysis.evaluation.address import evaluation_choices, evaluation_view, query_of
from analysis.evaluation.measures import dispersion_sources
from analysis.evaluation.others import other_sources
from analysis.evaluation.summary import EvaluationSummary, evaluation_summary
from analysis.reports.figures.coordination import (
    credited,
    dispersion_figure,
    division_figure,
    gap_figures,
    watch_figure,
)
from analysis.reports.figures.indices import index_figure, official_figure
from analysis.reports.problems import watched_sources
from analysis.reports.views.seen import Seen, cited, part, said, table_figure
from analysis.state.view import Choices
from analysis.text.table import Table
from data.model.catalog import Catalog


def evaluation(catalog: Catalog, options: Choices, query: str) -> Seen:
    """Gaps, division of labour, indices, the watch list, and the methods that are not used."""
    chosen, _ = evaluation_view(query, options, evaluation_choices(catalog))
    found = evaluation_summary(catalog, chosen)
    watched = found.watch.rows
    told = "；".join(f"{key}：{value}" for key, value in found.told.items() if value)
    return Seen(
        title="京津冀协同评价",
        filter_text=" · ".join(filter(None, (found.filter_text, told))),
        query=query_of(chosen, options),
        lead=said("gaps", sentences(found.gaps)),
        sections=(
            *part("gaps", "地区差距", _gaps(catalog, found), (found.gaps.lacking,)),
            *part(
                "division",
                "产业分工",
                _division(found),
                (_most(found.division), found.division.lacking),
            ),
            *part(
                "official",
                "公布的协同发展指数",
                [official_figure(base, found.official.sources) for base in found.official.bases],
                (found.official.lacking,),
            ),
            *part("index", "自算指数", (index_figure(found.index),)),
            *part(
                "watch",
                "回落清单",
                (watch_figure(watched, "回落清单", watched_sources(catalog, watched)),),
                (found.watch.basis if watched else "",),
            ),
            *part("others", "未采用的方法", (_others(catalog, found),)),
        ),
        sources=cited(found.sources),
    )


def _gaps(catalog: Catalog, found: EvaluationSummary) -> tuple[Figure, ...]:
    own = found.dispersions
    return (*gap_figures(found.gaps), dispersion_figure(own, dispersion_sources(catalog, own)))


def _division(found: EvaluationSummary) -> tuple[Figure, ...]:
    return (division_figure(found.division),) if found.division.rows else ()


def _most(found: Division) -> str:
    """Where each region concentrates most; nothing without sectors."""
    return f"区位商最高的行业{found.leaving}：{found.headline}" if found.rows else ""


def _others(catalog: Catalog, found: EvaluationSummary) -> Figure | None:
    rows = tuple((one.name, one.formula, one.why, one.shown) for one in found.others)
    table = Table("未采用的方法", ("方法", "公式", "未采用的原因", "试算"), rows)
    return table_figure("others", table, source=credited(other_sources(catalog)))
