"""Cross tables: labels left and above, values between. Whatever each label is (period, region,
indicator, unit), the labels of a value's row and of its column say together what it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from data.imports.cells import Cell, CellFault, Sheet, Value, text
from data.imports.imported import Import, ImportedValue
from data.imports.labels import Role, head, label, unmarked
from data.imports.numbers import Number
from data.imports.periods import dated, period, split
from data.imports.tables import Table, filled, is_number
from data.imports.units import parted, unit
from data.imports.value_cells import footnote, value_at

ROW_ROLES = frozenset({Role.INDICATOR, Role.REGION, Role.REGION_CODE, Role.PERIOD, Role.UNIT,
                       Role.INDICATOR_ID, Role.NOTE, Role.SOURCE, Role.OTHER})  # fmt: skip
SAYING = (Role.INDICATOR, Role.REGION, Role.PERIOD)


@dataclass(slots=True)
class Labels:
    """What is known of a value from labels: texts by role."""

    found: dict[Role, str] = field(default_factory=dict)

    def add(self, role: Role, name: str) -> None:
        """One more label; names of indicators one below the other are one name."""
        if role == Role.INDICATOR and self.found.get(role):
            self.found[role] = f"{self.found[role]}：{name}"
        else:
            self.found[role] = name

    def with_(self, other: "Labels") -> "Labels":
        """These and the other's, of which the own go first."""
        both = Labels(dict(self.found))
        for role, name in other.found.items():
            both.add(role, name)
        return both


def read_cross(table: Table, into: Import) -> None:
    """Add the values of a cross table and what is wrong with it."""
    dates = dated(_dates(table))
    columns = _label_columns(table)
    heads = {at: _head_labels(table, at, dates) for at in range(table.width) if at not in columns}
    for at in [at for at, own in heads.items() if not own.found]:
        into.faults += _headless(table, at)
        del heads[at]
    for row, labels in _rows(table, columns, dates):
        for at, own in heads.items():
            _add(table, (row, at), labels.with_(own), into)


def _add(table: Table, place: tuple[int, int], labels: Labels, into: Import) -> None:
    """One cell as a value."""
    found = value_at(table.sheet, *place)
    if isinstance(found, CellFault):
        into.faults.append(found)
        return
    cell = table.sheet.cell(*place)
    fault = _unsure(table, cell, labels.found, found)
    if fault:
        into.faults.append(fault)
    else:
        into.values.append(_value(table, cell, labels.found, found))


def _unsure(table: Table, cell: Cell, labels: dict[Role, str], found: Number) -> CellFault | None:
    """Why a value is not what it seems: in percent under another unit, or of a month of no year."""
    if found.value is None:
        return None
    own = _unit_of(table, labels)
    if found.unit and own and found.unit != own:
        return CellFault(cell, f"数值带 {found.unit}，而计量单位是{own}", "请核对数值与单位")
    if Role.PART in labels and not (labels.get(Role.PERIOD) or period(_said(table, "时间"))):
        part = labels[Role.PART]
        return CellFault(cell, f"只写了{part}，没有写明年份", "请在表头写明年份，如 2025年第一季度")
    return None


def _value(table: Table, cell: Cell, labels: dict[Role, str], found: Number) -> ImportedValue:
    name, _ = parted(_named(table, labels))
    when = labels.get(Role.PERIOD) or period(_said(table, "时间")) or ""
    part = labels.get(Role.PART)
    if part:
        when = period(f"{when}年{part}") or ""
    return ImportedValue(
        indicator_text=name or None,
        region_text=labels.get(Role.REGION) or _said(table, "地区", "省份") or None,
        period_text=when or None,
        value=found.value,
        cell=cell,
        unit_text=_unit_of(table, labels) or found.unit,
        qualifier=found.qualifier,
        status=found.status,
        note=footnote(found.mark, table.notes),
    )


def _said(table: Table, *keys: str) -> str:
    return next((table.said[key] for key in keys if table.said.get(key)), "")


def _named(table: Table, labels: dict[Role, str]) -> str:
    return labels.get(Role.INDICATOR) or _said(table, "指标", "指标名称")


def _unit_of(table: Table, labels: dict[Role, str]) -> str:
    """The unit that labels say, or the name, or a line above; "" where none does."""
    said = labels.get(Role.UNIT) or parted(_named(table, labels))[1]
    return said or unit(_said(table, "单位", "计量单位")) or ""


def _dates(table: Table) -> Iterable[date]:
    cells = [cell for n in table.heads for cell in table.sheet.rows[n]]
    cells += [table.sheet.value(n, 0) for n in table.body]
    return [cell for cell in cells if isinstance(cell, date)]


