"""The files of the map of platforms, read back: the list of the page, nothing more or less."""

import csv
import json
from datetime import datetime, timedelta, timezone
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.summary import platforms_summary
from reports.columns import header
from reports.place_files import places_book, places_csv, places_json
from reports.places import PLACE_COLUMNS, places_report
from reports.xlsx import workbook

EXPORTED = datetime(2026, 1, 2, 15, 4, tzinfo=timezone(timedelta(hours=8)))
HEAD_ROW = 4


@pytest.fixture(scope="module")
def report_of(catalog, options):
    def build(query=""):
        chosen, remarks = platforms_view(query, options, platform_choices(catalog))
        assert not remarks
        return places_report(catalog, platforms_summary(catalog, chosen))

    return build


def rows_of(content):
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_csv_has_the_places_of_the_page_in_its_order(catalog, options, report_of):
    query = "?region=hebei&layers=zone,node&industry=biomedicine"
    rows = rows_of(places_csv(report_of(query)))
    shown = platforms_summary(
        catalog, platforms_view(query, options, platform_choices(catalog))[0]
    ).platforms
    assert [row["编号"] for row in rows] == [place.platform_id for place in shown]
    assert tuple(rows[0]) == header(PLACE_COLUMNS)
    assert all("河北" in row["所在地区"] for row in rows)
    assert all("生物医药与健康" in row["产业（本站归类）"] for row in rows)


def test_a_place_has_the_words_of_its_source_and_how_exact_its_point_is(report_of):
    row = next(r for r in rows_of(places_csv(report_of())) if r["编号"] == "F2")
    assert row["平台"] == "北京大兴国际机场临空经济区"
    assert row["所在地区"] == "北京、河北"
    assert row["产业（来源用语）"].startswith("航空物流、")
    assert "机场" in row["点位精度"]
    assert float(row["经度"]) == pytest.approx(116.41, abs=0.02)
    assert row["来源"]


def test_the_type_of_a_platform_stands_beside_where_it_comes_from(report_of):
    rows = {row["编号"]: row for row in rows_of(places_csv(report_of()))}
    said = {name: (rows[name]["类型"], rows[name]["类型依据"]) for name in ("N07", "N04", "N13")}
    assert said == {
        "N07": ("现代制造业平台", "来源写明"), "N04": ("服务业平台", "按名称判断"), "N13": ("", ""),
    }  # fmt: skip
    assert {row["类型依据"] for name, row in rows.items() if name[0] != "N"} == {""}
    found = json.loads(places_json(report_of("?layers=wing")))["platforms"]
    assert [row["type_basis"] for row in found] == [None, None]


def test_the_json_has_null_for_what_was_not_published(report_of):
    found = json.loads(places_json(report_of("?from=2012&to=2024")))
    by_year = {row["year"]: row for row in found["flows"]}
    assert by_year[2016]["value"] is None
    assert by_year[2016]["source"] is None
    assert by_year[2024]["value"] == 843.7
    assert "十年成效" in by_year[2013]["source"]
    assert by_year[2013]["contracts_source"] == by_year[2013]["source"]  # one conference
    assert isinstance(by_year[2013]["contracts"], int)
    nameless = [row for row in found["platforms"] if row["industries"] is None]
    assert nameless
    assert all(row["industry_groups"] is None for row in nameless)
    assert "名单不全" in found["metadata"]["note"]


def test_the_industries_count_as_the_page_does(catalog, options, report_of):
    found = report_of("?layers=node").industries
    rows = platforms_summary(
        catalog, platforms_view("?layers=node", options, platform_choices(catalog))[0]
    ).matrix
    assert [row.together for row in found] == [row.total for row in rows]
    codes = {r.slug: r.region_code for r in catalog.provinces}
    for made, row in zip(found, rows, strict=True):
        assert {s: getattr(made, s) for s in codes} == {s: row.counts[c] for s, c in codes.items()}


