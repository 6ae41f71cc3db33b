"""The catalogue of information resources: a row an indicator, in the columns of the standard."""

from io import BytesIO

import pytest
from dash import Dash, html
from openpyxl import load_workbook

from analysis import links
from callbacks.site import OneEdition
from reports.resources import NOT_HELD, RESOURCE_COLUMNS
from serving import api

# The core metadata in the order of the guide to such catalogues, items and shares told apart.
CORE = [
    "信息资源分类", "信息资源名称", "信息资源代码", "信息资源提供方", "信息资源提供方代码",
    "信息资源摘要", "信息资源格式", "信息项名称", "数据类型", "共享类型", "共享条件", "共享方式",
    "开放类型", "开放条件", "更新周期", "发布日期", "关联资源代码",
]  # fmt: skip


@pytest.fixture(scope="module")
def client(catalog):
    app = Dash("resources", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    return app.server.test_client()


def test_the_columns_are_those_of_the_standard():
    assert [one.label for one in RESOURCE_COLUMNS] == [*CORE, "数据地址"]


def test_every_indicator_is_a_resource(client, catalog):
    rows = client.get(links.RESOURCES).json["resources"]
    assert [row["code"] for row in rows] == list(catalog.indicators)
    (gdp,) = (row for row in rows if row["code"] == "gdp")
    assert (gdp["name"], gdp["cycle"], gdp["provider"]) == ("地区生产总值", "每年", "国家统计局")
    assert "单位：亿元" in gdp["summary"] and "2010—" in gdp["summary"]
    assert gdp["category"] == "主题信息资源：总体经济"


def test_what_only_its_provider_can_say_is_not_made_up(client):
    for row in client.get(links.RESOURCES).json["resources"]:
        own = ("provider_code", "sharing_type", "sharing_mode", "opening_type")
        assert {row[name] for name in own} == {NOT_HELD}
        assert all(row[name] for name in ("provider", "published", "cycle", "summary"))


@pytest.mark.parametrize("number", [0, 40, -1])
def test_its_address_has_its_data(client, number):
    row = client.get(links.RESOURCES).json["resources"][number]
    answer = client.get(row["address"])
    assert answer.status_code == 200
    assert row["name"] in answer.get_data(as_text=True)


def test_it_is_a_workbook_too(client, catalog):
    answer = client.get(f"{links.RESOURCES}?format=xlsx&theme=green")
    assert "attachment" in answer.headers["Content-Disposition"]
    book = load_workbook(BytesIO(answer.data))
    sheet = book["信息资源目录"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(n for n, row in enumerate(cells) if row[: len(CORE)] == CORE)
    codes = [row[2] for row in cells[start + 1 :] if row[2] in catalog.indicators]
    assert codes == [i for i, row in catalog.indicators.items() if row.theme == "green"]
