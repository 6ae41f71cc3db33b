"""Files are read by a process of its own; a hostile one is refused in words and ends nothing."""

import io
import zipfile

import pytest
from xlsxwriter import Workbook

from data.imports import file as reader
from data.imports.archive import opened
from data.imports.cells import Unreadable
from data.imports.file import read, read_in
from data.imports.limits import MOST_BYTES, MOST_ROWS
from data.imports.reading import parsed
from data.imports.recognise import recognised
from tests.data.imports import specimens


def refusal(content, name="数据.xlsx"):
    with pytest.raises(Unreadable) as caught:
        read(content, name)
    return str(caught.value)


def book_of(write):
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    write(book, book.add_worksheet("数据"))
    book.close()
    return out.getvalue()


def with_part(content, path, part):
    """The workbook with one more part in its archive."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(path, part)
    return out.getvalue()


def said_to_be(content, size):
    """The workbook with another size of the part bomb.bin in the archive's directory."""
    at = content.rindex(b"xl/media/bomb.bin") - 46  # its entry; the size stands 24 bytes in
    return content[: at + 24] + size.to_bytes(4, "little") + content[at + 28 :]


@pytest.mark.thorough
def test_the_process_gives_what_the_parser_gives():
    csv = specimens.plain(specimens.by_region(), ["指标：地区生产总值(亿元)"]).encode("gb18030")
    workbook = specimens.xlsx(specimens.by_region())
    for content in (csv, workbook):
        book = parsed(content, "分省年度数据")
        assert read(content, "分省年度数据") == book
        assert read_in(content, "分省年度数据") == recognised(book)


def test_what_is_no_table_is_named():
    def refusal(content):
        with pytest.raises(Unreadable) as caught:
            parsed(content, "数据")
        return str(caught.value)

    assert "PDF" in refusal(b"%PDF-1.7 ...")
    assert "没有表格" in refusal("<html><body>登录已过期，请重新登录</body></html>".encode())
    assert "XML" in refusal('\ufeff<?xml version="1.0"?><Workbook/>'.encode())
    assert "网页存档" in refusal(b"MIME-Version: 1.0\nContent-Type: multipart/related")
    assert "图片" in refusal(b"\x89PNG\r\n\x1a\n")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    assert "不是 Excel" in refusal(archive.getvalue())
    assert "损坏" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "损坏" in refusal(specimens.xlsx(specimens.by_region())[:-900])
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in refusal(locked)


def test_too_large_a_file_is_refused_before_it_is_read():
    assert "空" in refusal(b"")
    assert "20 MB" in refusal(b"1," * MOST_BYTES)


def test_a_zip_bomb_is_refused_by_its_directory():
    small = with_part(specimens.xlsx([["地区"]]), "xl/media/bomb.bin", bytes(1000))
    with pytest.raises(Unreadable, match="解压后过大"):
        opened(said_to_be(small, 250_000_000))


@pytest.mark.thorough
def test_a_directory_that_lies_ends_the_reading_process_and_nothing_else():
    bomb = with_part(specimens.xlsx([["地区"]]), "xl/media/bomb.bin", bytes(250_000_000))
    found = recognised(read(said_to_be(bomb, 1000), "数据.xlsx"))
    assert found.held == []


@pytest.mark.thorough
def test_a_million_rows_are_refused():
    assert f"{MOST_ROWS} 行" in refusal(b"1\n" * 1_000_000, "数据.csv")


@pytest.mark.thorough
def test_a_million_columns_are_refused():
    assert "列" in refusal(b"1," * 1_000_000, "数据.csv")


@pytest.mark.thorough
def test_cells_at_the_far_corner_are_refused():
    def write(_, sheet):
        sheet.write(0, 0, 1)
        sheet.write(1_048_575, 16_383, 1)

    assert "行" in refusal(book_of(write))


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(reader, "SECONDS", 0.01)
    assert "没有读完" in refusal(b"1,2\n")


def test_a_formula_counts_by_what_was_saved_and_never_by_its_text():
    def write(_, sheet):
        for at, cell in enumerate(("地区", "2024年", "2023年", "2022年")):
            sheet.write(0, at, cell)
        sheet.write(1, 0, "北京市")
        sheet.write_formula(1, 1, "=B9*2", None, 49670.2)
        sheet.write_formula(1, 2, "=B9*3")  # never computed: saved as 0
        sheet.write_string(1, 3, "=1+1")

    found = recognised(parsed(book_of(write), "数据.xlsx"))
    assert [(one.cell.ref, one.value) for one in found.held] == [("B2", 49670.2)]
    assert [fault.cell.ref for fault in found.faults] == ["C2", "D2"]
    assert any("B2" in remark and "公式" in remark for remark in found.remarks)


def test_percent_is_what_is_shown():
    def write(book, sheet):
        for at, cell in enumerate(("地区", "2024年")):
            sheet.write(0, at, cell)
        sheet.write(1, 0, "北京市")
        sheet.write(1, 1, 0.052, book.add_format({"num_format": "0.0%"}))

    found = recognised(parsed(book_of(write), "数据.xlsx"))
    assert [(one.value, one.unit_text) for one in found.held] == [(5.2, "%")]


@pytest.mark.thorough
def test_macros_links_and_hidden_sheets_are_said_and_left_alone():
    def write(book, sheet):
        for at, row in enumerate(specimens.by_region(head="{}")):
            sheet.write_row(at, 0, row)
        book.add_worksheet("底稿").hide()

    content = with_part(book_of(write), "xl/vbaProject.bin", b"macro")
    content = with_part(content, "xl/externalLinks/externalLink1.xml", "<x/>")
    said = "".join(recognised(read(content, "数据.xlsm")).remarks)
    assert "宏没有运行" in said
    assert "其他工作簿" in said
    assert "底稿" in said


def test_dates_as_heads_are_years_or_months():
    def write(book, sheet):
        style = book.add_format({"num_format": "yyyy年"})
        sheet.write(0, 0, "地区")
        for at, year in enumerate((2023, 2024), start=1):
            sheet.write_number(0, at, 44927 + 365 * (year - 2023), style)
        sheet.write_row(1, 0, ["北京市", 47353.7, 49670.2])

    found = recognised(parsed(book_of(write), "数据.xlsx"))
    assert [one.period_text for one in found.held] == ["2023", "2024"]


def test_an_old_workbook_is_read(edition):
    """specimen.xls: regions by years as the older site gives it, written as BIFF8."""
    path = edition.parent / "data" / "imports" / "specimen.xls"
    found = recognised(read(path.read_bytes(), path.name))
    wanted = {(code, year): value for (_, code, year), value in specimens.expected("gdp").items()}
    names = specimens.CODES
    assert {(names[v.region_text], v.period_text): v.value for v in found.held} == wanted
    assert found.faults == []
    assert found.vintage == "第五次全国经济普查"
