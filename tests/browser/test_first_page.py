"""The document alone: read without a script, and taken over without a jump."""

import pytest
from playwright.sync_api import Browser, Page, expect
from views import at_rest

pytestmark = pytest.mark.browser

SHIFTS = """() => { window.shifts = []; new PerformanceObserver((list) => list.getEntries()
  .forEach((one) => window.shifts.push(one.value)))
  .observe({ type: 'layout-shift', buffered: true }); }"""
ADDRESSES = [
    "/?theme=innovation",
    "/indicators",
    "/plan?theme=green",
    "/areas",
    "/evaluation",
    "/reports",
    "/platforms",
    "/regions/hebei",
]


@pytest.mark.parametrize("view", ADDRESSES)
def test_a_page_is_read_and_left_without_scripts(chromium: Browser, guard, view: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=guard.address)
    page = context.new_page()
    page.goto(view)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert len(page.locator("main").inner_text()) > 300
    page.get_by_role("link", name="方案任务").first.click()
    assert "/plan" in page.url
    context.close()


@pytest.mark.parametrize("view", ADDRESSES)
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_nothing_moves_when_the_scripts_take_over(
    page: Page, view: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(f"({SHIFTS})()")
    page.goto(view)
    page.wait_for_function("() => document.body.dataset.ready !== undefined")
    at_rest(page)
    page.wait_for_timeout(200)
    assert sum(page.evaluate("window.shifts")) < 0.005
    expect(page.locator("#first-page")).to_have_count(0)
