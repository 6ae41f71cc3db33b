"""XLSX: a cover, the contents, and one table a sheet with its notes and sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.marking import marked
from reports.columns import Cell
from reports.lengths import length
from reports.sheet_layout import (
    has_numbers,
    height,
    is_long,
    print_on_paper,
    print_table,
    row_height,
    shown_decimals,
    spanned,
    widths,
)
from reports.sheets import Book, Sheet

PRODUCT = "京津冀产业协同发展监测"
FONT = "Microsoft YaHei"  # on every Windows; WPS and macOS put their own in its place
INK, MUTED, RULE, HEAD, LINK = "#16202C", "#5A6572", "#C9D1D9", "#E8EEF4", "#0F5C9C"
COVER, CONTENTS = "封面", "目录"
COVERED, TOLD = 100, 90  # characters of the texts of the cover and the contents
REMARK = 140  # characters of a line of remarks
HEAD_ROW = 3  # title, subtitle, way back, then the header
LINED = {"valign": "top", "bottom": 4, "bottom_color": RULE}
NUMERIC = {**LINED, "align": "right", "indent": 1}
HEADED = {
    "bold": True, "bg_color": HEAD, "bottom": 1, "bottom_color": RULE, "text_wrap": True,
    "valign": "vcenter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Styles:
    """The formats of one workbook."""

    book: Workbook
    numbers: dict[int, Format]
    plain: Format
    whole: Format
    title: Format
    muted: Format
    remark: Format
    head: Format
    head_of_numbers: Format
    link: Format
    wrapped: Format

    def number(self, decimals: int) -> Format:
        """The format of numbers with so many decimals: 3,278.4."""
        if decimals not in self.numbers:
            form = {"num_format": number_format(decimals), **NUMERIC}
            self.numbers[decimals] = self.book.add_format(form)
        return self.numbers[decimals]

    def of(self, cell: Cell, width: float, decimals: int | None) -> Format:
        """The format of a cell in a column so wide."""
        if isinstance(cell, str):
            return self.wrapped if is_long(cell, width) else self.plain
        return self.whole if decimals is None else self.number(decimals)


def number_format(decimals: int) -> str:
    """How a spreadsheet shows a number with so many decimals: #,##0.0."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def empty_book(out: BytesIO) -> Workbook:
    """A workbook whose texts are never formulas, links or numbers."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10, "font_color": INK},
    }
    return Workbook(out, options)


def workbook(made: Book, exported: datetime) -> bytes:
    """A book as XLSX. Numbers are numbers, texts are never formulas or links; `exported`
    stands on the cover, so the same book at the same time is the same file."""
    out = BytesIO()
    book = empty_book(out)
    book.set_properties(
        {"title": made.title, "author": PRODUCT, "created": exported.astimezone(UTC)}
    )
    styles = _styles(book)
    _cover(book.add_worksheet(COVER), made, exported, styles)
    _contents(book.add_worksheet(CONTENTS), made.sheets, styles)
    for front in book.worksheets():
        print_on_paper(front, made.title)
    for sheet in made.sheets:
        _table(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    return out.getvalue()


def _styles(book: Workbook) -> _Styles:
    return _Styles(
        book=book,
        numbers={},
        plain=book.add_format(LINED),
        whole=book.add_format(NUMERIC),
        title=book.add_format({"bold": True, "font_size": 14}),
        muted=book.add_format({"font_color": MUTED, "valign": "top"}),
        remark=book.add_format({"font_color": MUTED, "text_wrap": True, "valign": "top"}),
        head=book.add_format(HEADED),
        head_of_numbers=book.add_format({**HEADED, "align": "right", "indent": 1}),
        link=book.add_format({"font_color": LINK, "underline": 1, "valign": "top"}),
        wrapped=book.add_format({**LINED, "text_wrap": True}),
    )


def _cover(sheet: Worksheet, made: Book, exported: datetime, styles: _Styles) -> None:
    """Title, filters in words, data version, time of export, where the rest is."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, COVERED)
    sheet.write_string(0, 0, PRODUCT, styles.muted)
    sheet.write_string(1, 0, made.title, styles.title)
    sheet.set_row(1, 26)
    pairs = [
        *((("标识", marked()),) if marked() else ()),
        *made.filters,
        ("数据版本", made.version),
        *((("本版网址", made.address),) if made.address else ()),
        ("导出时间", f"{exported:%Y-%m-%d %H:%M}（北京时间）"),
        (
            "数值",
            "为公布或计算的原始数值；没有数值的留空，不以零代替；限定词（近、超过、约等）单列。",
        ),
        *made.closing,
    ]
    before = ""
    for place, (label, text) in enumerate(pairs, start=3):
        if label != before:  # an empty text is none, but a cell of one
            sheet.write_string(place, 0, label, styles.muted)
        before = label
        sheet.write_string(place, 1, text, styles.wrapped)
        sheet.set_row(place, height(text, COVERED))
    sheet.write_url(len(pairs) + 4, 0, f"internal:'{CONTENTS}'!A1", styles.link, "查看目录")


