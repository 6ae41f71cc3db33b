"""The template for values: a workbook, or a CSV, in which the data desk's editors write what is
new, revised or withdrawn; read back by `data/imports/`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.series.observations import published
from data.imports.listed import WITHDRAWN
from data.model.catalog import Catalog, Indicator, Observation
from data.model.periods import ANNUAL, of_frequency, written
from reports.columns import Cell, Columns, FileColumn, cells, header
from reports.csv import separated
from reports.records import word
from reports.xlsx import HEAD, PRODUCT, RULE, empty_book, number_format

SHEET, GUIDE, LISTS = "数据", "填写说明", "选项"
MORE_ROWS = 2_000  # below those filled in, with lists to choose from
HELD = 2  # periods that are there already, to be seen and revised


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A row of the template: a value of an indicator in a region and period, as pages show it, with
    all that is said of it; empty where it is to be filled in."""

    indicator_id: str
    indicator: str
    unit: str
    region: str
    period: str
    value: float | None
    qualifier: str
    status: str
    source: str
    note: str


COLUMNS: Columns = (
    FileColumn("指标编号", 26, "indicator_id"),
    FileColumn("指标名称", 34, "indicator"),
    FileColumn("单位", 12, "unit"),
    FileColumn("地区", 10, "region"),
    FileColumn("期间", 10, "period"),
    FileColumn("数值", 14, "value"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("状态", 24, "status"),
    FileColumn("来源", 44, "source"),
    FileColumn("备注", 40, "note"),
)
GUIDE_TEXT = (
    "一行一个数值。先选指标、地区，再写期间和数值；没有数值的留空，不要填 0。",
    "指标编号、单位不要改动；数值按“单位”一列的计量单位填写。",
    "期间：年度写 2025，季度写 2025-Q3（年初至该季度末累计），月度写 2025-09（年初至该月末累计）。",
    "数值：只写数，可带千分位；近、约、超过、多等词写在“限定词”一列。",
    "状态：从列表中选择；不选即为正常值。",
    f"撤回已发布的数值：状态选“{WITHDRAWN}”，在“备注”一列写明理由；清空数值不等于撤回。",
    "来源：写出版物名称，如《2025年国民经济和社会发展统计公报》；首次出现的来源，上传后补充发布单位和日期。",
    "修订：直接改数值，并填写新的来源。没有改动的行保持原样。",
)


def template_rows(
    catalog: Catalog, indicator_ids: Iterable[str], frequency: str = ANNUAL
) -> tuple[TemplateRow, ...]:
    """The rows for indicators at a frequency: for each region with values of it the newest that are
    held, and one more period to fill in."""
    held: dict[str, dict[str, dict[int, Observation]]] = {}
    for (name, code, period), found in published(catalog):
        held.setdefault(name, {}).setdefault(code, {})[period] = found
    return tuple(
        row
        for name in indicator_ids
        for row in _rows_of(catalog, catalog.indicators[name], held.get(name, {}), frequency)
    )


def _rows_of(
    catalog: Catalog, one: Indicator, held: Mapping[str, Mapping[int, Observation]], frequency: str
) -> Iterable[TemplateRow]:
    numbers = of_frequency({period for found in held.values() for period in found}, frequency)
    if not numbers:
        return
    for region in catalog.regions.values():
        found = held.get(region.region_code, {})
        if of_frequency(found, frequency):
            for number in [*numbers[-HELD:], numbers[-1] + 1]:
                yield _row(catalog, one, (region.name_zh, number), found.get(number))


def _row(
    catalog: Catalog, one: Indicator, place: tuple[str, int], seen: Observation | None
) -> TemplateRow:
    return TemplateRow(
        indicator_id=one.indicator_id,
        indicator=one.name_zh,
        unit=one.unit_zh,
        region=place[0],
        period=written(place[1]),
        value=seen.value if seen else None,
        qualifier=word(seen.qualifier) if seen else "",
        status=status_text(catalog, seen.status) if seen else "",
        source=seen.source.document if seen else "",
        note=(seen.note or "") if seen else "",
    )


def status_text(catalog: Catalog, status: str) -> str:
    """A status as its list offers it: code and name."""
    return f"{status} {catalog.names['obs_status', status]}"


def template_csv(rows: Iterable[TemplateRow]) -> bytes:
    """The template as CSV."""
    return separated(header(COLUMNS), cells(COLUMNS, rows))


def template(catalog: Catalog, rows: Sequence[TemplateRow]) -> bytes:
    """The template as a workbook: the rows, how they are filled in, and what may be chosen."""
    out = BytesIO()
    book = empty_book(out)
    book.set_properties({"title": "数据填报模板", "author": PRODUCT})
    data, guide, lists = (book.add_worksheet(name) for name in (SHEET, GUIDE, LISTS))
    lengths = _lists(lists, catalog, rows)
    _data(book, data, catalog, rows)
    _choices(data, len(rows), lengths)
    _guide(book, guide)
    book.close()
    return out.getvalue()


def _data(book: Workbook, sheet: Worksheet, catalog: Catalog, rows: Sequence[TemplateRow]) -> None:
    """The rows under their heads. Texts are formatted as text, so that 2026-02 is no date."""
    head = book.add_format({"bold": True, "bg_color": HEAD, "bottom": 1, "bottom_color": RULE})
    text = book.add_format({"num_format": "@", "valign": "top"})
    numbers = {n: book.add_format({"num_format": number_format(n)}) for n in range(5)}
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, None if column.fields == "value" else text)
        sheet.write_string(0, place, column.label, head)
    for number, (row, line) in enumerate(zip(rows, cells(COLUMNS, rows), strict=True), start=1):
        for place, cell in enumerate(line):
            style = numbers[catalog.indicators[row.indicator_id].decimals]
            _write(
                sheet, (number, place), cell, style if COLUMNS[place].fields == "value" else text
            )
    sheet.freeze_panes(1, 2)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, style: object) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(*place, cell, style)
    elif cell is None:
        sheet.write_blank(*place, None, style)
    else:
        sheet.write_number(*place, cell, style)