def test_the_filters_stand_in_words(report_of):
    said = dict(report_of("?region=tianjin&status=designated&search=滨海&layers=node").filters)
    assert said == {
        "地区": "天津市", "图层": "专业化平台", "认定依据": said["认定依据"], "搜索": "滨海",
    }  # fmt: skip
    assert "公开报道" in said["认定依据"]
    assert dict(report_of("?layers=none").filters)["图层"] == "无"


def test_a_place_stands_beside_its_lists_and_who_says_so(report_of):
    rows = {row["编号"]: row for row in rows_of(places_csv(report_of("?list=opinion-2017")))}
    assert set(rows) == {"N02", "N07"}
    assert rows["N02"]["又名"] == "京津中关村科技城"
    assert rows["N07"]["名录"] == "2017 年意见"
    assert "人民日报客户端，2023-04-27" in rows["N07"]["名录依据"]
    unlisted = rows_of(places_csv(report_of("?list=none")))
    assert unlisted
    assert {row["名录"] for row in unlisted} == {""}


def test_the_lists_are_documents_with_dates_and_numbers(catalog, report_of):
    found = json.loads(places_json(report_of("?region=beijing")))
    last = next(row for row in found["lists"] if row["list_id"] == "catalogue-2023")
    assert (last["date"], last["count"], last["confirmed"]) == ("2023-05-29", 50, 0)
    assert last["by_region"] == "天津 16 个、河北 34 个"
    assert len(found["statements"]) == len(catalog.places.listings)
    off = [row for row in found["statements"] if row["platform_id"] is None]
    assert off
    assert all(row["document"] and row["publisher"] and row["list"] is None for row in off)


def test_the_workbook_has_five_tables_with_numbers_as_numbers(report_of):
    book = load_workbook(BytesIO(workbook(places_book(report_of()), EXPORTED)))
    assert book.sheetnames[-5:] == [
        "平台", "产业与地区", "技术合同流向", "平台名录", "名录依据",
    ]  # fmt: skip
    places = [cell.value for cell in book["平台"][HEAD_ROW]]
    assert places == list(header(PLACE_COLUMNS))
    first = dict(zip(places, (c.value for c in book["平台"][HEAD_ROW + 1]), strict=True))
    assert isinstance(first["经度"], float)
    counts = [cell.value for cell in book["产业与地区"][HEAD_ROW + 1]]
    assert all(isinstance(count, int) for count in counts[1:])
    text = "".join(str(c.value) for row in book["平台"].iter_rows() for c in row if c.value)
    assert "名单不全" in text


def test_an_empty_list_is_a_file_without_rows(report_of):
    nothing = report_of("?search=火星")
    assert rows_of(places_csv(nothing)) == []
    book = load_workbook(BytesIO(workbook(places_book(nothing), EXPORTED)))
    assert "平台" not in book.sheetnames


def test_the_file_is_the_golden_one(report_of, golden):
    golden("platforms_tianjin.csv", places_csv(report_of("?region=tianjin&layers=wing,zone,node")))


def test_the_files_carry_the_values_of_the_base_colour(report_of):
    found = json.loads(places_json(report_of("?ground=prefecture.density&area=130638")))
    rows = {row["area_code"]: row for row in found["areas"]}
    assert len(rows) == 13  # whatever is filtered
    assert rows["130600"]["value"] == pytest.approx(520, rel=0.03)
    assert (rows["130600"]["unit"], rows["130600"]["year"]) == ("人/平方公里", 2020)
    assert rows["130600"]["class_range"]
    assert "普查" in rows["130600"]["source"]
    assert "面积按边界计算" in found["metadata"]["areas_note"]
    assert "所在地：河北省保定市雄县" in found["metadata"]["filters"]
    assert [row["platform_id"] for row in found["platforms"]] == ["W2"]
    assert json.loads(places_json(report_of()))["areas"] == []


def test_the_workbook_has_the_values_on_a_sheet_of_their_own(report_of):
    sheets = {sheet.name: sheet for sheet in places_book(report_of("?ground=county.urban")).sheets}
    assert len(sheets["底色"].rows) == 199
    assert "底色" not in {sheet.name for sheet in places_book(report_of()).sheets}
