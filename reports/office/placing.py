"""Where a name stands beside its point: on a side where it covers no line and no other name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reports.office.axes import Plot
from reports.office.frame import Frame
from reports.office.labels import ABOVE, BELOW, RIGHT

STEP = 4.0  # points between two places of a line that are looked at
GAP = 6.0  # points between a point and its name


class Spot(NamedTuple):
    """A place on a chart, in points from its left upper corner."""

    x: float
    y: float


class Room(NamedTuple):
    """What a name covers, in points from the chart's left upper corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Room") -> bool:
        """Whether the two have a place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def has(self, spot: Spot) -> bool:
        """Whether a place is covered."""
        return self.left < spot.x < self.right and self.top < spot.y < self.bottom


class Side(NamedTuple):
    """A side of a point: as a label has it, and by which part of its width the name is moved to
    the right from there."""

    place: str
    beside: float = 0.0


SIDES = (
    Side(RIGHT), Side(ABOVE), Side(BELOW), Side(ABOVE, -0.5), Side(ABOVE, 0.5), Side(BELOW, 0.5),
    Side(BELOW, -0.5),
)  # fmt: skip


def margins(plot: Plot, frame: Frame) -> list[Room]:
    """What is left of a plot and below it, where its axes have their numbers and names."""
    left, bottom = plot.left * frame.width, (plot.top + plot.height) * frame.height
    return [Room(0.0, 0.0, left, frame.height), Room(0.0, bottom, frame.width, frame.height)]


def beside(
    at: Spot, wide: float, tall: float, lines: Sequence[Sequence[Spot]], taken: Sequence[Room]
) -> tuple[Side, Room, int]:
    """The first side on which a name of this size covers the fewest places of the lines and of
    what is taken, the room it has there, and how many it covers."""
    found = [(one, _room(at, wide, tall, one)) for one in SIDES]
    counted = [(side, room, _covered(room, lines, taken)) for side, room in found]
    return min(counted, key=lambda one: one[2])


def _room(at: Spot, wide: float, tall: float, side: Side) -> Room:
    if side.place == RIGHT:
        return Room(at.x + GAP, at.y - tall / 2, at.x + GAP + wide, at.y + tall / 2)
    left = at.x + (side.beside - 0.5) * wide
    top = at.y - GAP - tall if side.place == ABOVE else at.y + GAP
    return Room(left, top, left + wide, top + tall)


def _covered(room: Room, lines: Sequence[Sequence[Spot]], taken: Sequence[Room]) -> int:
    """Places of lines in a room; a name that it meets counts as much as it covers of a line."""
    names = sum(room.meets(one) for one in taken)
    touched = sum(room.has(spot) for line in lines for spot in _walked(line))
    return touched + names * round((room.right - room.left) / STEP)


def _walked(line: Sequence[Spot]) -> Iterator[Spot]:
    """The points of a line and places between them, at most STEP apart."""
    yield from line[-1:]
    for a, b in pairwise(line):
        count = max(1, round(max(abs(b.x - a.x), abs(b.y - a.y)) / STEP))
        for n in range(count):
            yield Spot(a.x + (b.x - a.x) * n / count, a.y + (b.y - a.y) * n / count)