def _lists(sheet: Worksheet, catalog: Catalog, rows: Sequence[TemplateRow]) -> dict[str, int]:
    """What may be chosen, a list a column; how long each is, by the field it is for."""
    known = {row.indicator_id: (row.indicator, row.unit) for row in rows}
    statuses = [code for kind, code in catalog.names if kind == "obs_status"]
    lists = {
        "region": ("地区", [region.name_zh for region in catalog.regions.values()]),
        "status": ("状态", [*(status_text(catalog, one) for one in statuses), WITHDRAWN]),
        "qualifier": ("限定词", [word(one) for one in catalog.qualifiers.values()]),
        "indicator_id": ("指标编号", list(known)),
        "name": ("指标名称", [name for name, _ in known.values()]),
        "unit": ("单位", [unit for _, unit in known.values()]),
    }
    for place, (label, entries) in enumerate(lists.values()):
        sheet.set_column(place, place, 24)
        for at, text in enumerate([label, *entries]):
            sheet.write_string(at, place, text)
    return {name: len(entries) for name, (_, entries) in lists.items()}


def _choices(sheet: Worksheet, filled: int, lengths: dict[str, int]) -> None:
    """Lists to choose from, and numbers where numbers belong, below the rows too."""
    places = {column.fields: at for at, column in enumerate(COLUMNS)}
    last = filled + MORE_ROWS
    for at, name in enumerate(lengths):
        if name in places and lengths[name]:
            letter = "ABCDEF"[at]
            rule: dict[str, Any] = {
                "validate": "list",
                "source": f"={LISTS}!${letter}$2:${letter}${lengths[name] + 1}",
                "error_title": "不在列表中",
                "error_message": "请从列表中选择。",
            }
            sheet.data_validation(1, places[name], last, places[name], rule)
    rule = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -1e15,
        "maximum": 1e15,
        "error_title": "应为数",
        "error_message": "请填数，没有数值的留空。",
    }
    sheet.data_validation(1, places["value"], last, places["value"], rule)


def _guide(book: Workbook, sheet: Worksheet) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100)
    for at, text in enumerate(GUIDE_TEXT):
        sheet.write_string(at, 0, text, wrapped)
