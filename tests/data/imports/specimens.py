"""Files as the national bureau's site and others give them, written from official figures: the
same headers, encodings, line ends and notes."""

import csv
import io
from pathlib import Path

from xlsxwriter import Workbook

EDITION = Path(__file__).parents[2] / "edition" / "tables" / "observations.csv"
CODES = {"北京市": "110000", "天津市": "120000", "河北省": "130000"}
THREE = ("110000", "120000", "130000")
NAMES = {"gdp": ("地区生产总值", "亿元"), "va_secondary": ("第二产业增加值", "亿元"),
         "gdp_per_capita": ("人均地区生产总值", "元/人")}  # fmt: skip
YEARS = ("2024", "2023", "2022", "2021", "2020")
FIFTH = (
    "注：1. 按照我国国民经济核算数据修订制度和国际通行做法，在第五次全国经济普查后，对1992年-2023年"
    "地区生产总值历史数据进行了系统修订。"
)
QUOTING = (
    '2. "工业品价格统计"改称为"工业生产者价格统计",将"工业品出厂价格指数"改称为"出厂价格指数"。'
)
SOURCE = "数据来源：国家统计局"


def figures(*ids):
    """Official figures, by indicator, region code and year, as their texts."""
    with EDITION.open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator_id"], row["region_code"], row["period"]): row["value"]
            for row in csv.DictReader(file)
            if row["indicator_id"] in ids
        }


def by_region(indicator="gdp", years=YEARS, head="{}年", corner="地区"):
    """Regions down, years across."""
    found = figures(indicator)
    yield [corner, *(head.format(year) for year in years)]
    for name, code in CODES.items():
        yield [name, *(found.get((indicator, code, year), "") for year in years)]


def by_indicator(code="110000", years=YEARS, head="{}年"):
    """Indicators down, years across; no region is named."""
    found = figures(*NAMES)
    yield ["指标", *(head.format(year) for year in years)]
    for one, (name, unit) in NAMES.items():
        yield [f"{name} ({unit}) ", *(found.get((one, code, year), "") for year in years)]


def of_one_year(year="2024"):
    """Regions down, indicators across."""
    found = figures(*NAMES)
    yield ["地区", *(f"{name} ({unit}) " for name, unit in NAMES.values())]
    for name, code in CODES.items():
        yield [name, *(found.get((one, code, year), "") for one in NAMES)]


def expected(*ids, years=YEARS, codes=THREE):
    """Values as they should be read: by name, region code and year."""
    return {
        (NAMES[one][0], code, year): float(value)
        for (one, code, year), value in figures(*ids).items()
        if year in years and code in codes
    }


def plain(rows, above=(), below=(), newline="\n", separator=","):
    """A file as the older site gives it: cells without anything around them."""
    lines = [*above, *(separator.join(row) for row in rows), *below]
    return newline.join(lines) + newline


def tabbed(rows, above=(), below=(), newline="\n"):
    """A file as the newer site gives it: each cell ends with a tab, each line with a comma."""
    lines = [*above, *("".join(f"{cell}\t," for cell in row) for row in rows), *below]
    return newline.join(lines)


def quoted(rows, above=(), below=(), newline="\r\n"):
    """A file saved anew by a spreadsheet: short lines filled with separators, notes quoted."""
    found = [list(row) for row in rows]
    width = max(map(len, found))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=newline)
    for row in ([[line] for line in above], found, [[line] for line in below]):
        writer.writerows(line + [""] * (width - len(line)) for line in row)
    return out.getvalue()


def page(rows, above=(), below=(), charset="utf-8", newline="\r\n", after="&nbsp;"):
    """A web page with one table, as offices save it under the name of an old workbook;
    `after` ends each cell."""
    found = [list(row) for row in rows]
    width = max(map(len, found))
    wide = [f'<tr><td colspan="{width}">{line}</td></tr>' for line in above]
    body = [f"<tr>{''.join(f'<td>{cell}{after}</td>' for cell in row)}</tr>" for row in found]
    notes = [f'<tr><td colspan="{width}"><p>{line}</p></td></tr>' for line in below]
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    lines = ["<html>", f"<head>{head}<title>查询</title><style>td {{ mso: 1 }}</style></head>",
             "<body>", '<table border="1">', *wide, *body, *notes, "</table>", "</body>",
             "</html>"]  # fmt: skip
    return newline.join(lines).encode(charset)


def xlsx(rows, name="Sheet1", before=0, **sheets):
    """A workbook with the rows on a sheet, numbers as numbers."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    for title, content in {name: rows, **sheets}.items():
        sheet = book.add_worksheet(title)
        for at, row in enumerate(content, start=before):
            for column, cell in enumerate(row):
                _write(sheet, at, column, cell)
    book.close()
    return out.getvalue()


def _write(sheet, row, column, cell):
    try:
        sheet.write_number(row, column, float(cell))
    except (TypeError, ValueError):
        if cell not in ("", None):
            sheet.write_string(row, column, str(cell))
