"""Checks: what the tables say of one figure of the text, with the formula and the verdict."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check: consistent, explained, differs, implied, scope or unchecked, in
    words; the formula with its numbers ("" where nothing was computed), one sentence, the titles
    of the sources used and the ids of the indicators used."""

    verdict: str
    verdict_zh: str
    formula: str
    text: str
    sources: tuple[str, ...]
    links: tuple[str, ...]
