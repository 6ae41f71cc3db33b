"""How wide the columns of a sheet are, which texts need more than a line, and how it is printed."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet

from analysis.marking import marked
from reports.columns import Cell
from reports.lengths import length
from reports.sheets import Sheet

A4 = 9  # the paper, by its number in a workbook
SPARE = 4  # characters more than a sheet asks for, where that saves a line
ARROW = 4  # characters beside a head, for the arrow of the filter
LEAST = 7  # characters
LINE = 16.0  # points of a line of a text
PAGE = 240  # characters across a page in the smallest type that can be read
NARROW = 80  # characters that a page has at least
EMPTY = 9.0  # characters of a column that nothing is said of
LARGE = 1.4  # type of titles
MARGIN = 0.5  # inches
SHOWN = ((1000.0, 1), (10.0, 2))  # decimals of fractions of this size


def widths(table: Sheet) -> list[float]:
    """The widths of the columns in characters: what the sheet asks for, less where nothing is as
    long."""
    columns = zip(table.columns, zip(*table.rows, strict=True), strict=True)
    every = columns if table.rows else ((one, ()) for one in table.columns)
    return [
        min(one.width + SPARE, max(LEAST, length(one.label) + ARROW, *map(_shown, cells), 0.0))
        for one, cells in every
    ]


def _shown(cell: Cell) -> float:
    """The characters that a cell needs; a number with its separators and decimals."""
    if cell is None:
        return 0.0
    return length(cell) + 2 if isinstance(cell, str) else length(f"{cell:,.2f}") + 3


def is_long(text: str, width: float) -> bool:
    """Whether a text needs more than one line of a column."""
    return "\n" in text or length(text) > width


def height(text: str, width: float) -> float:
    """The height in points of a row with this text across so many characters."""
    return sum(max(1, ceil(length(line) / (width - 1))) for line in text.split("\n")) * LINE


def row_height(cells: Sequence[Cell], across: Sequence[float]) -> float | None:
    """The height of a row with texts of several lines, which some programs do not find; None
    for one line."""
    pairs = zip(cells, across, strict=True)
    most = max((height(c, w) for c, w in pairs if isinstance(c, str) and is_long(c, w)), default=0)
    return most if most > LINE else None


def shown_decimals(cell: Cell, decimals: int | None) -> int | None:
    """The decimals that a number is shown with: those of its column; where that has none, of a
    fraction as many as its size asks for. None for whole numbers such as years."""
    if decimals is not None or not isinstance(cell, float):
        return decimals
    return next((n for least, n in SHOWN if abs(cell) >= least), 3)


def has_numbers(cells: Sequence[Cell]) -> bool:
    """Whether a column is one of numbers."""
    held = [cell for cell in cells if cell is not None and cell != ""]
    return bool(held) and not any(isinstance(cell, str) for cell in held)


def print_on_paper(sheet: Worksheet, title: str) -> None:
    """A4 across, as wide as a page, the mark at the upper left, pages counted."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L&B{_plain(marked())}&B&R{_plain(title)}")
    sheet.set_footer("&C第 &P 页，共 &N 页")


def print_table(sheet: Worksheet, table: Sheet, across: Sequence[float], last: int) -> None:
    """As `print_on_paper`, the table with its remarks down to the `last` row; a very wide one on
    pages side by side, each with the columns that name its rows."""
    print_on_paper(sheet, table.title)
    _, right = spanned(across, max(length(table.title) * LARGE, length(table.subtitle), NARROW))
    sheet.print_area(0, 0, last, max(right, len(across) - 1))
    pages = ceil(sum(across) / PAGE)
    if pages > 1:
        named = sum(across[: table.fixed])
        sheet.repeat_columns(0, table.fixed - 1)
        sheet.fit_to_pages(ceil((sum(across) - named) / (PAGE - named)), 0)


def spanned(across: Sequence[float], wide: float) -> tuple[float, int]:
    """The width and the last of the first columns that together have so many characters, the empty
    ones beside the table too."""
    width, place = 0.0, -1
    while width < wide - 1e-6:
        place += 1
        width += across[place] if place < len(across) else EMPTY
    return width, place


def _plain(text: str) -> str:
    """A text in which nothing is a code of the header."""
    return text.replace("&", "&&")
