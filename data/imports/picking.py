"""What a person says of a file that was handed in: what it does not say itself, which indicator a
name stands for, and that what is asked about it was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.imports.characters import bare
from data.imports.imported import Choices, Import, completed
from data.imports.mapping import Answers, Proposal, Suggestion, choose, suggest
from data.imports.names import Subject
from data.imports.rows import TableText
from data.model.catalog import Catalog
from data.model.sources import beside


class Unanswered(Exception):
    """Something must still be said before a file can be taken in; the message says what."""


@dataclass(frozen=True, slots=True)
class Pick:
    """The indicator that a name of a file stands for, None where its values are to be left out,
    and whether what is asked about that was confirmed."""

    indicator_id: str | None
    is_confirmed: bool = False


def with_choices(found: Import, chosen: Choices) -> Import:
    """The file with what was chosen where it does not say it itself."""
    return replace(found, values=completed(found, chosen))


def proposal(catalog: Catalog, found: Import, answers: Answers) -> Proposal:
    """What the names of a file stand for; a region may be named by its code, as it is chosen."""
    said = suggest(catalog, found, answers)
    codes = {one.region_code for one in catalog.regions.values()}
    regions = {text: text if text in codes else code for text, code in said.regions.items()}
    return replace(said, regions=regions)


def unknown_sources(found: Import, sources: str) -> tuple[str, ...]:
    """The file's words for publications that `sources` (the table's text) does not know, "" for
    values that name none; in the order of the file."""
    rows = TableText(sources, ("source_id",)).rows()
    known = {bare(beside(row["title_zh"], row["part_zh"])) for row in rows}
    named = dict.fromkeys(one.source_text for one in found.held if not one.is_withdrawn)
    return tuple(text for text in named if bare(text) not in known)


def asked_of(
    catalog: Catalog, found: Import, said: Proposal, wanted: Subject, indicator_id: str
) -> Suggestion:
    """A name of a file as an indicator, with what is asked then: what was proposed with the
    question that it was proposed with. Raises Unanswered for what is no indicator."""
    for one in (*said.subjects.get(wanted, ()), *said.alike.get(wanted, ())):
        if one.indicator_id == indicator_id:
            return one
    if indicator_id not in catalog.indicators:
        raise Unanswered(f"“{wanted.name}”：没有所填的指标，请从列表中选择")
    return choose(catalog, wanted, indicator_id, found)


def picked(
    catalog: Catalog, found: Import, said: Proposal, picks: Mapping[Subject, Pick]
) -> dict[Subject, Suggestion]:
    """The indicators that were chosen, with their conversion. Raises Unanswered where a question
    was not confirmed, or values cannot be converted."""
    chosen: dict[Subject, Suggestion] = {}
    for wanted, pick in picks.items():
        if pick.indicator_id is None:
            continue
        one = asked_of(catalog, found, said, wanted, pick.indicator_id)
        if one.factor is None:
            raise Unanswered(f"“{wanted.name}”：{one.question}")
        if one.question and not pick.is_confirmed:
            raise Unanswered(f"“{wanted.name}”：{one.question}请核对后勾选“已核对”")
        chosen[wanted] = one
    if not chosen:
        raise Unanswered("没有选定指标，没有可并入的数值")
    return chosen
