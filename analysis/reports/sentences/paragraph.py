"""The paragraph of an indicator: every rule is asked, and what is said is chosen and ordered.

A new rule is a function of one of the two lists: of those that speak of the regions together, or of
those that speak of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from analysis.context import remembered
from analysis.document.document import Sentence
from analysis.reports.sentences import apart, beside, caution, levels, rates, shares
from analysis.reports.sentences.headings import heading
from analysis.reports.sentences.said import MOST, Said, chosen, worst
from analysis.reports.sentences.subject import Subject, subject
from analysis.series.selection import selection
from analysis.state.view import View
from data.model.catalog import Catalog

Rule = Callable[[Subject], Iterator[Said]]
TOGETHER: tuple[Rule, ...] = (
    levels.level,
    rates.yearly,
    rates.average,
    shares.of_three,
    shares.of_nation,
)
APART: tuple[Rule, ...] = (
    levels.each,
    rates.rates,
    apart.to_hebei,
    apart.runs,
    beside.framed,
    caution.broken,
    caution.doubtful,
    caution.late,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is said of an indicator: the finding that can stand over it as a heading, the sentences,
    and by how much the worst of all that could be said moved the unwanted way."""

    heading: str
    said: tuple[Said, ...]

    @property
    def adverse(self) -> float:
        """The largest adverse move; 0 without one."""
        return worst(self.said)

    def sentences(self, most: int = MOST) -> tuple[Sentence, ...]:
        """At most so many, the largest adverse move first."""
        return tuple(one.sentence for one in chosen(self.said, most))


@remembered(1024)  # several kinds of reports say the same
def paragraph(catalog: Catalog, view: View, frame: str = "") -> Paragraph | None:
    """The paragraph of a view's indicator; None where nobody has a value in its years."""
    topic = selection(catalog, view, view.indicator)
    about = subject(catalog, topic, frame)
    if about is None:
        return None
    return Paragraph(heading(about), said(about))


def said(about: Subject) -> tuple[Said, ...]:
    """All that the rules have to say of a subject."""
    own = about.of_owners
    return (
        *(one for rule in TOGETHER for one in rule(about)),
        *(one for rule in APART for one in rule(own)),
    )
