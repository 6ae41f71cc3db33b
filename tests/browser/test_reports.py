"""The page of reports in a browser: choices are links, sentences are left out and added, files come
with a word, what was worked on is opened again, and every screen."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from conftest import Guard
from playwright.sync_api import Locator, Page, Route, expect
from views import at_rest, open_page, query

pytestmark = pytest.mark.browser

SCREENS = (
    (1280, 720),
    (1366, 768),
    (1440, 900),
    (1920, 1080),
    (1100, 800),
    (1024, 768),
    (900, 1000),
    (810, 900),
    (700, 900),
    (390, 844),
    (360, 740),
    (320, 640),
)
LEAST_TYPE = 12  # pixels
START = "/reports?theme=green"
LOOKS = """(least) => {
  const box = (e) => e.getBoundingClientRect();
  const seen = [...document.querySelectorAll('main *')].filter((e) => box(e).width > 1 &&
    [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) &&
    !e.closest('.visually-hidden, .report-scroll'));
  const scale = (e) => {
    const drawing = e.closest('svg');
    return drawing ? box(drawing).width / drawing.viewBox.baseVal.width : 1;
  };
  const line = box(document.querySelector('.filter-bar')).height;
  return {
    width: document.documentElement.scrollWidth,
    small: seen.filter((e) => parseFloat(getComputedStyle(e).fontSize) * scale(e) < least - 0.1)
      .map((e) => e.textContent.slice(0, 20)),
    outside: seen.filter((e) => box(e).right > innerWidth + 1 || box(e).left < -1)
      .map((e) => e.textContent.slice(0, 20)),
    line,
  };
}"""


@pytest.fixture
def opened(page: Page) -> Page:
    open_page(page, START)
    return page


def group(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def sheet(page: Page) -> Locator:
    return page.get_by_role("region", name="报告预览")


def test_a_kind_is_a_link_and_back_takes_it_back(opened: Page) -> None:
    page = opened
    expect(sheet(page).get_by_role("heading", level=2)).to_contain_text("监测简报")
    group(page, "种类").get_by_role("link", name="任务专报").click()
    expect(sheet(page).get_by_role("heading", level=2)).to_contain_text("专报")
    assert query(page) == "report=task&theme=green"
    page.go_back()
    expect(sheet(page).get_by_role("heading", level=2)).to_contain_text("监测简报")
    assert query(page) == "theme=green"


def test_topics_are_pressed(opened: Page) -> None:
    page = opened
    topics = group(page, "主题")
    topics.get_by_role("button", name="产业链").click()
    expect(page).to_have_url(re.compile("topics=chains,green"))
    expect(topics.get_by_role("button", pressed=True)).to_have_count(2)
    topics.get_by_role("link", name="全部").click()
    expect(page).to_have_url(re.compile(r"/reports$"))
    expect(topics.locator("[aria-current=true]")).to_have_text("全部")


def test_a_sentence_is_left_out_and_comes_back_by_keyboard(opened: Page) -> None:
    page = opened
    off = sheet(page).get_by_role("button", name=re.compile("^不用：")).first
    off.focus()
    page.keyboard.press("Enter")
    on = sheet(page).get_by_role("button", name=re.compile("^恢复："))
    expect(on).to_have_count(1)
    expect(on).to_be_focused()
    expect(sheet(page).locator(".is-off p")).to_have_css("text-decoration-line", "line-through")
    page.keyboard.press(" ")
    expect(on).to_have_count(0)
    assert query(page) == "theme=green"


def test_a_number_leads_to_its_cell(opened: Page) -> None:
    sheet(opened).locator(".report-cell").first.click()
    expect(opened).to_have_url(re.compile(r"/indicators\?theme=green.*chart=table"))
    expect(opened.locator("#study-table table")).to_be_visible()


def test_own_text_is_added_marked_and_taken_away(opened: Page) -> None:
    page = opened
    sheet(page).get_by_text("补充文字").first.click()
    field = sheet(page).get_by_role("textbox").first
    field.fill("本市已印发  工作方案。")
    page.keyboard.press("Enter")
    own = sheet(page).locator(".is-own")
    expect(own).to_contain_text("编写者补充")
    expect(own).to_contain_text("本市已印发 工作方案。")
    expect(field).to_have_value("")
    sheet(page).get_by_role("button", name="删除：本市已印发").click()
    expect(own).to_have_count(0)
    assert query(page) == "theme=green"


def test_more_text_than_an_address_holds_stands_beside_it_and_is_kept_in_the_file(
    opened: Page, tmp_path: Path
) -> None:
    page = opened
    sheet(page).get_by_text("补充文字").first.click()
    field = sheet(page).get_by_role("textbox").first
    for sign in "字句段":
        field.fill(sign * 199)
        page.keyboard.press("Enter")
        expect(field).to_have_value("")
    own = sheet(page).locator(".is-own")
    expect(own).to_have_count(3)
    expect(sheet(page).get_by_text("请用“保存报告文件”保存")).to_be_visible()
    assert "段" not in unquote(query(page))
    with page.expect_download() as download:
        page.get_by_role("link", name="保存报告文件").click()
    file = tmp_path / "报告.json"
    download.value.save_as(file)
    page.reload()
    expect(own).to_have_count(3)
    sheet(page).get_by_role("button", name="删除：段段").click()
    expect(own).to_have_count(2)
    open_page(page, "/reports?report=evaluation")
    page.locator("input[type=file]").set_input_files(file)
    expect(own).to_have_count(3)
    expect(own.last).to_contain_text("段段")


def test_a_file_whose_own_text_is_broken_is_refused_with_the_place(
    opened: Page, tmp_path: Path
) -> None:
    file = tmp_path / "bad.json"
    held = {"format": "jing-jin-ji-report-1", "query": "", "own": [["gdp", "好。"], "gdp"]}
    file.write_text(json.dumps(held), encoding="utf-8")
    opened.locator("input[type=file]").set_input_files(file)
    told = opened.get_by_role("region", name="报告选项").get_by_role("status")
    expect(told).to_contain_text("补充文字第 2 句有误")
    assert query(opened) == "theme=green"


@pytest.mark.parametrize(
    ("name", "ending"), [("Excel", "xlsx"), ("单文件网页", "html"), ("保存报告文件", "json")]
)
def test_a_file_comes_under_a_chinese_name(opened: Page, name: str, ending: str) -> None:
    page = opened
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    assert re.fullmatch(rf"京津冀监测_监测简报_.+\.{ending}", download.value.suggested_filename)
    told = page.get_by_role("region", name="报告选项").get_by_role("status")
    expect(told).to_contain_text(f"已下载：{download.value.suggested_filename}")


def test_a_busy_server_is_said_and_asked_again(opened: Page, guard: Guard) -> None:
    page, answers = opened, Counter[str]()

    def refuse_once(route: Route) -> None:
        answers["asked"] += 1
        if answers["asked"] > 1:
            return route.continue_()
        said = json.dumps({"error": "服务器正在生成其他文件，请稍后再试"})
        return route.fulfill(status=503, headers={"Retry-After": "1"}, body=said)

    page.route("**/reports.html*", refuse_once)
    told = page.get_by_role("region", name="报告选项").get_by_role("status")
    with page.expect_download():
        page.get_by_role("link", name="单文件网页").click()
        expect(told).to_contain_text("稍后自动重试")
    assert answers["asked"] == 2
    expect(told).to_contain_text("已下载")
    assert all("503" in said for said in guard.errors)
    guard.errors.clear()


def test_any_page_says_that_a_file_is_on_its_way(page: Page) -> None:
    open_page(page, "/?theme=green")
    page.locator("details.data summary").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="单文件网页").first.click()
    assert download.value.suggested_filename.startswith("京津冀监测_绿色低碳_")
    expect(page.get_by_text("已下载：京津冀监测_绿色低碳_")).to_be_visible()


def test_a_failure_is_said_in_words(opened: Page, guard: Guard) -> None:
    page = opened
    said = json.dumps({"error": "20 秒内没有写完：请减少主题、年份或页数"})
    page.route("**/reports.json*", lambda route: route.fulfill(status=422, body=said))
    page.get_by_role("link", name="保存报告文件").click()
    told = page.get_by_role("region", name="报告选项").get_by_role("status")
    expect(told).to_contain_text("请减少主题、年份或页数")
    assert all("422" in said for said in guard.errors)
    guard.errors.clear()


def test_what_was_worked_on_is_kept_and_opened_again(opened: Page, tmp_path: Path) -> None:
    page = opened
    sheet(page).get_by_role("button", name=re.compile("^不用：")).nth(1).click()
    expect(page).to_have_url(re.compile("off="))
    worked = query(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="保存报告文件").click()
    file = tmp_path / "报告.json"
    download.value.save_as(file)
    open_page(page, "/reports?report=evaluation")
    page.locator("input[type=file]").set_input_files(file)
    expect(page).to_have_url(re.compile(re.escape(worked)))
    expect(sheet(page).locator(".is-off")).to_have_count(1)


def test_a_file_that_is_no_report_is_refused(opened: Page, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"format": "something"}', encoding="utf-8")
    opened.locator("input[type=file]").set_input_files(file)
    told = opened.get_by_role("region", name="报告选项").get_by_role("status")
    expect(told).to_contain_text("不是本站保存的报告文件")
    assert query(opened) == "theme=green"


def test_the_outline_leads_to_the_parts(opened: Page) -> None:
    page = opened
    links = page.get_by_role("navigation", name="报告目录").get_by_role("link")
    last = links.last
    last.click()
    expect(sheet(page).get_by_role("heading", name=last.text_content() or "")).to_be_in_viewport()


def test_the_page_holds_on_every_screen(opened: Page) -> None:
    page = opened
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        at_rest(page)
        found: dict[str, Any] = page.evaluate(LOOKS, LEAST_TYPE)
        assert (found["outside"], found["width"]) == ([], width), (width, height)
        assert found["small"] == [], (width, found["small"])
        if width >= 1366:
            assert found["line"] < 60, width  # the bar is one line


def test_the_years_are_named_where_there_are_any(opened: Page) -> None:
    """The name stands before what there is to choose; it is none without."""
    named = (
        """() => getComputedStyle(document.querySelector('.years > .chips'), '::before').content"""
    )
    assert opened.evaluate(named) == '"时间"'
    open_page(opened, "/reports?report=briefing")
    assert opened.evaluate(named) == "none"
