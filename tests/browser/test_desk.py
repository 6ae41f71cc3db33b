"""The analyst's desk in a browser: find, compare, take away; and all of it by keyboard."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, expect
from views import open_page, query

pytestmark = pytest.mark.browser


def open_desk(page: Page, query: str = "") -> None:
    open_page(page, f"/indicators{query}")
    expect(page.locator("#study-title")).not_to_be_empty()


def test_a_scale_is_one_click_and_one_address(page: Page) -> None:
    open_desk(page, "?theme=innovation")
    page.get_by_role("link", name="占三地比重", exact=True).click()
    expect(page.locator("#study-foot")).to_contain_text("占三地 =")
    assert "scale=share3" in query(page)
    page.get_by_role("link", name="份额构成").click()
    expect(page.locator("#study .barlayer path").first).to_be_attached()
    page.go_back()
    page.go_back()
    expect(page.locator("#study-foot")).not_to_contain_text("占三地 =")


def test_why_a_scale_is_not_offered_is_said_on_focus(page: Page) -> None:
    open_desk(page, "?theme=innovation&indicator=rd_intensity")
    refused = page.locator("#scales .refused").first
    expect(refused.get_by_role("tooltip")).to_be_hidden()
    refused.focus()
    expect(refused.get_by_role("tooltip")).to_be_visible()


def test_the_table_sorts_and_keeps_absent_values_last(page: Page) -> None:
    open_desk(page, "?indicator=gdp&chart=table")
    column = page.get_by_role("columnheader", name="天津")
    column.get_by_role("button").click()
    expect(column).to_have_attribute("aria-sort", "descending")
    values = page.locator("#study-table tbody tr td:nth-of-type(2)").evaluate_all(
        "cells => cells.map((c) => c.dataset.value === '' ? null : +c.dataset.value)"
    )
    known = [v for v in values if v is not None]
    assert known == sorted(known, reverse=True)
    assert values == known + [None] * (len(values) - len(known))


def test_a_table_is_copied_as_spreadsheets_take_it(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_desk(page, "?indicator=little_giants&theme=enterprises&chart=table")
    page.get_by_role("button", name="复制表格").click()
    expect(page.locator("#toast")).to_contain_text("已复制")
    head, *rows = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert head.split("\t")[:4] == ["年份", "北京（家）", "天津（家）", "河北（家）"]
    assert {len(row.split("\t")) for row in rows} == {len(head.split("\t"))}
    cells = [cell for row in rows for cell in row.split("\t")]
    assert "1100 多" in cells
    assert [cell for cell in cells if "," in cell or "家" in cell] == []


def test_two_tables_are_copied_one_by_one(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_desk(page, "?indicator=energy_intensity_change&against=population&chart=table")
    page.get_by_role("button", name="复制表格").last.click()
    expect(page.locator("#toast")).to_contain_text("已复制")
    head, latest, *_ = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert "北京（万人）" in head
    assert latest.startswith("2024\t")
    expect(page.locator("#study-table")).to_contain_text("−3.82")
    page.get_by_role("button", name="复制表格").first.click()
    plain = "navigator.clipboard.readText().then((text) => text.includes('\\t-3.82'))"
    page.wait_for_function(plain)  # spreadsheets know no minus sign


def test_a_second_indicator_is_set_beside_the_first(page: Page) -> None:
    open_desk(page, "?indicator=gdp")
    page.get_by_role("combobox", name="对照指标").select_option("population")
    expect(page.locator("#study-title")).to_contain_text("与")
    assert "against=population" in query(page)
    page.get_by_role("link", name="散点图").click()
    expect(page.locator("#study-foot")).to_contain_text("n=")
    page.reload()
    expect(page.get_by_role("combobox", name="对照指标")).to_have_value("population")


def test_a_select_is_followed_by_keyboard_only_on_enter_or_when_left(page: Page) -> None:
    open_desk(page)
    start, entries = query(page), page.evaluate("history.length")
    select = page.get_by_role("combobox", name="对照指标")
    select.focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    chosen = select.input_value()
    assert chosen
    expect(page.locator(".against")).to_contain_text("按回车键查看")
    assert (query(page), page.evaluate("history.length")) == (start, entries)
    page.keyboard.press("Enter")
    expect(page.locator("#study-title")).to_contain_text("与")
    assert f"against={chosen}" in query(page)
    assert page.evaluate("history.length") == entries + 1
    expect(page.locator(".select-hint:not(:empty)")).to_have_count(0)
    expect(select).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(select).to_have_value(chosen)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(page.locator(".select-hint:not(:empty)")).to_have_count(0)
    gone = "(chosen) => !location.search.includes(`against=${chosen}`)"
    page.wait_for_function(gone, arg=chosen)
    assert page.evaluate("history.length") == entries + 2


def test_the_base_year_keeps_the_focus(page: Page) -> None:
    open_desk(page, "?scale=index")
    select = page.get_by_role("combobox", name="基期")
    select.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**base=2010*")
    expect(page.locator("#study-subtitle")).to_contain_text("2010 年=100")
    expect(select).to_be_focused()
    expect(select).to_have_value("2010")


def test_two_indicators_stand_in_one_table_view_as_in_the_files(page: Page) -> None:
    open_desk(page, "?indicator=gdp&against=population&chart=table")
    captions = page.locator("#study-table caption").all_inner_texts()
    assert ["地区生产总值" in captions[0], "常住人口" in captions[1]] == [True, True]
    expect(page.get_by_role("link", name="单年比较")).to_have_count(0)


def test_the_coverage_keeps_its_place_and_marks_the_indicator(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 500})  # lower than the list
    open_desk(page, "?theme=innovation")
    row = page.locator(".coverage tbody a").nth(6)
    name = row.inner_text()
    page.locator(".coverage-scroll").evaluate("e => e.scrollTop = 40")
    row.click()
    expect(page.locator("#study-title")).to_contain_text(name)
    expect(page.locator(".coverage a[aria-current]")).to_have_text(name)
    assert page.locator(".coverage-scroll").evaluate("e => e.scrollTop") == 40


def test_a_row_of_the_coverage_keeps_regions_and_years(page: Page) -> None:
    open_desk(page, "?theme=innovation&region=hebei&from=2015&scale=share3")
    page.locator(".coverage tbody a").nth(3).click()
    page.wait_for_url("**indicator=*")
    expect(page.locator("#study-subtitle")).to_contain_text("2015—2024")
    kept = query(page)
    assert "region=hebei" in kept
    assert "from=2015" in kept
    assert "scale" not in kept


def test_labels_stay_at_the_ends_of_their_lines_beside_policy_events(page: Page) -> None:
    open_desk(page, "?theme=innovation&events=1&region=beijing")
    label = page.locator("#study .annotation-text", has_text="北京").bounding_box()
    mark = page.locator("#study .scatterlayer .point").last.bounding_box()
    assert label and mark
    assert abs(label["y"] + label["height"] / 2 - mark["y"] - mark["height"] / 2) < 6


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_is_taken_away_with_its_source(page: Page, ending: str, tmp_path: Path) -> None:
    open_desk(page, "?theme=innovation")
    with page.expect_download() as arriving:
        page.get_by_role("button", name=f"{ending.upper()} 图").click()
    assert (
        arriving.value.suggested_filename == f"京津冀监测_R&D经费内部支出_公布值_2010-2024.{ending}"
    )
    path = tmp_path / "picture"
    arriving.value.save_as(path)
    content = path.read_bytes()
    if ending == "svg":
        text = content.decode()
        for part in ("来源：", "数据版本", "地区：北京、天津、河北"):
            assert part in text
    else:
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(content[16:20]) == 2400  # 1200 wide, at twice the size


def test_the_data_link_is_copied_with_its_host(page: Page, guard: Guard) -> None:
    open_desk(page, "?indicator=gdp&scale=share3")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="数据链接").click()
    expect(page.get_by_text("已复制。")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{guard.address}/api/v1/observations?scale=share3&format=csv"
    answer = page.request.get(copied)
    assert answer.ok
    assert "占三地比重" in answer.text()
    described = page.get_by_role("link", name="接口说明").get_attribute("href")
    assert page.request.get(described or "").json()["openapi"].startswith("3.1")


def svg_of(page: Page) -> str:
    """The picture to take away, as SVG."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name="SVG 图").click()
    return Path(arriving.value.path()).read_text(encoding="utf-8")


