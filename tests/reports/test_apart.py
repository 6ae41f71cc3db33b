"""A file is written by another process: the same as here, within limits, with the same mark."""

import time
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from analysis import marking
from reports.apart import TooMuch, written_apart
from reports.sheets import Book, Column, Sheet
from reports.xlsx import workbook

pytestmark = pytest.mark.thorough

SHEET = Sheet("甲", "题", "", (Column("年份", 8), Column("数值", 10, 1)), ((2024, 1.5),), ())
BOOK = Book("题", (), "1", (), (SHEET,))
AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def marked():
    marking.mark_as("内部资料")
    yield
    marking.mark_as("")


def cells(content):
    book = load_workbook(BytesIO(content))
    return [[[cell.value for cell in row] for row in sheet] for sheet in book]


def test_it_is_the_file_that_is_written_here():
    assert cells(written_apart(workbook, BOOK, AT)) == cells(workbook(BOOK, AT))


def test_it_bears_the_mark_of_this_process(marked):
    found = cells(written_apart(workbook, BOOK, AT))
    assert ["标识", "内部资料"] in [row[:2] for row in found[0]]


def test_a_failure_is_named():
    with pytest.raises(RuntimeError, match=r"(?s)reports\.xlsx\.workbook.*AttributeError"):
        written_apart(workbook, None, AT)


def test_what_takes_too_long_is_ended():
    begun = time.monotonic()
    with pytest.raises(TooMuch, match="1 秒"):
        written_apart(time.sleep, 30, seconds=1)
    assert time.monotonic() - begun < 8
