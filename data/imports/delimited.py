"""Separated values as rows of texts: which encoding, which separator, and torn quotes.

The national bureau's files are GB18030 or UTF-8, with cells that end with a tab, lines that end
with a separator and notes that quote in the middle of a cell; spreadsheets write UTF-16 with tabs.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice

from data.imports.cells import Unreadable
from data.imports.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from data.imports.numbers import NotANumber, number
from data.imports.periods import period

SEPARATORS = (",", ";", "\t", "|")
SAMPLE, LONGEST = 60, 2_000  # lines by which the separator is told, and signs of each
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOST = "\ufffd"
# Two bytes that are no text in any of these: of what is neither, fewest are lost in the right one.
COMMON = "年市省地区指标数据亿元万人时间国家统计局来源注库值增长率总产北京天津河"

csv.field_size_limit(16_000_000)


def rows(content: bytes) -> Iterator[tuple[str | None, ...]]:
    """The rows of separated values, with the cells trimmed and None for empty ones. Raises
    Unreadable."""
    text = decoded(content)
    separator = _separator(text)
    found = 0
    for row_number, line in enumerate(_lines(text, separator)):
        if row_number >= MOST_ROWS:
            raise Unreadable(f"表格超过 {MOST_ROWS} 行：请分成几个文件")
        if len(line) > MOST_COLUMNS and any(cell.strip() for cell in line[MOST_COLUMNS:]):
            raise Unreadable(f"第 {row_number + 1} 行超过 {MOST_COLUMNS} 列：请删去多余的列")
        cells = tuple(cell.strip() or None for cell in line[:MOST_COLUMNS])
        found += sum(cell is not None for cell in cells)
        if found > MOST_CELLS:
            raise Unreadable(f"表格超过 {MOST_CELLS} 个单元格：请分成几个文件")
        yield cells


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or GB18030; what cannot be read of it becomes U+FFFD,
    which no cell is read with."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if wide := _wide(content):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        tried = [content.decode(name, errors="replace") for name in ("gb18030", "utf-8")]
        return max(tried, key=_likeness)


def _wide(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of digits and separators is zero."""
    sample = content[:4000]
    half = max(len(sample) // 2, 1)
    low, high = sample[1::2].count(0) / half, sample[0::2].count(0) / half
    if max(low, high) < 0.2:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _likeness(text: str) -> int:
    """How much a text looks like statistics in Chinese rather than like another encoding's."""
    sample = text[:20_000]
    return sum(sample.count(sign) for sign in COMMON) - 2 * sample.count(LOST)


def _lines(text: str, separator: str) -> list[list[str]]:
    """The rows. Where a quote is never closed, or closed somewhere far below, so that it swallows
    rows, quotes are taken for ordinary signs."""
    for is_strict in (True, False):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=is_strict)
        try:
            found = list(islice(reader, MOST_ROWS + 1))
        except csv.Error:
            continue
        if is_strict or not any(_swallows(cell, separator) for line in found for cell in line):
            return found
    lines = io.StringIO(text, newline=None)
    return [line.rstrip("\n").split(separator) for line in islice(lines, MOST_ROWS + 1)]


def _swallows(cell: str, separator: str) -> bool:
    """Whether a cell holds what looks like rows of its own."""
    return "\n" in cell and cell.count(separator) >= 3


def _separator(text: str) -> str:
    """The separator by which most cells are numbers or periods, and fewest still hold another."""
    lines = islice(io.StringIO(text[: SAMPLE * LONGEST], newline=None), SAMPLE)
    sample = [line[:LONGEST] for line in lines]
    return max(SEPARATORS, key=lambda one: _score(sample, one))


def _score(sample: list[str], separator: str) -> int:
    cells = [cell.strip() for line in sample for cell in line.split(separator)]
    others = [one for one in SEPARATORS if one != separator]
    score = 0
    for cell in cells:
        if _is_plain(cell.strip('"')):
            score += 2
        elif any(one in cell for one in others):
            score -= 1
    return score


def _is_plain(cell: str) -> bool:
    if not cell or len(cell) > 20:
        return False
    try:
        return period(cell) is not None or number(cell).value is not None
    except NotANumber:
        return False
