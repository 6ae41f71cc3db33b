"""By keyboard, by ear, and in the colours that a system forces: what only a browser can show."""

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, expect
from views import open_page, open_view

pytestmark = pytest.mark.browser

PAGES = ("/", "/indicators", "/plan", "/platforms", "/regions/hebei")
SKIP = "跳到主要内容"
# The focused element, if any of it lies under the bar that stays in sight.
COVERED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const bar = document.querySelector('.filter-bar').getBoundingClientRect();
  const node = document.activeElement;
  if (node === document.body || node.closest('.filter-bar, .header, .find')) return null;
  const box = node.getBoundingClientRect();
  return box.height && box.top < bar.bottom - 1 && box.bottom > bar.top
    ? `${node.tagName} ${node.textContent.slice(0, 30)}: ${box.top} < ${bar.bottom}` : null;
}"""
# Contrast of the focus outline with what lies behind it, as WCAG computes it.
OUTLINE = """(node) => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
  const light = (text) => text.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  let behind = node.parentElement;
  const ground = () => getComputedStyle(behind).backgroundColor;
  while (ground() === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
  const [dark, pale] = [light(outlineColor), light(ground())].sort((a, b) => a - b);
  return [outlineStyle, parseFloat(outlineWidth), (pale + 0.05) / (dark + 0.05)];
}"""


def focused(page: Page) -> str:
    return str(
        page.evaluate("() => document.activeElement.id || document.activeElement.textContent")
    )


def test_the_first_tab_offers_to_skip_and_leads_into_the_page(page: Page, guard: Guard) -> None:
    for path in (*PAGES, "/nowhere"):
        open_page(page, path)
        page.keyboard.press("Tab")
        link = page.get_by_role("link", name=SKIP)
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        assert "#" not in page.url
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null"), path
    guard.errors.clear()  # the browser's own report of the 404


def test_the_bar_never_covers_what_has_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    for path in ("/plan", "/regions/hebei"):
        open_page(page, path)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.evaluate("[...document.querySelectorAll('main a')].pop().focus()")
        for _ in range(20):
            page.keyboard.press("Shift+Tab")
            assert page.evaluate(COVERED) is None, path
    page.set_viewport_size({"width": 390, "height": 700})
    open_page(page, "/plan#chain-hydrogen")
    bars = page.evaluate("document.querySelector('.filter-bar').getBoundingClientRect().bottom")
    top = page.evaluate("document.getElementById('chain-hydrogen').getBoundingClientRect().top")
    assert bars <= top < 300


def test_every_field_shows_its_focus(page: Page) -> None:
    for path, fields in {
        "/": ("#platform-choice", "#search-input"),
        "/indicators": ("#find-input", "select[data-key=against]"),
        "/platforms": ("[data-search]", "select[data-key=industry]", "[data-shade]"),
        "/platforms?scheme=dark": ("[data-search]", "select[data-key=industry]"),
    }.items():
        open_page(page, path)
        for field in fields:
            page.focus(field)
            style, width, contrast = page.locator(field).evaluate(OUTLINE)
            assert (style, width >= 2, contrast >= 3) == ("solid", True, True), (path, field)


def test_what_a_choice_changes_is_told_once_on_every_page(page: Page) -> None:
    for path, said in {
        "/": "总体经济 · 北京、天津 ·",
        "/indicators": "地区生产总值",
        "/plan": "北京、天津",
        "/areas": "北京由",
        "/platforms": "北京、天津",
    }.items():
        open_page(page, path)
        told = page.locator("#announced")
        expect(told).to_be_empty()
        page.get_by_role("group", name="地区").get_by_role("button", name="河北").click()
        expect(told).to_contain_text(said)
    page.get_by_role("navigation", name="页面").get_by_role("link", name="指标").click()
    expect(told).to_contain_text("北京、天津 · 2010—2024 年 · 指标")
    open_page(page, "/regions/hebei")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#announced")).to_contain_text("北京")


def test_escape_leads_back_to_where_one_was(page: Page) -> None:
    open_view(page)
    summary = page.locator(".panel-trend details.data summary")
    summary.click()
    page.get_by_role("group", name="下载").get_by_role("link", name="CSV").first.focus()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    choice = page.get_by_role("combobox", name="选择平台查看详情")
    choice.select_option("F3")
    details = page.get_by_role("region", name="平台详情")
    details.get_by_role("button", name="关闭平台详情").focus()
    page.keyboard.press("Escape")
    expect(details).to_be_hidden()
    expect(choice).to_be_focused()
    add = page.get_by_role("button", name="加入汇报")
    add.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(add).to_be_focused()
    page.set_viewport_size({"width": 1024, "height": 720})
    opener = page.get_by_role("button", name="全站查找", exact=True)
    opener.click()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    open_page(page, "/platforms")
    page.keyboard.press("Tab")
    place = page.locator("#atlas-list .place").nth(2)
    place.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#atlas-panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(place).to_be_focused()


def test_forced_colours_keep_what_is_chosen_and_what_is_drawn(
    chromium: Browser, guard: Guard
) -> None:
    page = new_page(chromium, guard, (1440, 900))
    page.emulate_media(forced_colors="active")
    style = "(node, name) => getComputedStyle(node)[name]"
    for path, on, off in (
        ("/?region=hebei", ".chip[aria-pressed=true]", ".chip[aria-pressed=false]"),
        ("/", ".themes .chip[aria-current]", ".themes .chip:not([aria-current])"),
        ("/indicators", ".tab[aria-current], .tab[aria-pressed=true]", ".tab:not([aria-current])"),
        ("/platforms?place=F3", ".place[aria-current]", ".place:not([aria-current])"),
    ):
        open_page(page, path)
        grounds = [page.locator(one).first.evaluate(style, "backgroundColor") for one in (on, off)]
        assert grounds[0] != grounds[1], path
    open_view(page)
    cards = page.locator(".card-switch")
    assert cards.nth(0).evaluate(style, "outlineStyle") == "solid"
    assert cards.nth(1).evaluate(style, "outlineStyle") == "none"
    assert page.locator("#trend").evaluate(style, "forcedColorAdjust") == "none"
    line = page.locator("#trend path.js-line").first.evaluate(style, "stroke")
    assert line in ("rgb(196, 71, 43)", "rgb(27, 108, 168)", "rgb(44, 140, 107)")
    page.close()


def test_filters_survive_the_way_through_the_regions(page: Page) -> None:
    open_view(page, "?region=tianjin&theme=green&from=2015")
    pages = page.get_by_role("navigation", name="页面")
    pages.get_by_role("link", name="地区", exact=True).click()
    expect(page.locator(".profile-name")).to_contain_text("天津")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".profile-name")).to_contain_text("河北")
    pages.get_by_role("link", name="指标", exact=True).click()
    expect(page.locator("#study-title")).not_to_be_empty()
    assert page.url.endswith("/indicators?region=tianjin&theme=green&from=2015")
    pages.get_by_role("link", name="汇报", exact=True).click()
    page.wait_for_selector("body[data-ready]", state="attached")
    assert "scene=green" in page.url and "region=tianjin" in page.url


def test_from_a_page_that_is_not_there_one_goes_on_and_back(page: Page, guard: Guard) -> None:
    open_page(page, "/nowhere?theme=green")
    guard.errors.clear()  # the browser's own report of the 404
    expect(page.get_by_role("heading", name="页面不存在")).to_be_visible()
    expect(page.locator(".filter-bar")).to_be_hidden()
    page.get_by_role("link", name="返回总览").click()
    expect(page.locator("#lead")).to_contain_text("绿色低碳")
    page.go_back()
    expect(page.get_by_role("heading", name="页面不存在")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.insert_text("gdp")
    expect(page.locator("#search-list [aria-selected=true]")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#study-title")).to_contain_text("地区生产总值")
