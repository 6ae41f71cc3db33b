"""Every cell of 主要指标最新进度 once more from the tables, by this file's own code."""

import csv
import io
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

import pytest
from openpyxl import load_workbook

from analysis.meeting.scenes import slide
from analysis.overview.latest import latest
from data.package.load import FOLDER

CODES = {"beijing": "110000", "tianjin": "120000", "hebei": "130000"}
EVERY = {**CODES, "jjj": "JJJ", "nation": "000000"}
NAMES = {"Q1": "一季度", "Q2": "上半年", "Q3": "前三季度", "Q4": "", "12": ""}


def rows(name):
    with (FOLDER / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def month(text):
    """The year and month with which a period ends."""
    year, _, part = text.partition("-")
    return int(year), {"": 12}.get(part) or (int(part[1]) * 3 if "Q" in part else int(part))


def said(text):
    year, _, part = text.partition("-")
    return f"{year} 年" + NAMES.get(part, f" 1—{int(part)} 月" if part.isdigit() else "")


@pytest.fixture(scope="module")
def held():
    """The rows of the table of values: indicator and region → (year, month) → row."""
    found = defaultdict(dict)
    for row in sorted(rows("observations"), key=lambda row: len(row["period"]), reverse=True):
        key = row["indicator_id"], row["region_code"]
        found[key].setdefault(month(row["period"]), row)
    return found


@pytest.fixture(scope="module")
def indicators():
    return {row["indicator_id"]: row for row in rows("indicators")}


def last(held, indicators, name, code):
    """The newest row and the one before it of the same indicator."""
    years = indicators[name]["annual_id"]
    both = [held[one, code] for one in (name, years) if one]
    newest = max((max(own) for own in both if own), default=None)
    own = next((own for own in both if newest in own), {})
    return [own[when] for when in sorted(own)[-2:]]


def shown(indicators, row, value=None):
    one = indicators[row["indicator_id"]]
    number = Decimal(row["value"]) - Decimal(one["subtract"] or 0) if value is None else value
    step = Decimal(1).scaleb(-int(one["decimals"]) if not row["qualifier"] else 0)
    about = "约" if row["qualifier"] == "about" else ""
    unit = "%" if one["unit_zh"] == "%" else ""
    marks = ("（初）" if row["status"] == "P" else "") + ("（转）" if row["trust"] == "C" else "")
    text = f"{about}{number.quantize(step, ROUND_HALF_UP):,}{unit}{marks}"
    return text.replace("\u2009", "").replace("-", "−")


def test_every_cell_is_what_the_tables_have(catalog, held, indicators):
    found = latest(catalog, CODES)
    assert [row.indicator.indicator_id for row in found.rows] == [
        row["indicator_id"] for row in rows("latest_rows")
    ]
    seen = 0
    for row in found.rows:
        name = row.indicator.indicator_id
        for cell in row.cells:
            own = last(held, indicators, name, EVERY[cell.region.slug])
            readings = [one for one in (cell.before, cell.newest) if one]
            if readings and readings[-1].is_computed:
                continue
            assert [one.text for one in readings] == [shown(indicators, one) for one in own]
            assert [one.when for one in readings] == [said(one["period"]) for one in own]
            absent = "不可合计" if cell.region.slug == "jjj" else "本站未收录"
            assert cell.absence == ("" if own else absent)
            seen += len(own)
    assert seen > 40


def test_a_sum_is_of_one_period_of_the_three(catalog, held, indicators):
    seen = 0
    for row in latest(catalog, CODES).rows:
        cell = next(one for one in row.cells if one.region.slug == "jjj")
        if not (cell.newest and cell.newest.is_computed):
            continue
        name = row.indicator.indicator_id
        assert indicators[name]["aggregation"] == "sum"
        three = [last(held, indicators, name, code) for code in CODES.values()]
        for reading, own in (
            (cell.newest, [o[-1] for o in three]),
            (cell.before, [o[0] for o in three]),
        ):
            assert len({(one["indicator_id"], one["period"]) for one in own}) == 1
            total = sum(Decimal(one["value"]) for one in own)
            assert reading.text == shown(indicators, own[0], total)
            assert reading.when == f"{said(own[0]['period'])}，计算"
            seen += 1
    assert seen >= 2


def test_the_first_half_of_2026_is_there(catalog):
    found = {row.indicator.indicator_id: row for row in latest(catalog, CODES).rows}
    growth = {c.region.slug: c for c in found["gdp_cumulative_growth"].cells}
    assert [growth[slug].newest.text for slug in CODES] == [
        "5.4%（初）",
        "4.8%（初）",
        "4.8%（初）",
    ]
    level = {c.region.slug: c for c in found["gdp_cumulative"].cells}
    assert level["jjj"].newest.text == "59,757（初）"
    assert level["nation"].newest.text == "695,704（初）"


def test_its_scene_stands_after_the_overview_and_says_the_finding(catalog):
    ids = [scene.scene_id for scene in catalog.scenes]
    assert ids.index("latest") == ids.index("regions") + 1
    scene = next(one for one in catalog.scenes if one.scene_id == "latest")
    made = slide(catalog, scene, "all")
    assert made.title.startswith("2026 年上半年地区生产总值累计增速：北京 5.4%（初）")
    assert len(made.entries) == len(rows("latest_rows"))
    cell = made.entries[1].values[3].replace("\u00a0", " ")  # a period is not parted
    assert cell == "59,757（初），2026 年上半年，计算"
    assert slide(catalog, scene, "hebei").columns == ("", "河北", "全国")


@pytest.fixture(scope="module")
def client(new_app, catalog):
    return new_app(FOLDER, catalog).server.test_client()


@pytest.mark.thorough
def test_the_page_has_the_panel_on_the_whole_economy_only(client):
    page = client.get("/").get_data(as_text=True)
    assert "主要指标最新进度" in page and "26,412（初）" in page and "不可合计" in page
    assert "/indicators?indicator=gdp_cumulative_growth" in page
    assert "主要指标最新进度" not in client.get("/?theme=green").get_data(as_text=True)
    chosen = client.get("/?region=tianjin").get_data(as_text=True)
    assert "9,138（初）" in chosen and "26,412（初）" not in chosen


@pytest.mark.thorough
def test_the_workbook_has_it_as_a_sheet(client, catalog):
    book = load_workbook(io.BytesIO(client.get("/overview.xlsx").get_data()))
    sheet = book["最新进度"]
    table = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=4)]
    assert table[0] == ["指标", "单位", "地区", "最近一期", "数值", "标记", "上一期", "上一期数值",
                        "上一期标记", "说明", "来源"]  # fmt: skip
    body = table[1 : 1 + 5 * len(catalog.latest)]
    assert body[0][:6] == [
        "地区生产总值累计增速", "%，不变价", "北京", "2026 年上半年", 5.4, "（初）",
    ]  # fmt: skip
    assert body[0][6:10] == ["2026 年一季度", 5.9, "（初）", None]
    found = [cell for row in latest(catalog, CODES).rows for cell in row.cells]
    assert [line[4] for line in body] == [c.newest.value if c.newest else None for c in found]
    assert [line[9] or "" for line in body] == [cell.absence for cell in found]
    other = load_workbook(io.BytesIO(client.get("/overview.xlsx?theme=green").get_data()))
    assert "最新进度" not in other.sheetnames


