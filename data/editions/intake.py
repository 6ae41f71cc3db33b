"""A file that somebody has, put into tables where nothing is left to ask; else what to ask."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from data.imports.file import read_in
from data.imports.imported import Choices, Import, completed
from data.imports.mapping import (
    Answers,
    Proposal,
    Subject,
    Suggestion,
    choose,
    suggest,
    values_of,
)
from data.imports.merging import QUOTED, Given, Merged, SourceRow, merged
from data.model.catalog import Catalog

FEW = 5  # indicators that a subject may be, said one by one


class Unclear(Exception):
    """What must be mended in a file or said of it before it can be taken in."""

    def __init__(self, questions: Sequence[str]) -> None:
        self.questions = tuple(questions)
        super().__init__("\n".join(questions))


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a file: what it does not say itself, indicator ids by its names, its
    publication, why values are withdrawn, and whether every question about an indicator that is
    likely meant is answered with yes."""

    choices: Choices = field(default_factory=Choices)
    names: Mapping[str, str] = field(default_factory=dict)
    source: SourceRow | None = None
    reason: str = ""
    is_affirmed: bool = False


def recognised_file(path: Path) -> Import:
    """What a file is. Raises Unclear with its faults by cell, OSError, and Unreadable."""
    found = read_in(path.read_bytes(), path.name)
    if found.faults:
        raise Unclear([str(fault) for fault in found.faults])
    return found


def put_in(
    found: Import, said: Said, catalog: Catalog, tables: Mapping[str, str], on: date
) -> Merged:
    """The tables (CSV text by name) with the values of a file, `catalog` being of these tables.
    Raises Unclear."""
    known = replace(found, values=completed(found, said.choices))
    proposal = suggest(catalog, known, Answers())
    questions = [*_missing(known), *_unknown(proposal)]
    chosen: dict[Subject, Suggestion] = {}
    for one, suggestions in proposal.subjects.items():
        if (named := said.names.get(one.name, "")) in catalog.indicators:
            suggestions = (choose(catalog, one, named, known),)
        pick = _pick(suggestions, said.is_affirmed)
        if pick is None:
            questions.append(_question(one, suggestions, catalog))
        else:
            chosen[one] = pick
    if questions:
        raise Unclear(questions)
    sources = {"": said.source} if said.source else {}
    values = values_of(known, chosen, proposal.regions)
    done = merged(tables, values, Given(sources, on, trust=QUOTED, reason=said.reason))
    if done.faults:
        raise Unclear([str(fault) for fault in done.faults])
    return done


def table_texts(package: Path) -> dict[str, str]:
    """The tables of a data package as they lie there, by name."""
    paths = (package / "tables").glob("*.csv")
    return {path.stem: path.read_bytes().decode("utf-8") for path in paths}


def _missing(found: Import) -> Iterable[str]:
    lacks = {
        "指标": any(not (one.indicator_id or one.indicator_text) for one in found.held),
        "地区": any(one.region_text is None for one in found.held),
        "期间": any(one.period_text is None for one in found.held),
    }
    for what, is_lacking in lacks.items():
        if is_lacking:
            yield f"文件没有写明{what}，请指定。"


def _unknown(proposal: Proposal) -> Iterable[str]:
    """Regions that are none; those that are known and not held here are left out."""
    for text, code in proposal.regions.items():
        if code is None and text not in proposal.elsewhere:
            yield f"没有认出地区“{text}”，请改正文件。"


def _pick(suggestions: Sequence[Suggestion], is_affirmed: bool) -> Suggestion | None:
    """The one indicator that is surely meant; where questions are affirmed, the likeliest."""
    possible = [one for one in suggestions if one.factor is not None]
    sure = [one for one in possible if not one.question]
    if len(sure) == 1:
        return sure[0]
    return possible[0] if is_affirmed and possible and len(sure) < 2 else None


def _question(one: Subject, suggestions: Sequence[Suggestion], catalog: Catalog) -> str:
    if not suggestions:
        return f"“{one.name}”没有对应的指标，请指定。"
    if len(suggestions) == 1 and suggestions[0].question:
        return f"“{one.name}”（{suggestions[0].indicator_id}）：{suggestions[0].question}"
    names = (
        f"{found.indicator_id}（{catalog.indicators[found.indicator_id].name_zh}）{found.question}"
        for found in suggestions[:FEW]
    )
    return f"“{one.name}”可能是：{'；'.join(names)}。请指定。"
