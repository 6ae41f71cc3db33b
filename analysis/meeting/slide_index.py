"""The slide of our own index with the range of its last year, and beside it what the newest edition
of the official index prints: two figures of different kinds, never joined or subtracted."""

from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import CANNOT, FORMULA, level
from analysis.evaluation.summary import EvaluationSummary
from analysis.meeting.seen_evaluation import PAGE, seen
from analysis.meeting.slides import Sight, Slide, listed
from analysis.series.evidence import credit
from analysis.text.periods import span_text
from analysis.text.table import Table
from data.model.catalog import Catalog

COLUMNS = ("年份", "自算指数", "权重不同时的下限", "权重不同时的上限")


def own_index(catalog: Catalog, at: Sight) -> Slide:
    """Both indices as the page has them; in words why there is no index of our own."""
    summary = seen(catalog, at)
    found = summary.index
    sources = _sources(catalog, summary)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="words" if found.lacking else "index",
        title=at.title(found.title),
        filter_text=_filter_text(at, found),
        sentence=CANNOT,
        evaluation=summary,
        source=credit(sources) if sources else "",
        sources=sources,
        footnotes=() if found.lacking else (f"{found.subtitle}。", *FORMULA),
        table=_table(summary),
        absence=found.lacking,
    )
    return listed(slide)


def _sources(catalog: Catalog, found: EvaluationSummary) -> tuple[str, ...]:
    """Of both, each once; that of the official edition first, which prints its values itself."""
    shown = {mark.edition for base in found.official.bases[:1] for _, mark in base.newest}
    editions = (one for one in catalog.areas.index_editions if one.edition in shown)
    every = (*(one.source for one in editions), *found.index.sources)
    return tuple(dict.fromkeys(source.dated for source in every))


def _filter_text(at: Sight, found: OpenIndex) -> str:
    years = span_text(found.years[0], found.years[-1]) if found.years else ""
    return " · ".join(filter(None, (PAGE, at.scope.whole.name, years, *found.changed)))


def _table(summary: EvaluationSummary) -> Table | None:
    found = summary.index
    if found.bands is None:
        return None
    own = found.bands.weights
    rows = zip(found.years, found.values, own.low, own.high, strict=True)
    told = tuple((str(year), *(level(one) for one in values)) for year, *values in rows)
    return Table(found.title, COLUMNS, told)
