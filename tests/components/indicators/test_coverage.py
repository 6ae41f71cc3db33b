"""The picture of a theme's coverage: a table that can be seen, heard and kept small."""

import re
from dataclasses import replace

import pytest

from analysis.indicators.coverage import Cell, coverage
from components.elements import written
from components.indicators.coverage import coverage_picture
from data.model.catalog import Withdrawn
from data.model.periods import period


@pytest.fixture(scope="module")
def picture(catalog):
    def build(theme):
        found = coverage(catalog, theme, 2010, 2024)
        return written(coverage_picture(found, lambda name: f"?indicator={name}"))

    return build


@pytest.fixture(scope="module")
def row_of(picture):
    def build(theme, indicator_id):
        rows = picture(theme).split("<tr>")
        return next(row for row in rows if f'data-view="?indicator={indicator_id}"' in row)

    return build


def test_there_is_one_row_an_indicator_and_one_cell_a_year(catalog, picture):
    html = picture("enterprises")
    assert html.count('scope="row"') == 10
    assert html.count("<td") == 10 * (15 + 2)
    assert "历史序列 4 项" in html


def test_months_stand_below_their_years(catalog):
    found = coverage(catalog, "enterprises", 2010, 2024)
    months = tuple(range(period("2024-11"), period("2025-03")))
    track = replace(found.tracks[0], cells=tuple(Cell(month, "none", (), "") for month in months))
    shown = replace(found, years=months, tracks=(track,))
    head = written(coverage_picture(shown, str)).partition("<thead>")[2].partition("</thead>")[0]
    assert re.findall(r'colspan="(\d+)" scope="colgroup">(\d+)<', head) == [
        ("2", "2024"), ("2", "2025"),
    ]  # fmt: skip
    assert re.findall(r'scope="col" title="([^"]+)">(\d+)<', head) == [
        ("2024 年 1—11 月", "11"), ("2024 年", "12"), ("2025 年 1 月", "1"),
        ("2025 年 1—2 月", "2"),
    ]  # fmt: skip
    assert "最新一期" in head and "最新年份" not in head


def test_a_cell_says_in_words_what_its_mark_means(row_of):
    cells = re.findall(r"<td.*?</td>", row_of("enterprises", "ind_enterprises"))
    assert cells[0] == '<td class="nation"><i>仅全国</i></td>'
    assert cells[4] == '<td class="some-2" title="北京、天津"><i>北京、天津</i></td>'
    assert cells[5] == "<td></td>"
    assert cells[12] == '<td class="jjj"><i>仅京津冀整体</i></td>'


def test_a_break_is_a_mark_of_its_own_with_its_reason(row_of):
    assert (
        '<td class="all break" '
        'title="2011 年起与此前不可比：项目统计起点由 50 万元提高到 500 万元">'
        "<i>三地齐全，口径调整</i></td>"
    ) in row_of("overall", "fai_total")


def test_a_row_leads_to_its_indicator_and_ends_with_year_and_publisher(row_of):
    row = row_of("enterprises", "national_ent_tech_centers")
    assert 'href="?indicator=national_ent_tech_centers"' in row
    assert re.search(r"<td>2019</td><td title=\"[^\"]+\">天津市工业和信息化局</td></tr>", row)


def test_a_default_view_is_still_a_link(catalog):
    html = written(coverage_picture(coverage(catalog, "quality", 2010, 2024), lambda _: ""))
    said = 'data-change="" data-keep="region,from,to" data-row="[a-z_0-9]+" data-view="" href="\\?"'
    assert re.search(f"<a {said}", html)


def test_the_sentence_stands_with_the_picture(catalog, picture):
    assert coverage(catalog, "green", 2010, 2024).sentence in picture("green")


def test_what_was_taken_back_is_said_and_explained_only_where_it_occurs(catalog, picture):
    codes = ("110000", "120000", "130000")
    gone = {
        ("disposable_income", code, 2014): Withdrawn(1.0, "2026-11-28", "有误") for code in codes
    }
    found = coverage(replace(catalog, withdrawn=gone), "overall", 2010, 2024)
    html = written(coverage_picture(found, lambda name: f"?indicator={name}"))
    assert '<td class="withdrawn"><i>已撤回</i></td>' in html
    assert html.count("已撤回") == 2
    assert "已撤回" not in picture("overall")
