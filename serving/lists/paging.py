"""A part of a list: which rows an answer has, and where the other ones are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis import links
from analysis.query import Query, written
from serving.api_keys import LIMIT, MOST, OFFSET

TOTAL = "X-Total-Count"


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows of a list of so many (`total`) an answer has; `is_asked`: the query says so."""

    total: int
    limit: int
    offset: int
    is_asked: bool

    @property
    def is_told(self) -> bool:
        """Whether the answer says which rows it has: it was asked for some, or has not all."""
        return self.is_asked or self.total > self.limit

    def others(self) -> dict[str, int]:
        """Where the first, the previous, the next and the last part begin, those there are."""
        last = max(0, (self.total - 1) // self.limit * self.limit)
        before = min(max(0, self.offset - self.limit), last)
        after = self.offset + self.limit
        return {
            "first": 0,
            **({"prev": before} if self.offset else {}),
            **({"next": after} if after < self.total else {}),
            "last": last,
        }


def part_of(query: str, total: int) -> Part:
    """The part that a query asks for of so many rows; at most MOST. The query holds."""
    given = Query.of(query).given
    limit, offset = int(given.get(LIMIT.name, MOST)), int(given.get(OFFSET.name, 0))
    return Part(total, limit, offset, bool({LIMIT.name, OFFSET.name} & given.keys()))


def addresses(path: str, query: Mapping[str, str], digest: str, part: Part) -> dict[str, str]:
    """The addresses of the other parts, by their relation. They are those of one edition: whoever
    goes through a list meanwhile another is published has every row once."""
    own = {**query, LIMIT.name: str(part.limit)}
    return {
        name: links.permanent(path, written({**own, OFFSET.name: str(start)}), digest)
        for name, start in part.others().items()
    }


def headers(part: Part, found: dict[str, str]) -> dict[str, str]:
    """How many rows there are, and where the others are (RFC 8288)."""
    own = {TOTAL: str(part.total)}
    if part.is_told:
        own["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in found.items())
    return own


def told(part: Part, found: dict[str, str]) -> dict[str, Any]:
    """The same in the answer itself; `next` is null in the last part."""
    return {
        "total": part.total,
        "limit": part.limit,
        "offset": part.offset,
        "next": found.get("next"),
    }
