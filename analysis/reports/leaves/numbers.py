"""Numbers of a briefing's slides as Readings."""

from collections.abc import Sequence

from analysis.document.document import Reading
from analysis.meeting.slides import Number
from analysis.series.cards import APART
from analysis.series.changes import ARROWS
from analysis.text.periods import period_text


def reading(one: Number, footnotes: Sequence[str] = ()) -> Reading:
    """A number with what it is, how it moved, its year and whose it is; the formula unless the
    footnotes say it."""
    year = period_text(one.year) if one.year else ""
    whose = one.label if one.scope in {one.label, APART} else f"{one.label}，{one.scope}"
    is_said = one.formula.rpartition("= ")[2] in "".join(footnotes)
    computed = "（本站计算）" if one.formula else ""
    formula = one.formula if one.formula and not is_said else ""
    told = (f"{year}{whose}{computed}".strip("，"), one.conflict, formula)
    moved = f"{ARROWS[one.change.arrow]} {one.change.phrase}" if one.change else ""
    return Reading(
        slug=one.slug,
        label="",
        name=one.name,
        text=one.quantity.text if one.quantity else one.absence,
        moved=moved,
        scope="；".join(filter(None, told)),
    )


def part(one: Number) -> Reading:
    """A region's number under one that is theirs together: its name and the number."""
    text = one.quantity.text if one.quantity else one.absence
    return Reading(one.slug, one.label, "", text)
