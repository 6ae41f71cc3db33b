"""Lists: one value a row, under columns that say what stands in them. So are our template, the
files that our pages give, and what others' databases export."""

from data.imports.cells import CellFault, Value, text
from data.imports.characters import bare, folded, prose
from data.imports.imported import Import, ImportedValue
from data.imports.labels import Role, head
from data.imports.numbers import AFTER, BEFORE
from data.imports.periods import as_date, period
from data.imports.regions import region
from data.imports.tables import Table, filled
from data.imports.units import parted, unit
from data.imports.value_cells import value_at

WITHDRAWN = "撤回"
STATUSES = {"A": "A", "P": "P", "E": "E", "B": "B", "正": "A", "初": "P", "估": "E"}
QUALIFIERS = {**{word: one for word, one in BEFORE.items()}, **AFTER, "所有": "all"}
COMPUTED = frozenset({"是", "true", "1", "TRUE"})
Places = dict[Role, int]


def columns(table: Table) -> Places:
    """Where each kind of column stands, by the names of the columns; the first of a kind counts,
    and of periods the one that says more than the year."""
    found: Places = {}
    last = table.heads[-1]
    for at, cell in enumerate(table.sheet.rows[last]):
        role = head(cell)
        if role == Role.PERIOD and bare(text(cell)) == "期间":
            found[role] = at
        elif role is not None:
            found.setdefault(role, at)
    return found


def is_list(places: Places) -> bool:
    """Whether such columns are of a list: a value, and something that says what it is."""
    says = {Role.INDICATOR, Role.INDICATOR_ID, Role.REGION, Role.REGION_CODE, Role.PERIOD}
    return Role.VALUE in places and len(says & places.keys()) >= 2


def kind(places: Places) -> str:
    """Whose list it is, by its columns."""
    if Role.INDICATOR_ID not in places:
        return "bureau"
    return "own" if Role.COMPUTED in places else "template"


def read_list(table: Table, into: Import) -> None:
    """Add the values of a list and what is wrong with it."""
    places = columns(table)
    computed = 0
    for n in table.body:
        row = table.sheet.rows[n]
        if not any(row[at] is not None for at in places.values() if at < len(row)):
            continue
        if _text(table, n, places, Role.COMPUTED) in COMPUTED:
            computed += 1
            continue
        _add(table, n, places, into)
    if computed:
        into.remarks.append(f"{computed} 行是计算得出的数值，没有读入")


def _add(table: Table, n: int, places: Places, into: Import) -> None:
    """One row as a value, or its faults. The notes of our own files are made of several things that
    the tables hold apart, so that they are no notes to take over."""
    whose = kind(places)
    found = value_at(table.sheet, n, places[Role.VALUE])
    status, is_withdrawn = _status(table, n, places, into)
    if isinstance(found, CellFault):
        into.faults.append(found)
        return
    when = _period(table, n, places, into)
    if when is None and _cell(table, n, places, Role.PERIOD) is not None:
        return
    if found.value is None and not is_withdrawn:
        return
    name, own_unit = parted(_text(table, n, places, Role.INDICATOR))
    said_unit = unit(_text(table, n, places, Role.UNIT)) or own_unit
    if found.unit and said_unit and found.unit != said_unit:
        cell = table.sheet.cell(n, places[Role.VALUE])
        expected = f"数值带 {found.unit}，而计量单位是{said_unit}"
        into.faults.append(CellFault(cell, expected, "请核对数值与单位"))
        return
    into.values.append(
        ImportedValue(
            indicator_text=name or None,
            region_text=_region(table, n, places) or None,
            period_text=when,
            value=None if is_withdrawn else found.value,
            cell=table.sheet.cell(n, places[Role.VALUE]),
            unit_text=said_unit or found.unit,
            indicator_id=_text(table, n, places, Role.INDICATOR_ID) or None,
            qualifier=_qualifier(table, n, places, into) or found.qualifier,
            status=status or found.status,
            source_text=_prose(table, n, places, Role.SOURCE),
            note="" if whose == "own" else _prose(table, n, places, Role.NOTE),
            is_withdrawn=is_withdrawn,
            is_shown=whose != "bureau",
        )
    )


def _region(table: Table, n: int, places: Places) -> str:
    """The code of a row's region; its name where a spreadsheet has made the code another number."""
    code, name = (_text(table, n, places, r) for r in (Role.REGION_CODE, Role.REGION))
    return code if region(code) else name or code


def _cell(table: Table, n: int, places: Places, role: Role) -> Value:
    return table.sheet.value(n, places[role]) if role in places else None


def _text(table: Table, n: int, places: Places, role: Role) -> str:
    """What stands in a column of a row; an apostrophe that keeps a spreadsheet from running it
    as a formula is no part of it."""
    return folded(text(_cell(table, n, places, role))).removeprefix("'")


def _prose(table: Table, n: int, places: Places, role: Role) -> str:
    """What is shown to readers, as it was written."""
    return prose(text(_cell(table, n, places, role))).removeprefix("'")


def _period(table: Table, n: int, places: Places, into: Import) -> str | None:
    """The period of a row. A date is that of a month where it is the first of one."""
    cell = _cell(table, n, places, Role.PERIOD)
    day = as_date(cell)
    if day is not None and day.day == 1:
        return f"{day.year}-{day.month:02}"
    found = period(cell)
    if found is None and cell is not None:
        fault = table.sheet.cell(n, places[Role.PERIOD])
        into.faults.append(CellFault(fault, "应为期间", "请写成 2024、2024-Q3 或 2024-09"))
    return found


def _status(table: Table, n: int, places: Places, into: Import) -> tuple[str, bool]:
    """The status (SDMX) of a row, and whether its value is withdrawn."""
    said = _text(table, n, places, Role.STATUS)
    if said.startswith(WITHDRAWN):
        return "", True
    status = STATUSES.get(said[:1].upper(), "")
    if said and not status:
        cell = table.sheet.cell(n, places[Role.STATUS])
        into.faults.append(CellFault(cell, "不是数据状态", "请从列表中选择，或留空"))
    return status, False


def _qualifier(table: Table, n: int, places: Places, into: Import) -> str:
    said = _text(table, n, places, Role.QUALIFIER)
    if said and said not in QUALIFIERS:
        cell = table.sheet.cell(n, places[Role.QUALIFIER])
        words = "、".join(QUALIFIERS)
        into.faults.append(CellFault(cell, f"应为 {words} 之一", "请从列表中选择，或留空"))
    return QUALIFIERS.get(said, "")


def is_empty(table: Table) -> bool:
    """Whether no row of the body has anything in it."""
    return not any(filled(table.sheet.rows[n]) for n in table.body)
