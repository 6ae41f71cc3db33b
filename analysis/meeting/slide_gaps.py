"""The slide of the gaps: the sentence of each pair, and every measure's ratios then and now."""

from analysis.coordination.gap_sentences import BASIS, sentences
from analysis.coordination.gaps import Gap, GapRow, Gaps, gaps
from analysis.meeting.seen_evaluation import filter_text, seen
from analysis.meeting.slides import Sight, Slide, listed
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import credit
from analysis.text.periods import span_text
from analysis.text.table import Table
from data.model.catalog import Catalog

COLUMNS = ("指标", "地区", "年份", "起点", "终点", "差距", "口径")


def apart(catalog: Catalog, at: Sight) -> Slide:
    """The gaps of the choice's regions to the region that is 1, as the page has them; in words
    where the edition has no such measures."""
    summary = seen(catalog, at)
    found = summary.gaps
    first, *others = sentences(found) or ("",)
    sources = tuple(dict.fromkeys(source.dated for source in found.sources))
    base = found.reference.short_zh
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="words" if found.lacking else "gaps",
        title=at.title(first or f"与{base}之比"),
        filter_text=filter_text(at, summary.chosen, f"{base} = 1"),
        sentence="".join(others),
        evaluation=summary,
        source=credit(sources) if sources else "",
        sources=sources,
        footnotes=() if found.lacking else (f"{BASIS}。", *_formulas(found)),
        table=_table(found),
        absence=found.lacking,
        holds=_holds(catalog, found),
    )
    return listed(slide)


def _formulas(found: Gaps) -> tuple[str, ...]:
    """How each measure is computed that is not published as it is."""
    return tuple(
        f"{row.measure.name_zh} = {row.formula}。"
        for row in found.rows
        if row.measure.denominator is not None
    )


def _holds(catalog: Catalog, found: Gaps) -> tuple[float, ...]:
    """The least and the greatest ratio of either pair: the scale stays when one is chosen."""
    whole = gaps(catalog, found.reference.slug, found.start, found.end)
    every = [gap for row in whole.rows for gap in row.gaps]
    ratios = [end.ratio for gap in every for end in (gap.first, gap.last) if end]
    return (min(ratios), max(ratios)) if ratios else ()


def _table(found: Gaps) -> Table | None:
    rows = tuple(_row(row, gap) for row in found.rows for gap in row.gaps)
    return Table(f"与{found.reference.short_zh}之比", COLUMNS, rows) if rows else None


def _row(row: GapRow, gap: Gap) -> tuple[str, ...]:
    first, last = (end.text if end else NOT_HELD for end in (gap.first, gap.last))
    told = gap.verdict or gap.reason
    said = f"{told}，{gap.crossing}" if gap.crossing else told
    name = row.measure.name_zh
    return (name, gap.region.short_zh, span(gap), first, last, said, row.formula)


def span(gap: Gap) -> str:
    """The years that are set against each other; "" without any."""
    years = [end.year for end in (gap.first, gap.last) if end]
    return span_text(years[0], years[-1]) if years else ""
