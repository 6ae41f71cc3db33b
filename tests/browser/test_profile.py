"""The profile of a region: read, step with the keyboard, follow a row, on screen and phone."""

import re

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, expect
from views import open_page

pytestmark = pytest.mark.browser

WIDTH = "document.documentElement.scrollWidth"
CUT_OFF = """() => [...document.querySelectorAll(
    '.profile th, .profile td, .profile .claim-title, .profile .chip, .profile h2')]
  .filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.className + ': ' + e.textContent)"""
OUTSIDE = """() => [...document.querySelectorAll('.profile td.position svg, .profile td.value')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth)
  .map((e) => e.parentElement.textContent)"""


CENTRED = """() => [...document.querySelectorAll('.profile td.position svg')].filter((svg) => {
  const row = svg.closest('tr').getBoundingClientRect();
  const { top, bottom } = svg.getBoundingClientRect();
  return Math.abs((top + bottom) / 2 - (row.top + row.bottom) / 2) > 2;
}).length"""
LINED_UP = """() => [...document.querySelectorAll('.profile tbody tr')].filter((row) =>
  new Set([...row.cells].map((cell) => cell.getBoundingClientRect().top)).size > 1).length"""


def open_profile(page: Page, slug: str = "hebei", name: str = "河北") -> None:
    open_page(page, f"/regions/{slug}")
    expect(page.locator(".profile-name")).to_contain_text(name)


def test_a_profile_opens_with_its_region_and_every_theme(page: Page) -> None:
    open_profile(page)
    expect(page.locator(".profile .lead")).to_contain_text("47,448.1")
    expect(page.locator(".profile table")).to_have_count(
        10
    )  # the themes, and its part of the evaluation
    expect(page.locator("main th[scope=row]")).to_have_count(40)
    for slug in ("beijing", "tianjin", "hebei"):
        expect(page.locator(f'.profile .chips a[href="/regions/{slug}"]')).to_be_visible()
    expect(page.locator(".profile .chips [aria-current=page]")).to_contain_text("河北")


def test_the_strips_stand_in_the_middle_of_rows_whose_lines_are_whole(page: Page) -> None:
    for size in ((1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        open_profile(page)
        assert page.locator(".profile td.position svg").count() > 20
        assert (page.evaluate(CENTRED), page.evaluate(LINED_UP)) == (0, 0), size


def test_the_right_and_left_keys_step_through_the_three(page: Page) -> None:
    open_profile(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".profile-name")).to_contain_text("北京")
    expect(page).to_have_url(re.compile(r"/regions/beijing$"))
    page.keyboard.press("ArrowRight")
    expect(page.locator(".profile-name")).to_contain_text("天津")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".profile-name")).to_contain_text("北京")
    page.go_back()
    expect(page.locator(".profile-name")).to_contain_text("天津")
    expect(page).to_have_url(re.compile(r"/regions/tianjin$"))


def test_a_link_to_another_profile_opens_in_place(page: Page) -> None:
    open_profile(page)
    page.evaluate("window.stayed = true")
    page.locator(".profile .chips a", has_text="天津").click()
    expect(page.locator(".profile-name")).to_contain_text("天津")
    assert page.evaluate("window.stayed") is True


def test_a_row_leads_to_its_indicator(page: Page) -> None:
    open_profile(page)
    page.get_by_role("link", name="R&D经费内部支出").click()
    expect(page).to_have_url(re.compile(r"/indicators\?indicator=rd_expenditure$"))


def test_a_profile_is_taken_away_with_its_years(page: Page) -> None:
    open_page(page, "/regions/hebei?from=2013")
    with page.expect_download() as arriving:
        page.get_by_role("group", name="下载").get_by_role("link", name="Excel").click()
    assert arriving.value.suggested_filename == "京津冀监测_河北省_主要指标_2013-2024.xlsx"
    page.keyboard.press("ArrowRight")
    link = page.get_by_role("link", name="CSV")
    expect(link).to_have_attribute("href", "/regions/beijing.csv?from=2013")


def test_each_dot_plot_says_its_values(page: Page) -> None:
    open_profile(page)
    plot = page.get_by_role("img", name=re.compile("2024 年：北京 49,670.2"))
    expect(plot).to_be_visible()
    box = plot.bounding_box()
    assert box is not None
    assert box["width"] > 150


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (1024, 768), (390, 844)])
def test_nothing_scrolls_sideways_and_nothing_is_cut_off(
    chromium: Browser, guard: Guard, size: tuple[int, int]
) -> None:
    page = new_page(chromium, guard, size)
    for slug, name in (("hebei", "河北"), ("beijing", "北京"), ("tianjin", "天津")):
        open_profile(page, slug, name)
        assert page.evaluate(WIDTH) == size[0], slug
        assert page.evaluate(CUT_OFF) == [], slug
        assert page.evaluate(OUTSIDE) == [], slug
    page.close()
    assert guard.outside == guard.errors == []


def test_on_a_phone_a_row_is_a_block(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (390, 844))
    open_profile(page)
    row = page.locator("main tbody tr").first
    head, value = row.locator("th").bounding_box(), row.locator("td.value").bounding_box()
    assert head is not None
    assert value is not None
    assert value["y"] >= head["y"] + head["height"] - 1  # below, not beside
    page.close()
