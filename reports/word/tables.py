"""Tables: three lines as in yearbooks, the head repeated on every page, numbers to the right."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.text.table import Table
from reports.lengths import length
from reports.office.texts import has_dates
from reports.word.design import Design
from reports.word.lengths import longest_parts, with_units
from reports.word.markup import paragraph, quoted, run, tone, twips
from reports.word.widths import Wanted, shared

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
BROKEN = 60.0  # points: a column of text is not made narrower
HEAVY, LIGHT = 12, 4  # lines in eighths of a point
INK, RULE = tone("ink"), tone("rule")


def table(found: Table, design: Design, told: str) -> str:
    """A table; `told` is its title for who hears it."""
    numeric = [_is_numeric(found, place) for place in range(len(found.columns))]
    whole, size = design.page.text_width, design.types["TableText"].size
    if sum(each.whole for each in _wanted(found, numeric, size)) > whole:
        found = _lined(found)
    is_small = _is_tight(_wanted(found, numeric, size), whole)
    wanted = _wanted(found, numeric, design.small if is_small else size)
    widths = [twips(each) for each in shared(wanted, whole)]
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


def _lined(found: Table) -> Table:
    """The table with values in a line of their own below their years."""
    lined = (tuple(DATED.sub(_own_line, text) for text in row) for row in found.rows)
    return replace(found, rows=tuple(lined))


def _own_line(year: re.Match[str]) -> str:
    return f"{year[0].rstrip()}\n"


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
        f"</w:tcPr>{paragraph(kind, run(with_units(text), style), kept)}</w:tc>"
        for text, kind, width in zip(cells, kinds, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{each}</w:tr>"


def _wanted(found: Table, numeric: Sequence[bool], size: float) -> list[Wanted]:
    """What each column needs in points: for its longest text in one line, and for the longest parts
    of texts that should not be broken."""
    return [
        Wanted(_points(max(map(length, texts)), size), _parts(texts, size), is_number)
        for texts, is_number in zip(_columns(found), numeric, strict=True)
    ]


def _parts(texts: Sequence[str], size: float) -> tuple[float, ...]:
    return tuple(_points(one, size) for one in longest_parts(texts))


def _points(halves: float, size: float) -> float:
    return max(LEAST, halves) * size / 2 + MARGINS


def _columns(found: Table) -> Iterable[Sequence[str]]:
    return zip(found.columns, *found.rows, strict=True)


def _is_tight(wanted: Sequence[Wanted], whole: float) -> bool:
    """Whether a table is too wide for its type: texts may be broken, numbers not."""
    least = (each.whole if each.is_number else min(each.whole, BROKEN) for each in wanted)
    return sum(least) > whole


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
