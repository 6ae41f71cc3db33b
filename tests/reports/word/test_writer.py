"""A DOCX says what its Document says, and what the standard asks for."""

import re
from io import BytesIO
from time import process_time
from zipfile import ZipFile

import openpyxl
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st

from analysis.document.document import Section
from reports.word.body import OWN
from reports.word.footnotes import SAME_SOURCE
from reports.word.layouts import Layout
from tests.reports.word import specimen

BOTH = pytest.mark.parametrize("layout", list(Layout))


def texts(opened):
    return [each.text for each in opened.paragraphs]


def part(content, name):
    with ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()


@pytest.mark.thorough
@BOTH
def test_every_heading_is_one_and_is_numbered_by_its_style(opened, layout):
    found = opened(specimen.rich(), layout)
    headings = {
        each.text: each.style.name
        for each in found.paragraphs
        if each.style.name.startswith("Heading")
    }
    assert headings == {
        "总体情况": "Heading 1",
        "创新投入": "Heading 2",
        "研发经费": "Heading 3",
        "重点任务进展": "Heading 1",
        **{f"任务{n}": "Heading 2" for n in range(1, 5)},
        "存在的问题": "Heading 1",
    }


@pytest.mark.thorough
@BOTH
def test_every_sentence_stands_in_it_own_ones_marked(opened, layout):
    whole = "\n".join(texts(opened(specimen.rich(), layout)))
    for section in specimen.rich().sections:
        for sentence in section.sentences:
            assert sentence.text in whole
    assert f"需要继续关注。{OWN}" in whole
    assert whole.count(OWN) == 1


@pytest.mark.thorough
@BOTH
def test_the_mark_stands_first_and_in_the_properties(opened, layout):
    found = opened(specimen.rich("内部资料"), layout)
    assert texts(found)[0] == "内部资料"
    assert found.core_properties.category == "内部资料"
    bare = opened(specimen.rich(""), layout)
    assert texts(bare)[0].replace("\n", "") == specimen.rich().title


def test_the_file_says_what_it_is(opened):
    facts = opened(specimen.rich()).core_properties
    document = specimen.rich()
    assert facts.title == document.title
    assert facts.subject == document.filter_text
    assert facts.version == document.version
    assert facts.identifier == document.digest
    assert facts.language == "zh-CN"


def test_the_page_is_that_of_the_standard(opened):
    page = opened(specimen.rich()).sections[0]
    sides = (page.top_margin, page.left_margin, page.right_margin, page.bottom_margin)
    assert [round(side / Mm(1), 1) for side in sides] == [37.0, 28.0, 26.0, 35.0]
    assert round(page.page_width / Mm(1)) == 210
    assert round(page.page_height / Mm(1)) == 297
    assert page.start_type == WD_SECTION.NEW_PAGE


def test_type_is_that_of_the_standard(write):
    """What is asserted is what the file names: typeface, size and spacing in its XML. The typefaces
    themselves are on no machine of the tests, so how they are set is not looked at."""
    styles = part(write(specimen.rich()), "word/styles.xml")

    def of(key):
        return re.search(rf'w:styleId="{key}">.*?</w:style>', styles, re.S).group()

    for key, face, half in (
        ("Title", "方正小标宋简体", 44),
        ("Normal", "仿宋_GB2312", 32),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("Heading3", "仿宋_GB2312", 32),
        ("Footer", "宋体", 28),
    ):
        assert f'w:eastAsia="{face}"' in of(key), key
        assert f'<w:sz w:val="{half}"/>' in of(key), key
    assert 'w:line="579" w:lineRule="exact"' in of("Normal")
    assert 'w:firstLineChars="200"' in of("Normal")


def test_a_typeface_that_is_missing_has_another_in_its_place(write):
    table = part(write(specimen.rich()), "word/fontTable.xml")
    for name, other in (
        ("仿宋_GB2312", "仿宋"),
        ("楷体_GB2312", "楷体"),
        ("方正小标宋简体", "宋体"),
    ):
        assert f'<w:font w:name="{name}"><w:altName w:val="{other}"/>' in table


