"""Tables in a sheet: where their heads, labels, values and notes lie, told by what the cells are
and not by line numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from data.imports.cells import Sheet, Value, text
from data.imports.characters import bare, folded
from data.imports.labels import Role, head, is_note, label, said
from data.imports.numbers import NotANumber, number
from data.imports.periods import period
from data.imports.units import said as unit_said

LONG_LINE = 24  # signs: a single text so long below a table is a note
OF_SERIES = frozenset(
    {"频率", "频度", "来源", "数据来源", "更新时间", "国家", "指标ID", "指标代码", "状态"}
)
Row = tuple[Value, ...]


@dataclass(slots=True)
class Table:
    """A table of a sheet by the numbers of its rows: those of its heads, those of its body; what
    lines above say of all of it, other lines above, and the notes below."""

    sheet: Sheet
    heads: tuple[int, ...]
    said: dict[str, str]
    titles: list[str]
    body: range = range(0)
    notes: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns have anything in them."""
        rows = [self.sheet.rows[n] for n in (*self.heads, *self.body)]
        return max((at + 1 for row in rows for at, cell in enumerate(row) if cell is not None),
                   default=0)  # fmt: skip

    def column(self, at: int) -> list[Value]:
        """The cells of a column of the body."""
        return [self.sheet.value(row, at) for row in self.body]


def tables(sheet: Sheet) -> Iterator[Table]:
    """The tables of a sheet, one below the other."""
    at, end = 0, len(sheet.rows)
    while at < end:
        start, above, titles = _head_row(sheet, at)
        if start is None:
            return
        stop = _heads_end(sheet, start)
        heads = tuple(n for n in range(start, stop) if not _is_of_series(sheet.rows[n]))
        table = Table(sheet, heads or (start,), above, titles)
        table.notes += [line for line in titles if is_note(line)]
        last = _body_end(sheet, stop)
        table.body = range(stop, last)
        at = last
        while at < end and not _begins_another(sheet, at):
            table.notes += _joined(sheet.rows[at])
            at += 1
        yield table


def _head_row(sheet: Sheet, start: int) -> tuple[int | None, dict[str, str], list[str]]:
    """The first row of heads from `start` on, what the lines above it say, and other lines."""
    above: dict[str, str] = {}
    titles: list[str] = []
    for at in range(start, len(sheet.rows)):
        row = sheet.rows[at]
        found = filled(row)
        if not found:
            continue
        pair = said(found[0])
        if pair and (len(found) == 1 or pair[1] or len(found) == 2):
            rest = [text(cell) for cell in found[1:]]
            above[pair[0]] = ",".join([pair[1], *rest]) if pair[1] else "".join(rest)
        elif is_head(sheet, at):
            return at, above, titles
        else:
            units = [unit_said(cell) for cell in found if isinstance(cell, str)]
            above |= dict.fromkeys(["单位"] if any(units) else [], "".join(units))
            titles.append(" ".join(text(cell) for cell in found))
    return None, above, titles


def is_head(sheet: Sheet, at: int) -> bool:
    """Whether a row heads columns: it names columns, or all that stands in it beyond the first
    cell are periods or regions, or texts above rows of numbers."""
    row = sheet.rows[at]
    found = filled(row)
    if len(found) < 2 or is_note(found[0]):
        return len(found) == 1 and row[0] is None and label(found[0]) == Role.PERIOD
    if any(head(cell) for cell in found) and not _has_numbers(row):
        return True
    rest = [label(cell) for cell in found[1:]]
    if label(found[0]) != Role.REGION and all(one in (Role.PERIOD, Role.PART) for one in rest):
        return not (isinstance(found[0], str) and len(rest) == 1 and _is_plain(found[1]))
    if all(one == Role.REGION for one in rest) and (row[0] is None or len(rest) > 1):
        return True
    is_text = all(one in (Role.INDICATOR, Role.UNIT, Role.PERIOD) for one in rest)
    return is_text and _leads(sheet, at)


def _is_plain(value: Value) -> bool:
    """A year as a bare number may as well be a value."""
    return period(value) is not None and text(value).isdigit()


def _leads(sheet: Sheet, at: int) -> bool:
    """Whether the next row that is not empty has a label and numbers after it."""
    for row in sheet.rows[at + 1 : at + 4]:
        found = filled(row)
        if found:
            return len(found) > 1 and isinstance(row[0], str | float) and _has_numbers(row[1:])
    return False


def _heads_end(sheet: Sheet, start: int) -> int:
    """The row after the heads: further rows belong to them that name columns, periods, regions or
    units beyond an empty first cell, or columns."""
    at = start + 1
    while at < len(sheet.rows):
        row = sheet.rows[at]
        found = filled(row)
        roles = {label(cell) for cell in found}
        is_below = bool(found) and row[0] is None and not _has_numbers(row) and None not in roles
        names = any(head(cell) for cell in found) and len(found) > 1 and not _has_numbers(row)
        if not (is_below or names) or is_note(found[0]):
            return at
        at += 1
    return at


def _is_of_series(row: Row) -> bool:
    """Whether a row of heads says of each column how often, by whom or since when it is counted."""
    return isinstance(row[0], str) and bare(row[0]).rstrip(":") in OF_SERIES


def _has_numbers(row: Iterable[Value]) -> bool:
    """Whether a number stands in a row that is no year."""
    return any(is_number(cell) and period(cell) is None for cell in row)


def is_number(value: Value) -> bool:
    """Whether a cell says a value."""
    try:
        return number(value).value is not None
    except NotANumber:
        return False


def _body_end(sheet: Sheet, start: int) -> int:
    """The row after the last of the body: notes begin there, or another table."""
    for at in range(start, len(sheet.rows)):
        found = filled(sheet.rows[at])
        if found and (is_note(found[0]) or _is_remark(found) or _begins_another(sheet, at)):
            return at
    return len(sheet.rows)


def _is_remark(found: list[Value]) -> bool:
    return len(found) == 1 and isinstance(found[0], str) and len(folded(found[0])) > LONG_LINE


def _begins_another(sheet: Sheet, at: int) -> bool:
    """Whether lines begin here that stand above a table, or its heads."""
    found = filled(sheet.rows[at])
    if not found or is_note(found[0]):
        return False
    pair = said(found[0])
    if pair and pair[0] == "数据库":
        return True
    named = {head(cell) for cell in found} - {None}
    return bool(named & {Role.REGION, Role.INDICATOR, Role.PERIOD}) and is_head(sheet, at)


def filled(row: Row) -> list[Value]:
    """The cells of a row that are not empty."""
    return [cell for cell in row if cell is not None and cell != "" and not _is_blank(cell)]


def _is_blank(cell: Value) -> bool:
    return isinstance(cell, str) and not folded(cell)


def _joined(row: Row) -> list[str]:
    """A note that commas have parted into cells, as the one text that it is."""
    line = ",".join(text(cell) for cell in row if cell is not None)
    return [line] if line else []
