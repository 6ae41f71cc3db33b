"""Uploads that were torn, swapped or typed into: a fault names its cell, or what is read is what
the file says; never a trace."""

import random
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.imports.cells import Book, Sheet, Unreadable
from data.imports.numbers import number
from data.imports.periods import period
from data.imports.reading import parsed
from data.imports.recognise import recognised
from data.imports.regions import region
from tests.data.imports import specimens

pytestmark = pytest.mark.thorough

MUTATED = 500
GROUPS = 10
REF = re.compile(r"[A-Z]+[0-9]+")
JUNK = ("", "abc", "１２", "—", "①", "12.3.4", "=1+1", '"', "，", ",", "\n", "\t", "北京市",
"2024年", "注：", "\ufffd",
        "1e5", "-", "0", "近10", "NaN", "数据库：", "指标：x(亿元)", "\x00", "'",
        "地区")  # fmt: skip
ABOVE = ["数据库：分省年度数据", "指标：地区生产总值(亿元)", "时间：最近20年"]
BELOW = [specimens.FIFTH, specimens.QUOTING, specimens.SOURCE]


def cells():
    return (
        [[line] for line in ABOVE],
        [list(r) for r in specimens.by_region()],
        [[b] for b in BELOW],
    )


def typed(rng):
    """A file with some cells swapped or typed over, saved in one of the forms."""
    above, rows, below = cells()
    for _ in range(rng.randint(1, 4)):
        a, b = ([rng.randrange(len(rows)), rng.randrange(6)] for _ in range(2))
        if rng.random() < 0.4:
            rows[a[0]][a[1]], rows[b[0]][b[1]] = rows[b[0]][b[1]], rows[a[0]][a[1]]
        else:
            rows[a[0]][a[1]] = rng.choice(JUNK)
    if rng.random() < 0.2:
        return specimens.xlsx(above + rows + below)
    if rng.random() < 0.1:
        lines = [line for (line,) in above], [line for (line,) in below]
        return specimens.page(rows, *lines, charset=rng.choice(["gb18030", "utf-8"]), after="")
    write = rng.choice([specimens.plain, specimens.tabbed, specimens.quoted])
    lines = [line for (line,) in above], [line for (line,) in below]
    return write(rows, *lines).encode(rng.choice(["gb18030", "utf-8", "utf-16"]), "replace")


def torn(rng):
    """A file with bytes cut out, doubled, turned over or of another encoding."""
    content = bytearray(typed(rng))
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(content))
        size = rng.choice([1, 1, 2, 3, 50])
        kind = rng.randrange(4)
        if kind == 0:
            del content[at : at + size]
        elif kind == 1:
            content[at:at] = content[at : at + size]
        elif kind == 2:
            content[at] ^= 1 << rng.randrange(8)
        else:
            del content[at:]
        content = content or bytearray(b"x")
    return bytes(content)


def says_so(book, found):
    """Whether a value is what its cell says, under the labels of its row and column."""
    sheet = book.sheets[0]
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", found.cell.ref).groups()
    column = ord(letters) - ord("A")
    value = number(sheet.value(int(row) - 1, column)).value
    above = [sheet.value(n, column) for n in range(int(row) - 1)]
    left = [sheet.value(int(row) - 1, n) for n in range(column)]
    return (
        value == found.value
        and (found.period_text is None or found.period_text in map(period, [*above, *left]))
        and region(found.region_text or "") in {None, *(region(str(c)) for c in [*left, *above])}
    )


@pytest.mark.parametrize(
    "group", [0, *(pytest.param(n, marks=pytest.mark.thorough) for n in range(1, GROUPS))]
)
def test_a_mutated_upload_is_read_right_or_refused_by_cell(group):
    for seed in range(group, MUTATED, GROUPS):
        rng = random.Random(seed)
        content = (torn if rng.random() < 0.6 else typed)(rng)
        try:
            book = parsed(content, "数据")
        except Unreadable as refusal:
            assert str(refusal)
            continue
        found = recognised(book)
        assert found.held or found.faults, seed
        for fault in found.faults:
            assert REF.fullmatch(fault.cell.ref), seed
            assert fault.expected, seed
            assert fault.remedy, seed
        assert all(says_so(book, one) for one in found.held), seed


WORDS = (
    "地区", "指标", "年份", "数值", "单位", "2024年", "2023", "第一季度", "1月", "北京市",
    "全国", "地区生产总值(亿元)", "亿元",
    "注：x", "数据来源：y", "指标：z", "时间：2024年", "数据库：分省年度数据", "备注",
    "是否计算", "指标编号", "abc", "12.3①",
    "5%", "-",
    "", None, None, None, 1.0, 2024.0, 49670.2, 202401.0, True, date(2024, 1, 1), "2024-12-31",
    "单位：亿元", "状态", "撤回", "限定词", "近", "频率", "来源", "=1+1", "期间", "2024年(亿元)",
    "北京:GDP", "1,234",
)  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map(tuple), max_size=9))
@settings(max_examples=200)
def test_any_grid_of_such_words_is_read_or_refused(rows):
    sheet = Sheet("", tuple(rows), frozenset({(1, 1)}), frozenset({(2, 2)}))
    found = recognised(Book("x.csv", "csv", (sheet,)))
    assert found.taken_for
    assert all(REF.fullmatch(fault.cell.ref) for fault in found.faults)
    assert all(one.value is not None or one.is_withdrawn for one in found.held)
