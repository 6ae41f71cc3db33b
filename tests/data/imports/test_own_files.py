"""Files of our own pages are read back as what the tables hold: nothing of it is a change."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest

from analysis import marking
from analysis.indicators.address import indicators_view
from data.imports.mapping import Answers, suggest, values_of
from data.imports.merging import Given, merged
from data.imports.reading import parsed
from data.imports.recognise import recognised
from reports.csv import delimited, for_spreadsheets
from reports.records import COLUMNS, report
from reports.tables import book
from reports.xlsx import workbook

SOME = ("gdp", "gdp_index_prev100", "little_giants", "jjj_dev_index_2014", "rd_expenditure")
GIVEN = Given({}, date(2026, 11, 28))


@pytest.fixture(scope="module")
def texts(edition):
    names = ("observations", "sources", "withdrawn", "reference_dates", "conflicts", "suspects")
    return {n: (edition / "tables" / f"{n}.csv").read_text(encoding="utf-8") for n in names}


def report_of(catalog, options, name, more=""):
    regions = "beijing,tianjin,hebei"
    query = f"indicator={name}&region={regions}&from=1990&to=2030{more}"
    return report(catalog, indicators_view(query, options)[0])


def changes(catalog, texts, content):
    """What a file would change, and how many values it holds."""
    found = recognised(parsed(content, "数据.csv"))
    assert (found.kind, found.faults, found.missing) == ("own", [], ())
    proposal = suggest(catalog, found, Answers())
    chosen = {one: options[0] for one, options in proposal.subjects.items()}
    done = merged(texts, values_of(found, chosen, proposal.regions), GIVEN)
    assert done.faults == []
    return done.tables, done.unchanged


@pytest.mark.thorough
@pytest.mark.parametrize("name", SOME)
def test_a_csv_for_spreadsheets_changes_nothing(catalog, options, texts, name):
    made = report_of(catalog, options, name)
    content = for_spreadsheets(COLUMNS, made.records)
    held = sum(not row.is_computed and row.value is not None for row in made.records)
    assert changes(catalog, texts, content) == ({}, held)
    assert held > 0


@pytest.mark.parametrize("write", [delimited, lambda made: for_spreadsheets(COLUMNS, made.records)])
def test_the_mark_of_the_site_is_no_value(catalog, options, texts, write):
    made = report_of(catalog, options, "gdp")
    before = changes(catalog, texts, write(made))
    marking.mark_as("内部资料")
    try:
        content = write(made)
    finally:
        marking.mark_as("")
    assert "内部资料" in content.decode("utf-8")
    assert changes(catalog, texts, content) == before


def test_a_csv_for_programs_and_one_with_codes_as_formulas_are_the_same(catalog, options, texts):
    made = report_of(catalog, options, "gdp")
    plain = delimited(made)
    formulas = for_spreadsheets(COLUMNS, made.records).replace(b"CN-110000", b'"=""110000"""')
    assert changes(catalog, texts, plain) == changes(catalog, texts, formulas)


def test_a_csv_that_a_spreadsheet_saved_anew_changes_nothing(catalog, options, texts):
    """Codes are other numbers there, and the encoding is GB18030: the names say the regions."""
    content = delimited(report_of(catalog, options, "gdp"))
    text = content.decode("utf-8-sig").replace(",110000,", ",0,")
    before = changes(catalog, texts, content)
    assert ",0," in text
    assert changes(catalog, texts, text.encode("gb18030")) == before


@pytest.mark.thorough
def test_a_workbook_changes_nothing(catalog, options, texts):
    made = report_of(catalog, options, "gdp")
    content = workbook(book(catalog, made), datetime(2026, 11, 28, tzinfo=UTC))
    tables, unchanged = changes(catalog, texts, content)
    assert tables == {}
    assert unchanged > 30
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(content)).save(saved)  # as another program saves it
    assert changes(catalog, texts, saved.getvalue()) == ({}, unchanged)


def test_computed_values_are_not_taken_over(catalog, options):
    made = report_of(catalog, options, "gdp", "&scale=share3")
    found = recognised(parsed(delimited(made), "数据.csv"))
    assert found.held == []
    assert any("计算" in remark for remark in found.remarks)


@pytest.mark.thorough
def test_no_file_of_any_indicator_is_a_change(catalog, options, texts):
    for name in catalog.indicators:
        content = for_spreadsheets(COLUMNS, report_of(catalog, options, name).records)
        assert changes(catalog, texts, content)[0] == {}, name
