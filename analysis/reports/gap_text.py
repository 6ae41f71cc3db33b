"""How far the regions are apart, in the sentences of the evaluation, with the cells of their
ratios."""

from analysis.coordination.gap_sentences import sentence
from analysis.coordination.gaps import WIDER, Gap, Gaps
from analysis.document.document import Cited, Sentence
from data.model.periods import written


def gap_sentences(found: Gaps, key: str) -> tuple[Sentence, ...]:
    """A sentence a pair: both what came nearer and what moved apart; nothing without measures."""
    said = []
    for region in found.others:
        own = found.of(region)
        text = sentence(own, found.is_newest)
        if text:
            cells = tuple(cell for gap in own if gap.verdict == WIDER for cell in ratio_cells(gap))
            said.append(Sentence(f"{key}.gaps.{region.slug}", text, cells))
    return tuple(said)


def ratio_cells(gap: Gap) -> tuple[Cited, ...]:
    """The two ratios of a gap, as far as there are any."""
    measure = gap.measure
    by = f"{gap.region.short_zh} ÷ {gap.reference.short_zh}"
    return tuple(
        Cited(end.text, measure.opens, gap.region.region_code, written(end.year), by)
        for end in (gap.first, gap.last)
        if end is not None
    )
