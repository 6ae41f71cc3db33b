"""What is drawn of a series: points with their phrases, joined into lines where they may be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A published value: year, value in the shown unit, the phrase a reader sees, and the mark of
    its status at the end of that ("" for a normal value); whether it is a first figure."""

    year: int
    value: float
    text: str
    mark: str = ""
    is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One region's published values, in pieces cut at every gap and every break."""

    slug: str
    label: str
    pieces: tuple[tuple[Point, ...], ...]
    is_reference: bool