@pytest.mark.thorough
@BOTH
def test_the_data_of_a_chart_can_be_opened_and_are_its_own(write, layout):
    content = write(specimen.rich(), layout)
    with ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.startswith("word/embeddings/")]
        assert len(names) == 1
        sheet = openpyxl.load_workbook(BytesIO(package.read(names[0]))).worksheets[0]
        relations = package.read("word/charts/_rels/chart1.xml.rels").decode()
        chart = package.read("word/charts/chart1.xml").decode()
    key = re.search(r'<c:externalData[^>]*r:id="(\w+)"', chart).group(1)
    assert f'Id="{key}"' in relations
    assert "embeddings/chart1.xlsx" in relations
    found = {
        value
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if isinstance(value, (int, float))
    }
    wanted = {v for series in specimen.lines().series for v in series.values if v is not None}
    assert found == wanted


@BOTH
def test_a_picture_is_heard_as_what_it_shows(opened, layout):
    found = opened(specimen.rich(), layout).element.body
    told = [each.get("descr") for each in found.iter(qn("wp:docPr"))]
    assert told == [specimen.lines().told]


def test_figures_and_tables_are_counted_apart_charts_by_their_numbers_at_the_end(opened):
    found = opened(specimen.rich())
    title = specimen.figure().title
    captions = [t for t in texts(found) if re.match(r"[图表]\d　", t)]
    assert captions == []  # the numbers are fields
    codes = [
        each.get(qn("w:instr")).split()[1] for each in found.element.body.iter(qn("w:fldSimple"))
    ]
    assert codes == ["图", "表", "表"]
    assert sum(title in text for text in texts(found)) == 3
    assert len(found.tables) == 2
    assert "附表　图中数据" in texts(found)


def test_cells_of_tables_are_those_of_the_figure(opened):
    first, last = opened(specimen.rich()).tables
    for shown, wanted in ((first, specimen.table(80)), (last, specimen.table(11))):
        cells = [each.text for each in shown._cells]
        assert cells == [*wanted.columns, *(cell for row in wanted.rows for cell in row)]


@pytest.mark.thorough
@BOTH
def test_each_paragraph_of_numbers_says_their_cells_in_a_footnote(write, opened, layout):
    document = specimen.rich()
    notes = part(write(document, layout), "word/footnotes.xml")
    signs = list(opened(document, layout).element.body.iter(qn("w:footnoteReference")))
    assert len(signs) == 3  # the lead and two paragraphs rest on cells
    assert notes.count(SAME_SOURCE) == 3
    assert "研发经费（2024 年）：北京 3278.4、67.4" in notes


def test_a_short_report_has_no_contents(write):
    section = Section("a", 1, "总体情况", (specimen.sentence("一句。"),))
    assert "TOC" not in part(write(specimen.document((section,))), "word/document.xml")
    assert "TOC" in part(write(specimen.rich()), "word/document.xml")


@given(st.text(max_size=80))
def test_any_text_that_a_person_writes_comes_through(write, text):
    section = Section("a", 1, text or "甲", (specimen.sentence(text, own=True),))
    content = write(specimen.document((section,), mark=text, title=text))
    assert part(content, "word/document.xml")


@pytest.mark.thorough
@BOTH
def test_ten_pages_take_two_seconds_at_most(write, layout):
    sections = tuple(
        Section(
            str(n),
            1,
            f"第 {n} 部分",
            (specimen.sentence(f"{specimen.BODY}。" * 3, cells=specimen.cells()),),
            (specimen.figure(specimen.lines(), key=str(n)),),
        )
        for n in range(12)
    )
    write(specimen.rich(), layout)  # modules are loaded
    start = process_time()
    write(specimen.document(sections), layout)
    assert process_time() - start < 2
