"""Places for labels that do not touch each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

SIDES = ("right", "left", "top", "bottom")  # the first is preferred
OVER_LABEL, OVER_MARK, PREFERENCE = 1000, 10, 0.01  # the cost of an area, of a mark, of a side
MOST_STEPS = 20_000  # of the search for sides: a quarter of a second
ROUNDING = 1e-9  # two sums of the same costs differ by less than this part


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a point: position and size in the same unit (degrees on a map)."""

    x: float
    y: float
    width: float
    height: float


Box = tuple[float, float, float, float]
Choice = tuple[int, ...]  # for each label the place of its side in SIDES
Overlaps = dict[tuple[int, int], list[list[float]]]


def sides(labels: Sequence[Label], marks: Sequence[tuple[float, float]], gap: float) -> list[str]:
    """For each label the side of its point with the least overlap with labels and marks: the
    best of all combinations, or the best that is found in a bounded search where there are many
    labels in one place."""
    boxes = [[_box(label, side, gap) for side in SIDES] for label in labels]
    covered = [[_covered(box, marks) for box in own] for own in boxes]
    overlaps = {
        (i, j): [[_overlap(one, other) for other in boxes[j]] for one in boxes[i]]
        for i, j in combinations(range(len(labels)), 2)
    }
    search = Search(covered, overlaps)
    return [SIDES[side] for side in search.run()]


class Search:
    """The search for the cheapest combination of sides, the first of those that cost the same.

    It starts from a combination that takes the cheapest side for one label after the other, and
    tries all others in order, leaving out those that begin too expensively. After MOST_STEPS
    sides tried it is content with the best so far.
    """

    def __init__(self, covered: Sequence[Sequence[int]], overlaps: Overlaps) -> None:
        self._covered = covered  # marks under each label on each side
        self._overlaps = overlaps  # of each two labels, by the side of the one and of the other
        count = len(covered)
        least = [min(self._alone(i, side) for side in range(len(SIDES))) for i in range(count)]
        self._rest = [sum(least[i:]) for i in range(count + 1)]  # the least that labels from i cost
        self._best: tuple[float, Choice] = (0.0, ())
        self.steps = 0

    def run(self) -> Choice:
        """The combination."""
        greedy: Choice = ()
        for _ in self._covered:
            ways = [(*greedy, side) for side in range(len(SIDES))]
            greedy = min(ways, key=self._added)
        self._best = (self.cost(greedy), greedy)
        self._extend((), 0.0)
        return self._best[1]

    def cost(self, choice: Choice) -> float:
        """What a whole combination costs: labels over each other most, then marks under them."""
        over_labels = sum(table[choice[i]][choice[j]] for (i, j), table in self._overlaps.items())
        over_marks = sum(self._covered[i][side] for i, side in enumerate(choice))
        return over_labels * OVER_LABEL + over_marks * OVER_MARK + sum(choice) * PREFERENCE

    def _extend(self, choice: Choice, cost: float) -> None:
        if len(choice) == len(self._covered):
            self._best = min(self._best, (self.cost(choice), choice))
            return
        for side in range(len(SIDES)):
            if self.steps >= MOST_STEPS:
                return
            self.steps += 1
            longer = (*choice, side)
            known = cost + self._added(longer)
            if known + self._rest[len(longer)] <= self._best[0] * (1 + ROUNDING):
                self._extend(longer, known)

    def _added(self, choice: Choice) -> float:
        """What the last label of a combination adds to the cost of those before it."""
        last = len(choice) - 1
        over = sum(self._overlaps[i, last][choice[i]][choice[last]] for i in range(last))
        return self._alone(last, choice[last]) + over * OVER_LABEL

    def _alone(self, label: int, side: int) -> float:
        return self._covered[label][side] * OVER_MARK + side * PREFERENCE


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
