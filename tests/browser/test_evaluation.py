"""The evaluation in a browser: every choice is a link of its own, what-if and the way back, the
watch list in its orders, the keyboard, and every screen."""

import re
from typing import Any

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Locator, Page, expect
from views import at_rest, open_page, query

pytestmark = pytest.mark.browser

SCREENS = ((1280, 720), (1366, 768), (1440, 900), (1920, 1080), (900, 1000), (390, 844), (320, 640))
LEAST_TYPE = 12  # pixels
LOOKS = """async (least) => {
  const frame = () => new Promise(requestAnimationFrame);
  const box = (e) => e.getBoundingClientRect();
  const plot = document.getElementById('open-index');
  const fits = () => Math.abs(box(plot).width - plot._fullLayout.width) < 1 &&
    Math.abs(box(plot).height - plot._fullLayout.height) < 1;
  await frame();
  for (let i = 0; i < 200 && !fits(); i += 1) await frame();
  await plot.drawing;
  await frame();
  const seen = [...document.querySelectorAll('main *')].filter((e) => box(e).width > 1 &&
    [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) &&
    !e.closest('.visually-hidden, title'));
  const panels = [...document.querySelectorAll('main .panel')].map(box);
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return {
    width: document.documentElement.scrollWidth,
    small: seen.filter((e) => parseFloat(getComputedStyle(e).fontSize) < least)
      .map((e) => e.textContent.slice(0, 20)),
    covered: panels.flatMap((a, i) => panels.slice(i + 1).filter((b) => overlap(a, b))).length,
    outside: seen.filter((e) => !e.closest('.evaluation-scroll, .watch-scroll, thead'))
      .filter((e) => box(e).right > innerWidth + 1 || box(e).left < -1)
      .map((e) => e.textContent.slice(0, 20)),
  };
}"""
TOPS = """() => ['evaluation-head', 'gaps', 'division'].map((id) =>
  document.getElementById(id).getBoundingClientRect())
  .map((one) => [Math.round(one.top), Math.round(one.left)])"""
BELOW_BAR = """(id) => {
  const title = document.querySelector(`#${id} h2`).getBoundingClientRect();
  const fixed = [...document.querySelectorAll('header, header *')]
    .filter((e) => getComputedStyle(e).position === 'sticky').concat(
      [...document.querySelectorAll('.filter-bar')]
        .filter((e) => getComputedStyle(e).position === 'sticky'));
  const edge = Math.max(0, ...fixed.map((e) => e.getBoundingClientRect().bottom));
  return [title.top - edge, innerHeight - title.bottom];
}"""


@pytest.fixture
def opened(page: Page) -> Page:
    open_page(page, "/evaluation")
    return page