def test_the_strip_of_provinces_is_on_the_picture(page: Page, tmp_path: Path) -> None:
    open_desk(page, "?indicator=gdp&frame=provinces&to=2024")
    expect(page.locator(".study-strip svg.strip")).to_be_visible()
    with page.expect_download() as arriving:
        page.get_by_role("button", name="PNG 图").click()
    content = Path(arriving.value.path()).read_bytes()
    assert int.from_bytes(content[16:20]) == 2400
    with_strip = int.from_bytes(content[20:24])
    page.set_content(svg_of(page))
    names = page.locator("svg svg text").all_text_contents()
    assert any("第 12 位" in name for name in names)
    assert any("中位数" in name for name in names)
    circles = page.locator("svg svg circle").evaluate_all(
        "dots => dots.map((dot) => dot.getBoundingClientRect()).map((b) => [b.left, b.right])"
    )
    assert len(circles) >= 28
    clipped = page.locator("svg svg svg").evaluate_all(
        "marks => marks.filter((mark) => getComputedStyle(mark).overflow !== 'visible').length"
    )
    assert clipped == 0  # a mark stands around its place, not to the right of it
    assert min(left for left, _ in circles) > 24 and max(right for _, right in circles) < 1176
    boxes = page.locator("svg .annotation text, svg svg text.ink-hebei").evaluate_all(
        "texts => texts.map((t) => t.getBoundingClientRect().bottom)"
    )
    assert max(boxes) * 2 < with_strip


