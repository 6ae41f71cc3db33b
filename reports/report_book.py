"""A report as a workbook: its text sentence by sentence, then a sheet for each figure and table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.document.chart import Chart
from analysis.document.document import Document, Figure, Sentence
from analysis.document.numbering import numbers
from analysis.text.table import Table
from reports.columns import Cell
from reports.sheets import Book, Column, Sheet

NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
YEAR = re.compile(r"\d{4}")
UNFIT = re.compile(r"[\[\]:*?/\\']")  # in the name of a sheet
LONGEST_NAME = 31
CREDIT = "来源："  # what a source in one line begins with
TEXT_SHEET = "正文"
RULES, OWN = "规则生成", "编写者补充"
WIDEST = 60  # characters of a column of texts


def report_book(document: Document, others: Iterable[Sheet] = ()) -> Book:
    """The workbook; `others` are sheets that the kind of report has besides."""
    sections = document.sections
    figures = [shown for one in sections for shown in one.figures]
    drawn = [sheet for place, one in enumerate(figures, 1) if (sheet := figure_sheet(one, place))]
    sheets = named_apart([_text(document), *drawn, *others])
    return Book(
        title=document.title,
        filters=(("范围", document.filter_text),),
        version=f"{document.version}（{document.digest}）",
        closing=tuple(("来源", one.removeprefix(CREDIT)) for one in document.sources),
        sheets=tuple(sheet for sheet in sheets if sheet.rows),
        address=document.address,
    )


def _text(document: Document) -> Sheet:
    """Every sentence with the cells of its numbers."""
    said = numbers(one.level for one in document.sections)
    rows = [_row("", one) for one in document.lead]
    for one, number in zip(document.sections, said, strict=True):
        rows += [_row(f"{number}{one.heading}", sentence) for sentence in one.sentences]
    return Sheet(
        name=TEXT_SHEET,
        title=document.title,
        subtitle=document.subtitle,
        columns=(
            Column("部分", 30),
            Column("句子", 100),
            Column("性质", 12),
            Column("所据数值", 100),
        ),
        rows=tuple(rows),
        remarks=document.remarks,
    )


def _row(heading: str, one: Sentence) -> tuple[Cell, ...]:
    cells = "；".join(
        " ".join(
            filter(
                None, (cell.text, cell.indicator_id, cell.region_code, cell.period, cell.formula)
            )
        )
        for cell in one.cells
    )
    return heading, one.text, OWN if one.is_own else RULES, cells


def figure_sheet(shown: Figure, place: int) -> Sheet | None:
    """The numbers of a figure; None where it has none."""
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    if isinstance(shown.chart, Chart) and shown.chart.series and not shown.chart.across_name:
        columns, rows = chart_rows(shown.chart)
    elif shown.table:
        columns, rows = table_rows(shown.table)
    if not rows:
        return None
    return Sheet(
        name=f"{place} {shown.title}",
        title=shown.title,
        subtitle=shown.subtitle,
        columns=columns,
        rows=rows,
        remarks=tuple(filter(None, (*shown.footnotes, shown.source))),
    )


def chart_rows(chart: Chart) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Categories down, series across, in the chart's unit; where a phrase says more than its
    number (a qualifier, why there is none) it stands beside it."""
    is_yearly = all(YEAR.fullmatch(name) for name in chart.categories)
    columns = [Column("年份" if is_yearly else "项目", 12)]
    told = [_is_told(chart, place) for place in range(len(chart.series))]
    for one, is_told in zip(chart.series, told, strict=True):
        unit = f"（{chart.unit}）" if chart.unit else ""
        columns.append(Column(f"{one.label}{unit}", 16, chart.decimals))
        columns += [Column(f"{one.label} 表述", 20)] if is_told else []
    rows = []
    for row, name in enumerate(chart.categories):
        cells: list[Cell] = [name]
        for one, is_told in zip(chart.series, told, strict=True):
            cells.append(one.values[row])
            cells += [one.texts[row] if row < len(one.texts) else ""] if is_told else []
        rows.append(tuple(cells))
    return tuple(columns), tuple(rows)


def _is_told(chart: Chart, place: int) -> bool:
    """Whether a phrase of a series is more than its number and unit."""
    texts = (
        text.replace(chart.unit, "") if chart.unit else text for text in chart.series[place].texts
    )
    bare = (text.replace("−", "-").strip().strip("%").strip() for text in texts)
    return any(text and not NUMBER.fullmatch(text) for text in bare)


def table_rows(table: Table) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """A table with its numbers as numbers; a cell with a qualifier, unit or word stays what it
    says, as does the first column."""
    rows = tuple((row[0], *map(cell, row[1:])) for row in table.rows if row)
    widths = [max(map(_width, texts)) for texts in zip(table.columns, *table.rows, strict=False)]
    columns = tuple(
        Column(name, min(WIDEST, max(10, width + 2)), _decimals(row[place] for row in table.rows))
        for place, (name, width) in enumerate(zip(table.columns, widths, strict=True))
    )
    return columns, rows


def cell(text: str) -> Cell:
    """A number where the text is nothing but one, else the text."""
    if not NUMBER.fullmatch(text) or (text.startswith("0") and text[1:2].isdigit()):
        return text
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _decimals(texts: Iterable[str]) -> int | None:
    """The decimals of a column of numbers; None where they are written as years are."""
    known = [text for text in texts if NUMBER.fullmatch(text)]
    most = max((len(text.partition(".")[2]) for text in known), default=0)
    return most if most or any("," in text for text in known) else None


def _width(text: str) -> int:
    return sum(1 if sign.isascii() else 2 for sign in text)


def named_apart(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets under names that a spreadsheet takes, each once."""
    taken: set[str] = set()
    found = []
    for sheet in sheets:
        base = UNFIT.sub(" ", sheet.name).strip()[:LONGEST_NAME]
        name, count = base, 1
        while name.lower() in taken:
            count += 1
            name = f"{base[: LONGEST_NAME - 4]} {count}"
        taken.add(name.lower())
        found.append(replace(sheet, name=name))
    return found