@pytest.mark.thorough
def test_programs_get_every_cell(catalog, new_app, held, indicators):
    client = new_app(FOLDER, catalog).server.test_client()
    found = client.get("/api/v1/latest").get_json()
    shown_rows = [cell for row in latest(catalog, CODES).rows for cell in row.cells]
    assert found["metadata"]["count"] == len(found["latest"]) == len(shown_rows)
    assert any("（初）" in note for note in found["metadata"]["notes"])
    for row, cell in zip(found["latest"], shown_rows, strict=True):
        assert (row["value"] is None) == bool(row["absence"]) == (cell.newest is None)
        assert row["text"] == (cell.newest.text if cell.newest else "")
    checked = 0
    for row in found["latest"]:
        if row["value"] is not None and not row["is_computed"]:
            own = held[row["indicator_id"], row["region_code"]][month(row["period"])]
            less = Decimal(indicators[row["indicator_id"]]["subtract"] or 0)
            assert Decimal(str(row["value"])) == Decimal(own["value"]) - less
            checked += 1
    assert checked > 20
    described = client.get("/api/v1/openapi.json").get_json()["components"]["schemas"]
    assert list(found["latest"][0]) == described["LatestValue"]["required"]
    assert client.get("/api/v1/latest?region=hebei").get_json()["metadata"]["count"] == 2 * len(
        latest(catalog, CODES).rows
    )
    assert client.get("/api/v1/latest?theme=green").status_code == 400