SCATTER = "?indicator=co2_sectoral&scale=per_capita&against=rd_intensity&chart=scatter"


def test_the_texts_of_a_picture_do_not_touch_and_are_wrapped_by_width(page: Page) -> None:
    open_desk(page, SCATTER)
    page.set_content(svg_of(page))
    boxes = page.locator("svg .annotation text, svg .g-xtitle text").evaluate_all(
        """texts => texts.filter((t) => !/^\\S{2} \\d{4}$/.test(t.textContent))
           .map((t) => t.getBoundingClientRect()).map((b) => [b.top, b.bottom])"""
    )
    boxes.sort()
    assert len(boxes) == 4  # title, subtitle, axis, notes
    assert all(above[1] <= below[0] for above, below in pairwise(boxes)), boxes
    notes = page.locator("svg .annotation text").last.locator("tspan")
    lines = [line for line in notes.all_text_contents() if line.strip()]
    assert len(lines) >= 3
    assert [line for line in lines if line[0] in "。，；：、）》%"] == []
    widths = notes.evaluate_all("spans => spans.map((s) => s.getComputedTextLength())")
    assert 1000 < max(widths) <= 1152  # a picture is 1200 wide, with 24 on each side


def test_find_compare_and_download_by_keyboard_alone(page: Page) -> None:
    open_desk(page)
    box = page.get_by_role("combobox", name="查找指标")
    for _ in range(40):
        if box.evaluate("box => box === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("gdp_per")
    expect(page.locator("#find").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")  # the best match is marked already: one on, and back
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#study-title")).to_contain_text("人均地区生产总值")
    page.get_by_role("link", name=re.compile("^与河北之比")).focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="CSV")
    expect(link).to_have_attribute("href", re.compile("scale=ratio_hebei"))
    link.focus()
    with page.expect_download() as arriving:
        page.keyboard.press("Enter")
    text = Path(arriving.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert "与河北之比" in text.decode("utf-8-sig")


def test_the_region_that_numbers_are_set_against_is_chosen_beside_the_scale(page: Page) -> None:
    open_desk(page, "?indicator=gdp&scale=difference_hebei")
    region = page.get_by_role("combobox", name="对比地区")
    expect(region).to_have_value("difference_hebei")
    region.select_option(label="与天津之差")
    expect(page.locator("#study-subtitle")).to_contain_text("与天津之差")
    expect(page).to_have_url(re.compile("scale=difference_tianjin"))
    expect(region).to_have_value("difference_tianjin")


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (390, 844)])
def test_nothing_runs_over_the_edge(chromium: Browser, guard: Guard, size: tuple[int, int]) -> None:
    page = new_page(chromium, guard, size)
    for path in ("", "?chart=table", "?chart=meta", "?theme=innovation&events=1",
                 "?indicator=gdp&against=population&chart=scatter"):  # fmt: skip
        open_desk(page, path)
        assert page.evaluate("document.documentElement.scrollWidth") == size[0], path
    page.close()
    assert guard.outside == guard.errors == []
