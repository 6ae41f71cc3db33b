"""The files of the page of areas."""

import csv
from io import StringIO

import orjson
import pytest

from analysis.areas.address import area_choices, areas_view
from analysis.areas.summary import areas_summary
from reports.area_files import areas_book, areas_csv, areas_json
from reports.areas import areas_report


@pytest.fixture(scope="module")
def report_of(catalog, options):
    def found(query=""):
        chosen, _ = areas_view(query, options, area_choices(catalog))
        return areas_report(catalog, areas_summary(catalog, chosen))

    return found


def test_the_file_is_the_golden_one(report_of, golden):
    golden("areas_tianjin.csv", areas_csv(report_of("?region=tianjin")))


def test_every_county_of_the_regions_is_there_with_its_place_among_all(report_of):
    rows = {row.area_code: row for row in report_of("region=hebei").counties}
    assert len(rows) == 167
    anping = rows["131125"]
    assert (anping.prefecture, anping.share, anping.quotient, anping.place) == (
        "衡水市", 51.0, 3.047, 1,
    )  # fmt: skip


def test_codes_stay_text_in_a_spreadsheet(report_of):
    rows = list(csv.DictReader(StringIO(areas_csv(report_of()).decode("utf-8-sig"), newline="")))
    assert len(rows) == 199
    assert all(row["地区代码"].startswith("CN-") for row in rows)


def test_the_json_has_both_censuses_and_the_products(report_of):
    found = orjson.loads(areas_json(report_of()))
    assert len(found["shift"]) == 13
    beijing = next(row for row in found["shift"] if row["area_code"] == "110000")
    assert (beijing["first"], beijing["last"], beijing["change"]) == (15.61, 8.19, -7.4)
    assert {row["year"] for row in found["products"]} >= {2015, 2023}
    assert all(row["part"] is None for row in found["products"] if row["year"] < 2019)
    assert found["metadata"]["notes"]


def test_the_workbook_has_a_sheet_for_each(report_of):
    names = [sheet.name for sheet in areas_book(report_of()).sheets]
    assert names == ["县（市、区）", "两次普查", "设区市地区生产总值"]
    assert [s.name for s in areas_book(report_of("region=beijing")).sheets] == names[:2]