def group(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def index_title(page: Page) -> str:
    return page.locator("#open-index-title").text_content() or ""


def test_the_reference_is_of_the_address_and_back_takes_it_back(opened: Page) -> None:
    page, title = opened, opened.locator("#evaluation-gaps-title")
    expect(title).to_contain_text("与河北之比")
    group(page, "对照").get_by_role("link", name="北京 = 1").click()
    expect(title).to_contain_text("与北京之比")
    assert query(page) == "reference=beijing"
    expect(group(page, "对照").locator("[aria-current=true]")).to_have_text("北京 = 1")
    page.go_back()
    expect(title).to_contain_text("与河北之比")
    assert query(page) == ""


def test_what_if_moves_the_index_says_so_and_is_taken_back(opened: Page) -> None:
    page, before = opened, index_title(opened)
    state = page.get_by_role("region", name="自算指数的构成").get_by_role("status")
    group(page, "创新权重").get_by_role("link", name="×2").click()
    expect(state).to_contain_text("创新权重 ×2")
    expect(state).to_contain_text(re.compile(r"2024 年由 \d+\.\d 变为 \d+\.\d"))
    assert query(page) == "weights=innovation:2" and index_title(page) != before
    page.get_by_role("link", name=re.compile("^去掉：每百常住人口")).click()
    expect(state).to_contain_text("去掉“每百常住人口互联网宽带接入端口”")
    page.get_by_role("link", name="还原", exact=True).click()
    expect(state).not_to_contain_text("×2")
    assert query(page) == "" and index_title(page) == before


def test_who_gets_the_link_sees_the_same(opened: Page, chromium: Browser, guard: Guard) -> None:
    group(opened, "绿色权重").get_by_role("link", name="×0.5").click()
    expect(opened).to_have_url(re.compile("weights=green:0.5"))
    expect(opened.locator("#what-if")).to_contain_text("绿色权重 ×0.5")
    other = new_page(chromium, guard, (1440, 900))
    open_page(other, opened.url.removeprefix(guard.address))
    assert index_title(other) == index_title(opened)
    expect(group(other, "绿色权重").locator("[aria-current=true]")).to_have_text("×0.5")
    expect(other.get_by_role("link", name="还原", exact=True)).to_be_visible()
    other.close()
    assert guard.outside == guard.errors == []


def test_the_watch_list_is_chosen_and_sorted(opened: Page) -> None:
    page = opened
    listed = page.get_by_role("region", name="回落清单").last
    group(page, "情形").get_by_role("link", name=re.compile("^波动")).click()
    expect(page).to_have_url(re.compile("sign=volatile"))
    expect(listed.locator("tbody .watch-finding").first).to_contain_text("波动：方向转变")
    listed.get_by_role("columnheader", name="地区").get_by_role("link").click()
    expect(page).to_have_url(re.compile("sign=volatile&sort=region"))
    expect(listed.get_by_role("columnheader", name="地区")).to_have_attribute(
        "aria-sort", "ascending"
    )
    order = ["北京", "天津", "河北"]
    found = [order.index(one) for one in listed.locator(".watch-region").all_text_contents()]
    assert found == sorted(found) and len(set(found)) > 1


def test_a_part_of_the_index_opens_its_indicator(opened: Page) -> None:
    parts = opened.get_by_role("region", name=re.compile("各项贡献"))
    parts.get_by_role("link", name="R&D经费内部支出").first.click()
    expect(opened).to_have_url(re.compile(r"/indicators\?.*indicator=rd_expenditure"))


def test_the_keyboard_reaches_a_choice_and_a_part(opened: Page) -> None:
    page = opened
    choice = group(page, "对照").get_by_role("link", name="天津 = 1")
    choice.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#evaluation-gaps-title")).to_contain_text("与天津之比")
    expect(choice).to_be_focused()
    page.get_by_role("navigation", name="部分").get_by_role("link", name="官方指数").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#evaluation-official-title")).to_be_in_viewport()


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_a_part_that_is_gone_to_is_not_covered(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page, "/evaluation")
    ways = page.get_by_role("navigation", name="部分").get_by_role("link")
    for way in ways.all():
        name = (way.get_attribute("href") or "").removeprefix("#")
        way.click()
        at_rest(page)
        above, below = page.evaluate(BELOW_BAR, name)
        assert above >= 0 and below >= 0, (name, above, below)
        assert above < 60 or name in {"others-panel", "watch-panel"}, (name, above)


def test_the_first_screen_has_sentence_picture_and_division(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_page(page, "/evaluation")
    head, gaps, division = page.evaluate(TOPS)
    assert head[0] < gaps[0] == division[0] < 300 and gaps[1] < division[1]
    expect(page.get_by_role("heading", level=2).first).to_be_in_viewport(ratio=1)
    expect(page.locator(".gaps-table tfoot")).to_be_in_viewport(ratio=1)
    expect(page.locator(".division-table")).to_be_in_viewport(ratio=1)


def test_the_page_holds_on_every_screen(opened: Page) -> None:
    page = opened
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        at_rest(page)
        found: dict[str, Any] = page.evaluate(LOOKS, LEAST_TYPE)
        told = [found[what] for what in ("small", "outside", "covered", "width")]
        assert told == [[], [], 0, width], (width, height)


def test_in_the_hand_a_row_is_a_block_and_cells_say_their_heads(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, "/evaluation?sign=all")
    for table in (".watch-table", ".index-parts", ".others-table", ".measures-table"):
        place = page.locator(table)
        width = place.evaluate("(e) => [e.scrollWidth, e.parentElement.clientWidth]")
        assert width[0] <= width[1] + 1, table
        cell = place.locator("tbody td[data-label]").nth(1)
        assert cell.evaluate("(e) => e.closest('tr').getBoundingClientRect().height") > 60, table
    said = "(e) => getComputedStyle(e, '::before').content"
    assert page.locator(".measures-table td").first.evaluate(said) == '"最低 ÷ 最高 "'


def test_what_was_changed_becomes_a_page_of_a_briefing(page: Page) -> None:
    open_page(page, "/evaluation?without=rd-intensity#open-index-panel")
    page.get_by_role("button", name="加入汇报").click()
    dialog = page.get_by_role("dialog", name="加入汇报")
    dialog.get_by_role("combobox", name="选择汇报").select_option("")
    dialog.get_by_role("textbox", name="新汇报的名字").fill("评价")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("第 1 页：")
    page.goto("/present?briefing=评价")
    expect(page.locator("#stage-title, h1").first).to_contain_text("自算指数")
