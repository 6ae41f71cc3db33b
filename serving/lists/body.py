"""A list as JSON or CSV: the rows that were asked for, with the fields that were asked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson

from analysis.query import Fault, Query
from reports.columns import Columns, cells, header
from reports.csv import separated
from reports.json import written
from reports.sdmx.rows import sdmx_csv
from reports.sheets import Book, Sheet, sheet_columns
from reports.xlsx import workbook
from serving.api_keys import FIELDS
from serving.files import BEIJING, MIMETYPES, Body, Refused
from serving.lists.formats import CSV, SDMX, XLSX, media_type
from serving.lists.listed import Asked, Listed
from serving.lists.paging import addresses, headers, part_of, told


def body(listed: Listed, asked: Asked) -> Body:
    """What a list answers to a query that holds. Refused where a table has no such column."""
    found = listed.find(asked)
    given = Query.of(asked.query).given
    part = part_of(asked.query, len(found.rows))
    kept = {**given, **found.settled}
    others = addresses(listed.path, kept, found.about["data_digest"], part)
    rows = [found.row_of(one) for one in found.rows[part.offset : part.offset + part.limit]]
    wanted = _wanted(listed, given.get(FIELDS, ""))
    if found.as_sdmx and asked.form in SDMX:
        if wanted:
            raise Refused(Fault("SDMX 的列由数据结构规定，不能选取", FIELDS, given[FIELDS], ()))
        content = sdmx_csv(found.as_sdmx(rows), asked.catalog, SDMX[asked.form])
        return Body(content, media_type(asked.form), headers=headers(part, others))
    if asked.form == XLSX:
        return _book(listed, found.about, cells(listed.columns, rows), headers(part, others))
    if asked.form == CSV:
        columns = _columns(listed.columns, wanted, given.get(FIELDS, ""))
        content = separated(header(columns), cells(columns, rows))
        return Body(content, MIMETYPES["csv"], headers=headers(part, others))
    about = found.about | ({"page": told(part, others)} if part.is_told else {})
    whole = {"metadata": about, listed.name: _entries(listed, rows, wanted)}
    text = written(whole) if listed.is_indented else orjson.dumps(whole)
    return Body(text, MIMETYPES["json"], headers=headers(part, others))


def _book(
    listed: Listed, about: dict[str, Any], rows: tuple[Any, ...], head: dict[str, str]
) -> Body:
    """The list as a workbook to keep, with all its columns."""
    columns, title, filters = sheet_columns(listed.columns), about["title"], about["filters"]
    sheet = Sheet(title, title, filters, columns, rows, tuple(about["notes"]), fixed=3)
    version = f"{about['data_version']}（{about['data_digest']}）"
    place = about["data_address"]
    made = Book(title, (("主题", filters or "全部"),), version, (), (sheet,), place)
    name = f"{about['data_version']}.xlsx"
    content = workbook(made, datetime.now(BEIJING))
    plain, chinese = f"jjj-{listed.name}-{name}", f"京津冀监测_{title}_{name}"
    return Body(content, MIMETYPES["xlsx"], plain, chinese, head)


def _wanted(listed: Listed, text: str) -> tuple[str, ...]:
    """The fields that are asked for, in the order of the row; () for all."""
    asked = {part.strip() for part in text.split(",")}
    return tuple(name for name in listed.fields if name in asked)


def _entries(listed: Listed, rows: Sequence[Any], wanted: tuple[str, ...]) -> list[dict[str, Any]]:
    whole = map(listed.as_entry, rows)
    if not wanted:
        return list(whole)
    return [{name: row[name] for name in wanted} for row in whole]


def _columns(columns: Columns, wanted: tuple[str, ...], text: str) -> Columns:
    """The columns that hold these fields, or all. Refused where one of them has no column."""
    if not wanted:
        return columns
    known = tuple(name for one in columns for name in _fields(one.fields))
    if not {*wanted} <= {*known}:
        raise Refused(Fault("CSV 没有该字段的列", FIELDS, text, known))
    return tuple(one for one in columns if {*_fields(one.fields)} & {*wanted})


def _fields(found: str | tuple[str, str]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else found
