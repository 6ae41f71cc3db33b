"""What a layout of text documents says: the page, and how each kind of paragraph looks. Lengths
are in points."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: of Latin letters and digits, and of Chinese; by its name, or by its part in the
    theme (`is_theme`: major, minor)."""

    latin: str
    chinese: str
    is_theme: bool = False


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of paragraph: typeface and size; `line` is its exact pitch (None: as high as what
    stands in it, times `leading`); `first`, `left` and `right` are indents in characters of its
    size; `level` of a heading (1 to 4), 0 of another."""

    name: str
    face: Face
    size: float
    align: str = "left"
    line: float | None = None
    leading: float = 1.0
    before: float = 0.0
    after: float = 0.0
    first: int = 0
    right: int = 0
    left: int = 0
    tracking: float = 0.0
    colour: str = ""
    is_bold: bool = False
    is_kept: bool = False  # on one page with what follows
    level: int = 0
    outline: int = 0  # of a heading without a number
    next: str = "Normal"


@dataclass(frozen=True, slots=True)
class Page:
    """A4 with its margins, and where the page number stands above the edge."""

    top: float
    left: float
    right: float
    bottom: float
    footer: float
    width: float = 595.3
    height: float = 841.9

    @property
    def text_height(self) -> float:
        """The height of the text area."""
        return self.height - self.top - self.bottom

    @property
    def text_width(self) -> float:
        """The width of a line."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Design:
    """A layout: page, kinds of paragraphs by their id, the typefaces of the theme; `grid` is the
    pitch of its lines (None: no grid); height, size of type and typefaces of figures, and whether
    they are `is_plain`, for print in black; `own` is the typeface of what a person added; whether
    pages have a running head."""

    page: Page
    types: Mapping[str, Type]
    theme: tuple[Face, Face]  # major, minor
    own: Face
    small: float  # type of tables that are too wide
    grid: float | None
    figure_height: float
    figure_type: float
    figure_fonts: tuple[str, str]  # Chinese, Latin
    is_plain: bool
    has_head: bool
    altered: Mapping[str, str] = field(default_factory=dict)  # a font → where it is missing
