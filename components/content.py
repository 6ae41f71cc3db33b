"""What a page shows of one state: its texts and figures by the ids of their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from components.charts.frame import Figure
from components.elements import tree
from components.ids import Id

Part = orjson.Fragment | None  # the JSON of a tree or a figure, written once and kept so
Parts = Mapping[str, Part]  # by the ids of the places


@dataclass(frozen=True)
class Content:
    """One answer: `page` names what it fills, a Page or what stands in its place; `parts` hold a
    tree or a figure for every place, `remarks` what is to be said about the address, `title` is
    the document's."""

    page: str
    title: str
    parts: Parts
    remarks: tuple[str, ...] = ()

    @cached_property
    def size(self) -> int:
        """Bytes of all parts."""
        return sum(len(orjson.dumps(one)) for one in self.parts.values())


def content(
    page: str,
    title: str,
    texts: Mapping[Any, Any],
    figures: Mapping[Id, Figure | None],
    remarks: tuple[str, ...] = (),
) -> Content:
    """The content of nodes and figures, by Id. A text may be a part that was written before; a
    figure that is None leaves the one before."""
    parts = {
        **{str(place): part(nodes) for place, nodes in texts.items()},
        **{str(place): fragment(figure) for place, figure in figures.items()},
    }
    return Content(page, title, parts, remarks)


def part(nodes: Any) -> orjson.Fragment:
    """A text as it is sent; one that was written before as it is."""
    return nodes if isinstance(nodes, orjson.Fragment) else fragment(tree(nodes))


def packed(found: Content) -> bytes:
    """A content as bytes: what it is in a line of JSON, then its parts as they were written."""
    written = {name: one and orjson.dumps(one) for name, one in found.parts.items()}
    head = {
        "page": found.page,
        "title": found.title,
        "remarks": found.remarks,
        "parts": [(name, one and len(one)) for name, one in written.items()],
    }
    return orjson.dumps(head) + b"\n" + b"".join(one for one in written.values() if one)


def unpacked(content: bytes) -> Content:
    """The content of such bytes, each part the same byte for byte."""
    line, _, rest = content.partition(b"\n")
    head = orjson.loads(line)
    parts: dict[str, Part] = {}
    start = 0
    for name, length in head["parts"]:
        parts[name] = None if length is None else orjson.Fragment(rest[start : start + length])
        start += length or 0
    return Content(head["page"], head["title"], parts, tuple(head["remarks"]))


def fragment(value: Any) -> orjson.Fragment:
    """The JSON of a value; Dash puts it into its answer as it is. It is kept: what orjson writes
    keeps the room it was written in, three times as much, so it is copied."""
    written = orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)
    return orjson.Fragment(bytes(memoryview(written)))


def value_of(written: Part) -> Any:
    """The tree or figure of a part."""
    return orjson.loads(orjson.dumps(written))
