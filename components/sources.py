"""Sources as readers meet them: who published what and when, a link where its address is known."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from components.elements import element
from data.model.catalog import Catalog
from data.model.sources import Source

NAMED = 2  # documents of a credit that are named; the others are counted
SHORT = 45  # characters of an address that paper has room for
ELSEWHERE = "（新窗口打开）"
# An address in the text of a source: it ends where a space or Chinese punctuation begins.
ADDRESS = re.compile(r"(https?://[!-~]*[0-9A-Za-z/])")


def cited(document: Source, rest: str = "") -> list[Any]:
    """A document with its date, a link to where it is published if that is known; `rest` follows
    its name."""
    return [outside(document.address, document.citation), rest + document.date_zh]


def without_addresses(text: str) -> str:
    """A text as it is read aloud: an address is to be followed, not to be read."""
    return re.sub(rf" ?{ADDRESS.pattern}", "", text)


def followed(text: str) -> list[Any]:
    """The text of a source with its addresses as links."""
    return [
        html.A(part, href=part, target="_blank", rel="noreferrer")
        if ADDRESS.fullmatch(part)
        else part
        for part in ADDRESS.split(text)
        if part
    ]


def outside(address: str | None, text: str, title: str = "") -> Any:
    """A link that leaves the site: in a window of its own, and seen to do so. Only the text
    without an address. Paper has the address where it is short."""
    if not address:
        return text
    return element(
        "a",
        text,
        element("span", ELSEWHERE, class_="visually-hidden"),
        href=address,
        target="_blank",
        rel="noopener noreferrer",
        class_="outside",
        title=title or None,
        data_printed=address if len(address) <= SHORT else None,
    )


def once(documents: Iterable[Source]) -> tuple[Source, ...]:
    """Documents that read alike once: a query of a database has an address of its own for each
    indicator, and is one publication."""
    found: dict[str, Source] = {}
    for one in documents:
        found.setdefault(one.dated, one)
    return tuple(found.values())


def credit(documents: Sequence[Source]) -> list[Any]:
    """Sources in one line: the first two, and how many there are; on paper each."""
    documents = once(documents)
    if not documents:
        return ["来源：无（本站未收录数值）"]
    return ["来源：", *listed(documents[:NAMED]), *_others(documents)]


def _others(documents: Sequence[Source]) -> list[Any]:
    """How many documents there are, where not all are named; paper names them."""
    if len(documents) <= NAMED:
        return []
    return [
        element("span", f"等 {len(documents)} 处", class_="screen-only"),
        element("span", "；", *listed(documents[NAMED:]), class_="print-only"),
    ]


def listed(documents: Sequence[Source]) -> list[Any]:
    """Documents after one another."""
    parts: list[Any] = []
    for document in documents:
        parts += ["；" if parts else "", *cited(document)]
    return [part for part in parts if part]


def linked(texts: Sequence[str], catalog: Catalog) -> list[Any]:
    """Texts that begin with the name of a document, such as those of a check, with that as a
    link where its address is known."""
    parts: list[Any] = []
    for text in texts:
        found = _document(text, catalog)
        own = cited(found, text.removeprefix(found.citation)) if found else [text]
        parts += ["；" if parts else "", *own]
    return [part for part in parts if part]


def _document(text: str, catalog: Catalog) -> Source | None:
    """The document whose name a text begins with; of several the one named most exactly."""
    named = (one for one in catalog.sources.values() if text.startswith(one.citation))
    return max(named, key=lambda one: (len(one.citation), bool(one.address)), default=None)
