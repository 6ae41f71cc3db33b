"""The page of areas in a browser: a county opens on the map and closes again, the keys step on, and
the page holds on every screen."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from views import at_rest, open_page, query

pytestmark = pytest.mark.browser

SCREENS = ((1280, 720), (1366, 768), (1440, 900), (1920, 1080), (900, 1000), (390, 844), (320, 640))
AT = """(code) => {
  const plot = document.getElementById('areas-map');
  const path = [...plot.querySelectorAll('.choroplethlayer path')]
    .find((one) => one.__data__?.loc === code);
  const { left, right, top, bottom } = path.getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2];
}"""
FILLS = """() => [...new Set([...document.querySelectorAll('#areas-map .choroplethlayer path')]
  .map((one) => getComputedStyle(one).fill))].length"""
LOOKS = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const plots = [...document.querySelectorAll('main .js-plotly-plot')];
  const box = (e) => e.getBoundingClientRect();
  const fits = (plot) => Math.abs(box(plot).width - plot._fullLayout.width) < 1 &&
    Math.abs(box(plot).height - plot._fullLayout.height) < 1;
  for (let i = 0; i < 200 && !plots.every(fits); i += 1) await frame();
  await Promise.all(plots.map((plot) => plot.drawing));
  await frame();
  const texts = [...document.querySelectorAll('#areas-slopes svg text')]
    .filter((e) => e.textContent);
  const place = box(document.getElementById('areas-slopes'));
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
  return {
    drawn: plots.every(fits),
    heights: plots.map((plot) => Math.round(box(plot).height)),
    outside: texts.filter((e) => box(e).left < place.left - 1 || box(e).right > place.right + 1)
      .map((e) => e.textContent),
    small: texts.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 12).length,
    collide: texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => overlap(box(a), box(b)))
      .map((b) => a.textContent + ' ' + b.textContent)),
    cut: [...document.querySelectorAll('main h2, main td, main th, main .chip, main p')]
      .filter((e) => !e.closest('.data-view, .visually-hidden, .areas-scroll'))
      .filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth + 1 &&
        getComputedStyle(e).display !== 'inline').map((e) => e.textContent.slice(0, 30)),
    width: document.documentElement.scrollWidth,
  };
}"""


def open_areas(page: Page, text: str = "") -> None:
    open_page(page, f"/areas{'?' if text else ''}{text}")
    expect(page.locator("#areas-map .choroplethlayer path").first).to_be_attached()
    at_rest(page)


def test_a_county_opens_on_the_map_and_the_keys_step_on(page: Page) -> None:
    open_areas(page)
    assert page.evaluate(FILLS) >= 7  # six classes, and what is clear
    x, y = page.evaluate(AT, "131125")
    title = page.locator(".areas-profile h2")
    page.mouse.click(x, y)
    expect(title).to_have_text("安平县")
    expect(page).to_have_url(re.compile(r"area=131125$"))
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(re.compile(r"area=131125"))
    expect(title).not_to_have_text("安平县")
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text("安平县")
    page.get_by_role("group", name="行业").get_by_role("link", name="农林牧渔").click()
    expect(page.locator("#areas-map-title")).to_contain_text("农林牧渔")
    expect(title).to_have_text("安平县")
    page.go_back()
    expect(page.locator("#areas-map-title")).to_contain_text("制造业")
    at_rest(page)
    page.mouse.click(x, y)  # once more: it closes
    expect(title).to_have_text("地区详情")
    assert "area" not in query(page)
    page.get_by_role("link", name="安平县").click()
    expect(title).to_have_text("安平县")
    page.keyboard.press("Escape")
    expect(title).to_have_text("地区详情")


@pytest.mark.parametrize("words", ["海淀区", "haidianqu"])
def test_an_area_is_found_by_its_name_and_its_pinyin(page: Page, words: str) -> None:
    open_page(page, "/")
    page.keyboard.press("/")
    page.get_by_role("combobox", name="全站查找", exact=True).fill(words)
    found = page.get_by_role("listbox", name="查找结果", exact=True)
    expect(found.get_by_role("option").first).to_contain_text("海淀区")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/areas\?area=110108$"))
    expect(page.locator(".areas-profile h2")).to_have_text("海淀区")


def test_what_is_seen_becomes_a_page_of_a_briefing(page: Page) -> None:
    open_areas(page, "sector=ict&map=share&area=110108&region=beijing,hebei")
    page.get_by_role("button", name="加入汇报").click()
    dialog = page.get_by_role("dialog", name="加入汇报")
    dialog.get_by_role("combobox", name="选择汇报").select_option("")
    dialog.get_by_role("textbox", name="新汇报的名字").fill("布局")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("第 1 页：海淀区：信息软件占就业人口")
    page.goto("/present?briefing=布局")
    expect(page.locator("#filter")).to_have_text(
        "北京、河北 · 信息传输、软件和信息技术服务业 · 海淀区"
    )
    expect(page.locator("#body .county-map .county")).to_have_count(199)
    expect(page.locator("#body .slopes .stroke")).to_have_count(12)  # 天津 is not of it
    expect(page.locator("#body .of-map h2")).to_contain_text("就业比重")


def test_the_page_holds_on_every_screen(page: Page) -> None:
    open_areas(page, "area=131125")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        found: dict[str, Any] = page.evaluate(LOOKS)
        assert found["drawn"], (width, height)
        assert min(found["heights"]) >= 300, (width, height)
        told = [found[what] for what in ("outside", "small", "collide", "cut", "width")]
        assert told == [[], 0, [], [], width], (width, height)