def _contents(sheet: Worksheet, found: tuple[Sheet, ...], styles: _Styles) -> None:
    """Every sheet with a link, what it holds and how many rows."""
    sheet.set_column(0, 0, max((16, *(length(one.name) + 2 for one in found))))
    sheet.set_column(1, 1, TOLD)
    sheet.set_column(2, 2, 8)
    sheet.write_string(0, 0, CONTENTS, styles.title)
    for place, label in enumerate(("工作表", "内容", "行数")):
        sheet.write_string(2, place, label, styles.head)
    for row, target in enumerate(found, start=3):
        said = f"{target.title}（{target.subtitle}）" if target.subtitle else target.title
        sheet.write_url(row, 0, f"internal:'{target.name}'!A1", styles.link, target.name)
        sheet.write_string(row, 1, said, styles.wrapped)
        sheet.write_number(row, 2, len(target.rows), styles.whole)
        sheet.set_row(row, height(said, TOLD))
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)


def _table(sheet: Worksheet, table: Sheet, styles: _Styles) -> None:
    """Title, subtitle, way back, frozen header, rows, then notes and sources."""
    across = widths(table)
    sheet.write_string(0, 0, table.title, styles.title)
    sheet.write_string(1, 0, table.subtitle, styles.muted)
    sheet.write_url(2, 0, f"internal:'{CONTENTS}'!A1", styles.link, "返回目录")
    _heads(sheet, table, across, styles)
    for row, cells in enumerate(table.rows, start=HEAD_ROW + 1):
        for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            decimals = shown_decimals(cell, column.places(row - HEAD_ROW - 1))
            _write(sheet, (row, place), cell, styles.of(cell, across[place], decimals))
        sheet.set_row(row, row_height(cells, across))
    sheet.freeze_panes(HEAD_ROW + 1, table.fixed)
    if table.rows:
        last = HEAD_ROW + len(table.rows)
        sheet.autofilter(HEAD_ROW, 0, last, len(table.columns) - 1)
    last = _remarks(sheet, table, across, styles)
    print_table(sheet, table, across, last)
    sheet.repeat_rows(HEAD_ROW)


def _heads(sheet: Worksheet, table: Sheet, across: Sequence[float], styles: _Styles) -> None:
    """The header, and the widths of the columns below it."""
    for place, column in enumerate(table.columns):
        of_numbers = has_numbers([row[place] for row in table.rows])
        sheet.set_column(place, place, across[place])
        style = styles.head_of_numbers if of_numbers else styles.head
        sheet.write_string(HEAD_ROW, place, column.label, style)
    lines = (height(one.label, wide - 2) for one, wide in zip(table.columns, across, strict=True))
    sheet.set_row(HEAD_ROW, max(lines) + 4)


def _remarks(sheet: Worksheet, table: Sheet, across: Sequence[float], styles: _Styles) -> int:
    """Notes and sources below a table, each across a page of its columns, no further: programs take
    what is written in as columns of the table. The last row that has any."""
    wide, last = spanned(across, min(REMARK, sum(across)))
    first = HEAD_ROW + len(table.rows) + 2
    for row, text in enumerate(table.remarks, start=first):
        if last:
            sheet.merge_range(row, 0, row, last, "", styles.remark)
        sheet.write_string(row, 0, text, styles.remark)
        sheet.set_row(row, height(text, wide))
    return first + len(table.remarks) - 1 if table.remarks else first - 2


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, style: Format) -> None:
    """A cell by its kind; where there is nothing it is empty."""
    if cell is None or cell == "":
        sheet.write_blank(*place, None, style)
        return
    if isinstance(cell, str):
        sheet.write_string(*place, cell, style)
    else:
        sheet.write_number(*place, cell, style)
