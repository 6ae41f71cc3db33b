"""Web pages under the name of an old workbook: the table that is seen is read, and nothing else."""

import pytest

from data.imports import web_page
from data.imports.cells import Unreadable
from data.imports.file import read_in
from data.imports.limits import MOST_COLUMNS, MOST_ROWS
from data.imports.reading import parsed
from data.imports.recognise import recognised
from data.imports.web_page import is_page
from tests.data.imports import specimens

ABOVE = ["数据库：分省年度数据", "指标：地区生产总值(亿元)", "时间：最近20年"]
BELOW = [specimens.FIFTH, specimens.QUOTING, specimens.SOURCE]


def rows(body):
    """The rows of a page with this in it."""
    found = parsed(f"<html><body>{body}</body></html>".encode(), "数据.xls").sheets[0].rows
    return [list(row) for row in found]


def of_regions(found):
    codes = specimens.CODES
    return {(codes[one.region_text], one.period_text): one.value for one in found.held}


@pytest.mark.thorough
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb2312", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_page_says_what_the_same_table_says_as_a_workbook(charset, newline):
    above = [line.replace("分省年度数据", "分省年度数据 &amp; 说明") for line in ABOVE]
    content = specimens.page(specimens.by_region(), above, BELOW, charset, newline)
    found = recognised(parsed(content, "分省年度数据.xls"))
    wanted = {key[1:]: value for key, value in specimens.expected("gdp").items()}
    assert of_regions(found) == wanted
    assert found.faults == []
    assert {one.indicator_text for one in found.held} == {"地区生产总值"}
    assert {one.unit_text for one in found.held} == {"亿元"}
    assert found.vintage == "第五次全国经济普查"
    assert found.publisher == "国家统计局"
    assert found.taken_for.startswith("HTML，统计表（分省年度数据 & 说明）")
    assert any("网页" in remark for remark in found.remarks)


@pytest.mark.thorough
def test_the_reading_process_reads_it_too():
    content = specimens.page(specimens.by_region(), ABOVE, BELOW)
    assert read_in(content, "数据.xls") == recognised(parsed(content, "数据.xls"))


def test_cells_that_reach_over_others_leave_these_empty():
    head = (
        "<table><tr><th rowspan=2>地区<th colspan='2'>地区生产总值(亿元)"
        "<tr><th>2024年<th>2023年<tr><td>北京市<td>49670.2<td>47353.7</table>"
    )
    assert rows(head) == [
        ["地区", "地区生产总值(亿元)", None],
        [None, "2024年", "2023年"],
        ["北京市", "49670.2", "47353.7"],
    ]
    found = recognised(parsed(head.encode(), "数据.xls"))
    assert of_regions(found) == {("110000", "2024"): 49670.2, ("110000", "2023"): 47353.7}
    assert found.held[0].cell.ref == "B3"


def test_what_is_not_seen_is_not_read():
    table = (
        "<script>document.write('<tr><td>1</td></tr>')</script><style>td{}</style>"
        "<!-- <table><tr><td>2</td></tr></table> -->"
        "<table><tr><td>a</td><td>1<script>2</script></td></tr>"
        "<tr style='DISPLAY: none'><td>b</td><td>9</td></tr><tr><td>c</td><td>3</td></tr></table>"
    )
    assert rows(table) == [["a", "1"], [], ["c", "3"]]


def test_a_table_within_a_layout_has_rows_of_its_own_and_lines_stand_where_they_are():
    body = (
        "<p>单位：亿元</p><table><tr><td>年度数据<table><tr><td>地区<br>名称</td><td>2024年</td></tr>"
        "<tr><td>北京市</td><td>1</td></tr></table></td></tr></table>数据来源：国家统计局<br>完"
    )
    assert rows(body) == [
        ["单位：亿元"],
        ["年度数据"],
        ["地区 名称", "2024年"],
        ["北京市", "1"],
        ["数据来源：国家统计局"],
        ["完"],
    ]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<table>" + "<tr>" * (MOST_ROWS + 1), f"{MOST_ROWS} 行"),
        ("<table><tr>" + "<td>1" * (MOST_COLUMNS + 1), f"{MOST_COLUMNS} 列"),
        (f"<table><tr><td colspan={MOST_COLUMNS}>a<td>1", f"{MOST_COLUMNS} 列"),
    ],
)
def test_too_large_a_page_is_refused(body, said):
    with pytest.raises(Unreadable, match=said):
        parsed(f"<html>{body}".encode(), "数据.xls")


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(web_page, "MOST_CELLS", 9)
    with pytest.raises(Unreadable, match="9 个单元格"):
        parsed(f"<table>{'<tr><td>1<td>2' * 5}".encode(), "数据.xls")


@pytest.mark.parametrize(
    "tags",
    [
        "<td colspan=99999999999999999999 rowspan=-1>1",
        "<tr><td rowspan=0>1<td colspan=x>2</table></table></td>",
        "<table><table><tr><td>1<table><td>2",
        "<td>1</td><tr></tr></tr><td>&#0;&#xD800;&nosuch;2",
        "<![CDATA[<td>]]><td><!-- <td>",
    ],
)
def test_what_is_badly_made_is_read_as_far_as_it_goes(tags):
    assert recognised(parsed(f"<table>{tags}".encode(), "数据.xls")).taken_for


@pytest.mark.parametrize("text", ["地区,2024年\n北京市,<5\n", "<5,2024年\n", "标题 <html>\n1,2\n"])
def test_separated_values_are_no_page(text):
    assert not is_page(text.encode())
