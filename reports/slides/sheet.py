"""The sheet of a slide: its size, where its parts stand, and the sizes of type, in points."""

from dataclasses import dataclass
from typing import NamedTuple

WIDTH, HEIGHT = 960.0, 540.0  # 16:9
MARGIN = 40.0
WIDE = WIDTH - 2 * MARGIN
TITLE_TOP = 26.0
FOOT_TOP, FOOT_HEIGHT = 470.0, 58.0
BODY_BOTTOM = FOOT_TOP - 8.0
SMALLEST = 12.0  # no type on a slide is smaller
TEXT, CAPTION, SENTENCE, FOOT = 14.0, 14.0, 18.0, 12.0
TITLES = (
    (28.0, 1),
    (26.0, 1),
    (24.0, 1),
    (22.0, 1),
    (24.0, 2),
    (20.0, 3),
)  # size, and the lines it may take


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the sheet in points from its left upper corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def below(self, used: float) -> "Box":
        """What is left of it below a part of this height."""
        return Box(self.left, self.top + used, self.width, max(self.height - used, 0.0))

    def columns(self, *parts: float, gap: float = 24.0) -> "list[Box]":
        """Boxes side by side, whose widths are to each other as the parts."""
        room = self.width - gap * (len(parts) - 1)
        found, left = [], self.left
        for part in parts:
            width = room * part / sum(parts)
            found.append(Box(left, self.top, width, self.height))
            left += width + gap
        return found

    def rows(self, count: int, gap: float = 14.0) -> "list[Box]":
        """So many boxes of one height below each other."""
        height = (self.height - gap * (count - 1)) / count
        return [
            Box(self.left, self.top + n * (height + gap), self.width, height) for n in range(count)
        ]


class Type(NamedTuple):
    """How words are set: size in points, colour of analysis/document/look.py, weight."""

    size: float
    colour: str = "ink"
    is_bold: bool = False
