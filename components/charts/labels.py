"""Places for labels that do not touch each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

SIDES = ("right", "left", "top", "bottom")


def spread(places: Sequence[float], gap: float) -> list[float]:
    """The places (0..1) moved apart to at least `gap`, in the same order, as little as needed.

    Labels that would touch are pushed up from below and then back down from the top.
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [min(max(p, 0.0), 1.0) for p in places]
    for below, above in pairwise(order):
        moved[above] = max(moved[above], moved[below] + gap)
    ceiling = 1.0
    for i in reversed(order):
        moved[i] = min(moved[i], ceiling)
        ceiling = moved[i] - gap
    return moved


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a point: position and size in the same unit (degrees on a map)."""

    x: float
    y: float
    width: float
    height: float


Box = tuple[float, float, float, float]


def sides(labels: Sequence[Label], marks: Sequence[tuple[float, float]], gap: float) -> list[str]:
    """For each label the side of its point with the least overlap with labels and marks.

    Every combination is tried: six labels with four sides are 4,096, a few milliseconds, once.
    """
    boxes = [{side: _box(label, side, gap) for side in SIDES} for label in labels]
    marked = [{side: _covered(box, marks) for side, box in choice.items()} for choice in boxes]

    def cost(combination: Iterable[str]) -> float:
        combination = tuple(combination)
        placed = [boxes[i][side] for i, side in enumerate(combination)]
        over_labels = sum(_overlap(a, b) for i, a in enumerate(placed) for b in placed[i + 1 :])
        over_marks = sum(marked[i][side] for i, side in enumerate(combination))
        preference = sum(SIDES.index(side) for side in combination)
        return over_labels * 1000 + over_marks * 10 + preference * 0.01

    return list(min(product(SIDES, repeat=len(labels)), key=cost))


def _box(label: Label, side: str, gap: float) -> Box:
    w, h = label.width, label.height
    if side in ("right", "left"):
        x0 = label.x + gap if side == "right" else label.x - gap - w
        return x0, label.y - h / 2, x0 + w, label.y + h / 2
    y0 = label.y + gap if side == "top" else label.y - gap - h
    return label.x - w / 2, y0, label.x + w / 2, y0 + h


def _overlap(a: Box, b: Box) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0


def _covered(box: Box, marks: Sequence[tuple[float, float]]) -> int:
    return sum(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in marks)
