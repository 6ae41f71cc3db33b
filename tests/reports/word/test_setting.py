"""LibreOffice sets the documents, and the pages are read back."""

import re
import shutil
import subprocess

import pypdfium2
import pytest

from analysis.document.document import Section
from analysis.reports.address import KINDS, report_view
from analysis.reports.summary import report_summary
from reports.word.layouts import Layout
from tests.reports.word import specimen

pytestmark = pytest.mark.thorough
MM = 72 / 25.4


@pytest.fixture(scope="module")
def set_pages(write, tmp_path_factory):
    """A Document as the pages of a PDF."""
    folder = tmp_path_factory.mktemp("word")
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-writer-nogui"

    def made(document, layout=Layout.OFFICIAL):
        path = folder / "report.docx"
        path.write_bytes(write(document, layout))
        subprocess.run(
            [
                program,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return pypdfium2.PdfDocument((folder / "report.pdf").read_bytes())

    return made


def characters(page):
    """Each character with the left and lower edge of its box, in points from the foot."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        sign = text.get_text_range(place, 1)
        if sign.strip():
            left, bottom, right, top = text.get_charbox(place, loose=True)
            yield sign, left, bottom, right, top


def text_lines(page):
    """The lines of the text area from above, each its characters and left and right edge."""
    height = page.get_height()
    every = [each for each in characters(page) if each[2] > 30 * MM and each[4] < height - 30 * MM]
    every.sort(key=lambda each: -each[2])
    lines = []
    for each in every:
        if not lines or lines[-1][0][2] - each[2] > 10:  # points: half a line
            lines.append([])
        lines[-1].append(each)
    return lines


@pytest.fixture(scope="module")
def full(set_pages):
    """A text of several pages without a figure."""
    texts = (specimen.sentence(specimen.BODY * 30),)
    return set_pages(specimen.document((Section("a", 1, "总体情况", texts),)))


def test_a_full_page_has_22_lines_of_28_characters(full):
    found = text_lines(full[1])
    assert abs(len(found) - 22) <= 1
    counts = [len(line) for line in found]
    assert all(abs(count - 28) <= 1 for count in counts), counts


def test_the_text_stands_within_the_margins(full):
    page = full[1]
    height = page.get_height()
    for line in text_lines(page):
        assert min(each[1] for each in line) >= 28 * MM - 2
        assert max(each[3] for each in line) <= (210 - 26) * MM + 2
        assert max(each[4] for each in line) <= height - 37 * MM + 4


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_page_number_stands_outside_as_the_standard_asks(full, place):
    below = [each for each in characters(full[place]) if each[4] < 30 * MM]
    assert "".join(each[0] for each in below) == f"—{place + 1}—"
    middle = full[place].get_width() / 2
    is_right = all(each[1] > middle for each in below)
    assert is_right if place % 2 == 0 else all(each[1] < middle for each in below)


def squeezed(pages):
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pages))


@pytest.mark.parametrize("layout", list(Layout))
def test_no_text_is_cut(set_pages, layout):
    document = specimen.rich()
    found = squeezed(set_pages(document, layout))
    wanted = [
        document.mark,
        *(
            text.text.removesuffix("。")  # the sign of its footnote stands before it
            for section in document.sections
            for text in section.sentences
            if len(text.text) < 25
        ),
        "目录",
        "一、总体情况",
        "（一）创新投入",
        "1.研发经费",
        "三、存在的问题",
        "图1",
        "表2",
        *(cell for row in specimen.table().rows for cell in row),
        "数据版本：2026.11",
    ]
    for text in wanted:
        assert re.sub(r"\s", "", text) in found, text


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_set_within_its_margins_and_no_sentence_is_cut(
    set_pages, catalog, options, kind
):
    document = report_summary(catalog, report_view(f"report={kind}", options)[0]).document
    pages = set_pages(document)
    found = squeezed(pages)
    said = [*document.lead, *(one for part in document.sections for one in part.sentences)]
    lost = [one.text for one in said if not is_set(one.text, found)]
    assert lost == []
    for page in pages:
        for _, left, bottom, right, top in characters(page):
            assert left >= 28 * MM - 4
            assert right <= (210 - 26) * MM + 18  # a mark may hang at the end of a line
            assert bottom >= 20 * MM
            assert top <= page.get_height() - 30 * MM


def is_set(text, found):
    """Whether every clause is there: footnotes and page numbers stand between the lines of two
    pages."""
    clauses = re.split(r"[，；。]", re.sub(r"\s", "", text))
    halves = [part for each in clauses for part in (each[: len(each) // 2], each[len(each) // 2 :])]
    return sum(half in found for half in halves) >= len(halves) - 1
