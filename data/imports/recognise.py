"""What a file is taken for: our template, a file of our pages, or a table of somebody else, such
as the national bureau exports; its values, and in words what was not understood."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from data.imports.cells import Book, Cell, CellFault, Sheet, reference
from data.imports.characters import folded
from data.imports.cross import read_cross
from data.imports.hints import hints
from data.imports.imported import INDICATOR, PERIOD, REGION, UNIT, Import, ImportedValue
from data.imports.labels import SOURCED
from data.imports.listed import columns, is_list, kind, read_list
from data.imports.periods import period
from data.imports.regions import region
from data.imports.tables import Table, tables

TAKEN_FOR = {
    "template": "本站模板",
    "own": "本站下载的数据文件",
    "bureau": "统计表",
}
CENSUS = re.compile(r"([三四五])(?:次(?:全国)?)?经(?:济)?普")
NO_TABLE = "没有认出数据表"
NO_VALUE = "认出了表格，其中没有可读入的数值"
SHAPE = "请保留表头：一行期间、地区或指标名称，下面各行为数值"
LACKING: dict[str, Callable[[ImportedValue], bool]] = {
    INDICATOR: lambda one: not (one.indicator_text or one.indicator_id),
    REGION: lambda one: one.region_text is None,
    PERIOD: lambda one: one.period_text is None,
}
MOST_FAULTS = 500
FEW = 8  # places that are said one by one


def recognised(book: Book) -> Import:
    """The values of a file, of whatever kind it is. Never raises: what is wrong is a fault."""
    found = [(sheet, table) for sheet in book.sheets for table in tables(sheet)]
    kinds = {id(table): _kind(table) for _, table in found}
    ours = [(s, t) for s, t in found if kinds[id(t)] in ("template", "own")]
    chosen = ours or found
    into = Import(kinds[id(chosen[0][1])] if chosen else "bureau", "")
    into.remarks += book.remarks
    for sheet, table in chosen:
        before = len(into.values)
        (read_list if is_list(columns(table)) else read_cross)(table, into)
        into.values[before:] = _named_by_sheet(sheet, into.values[before:])
        into.notes += table.notes
        into.title = into.title or " ".join(table.titles)
    _say_computed(book.sheets, into)
    _once(into)
    _complete(into)
    into.vintage = vintage([*into.notes, into.title])
    into.hints = hints(into.missing, into.title, book.name)
    into.publisher = _publisher(into.notes)
    into.taken_for = _taken_for(into, book, [table for _, table in chosen])
    if len(into.faults) > MOST_FAULTS:
        into.remarks.append(f"共 {len(into.faults)} 处有误，只列前 {MOST_FAULTS} 处")
        del into.faults[MOST_FAULTS:]
    if not into.held and not into.faults:
        expected = NO_VALUE if chosen else NO_TABLE
        into.faults.append(CellFault(_first(book), expected, SHAPE))
    return into


def vintage(notes: Iterable[str]) -> str:
    """The economic census after which the notes say that values were revised; the latest of them
    where they name several."""
    found = {number for note in notes for number in CENSUS.findall(folded(note))}
    latest = next((one for one in "五四三" if one in found), "")
    return f"第{latest}次全国经济普查" if latest else ""


def _kind(table: Table) -> str:
    places = columns(table)
    return kind(places) if is_list(places) else "bureau"


def _first(book: Book) -> Cell:
    sheet = next((one for one in book.sheets if one.rows), None)
    return sheet.cell(0, 0) if sheet else Cell("", "A1", "")


def _named_by_sheet(sheet: Sheet, values: list[ImportedValue]) -> list[ImportedValue]:
    """What neither labels nor lines say may be the name of the sheet: a region, or a period."""
    where = sheet.name if region(sheet.name) else None
    when = period(sheet.name)
    return [
        replace(one, region_text=one.region_text or where, period_text=one.period_text or when)
        for one in values
    ]


def _say_computed(sheets: Iterable[Sheet], into: Import) -> None:
    """Which values a formula made: they are as they were saved."""
    made = {(sheet.name, reference(*place)) for sheet in sheets for place in sheet.computed}
    refs = [one.cell.ref for one in into.held if (one.cell.sheet, one.cell.ref) in made]
    if refs:
        more = f"等 {len(refs)} 处" if len(refs) > FEW else ""
        into.remarks.append(
            f"由公式算出，按文件中保存的结果读取，请核对：{'、'.join(refs[:FEW])}{more}"
        )


def _once(into: Import) -> None:
    """Each value once: the same again is left out, another one for the same is a fault."""
    first: dict[tuple[object, ...], ImportedValue] = {}
    kept: list[ImportedValue] = []
    for one in into.values:
        key = (*_key(one), one.unit_text)
        before = first.get(key)
        if before is None or one.value is None:
            kept.append(one)
            if one.value is not None or one.is_withdrawn:
                first[key] = one
        elif (before.value, before.is_withdrawn) != (one.value, one.is_withdrawn):
            expected = (
                f"与 {before.cell.ref} 是同一指标、地区和期间，数值却不同（{before.cell.text}）"
            )
            into.faults.append(CellFault(one.cell, expected, "请只保留一个"))
    into.values = kept


def _key(one: ImportedValue) -> tuple[str | None, ...]:
    """Which value it is; where its file does not say it, values of other sheets are others."""
    place = region(one.region_text or "") or one.region_text
    what = (one.indicator_id or one.indicator_text, place, one.period_text)
    return *what, one.cell.sheet if None in what else ""


def _complete(into: Import) -> None:
    """What no value of a sheet says is for the person to choose; what only some lack is a fault of
    theirs."""
    asks: dict[str, None] = {}
    faults: list[CellFault] = []
    wrong: set[Cell] = set()
    for sheet in dict.fromkeys(one.cell.sheet for one in into.held):
        held = [one for one in into.held if one.cell.sheet == sheet]
        for name, lacks in LACKING.items():
            found = [one.cell for one in held if lacks(one)]
            if found and len(found) == len(held):
                asks[name] = None
                continue
            wrong.update(found)
            faults += [CellFault(c, f"没有写明是哪个{name}的数值", f"请补上{name}") for c in found]
    into.faults += faults
    into.values = [one for one in into.values if one.cell not in wrong]
    if any(not one.unit_text and not one.indicator_id for one in into.held):
        asks[UNIT] = None
    into.missing = tuple(asks)


def _publisher(notes: Iterable[str]) -> str:
    found = (SOURCED.search(folded(note)) for note in notes)
    return next((one[1].strip(" ,") for one in found if one), "")


def _taken_for(into: Import, book: Book, chosen: list[Table]) -> str:
    """What the file was taken for, in words: its kind, how many values of what."""
    held = into.held
    counts = [
        (Counter(one.indicator_id or one.indicator_text for one in held), "个指标"),
        (Counter(one.region_text for one in held), "个地区"),
        (Counter(one.period_text for one in held), "个期间"),
    ]
    parts = [f"{len(found)} {name}" for found, name in counts if set(found) - {None}]
    empty = len(into.values) - len(held)
    base = [table.said["数据库"] for table in chosen if table.said.get("数据库")]
    named = f"{TAKEN_FOR[into.kind]}（{base[0]}）" if base else TAKEN_FOR[into.kind]
    blank = f"，另有 {empty} 个空格" if empty else ""
    return f"{book.kind.upper()}，{named}：{'、'.join([*parts, f'{len(held)} 个数值'])}{blank}"
