"""The register of enterprises and projects as a file has it: heads in Chinese, a row an entity.

A cell is a word of the table's own, or the fault that it is not; nothing is guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.imports.cells import Book, Cell, CellFault, Sheet, Value, text
from data.imports.characters import bare, prose
from data.imports.numbers import NotANumber, number
from data.imports.register_heads import (
    AREA,
    CHAIN,
    CODE,
    COLUMNS,
    HEADS,
    NEEDED,
    STAGE,
    VALUE,
    VALUE_YEAR,
    head,
)
from data.imports.register_words import WORDS
from data.package.register_checks import faults_of_row

PLAIN = re.compile(r"[0-9A-Z][0-9A-Z-]{3,39}")
INDUSTRY = re.compile(r"[A-T]?[0-9]{2,4}|[A-T]|[a-z_]+")
MONTH = re.compile(r"(\d{4})[-./年](\d{1,2})月?")
DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
LEADING = re.compile(r"\d{6}(?=\D|$)")


@dataclass(frozen=True, slots=True)
class Names:
    """What the words of a file stand for: areas by name and code, chains and stages by name and id,
    each to its id; an area's name that several have is none."""

    areas: Mapping[str, str]
    chains: Mapping[str, str]
    stages: Mapping[str, str]
    industries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the cells of the columns that the file has, as the table writes them, and where it
    stands."""

    row: Mapping[str, str]
    cell: Cell


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """What a file says: the entities without fault, and the faults by cell."""

    entries: tuple[Entry, ...]
    faults: tuple[CellFault, ...]


class _Unclear(Exception):
    """What a cell should hold instead."""


def register_file(book: Book, names: Names) -> RegisterFile:
    """What the first sheet with such heads says."""
    for sheet in book.sheets:
        found = head(sheet)
        if found:
            return _read(sheet, *found, names)
    return RegisterFile((), ())


def _read(sheet: Sheet, top: int, places: Mapping[str, int], names: Names) -> RegisterFile:
    missing = [HEADS[name][0] for name in NEEDED if name not in places]
    if missing:
        expected = f"表头缺少：{'、'.join(missing)}"
        return RegisterFile((), (CellFault(sheet.cell(top, 0), expected, "请用本站模板补上"),))
    entries, faults, seen = [], [], dict[str, str]()
    for at in range(top + 1, len(sheet.rows)):
        if all(value is None for value in sheet.rows[at]):
            continue
        row, wrong = _row(sheet, at, places, names)
        own = sheet.cell(at, places[CODE])
        if not wrong and row[CODE] in seen:
            wrong = [CellFault(own, f"与 {seen[row[CODE]]} 重复", "一个企业或项目只留一行")]
        if wrong:
            faults += wrong
        else:
            seen[row[CODE]] = own.ref
            entries.append(Entry(row, own))
    return RegisterFile(tuple(entries), tuple(faults))


def _row(
    sheet: Sheet, at: int, places: Mapping[str, int], names: Names
) -> tuple[dict[str, str], list[CellFault]]:
    """The cells of a row, and what is wrong with single ones and between them."""
    row, faults = {}, []
    for name, place in places.items():
        try:
            row[name] = _cell(name, sheet.value(at, place), names)
        except (_Unclear, NotANumber) as unclear:
            faults.append(CellFault(sheet.cell(at, place), str(unclear), "请改正这一格"))
    if not faults:
        whole: dict[str, str | float | int | None] = {one: row.get(one) or None for one in COLUMNS}
        whole[VALUE] = float(row[VALUE]) if row.get(VALUE) else None
        for name, expected in faults_of_row(whole).items():
            if expected and name in places:
                faults.append(CellFault(sheet.cell(at, places[name]), expected, "请改正这一格"))
    return row, faults


def _cell(name: str, value: Value, names: Names) -> str:
    """A cell as the table writes it. Raises _Unclear, NotANumber."""
    said = prose(text(value))
    if not said:
        if name in NEEDED:
            raise _Unclear("不能为空")
        return ""
    if name in (VALUE, VALUE_YEAR):
        return _number(name, value)
    if name in ("started", "ended"):
        return _date(said)
    return _word(name, said, names)


def _word(name: str, said: str, names: Names) -> str:
    plain = bare(said)
    if name in WORDS:
        return _known(WORDS[name], plain.removesuffix("型"), f"应为{'、'.join(WORDS[name])}之一")
    if name == AREA:
        code = LEADING.match(plain)
        return _known(
            names.areas, code[0] if code else plain, "应为三地的六位代码，或没有重名的名称"
        )
    if name == CHAIN:
        return _known(names.chains, plain, "应为六条重点产业链之一")
    if name == STAGE:
        return _known(names.stages, plain, f"应为{'、'.join(_titles(names.stages))}之一")
    if name == "industry":
        found = names.industries.get(plain, plain)
        if not INDUSTRY.fullmatch(found):
            raise _Unclear("应为 GB/T 4754 代码，如 C36、3670")
        return found
    if name == CODE:
        return _known({code: code for code in PLAIN.findall(plain.upper())}, plain.upper(),
                      "应为统一社会信用代码（18 位）或项目代码")  # fmt: skip
    return said[:120]


def _titles(found: Mapping[str, str]) -> Iterable[str]:
    return (name for name in found if not name.isascii())


def _known(known: Mapping[str, str], said: str, expected: str) -> str:
    if said not in known:
        raise _Unclear(expected)
    return known[said]


def _number(name: str, value: Value) -> str:
    found = number(value)
    if found.value is None:
        return ""
    if found.qualifier or found.unit or found.status:
        raise _Unclear("只写数，不带单位和约、近等词")
    if found.value < 0:
        raise _Unclear("不能为负数")
    if name == VALUE_YEAR:
        if not 1978 <= found.value <= 2100 or not found.value.is_integer():
            raise _Unclear("应为四位年份，如 2024")
        return str(int(found.value))
    return str(int(found.value)) if found.value.is_integer() else repr(found.value)


def _date(said: str) -> str:
    """A day, a month or a year, as far as it is told."""
    plain = bare(said)
    if found := DAY.fullmatch(plain):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if found := MONTH.fullmatch(plain):
        return f"{found[1]}-{int(found[2]):02}"
    if re.fullmatch(r"\d{4}年?", plain):
        return plain[:4]
    if re.fullmatch(r"\d{8}", plain):
        return f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    raise _Unclear("应为 2019、2019-03 或 2019-03-08")
