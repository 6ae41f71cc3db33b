"""Every kind of report, and every page, as a text document: whole, in order, its charts with their
own numbers."""

from io import BytesIO
from time import process_time
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from analysis.document.chart import Chart
from analysis.pages import Page
from analysis.reports.address import KINDS, report_view
from analysis.reports.page_view import VIEWS, page_view
from analysis.reports.summary import report_summary
from reports.word.layouts import Layout
from tests.reports.word.test_order import wrong_in

pytestmark = pytest.mark.thorough

BOTH = pytest.mark.parametrize("layout", list(Layout))


@pytest.fixture(scope="module")
def report(catalog, options):
    """The Document of a kind of report."""

    def of(kind):
        return report_summary(catalog, report_view(f"report={kind}", options)[0]).document

    return of


def charts_of(document):
    figures = [figure for section in document.sections for figure in section.figures]
    return [one.chart for one in figures if isinstance(one.chart, Chart)]


def numbers_in(package, place):
    book = openpyxl.load_workbook(BytesIO(package.read(f"word/embeddings/chart{place}.xlsx")))
    cells = (value for row in book.worksheets[0].iter_rows(values_only=True) for value in row)
    return sorted(value for value in cells if isinstance(value, (int, float)))


def numbers_of(chart):
    every = [value for one in chart.series for value in one.values]
    across = [value for one in chart.series for value in one.across]
    if across:
        pairs = zip(every, across, strict=True)
        every = [value for pair in pairs if None not in pair for value in pair]
    return sorted(value for value in every if value is not None)


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_whole_and_in_order(write, report, kind, layout):
    document = report(kind)
    begin = process_time()
    content = write(document, layout)
    assert process_time() - begin < 4  # the longest; ten pages have their own bar
    found = docx.Document(BytesIO(content))
    text = "\n".join(one.text for one in found.paragraphs)
    said = [*document.lead, *(one for part in document.sections for one in part.sentences)]
    assert [one.text for one in said if one.text not in text] == []
    assert [one.heading for one in document.sections if one.heading not in text] == []
    assert wrong_in(content) == []


@pytest.mark.parametrize("page", [*VIEWS, Page.REGIONS])
def test_the_workbooks_of_charts_have_the_numbers_of_the_page(write, catalog, options, page):
    slug = "hebei" if page == Page.REGIONS else ""
    query = "against=rd_intensity" if page == Page.INDICATORS else ""
    document = page_view(catalog, options, page, query, slug)
    with ZipFile(BytesIO(write(document, Layout.ORDINARY))) as package:
        books = [name for name in package.namelist() if name.startswith("word/embeddings/")]
        charts = charts_of(document)
        assert len(books) == len(charts)
        shown = [numbers_in(package, name.split("chart")[-1].split(".")[0]) for name in books]
    wanted = [numbers_of(chart) for chart in charts]
    assert sorted(shown) == [pytest.approx(one, abs=1e-9) for one in sorted(wanted)]
