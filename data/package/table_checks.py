"""Faults of single tables, as frictionless finds them, in words that a person can act on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from frictionless import Error, FrictionlessException, Package, Row

from data.package.faults import Fault
from data.package.references import reference_faults, taken_from, unknown_targets

# What each kind of Frictionless error asks for; {note} is the library's own remark.
EXPECTED = {
    "type-error": "应为{wanted}",
    "constraint-error": "{wanted}",
    "primary-key": "主键不能为空，也不能与其他行重复",
    "unique-error": "不能与其他行重复",
    "missing-cell": "缺这一格",
    "extra-cell": "多出一格，列数应与表头相同",
    "blank-row": "空行应删去",
    "source-error": "文件读不出",
    "scheme-error": "文件打不开，应在此处",
    "encoding-error": "应为 UTF-8 编码",
}
TYPES = {"integer": "整数", "number": "数", "boolean": "true 或 false", "string": "文字"}
CONSTRAINTS = {
    "required": "不能为空",
    "unique": "不能与其他行重复",
    "enum": "应为 {value} 之一",
    "pattern": "应合乎 {value}",
    "minimum": "不能小于 {value}",
    "maximum": "不能大于 {value}",
    "maxLength": "不能长于 {value} 字",
}
UNSAID = frozenset(
    {"tables/register.csv"}
)  # whose cells no fault repeats: they are of single firms
LABELS = frozenset(
    {"missing-label", "extra-label", "incorrect-label", "duplicate-label", "blank-label"}
)
QUOTED = re.compile(r'"([^"]*)"')


def read_and_check(package: Package) -> tuple[dict[str, list[Row]], list[Fault]]:
    """The rows of every table by its name, read once, and the faults of single tables and of what
    their rows point to. Takes the foreign keys out of the package."""
    try:
        package.to_descriptor(validate=True)
    except FrictionlessException as wrong:
        return {}, [_of_descriptor(error) for error in wrong.to_errors()]
    references = taken_from(package)
    if unknown := list(unknown_targets(references, package)):
        return {}, unknown
    rows, errors = {}, []
    for resource in package.resources:
        rows[str(resource.name)], own = _read(resource)
        errors += [(resource, error) for error in own]
    if whole := [(r, e) for r, e in errors if getattr(e, "row_number", None) is None]:
        return rows, _of_whole_tables(whole)
    found = [_fault(str(resource.path), error, resource) for resource, error in errors]
    found += reference_faults(references, package, rows)
    places = {str(resource.path): at for at, resource in enumerate(package.resources)}
    said = (replace(one, value=None) if one.file in UNSAID else one for one in found)
    return rows, sorted(said, key=lambda fault: (places[fault.file], fault.row or 0))


def _read(resource: Any) -> tuple[list[Row], list[Error]]:
    rows: list[Row] = []

    def keep(row: Row) -> None:
        rows.append(row)

    report = resource.validate(on_row=keep)
    return rows, [error for task in report.tasks for error in task.errors]


def _of_descriptor(error: Error) -> Fault:
    return Fault("datapackage.json", None, None, None, error.note)


def _of_whole_tables(errors: list[tuple[Any, Error]]) -> list[Fault]:
    """Where a file or a header is wrong, only that is said: the faults of its rows, and of rows
    that refer to it, would follow from it."""
    headers = {str(r.path): (r, error) for r, error in errors if error.type in LABELS}
    faults: list[Fault] = []
    for place, (resource, error) in headers.items():
        labels = error.labels  # type: ignore[attr-defined]  # those of LABELS have them
        faults += header_faults(place, labels, resource.schema.field_names)
    return faults + [_fault(str(r.path), e, r) for r, e in errors if str(r.path) not in headers]


def header_faults(file: str, labels: list[str], names: list[str]) -> Iterable[Fault]:
    """What is wrong with a header, by the names of its columns and not by their places: one
    column left out would otherwise make every column behind it a wrong one."""
    lost = [name for name in names if name not in labels]
    for name in lost:
        yield Fault(file, None, name, None, "表头缺这一列")
    strange = [label for label in labels if label and label not in names]
    for label in strange:
        yield Fault(file, None, label, None, "表头多出一列")
    repeated = {label: None for label in labels if label and labels.count(label) > 1}
    for label in repeated:
        yield Fault(file, None, label, None, "表头有两列同名")
    for number, label in enumerate(labels, start=1):
        if not label:
            yield Fault(file, None, None, None, f"表头第 {number} 列没有列名")
    if not (lost or strange or repeated) and all(labels):
        label, name = next((a, b) for a, b in zip(labels, names, strict=True) if a != b)
        expected = f"列的次序应与数据描述文件一致，此处应为 {name}"
        yield Fault(file, None, label, None, expected)


def _fault(file: str, error: Error, resource: Any) -> Fault:
    """A Frictionless error in our words; key errors have several cells."""
    columns = getattr(error, "field_names", None) or [getattr(error, "field_name", None)]
    cells = getattr(error, "field_cells", None) or [getattr(error, "cell", None)]
    if error.type == "primary-key":
        schema = resource.schema
        columns = schema.primary_key
        row = dict(zip(schema.field_names, getattr(error, "cells", []), strict=False))
        cells = [row.get(name) for name in columns]
    known = [str(cell) for cell in cells if cell is not None]
    expected = EXPECTED.get(error.type, "{note}").format(note=error.note, wanted=_wanted(error))
    return Fault(
        file=file,
        row=getattr(error, "row_number", None),
        column="、".join(str(c) for c in columns if c) or None,
        value="、".join(known) if known else None,
        expected=expected,
    )


def _wanted(error: Error) -> str:
    """The type or constraint that Frictionless quotes in its remark, in our words."""
    quoted = QUOTED.findall(error.note)
    if error.type == "type-error":
        return TYPES.get(quoted[0].partition("/")[0], quoted[0]) if quoted else error.note
    if len(quoted) > 1 and quoted[0] in CONSTRAINTS:
        return CONSTRAINTS[quoted[0]].format(value=quoted[1].replace("'", ""))
    return str(error.note)