def _label_columns(table: Table) -> dict[int, Role | None]:
    """The columns that hold labels, and what their heads call them: those whose head says so, and
    those left of all others that hold no numbers."""
    named: dict[int, Role | None] = {}
    for at in range(table.width):
        roles = [head(table.sheet.value(n, at)) for n in table.heads]
        role = next((one for one in roles if one in ROW_ROLES), None)
        if role is not None:
            named[at] = role
    at = 0
    while at < table.width and (at in named or _is_labels(table, at)):
        named.setdefault(at, None)
        at += 1
    return named


def _is_labels(table: Table, at: int) -> bool:
    """Whether a column holds labels: the first does; others where nothing but names stands below
    a head that is no period and no region. A column of values with faults in it holds none."""
    if at == 0:
        return True
    heads = {label(table.sheet.value(n, at)) for n in table.heads}
    found = [cell for cell in table.column(at) if cell is not None]
    are_names = all(label(cell) is not None and not text(cell).isdigit() for cell in found)
    return bool(found) and are_names and not heads & {Role.PERIOD, Role.REGION}


def _head_labels(table: Table, at: int, dates: dict[date, str]) -> Labels:
    """The labels above a column; a head that spans columns stands in the first of them."""
    found = Labels()
    for n in table.heads:
        cell = table.sheet.value(n, at)
        if cell is None and n < table.heads.stop - 1:
            cell = _spanning(table, n, at)
        _say(found, None, cell, dates)
    _part_year(found.found)
    return found


def _part_year(labels: dict[Role, str]) -> None:
    """A head may name an indicator and its year in one: 2024年工业增加值(亿元)."""
    name, own = parted(labels.get(Role.INDICATOR, ""))
    year, rest = split(name)
    if year and Role.PERIOD not in labels:
        labels |= {Role.PERIOD: year, Role.INDICATOR: rest}
        labels |= {Role.UNIT: own} if own else {}


def _spanning(table: Table, n: int, at: int) -> Value:
    """The nearest head to the left in a row of heads that has more below it."""
    for left in range(at - 1, 0, -1):
        cell = table.sheet.value(n, left)
        if cell is not None:
            return cell if head(cell) is None else None
    return None


def _say(labels: Labels, role: Role | None, cell: Value, dates: dict[date, str]) -> None:
    """Add what a label says; `role` is what the head of its column calls it."""
    if isinstance(cell, date):
        if cell in dates:
            labels.add(Role.PERIOD, dates[cell])
        return
    kind = label(cell)
    if kind is None or cell is None:
        return
    name = unmarked(text(cell))
    if role in (Role.REGION, Role.REGION_CODE):
        labels.add(Role.REGION, name)
    elif role == Role.INDICATOR and kind != Role.REGION:
        labels.add(Role.INDICATOR, name)
    elif role == Role.INDICATOR:
        labels.add(Role.REGION, name)
    elif role is None or role == kind or (role, kind) == (Role.PERIOD, Role.PART):
        labels.add(kind, _meant(kind, cell, name))


def _meant(kind: Role, cell: Value, name: str) -> str:
    """A label in the one form of its kind."""
    if kind == Role.PERIOD:
        return period(cell) or period(name) or ""
    return unit(name.strip("()")) or "" if kind == Role.UNIT else name


def _rows(
    table: Table, columns: dict[int, Role | None], dates: dict[date, str]
) -> Iterator[tuple[int, Labels]]:
    """The rows that have values, with their labels. A label alone in its row is said of the rows
    below it that have labels of another kind; where several columns hold labels, an empty one
    repeats the one above."""
    context = Labels()
    above: dict[int, Value] = {}
    for n in table.body:
        row = table.sheet.rows[n]
        if not filled(row):
            continue
        own = Labels()
        for at, role in columns.items():
            cell = table.sheet.value(n, at)
            if cell is None and len(columns) > 1 and role not in (Role.UNIT, Role.NOTE):
                cell = above.get(at)
            above[at] = cell
            _say(own, role, cell, dates)
        if not any(c is not None for at, c in enumerate(row) if at not in columns):
            context = own
        known = {
            role: name
            for role, name in context.found.items()
            if own.found and role in SAYING and role not in own.found
        }
        yield n, Labels(known | own.found)


def _headless(table: Table, at: int) -> list[CellFault]:
    """A column of numbers that nothing stands above."""
    sheet: Sheet = table.sheet
    found = next((n for n in table.body if is_number(sheet.value(n, at))), None)
    if found is None:
        return []
    cell = sheet.cell(found, at)
    return [CellFault(cell, "这一列没有表头，不知道数值是什么", "请补上表头，或删去这一列")]
