"""The template is a workbook that is filled in, and read back as what stands in it."""

import io

import openpyxl
import pytest

from data.imports.listed import WITHDRAWN
from data.imports.mapping import Answers, suggest, values_of
from data.imports.picking import unknown_sources
from data.imports.reading import parsed
from data.imports.recognise import recognised
from data.model.periods import ANNUAL, written
from reports.template import COLUMNS, LISTS, SHEET, template, template_csv, template_rows

IDS = ("gdp", "gdp_index_prev100", "rd_intensity")
VALUE = [column.label for column in COLUMNS].index("数值")


@pytest.fixture(scope="module")
def rows(catalog):
    return template_rows(catalog, IDS)


@pytest.fixture(scope="module")
def content(catalog, rows):
    return template(catalog, rows)


def mapped(catalog, found):
    proposal = suggest(catalog, found, Answers())
    chosen = {one: options[0] for one, options in proposal.subjects.items()}
    assert not any(one.question for one in chosen.values())
    return values_of(found, chosen, proposal.regions)


def test_each_region_has_its_newest_values_and_a_period_to_fill_in(catalog, rows):
    own = [row for row in rows if (row.indicator_id, row.region) == ("gdp", "北京市")]
    assert [row.period for row in own] == ["2023", "2024", "2025"]
    assert [row.value is None for row in own] == [False, False, True]
    assert own[0].source == catalog.observations["gdp", "110000", 2023].source.document


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_not_touched_is_read_back_as_it_is_held(catalog, rows, content, kind, published):
    raw = content if kind == "xlsx" else template_csv(rows)
    found = recognised(parsed(raw, f"模板.{kind}"))
    assert (found.kind, found.faults, found.missing) == ("template", [], ())
    held = {
        (one.indicator_id, one.region_code, int(one.period)): one for one in mapped(catalog, found)
    }
    assert len(held) == sum(row.value is not None for row in rows)
    for key, one in held.items():
        less = catalog.indicators[key[0]].subtract or 0
        assert one.value == published[key] + int(less), key  # the table holds the index
        seen = catalog.observations[key]
        assert one.origin.status == seen.status
        assert one.origin.qualifier == (seen.qualifier.qualifier if seen.qualifier else "")
        assert one.origin.source_text == seen.source.document


def test_every_publication_of_a_template_is_known(catalog, edition):
    rows = template_rows(catalog, tuple(catalog.indicators))
    found = recognised(parsed(template_csv(rows), "模板.csv"))
    assert unknown_sources(found, (edition / "tables/sources.csv").read_text("utf-8")) == ()


def filled(content, change):
    """The template as somebody has changed it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book[SHEET])
    out = io.BytesIO()
    book.save(out)
    return recognised(parsed(out.getvalue(), "模板.xlsx"))


def test_what_is_filled_in_is_read_with_all_that_is_said_of_it(content):
    def change(sheet):
        row = next(r for r in sheet.iter_rows(min_row=2) if r[VALUE].value is None)
        for at, cell in enumerate(
            (50000.5, "近", "P 初步核算或初步统计数", "《统计公报》", "初步"), VALUE
        ):
            row[at].value = cell

    found = filled(content, change)
    one = next(one for one in found.held if one.value == 50000.5)
    assert (one.indicator_id, one.region_text, one.period_text) == ("gdp", "北京市", "2025")
    assert (one.qualifier, one.status) == ("nearly", "P")
    assert (one.source_text, one.note) == ("《统计公报》", "初步")


def test_a_word_withdraws_and_an_emptied_cell_does_not(content):
    def change(sheet):
        sheet.cell(2, VALUE + 1).value = None
        sheet.cell(3, VALUE + 3).value = WITHDRAWN

    found = filled(content, change)
    assert [one.cell.ref for one in found.held if one.is_withdrawn] == ["F3"]
    assert "F2" not in {one.cell.ref for one in found.held}


def test_faults_name_sheet_and_cell(content):
    def change(sheet):
        sheet.cell(2, VALUE + 1).value = "四万多"
        sheet.cell(3, VALUE).value = "去年"
        sheet.cell(5, VALUE + 2).value = "大概"
        sheet.cell(6, VALUE + 3).value = "不知道"

    found = filled(content, change)
    assert {(one.cell.sheet, one.cell.ref) for one in found.faults} == {
        (SHEET, "F2"), (SHEET, "E3"), (SHEET, "G5"), (SHEET, "H6"),
    }  # fmt: skip


def test_cells_offer_what_may_be_chosen(content, catalog):
    book = openpyxl.load_workbook(io.BytesIO(content))
    rules = book[SHEET].data_validations.dataValidation
    lists = {
        str(rule.sqref).partition(":")[0]: rule.formula1 for rule in rules if rule.type == "list"
    }
    assert lists.keys() == {"A2", "C2", "D2", "G2", "H2"}
    assert lists["D2"] == f"{LISTS}!$A$2:$A${len(catalog.regions) + 1}"
    offered = [cell.value for cell in book[LISTS]["B"]]
    assert WITHDRAWN in offered
    assert {"数据", "填写说明", "选项"} == set(book.sheetnames)


def test_a_frequency_without_values_has_no_rows(catalog):
    assert template_rows(catalog, ["gdp"], "Q") == ()
    last = max(n for n in catalog.panels["gdp"].index)
    assert max(row.period for row in template_rows(catalog, ["gdp"], ANNUAL)) == written(last + 1)
