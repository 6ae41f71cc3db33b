"""Cross tables: labels left and above, values between. Whatever each label is (period, region,
indicator, unit), the labels of a value's row and of its column say together what it is."""

from data.imports.axes import BELOW, Axes, Labels
from data.imports.cells import Cell, CellFault
from data.imports.imported import Import, ImportedValue
from data.imports.labels import Role
from data.imports.numbers import Number
from data.imports.periods import period
from data.imports.tables import Table, is_number
from data.imports.units import parted, unit
from data.imports.value_cells import footnote, value_at


def read_cross(table: Table, into: Import) -> None:
    """Add the values of a cross table and what is wrong with it."""
    axes = Axes(table)
    headed = {at: labels for at, labels in axes.heads.items() if labels.found}
    for at in axes.heads.keys() - headed.keys():
        into.faults += _headless(table, at)
    for row, labels in axes.rows():
        for at, own in headed.items():
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
    name, _ = _named(table, labels)
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
        status=found.status or labels.get(Role.STATUS, ""),
        note=footnote(found.mark, table.notes),
    )


def _said(table: Table, *keys: str) -> str:
    return next((table.said[key] for key in keys if table.said.get(key)), "")


def _named(table: Table, labels: dict[Role, str]) -> tuple[str, str]:
    """The name of an indicator, of a line above and of the heads below one another, and the unit
    that the last of them has; "" where none does."""
    texts = [_said(table, "指标", "指标名称"), *labels.get(Role.INDICATOR, "").split(BELOW)]
    parts = dict(parted(text) for text in texts if text)
    return BELOW.join(parts), next((own for own in reversed(parts.values()) if own), "")


def _unit_of(table: Table, labels: dict[Role, str]) -> str:
    """The unit that labels say, or the name, or a line above; "" where none does."""
    said = labels.get(Role.UNIT) or _named(table, labels)[1]
    return said or unit(_said(table, "单位", "计量单位")) or ""


def _headless(table: Table, at: int) -> list[CellFault]:
    """A column of numbers that nothing stands above."""
    sheet = table.sheet
    found = next((n for n in table.body if is_number(sheet.value(n, at))), None)
    if found is None:
        return []
    cell = sheet.cell(found, at)
    return [CellFault(cell, "这一列没有表头，不知道数值是什么", "请补上表头，或删去这一列")]
