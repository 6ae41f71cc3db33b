"""Tables: three lines as in yearbooks, the head repeated on every page, numbers to the right."""

import re
from collections.abc import Sequence
from math import sqrt
from unicodedata import east_asian_width

from analysis.text.table import Table
from reports.office.texts import has_dates
from reports.word.design import Design
from reports.word.markup import paragraph, quoted, run, tone, twips

# What may stand before the digits of a number: qualifiers and signs.
NUMBER = re.compile(r"^[约近超过逾不足仅达以上下高低于增长降提少减−+≈≥≤<>＜＞▲▼\s-]*\d")
DATED = re.compile(r"^\d{4} 年 ")  # a value with its year is read like text
DASHES = ("", "–", "—", "…", "·")
NOT_HELD = ("本站未收录", "未公布", "不可合计")
LONGEST_NUMBER = 24  # half characters; what is longer is read like text
LEAST = 4.0  # half characters that a column holds at least
MARGINS = 12.0  # points beside the text of a cell
AIR = 2.0  # points above the text of a cell and below it, or its lines touch the rules
TOGETHER = 8  # rows of a table that no page parts
MOST_NUMBERS = 0.8  # of a line, for columns of numbers
NAMES = 1.4  # more for the names of rows
BROKEN = 60.0  # points: a column of text is not made narrower
HEAVY, LIGHT = 12, 4  # lines in eighths of a point
INK, RULE = tone("ink"), tone("rule")


def table(found: Table, design: Design, told: str) -> str:
    """A table; `told` is its title for who hears it."""
    numeric = [_is_numeric(found, place) for place in range(len(found.columns))]
    whole, size = design.page.text_width, design.types["TableText"].size
    is_small = _is_tight(found, _wanted(found, size), whole)
    widths = _widths(_wanted(found, design.small if is_small else size), numeric, whole)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(
        found.columns,
        [_head(is_number) for is_number in numeric],
        widths,
        is_small=is_small,
        is_kept=True,
    )
    kinds = ["TableNumber" if is_number else "TableText" for is_number in numeric]
    last = len(found.rows) - 1
    kept = [last < TOGETHER and place < last for place in range(last + 1)]
    rows = "".join(
        _row(cells, kinds, widths, is_small=is_small, is_kept=is_kept)
        for cells, is_kept in zip(found.rows, kept, strict=True)
    )
    return (
        f"<w:tbl>{_properties(sum(widths), told)}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _properties(width: int, told: str) -> str:
    line = f'w:space="0" w:color="{INK}"'
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>'
        f'<w:top w:val="single" w:sz="{HEAVY}" {line}/>'
        f'<w:bottom w:val="single" w:sz="{HEAVY}" {line}/>'
        f'<w:insideH w:val="single" w:sz="2" w:space="0" w:color="{RULE}"/></w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_air()}<w:tblLook w:val="0020" w:firstRow="1"/>'
        f"<w:tblCaption w:val={quoted(told)}/></w:tblPr>"
    )


def _air() -> str:
    sides = "".join(f'<w:{side} w:w="{twips(AIR)}" w:type="dxa"/>' for side in ("top", "bottom"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _head(is_number: bool) -> str:
    return "TableHeadNumber" if is_number else "TableHead"


def _row(
    cells: Sequence[str],
    kinds: Sequence[str],
    widths: Sequence[int],
    is_small: bool = False,
    is_kept: bool = False,
) -> str:
    is_head = kinds[0] == _head(is_number=False)  # the first column is never of numbers
    style = "Small" if is_small else ""
    repeated = "<w:tblHeader/>" if is_head else ""
    kept = "<w:keepNext/>" if is_kept else ""
    below = (
        f'<w:tcBorders><w:bottom w:val="single" w:sz="{LIGHT * 2}" w:space="0" '
        f'w:color="{INK}"/></w:tcBorders>'
        if is_head
        else ""
    )
    each = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{below}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraph(kind, run(text, style), kept)}</w:tc>"
        for text, kind, width in zip(cells, kinds, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{each}</w:tr>"


def _widths(wanted: Sequence[float], numeric: Sequence[bool], whole: float) -> list[int]:
    """The columns' widths in twentieths of a point, together a line of the page. Numbers get what
    they need; texts that need less than their part of what is left get that, the others share the
    rest: the longer a text, the more lines it has."""
    if sum(wanted) <= whole:
        return [twips(each * whole / sum(wanted)) for each in wanted]
    widths = {n: each for n, each in enumerate(wanted) if numeric[n]}
    if sum(widths.values()) > whole * MOST_NUMBERS:
        widths = {}
    left = {n: each for n, each in enumerate(wanted) if n not in widths}
    room = whole - sum(widths.values())
    while small := {n: each for n, each in left.items() if each <= room / len(left)}:
        widths |= small
        room -= sum(small.values())
        left = {n: each for n, each in left.items() if n not in small}
    weights = {n: sqrt(each) * (1 if n else NAMES) for n, each in left.items()}
    widths |= {n: room * each / sum(weights.values()) for n, each in weights.items()}
    return [twips(widths[n]) for n in range(len(wanted))]


def _wanted(found: Table, size: float) -> list[float]:
    """The width in points that each column needs for its longest text in one line."""
    return [
        max(LEAST, *(length(text) for text in column)) * size / 2 + MARGINS
        for column in zip(found.columns, *found.rows, strict=True)
    ]


def _is_tight(found: Table, wanted: Sequence[float], whole: float) -> bool:
    """Whether a table is too wide for its type: texts may be broken, numbers not."""
    least = (
        each if _is_numeric(found, place) else min(each, BROKEN)
        for place, each in enumerate(wanted)
    )
    return sum(least) > whole


def length(text: str) -> float:
    """How long the longest line of a text is, in half characters: Chinese ones count two."""
    return max(sum(map(_halves, line)) for line in text.split("\n"))


def _halves(sign: str) -> float:
    """How many half characters wide a sign is; capitals are wider than digits."""
    if east_asian_width(sign) in "WFA":
        return 2
    return 1.4 if sign.isupper() or sign in "%&" else 1


def _is_numeric(found: Table, place: int) -> bool:
    """Whether a column holds numbers, with their qualifiers and the words for one that is not
    there. The first one names the rows."""
    texts = [row[place] for row in found.rows if row[place] not in (*DASHES, *NOT_HELD)]
    return place > 0 and all(map(_is_number, texts)) and not has_dates(texts)


def _is_number(text: str) -> bool:
    return (
        NUMBER.match(text) is not None
        and DATED.match(text) is None
        and length(text) <= LONGEST_NUMBER
    )
