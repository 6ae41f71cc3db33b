"""Where the names at the ends of strokes stand: beside their end, moved up or down as little as
needed where they would touch another name, the mark at another end, or a stroke.

Lengths are pixels from the lower left corner of the plot. What holds for a plot holds for a
larger one of the same data too: strokes and ends move apart, names keep their size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.document.ranges import spread
from analysis.maps.labels import Box

LEADING = 19.0  # the height a name takes, of type of 14 px
BESIDE = 10.0  # between an end and its name
REACH = 6.0  # of the mark at an end, from its middle
STEP = 3.0  # by which a name is moved until it touches nothing

Stroke = Sequence[tuple[float, float]]  # the points that are joined, one alone being a mark


@dataclass(frozen=True, slots=True)
class Name:
    """A name of this width, and the end it stands beside."""

    x: float
    y: float
    width: float

    def box(self, middle: float) -> Box:
        """What it covers with its middle at this height."""
        left = self.x + BESIDE
        return left, middle - LEADING / 2, left + self.width, middle + LEADING / 2

    @property
    def mark(self) -> Box:
        """What the mark at its end covers."""
        return self.x - REACH, self.y - REACH, self.x + REACH, self.y + REACH


def middles(names: Sequence[Name], strokes: Sequence[Stroke], height: float) -> list[float]:
    """The height of the middle of each name in a plot of this height. Names with no stroke
    beside them share a column, in the order of their ends; each other takes the nearest place
    that is free, or the least bad where none is."""
    found = [name.y for name in names]
    free = [i for i, name in enumerate(names) if not _is_beside(name, strokes)]
    column = spread([names[i].y / height for i in free], LEADING / height)
    for i, place in zip(free, column, strict=True):
        found[i] = place * height
    taken = [names[i].box(found[i]) for i in free]
    for i in sorted(set(range(len(names))) - set(free), key=lambda i: -names[i].x):
        marks = [other.mark for other in names if other is not names[i]]
        found[i] = _nearest(names[i], [*taken, *marks], strokes, height)
        taken.append(names[i].box(found[i]))
    return found


def is_over(name: Name, middle: float, strokes: Sequence[Stroke]) -> bool:
    """Whether a stroke runs through a name."""
    return _hits(name.box(middle), strokes) > 0


def _nearest(name: Name, taken: Sequence[Box], strokes: Sequence[Stroke], height: float) -> float:
    """The nearest place that touches nothing; where there is none, what touches least."""
    left, _, right, _ = name.box(name.y)  # wherever it is moved to
    beside = [box for box in taken if min(right, box[2]) > max(left, box[0])]
    parts = [list(_within(stroke, left, right)) for stroke in strokes]

    def touched(middle: float) -> int:
        _, foot, _, top = name.box(middle)
        boxes = sum(box[1] < top and box[3] > foot for box in beside)
        return boxes + sum(any(low < top and high > foot for low, high in one) for one in parts)

    low, high = LEADING / 2, max(height - LEADING / 2, LEADING / 2)
    steps = [STEP * i for i in range(int(height / STEP) + 1)]
    tried = {min(max(name.y + way * step, low), high): None for step in steps for way in (1, -1)}
    nearest_first = sorted(tried, key=lambda middle: abs(middle - name.y))
    free = (middle for middle in nearest_first if not touched(middle))
    found = next(free, None)
    return min(nearest_first, key=touched) if found is None else found


def _is_beside(name: Name, strokes: Sequence[Stroke]) -> bool:
    """Whether a stroke stands beside the end, at whatever height."""
    left, _, right, _ = name.box(name.y)
    return any(True for stroke in strokes for _ in _within(stroke, left, right))


def _hits(box: Box, strokes: Sequence[Stroke]) -> int:
    left, foot, right, top = box
    return sum(
        any(low < top and high > foot for low, high in _within(stroke, left, right))
        for stroke in strokes
    )


def _within(stroke: Stroke, left: float, right: float) -> Iterator[tuple[float, float]]:
    """Each part of a stroke between two verticals: how low and how high it gets there."""
    for one, other in pairwise([stroke[0], *stroke]):
        (x0, y0), (x1, y1) = sorted((one, other))
        start, end = max(x0, left), min(x1, right)
        if start < end or (x0 == x1 and left < x0 < right):
            slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
            heights = (y0, y1) if x0 == x1 else (y0 + slope * (x - x0) for x in (start, end))
            low, high = sorted(heights)
            yield low, high
