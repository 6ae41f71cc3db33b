"""What the eye would see: no word breaks, nothing is cut off on a phone, nothing leaks (and what is
legible: test_legible.py)."""

import pytest
from conftest import Guard, new_page, serving
from playwright.sync_api import Browser, Page, expect
from views import open_view, query

from tools.ports import unused_port

pytestmark = pytest.mark.browser

THEMES = ("overall", "layout", "chains", "innovation", "digital", "green", "quality",
          "enterprises", "opening")  # fmt: skip
CUT_OFF = """() => [...document.querySelectorAll(
    '.card-value, .reading, .card-change, .claim-title, .claim-numbers, .claim-foot, .chip, h2')]
  .filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.className + ': ' + e.textContent)"""
OVERLAPS = """(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((e) => e.getBoundingClientRect());
  let found = 0;
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (w > 1 && h > 3) found += 1;
  }));
  return found;
}"""


BROKEN = """() => [...document.querySelectorAll('.header :is(nav a, h1)')].filter((e) => {
  const words = document.createRange();
  words.selectNodeContents(e);
  return new Set([...words.getClientRects()].map((line) => Math.round(line.top))).size > 1;
}).map((e) => e.textContent)"""


@pytest.mark.parametrize("width", [720, 390])
def test_no_word_of_the_header_breaks(chromium: Browser, guard: Guard, width: int) -> None:
    page = new_page(chromium, guard, (width, 450))
    for address in (
        "/",
        "/indicators",
        "/plan",
        "/areas",
        "/evaluation",
        "/reports",
        "/platforms",
        "/present/edit",
    ):
        page.goto(address)
        expect(page.locator(".header nav a").first).to_be_visible()
        assert page.evaluate(BROKEN) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == width, address
    page.close()
    assert guard.outside == guard.errors == []


def test_a_phone_stacks_and_cuts_nothing_off(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (390, 844))
    for theme in THEMES:
        open_view(page, f"?theme={theme}")
        assert page.evaluate("document.documentElement.scrollWidth") == 390, theme
        assert page.evaluate(CUT_OFF) == [], theme
        assert page.evaluate(OVERLAPS, "#overview > *, .panel") == 0, theme
        for chart in ("trend", "bars", "map"):
            box = page.locator(f"#{chart}").bounding_box()
            assert box and box["height"] >= 150 and box["width"] >= 300, (theme, chart)
        expect(page.locator(".filter-bar")).to_be_in_viewport()
    page.mouse.wheel(0, 1500)
    page.wait_for_timeout(300)
    expect(page.locator(".filter-bar")).to_be_in_viewport()
    page.mouse.wheel(0, -3000)
    page.get_by_role("navigation", name="页面").get_by_role("link", name="指标").click()
    expect(page.locator("#study-title")).not_to_be_empty()
    assert page.evaluate(OVERLAPS, "#sheet > *") == 0
    page.close()


def test_the_map_draws_regions_prefectures_and_every_platform(page: Page) -> None:
    open_view(page)
    assert page.locator("#map .choroplethlayer path").count() == 13 + 3
    assert page.locator("#map .scattergeo path.point").count() == 2 + 4 + 30
    expect(page.locator("#map-text")).to_contain_text("46 个")


def test_a_range_without_data_says_why(page: Page) -> None:
    open_view(page, "?theme=quality&indicator=madrid_tm_apps&from=2010&to=2012")
    expect(page.locator("#trend")).to_contain_text("2010—2012 年的数值本站未收录")
    expect(page.locator("#lead")).to_contain_text("的数值本站未收录")


def test_an_answer_that_takes_long_leaves_the_last_one_faded(page: Page) -> None:
    open_view(page)
    page.route("**/_dash-update-component*", lambda route: None)  # an answer that never comes
    page.get_by_role("link", name="绿色低碳").click()
    page.wait_for_timeout(1000)
    expect(page.locator("#lead")).to_contain_text("115,049.6")
    opacity = page.locator("main:visible").evaluate("main => +getComputedStyle(main).opacity")
    assert 0.5 < opacity < 0.6


def test_a_server_that_goes_and_comes_back_is_said_and_loses_nothing(
    chromium: Browser, guard: Guard
) -> None:
    port = str(unused_port())
    with serving(PORT=port) as address:
        page = new_page(chromium, Guard(address), (1440, 900))
        open_view(page, "?theme=green")
    page.get_by_role("link", name="产业链").click()
    expect(page.get_by_text("无法连接服务器")).to_be_visible()
    expect(page.locator("#lead")).to_contain_text("二氧化硫")
    assert query(page) == "theme=green"
    with serving(PORT=port):
        page.get_by_role("button", name="重试").click()
        expect(page.locator("#lead")).to_contain_text("高技术制造业营业收入")
        assert query(page) == "theme=chains"
    page.close()


def test_without_the_slim_plotly_the_page_works_and_stays_at_home(chromium: Browser) -> None:
    with serving(PLOTLY_BUNDLE="nowhere.js") as address:
        own = Guard(address)
        page = new_page(chromium, own, (1440, 900))
        open_view(page, "?theme=chains")
        assert page.request.get("/health").json()["plotly_js"] == "full"
        page.close()
    assert own.outside == own.errors == []


def test_one_plotly_is_asked_for_and_it_is_the_slim_one(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_view(page)
    assert sum("plotly" in url for url in asked) == 1
    assert page.request.get("/health").json()["plotly_js"] == "slim"
