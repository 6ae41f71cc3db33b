"""What is current, with the real tables: the edition that the other tests look at ends in 2024."""

from collections.abc import Iterator

import pytest
from conftest import ROOT, Guard, new_context, new_page, serving
from playwright.sync_api import Browser, Page, expect
from test_axe import AXE, READY, RUN
from views import open_page

from tools import npm

pytestmark = pytest.mark.browser

VIEWS = (
    "/",
    "/indicators?freq=Q",
    "/indicators?freq=M&chart=table",
    "/plan?theme=chains",
    "/platforms",
    "/regions/hebei",
)


@pytest.fixture(scope="module")
def walker(chromium: Browser) -> Iterator[Page]:
    """One page of a server of the real tables."""
    with serving(DATA_DIR=str(ROOT / "data")) as address:
        guard = Guard(address)
        page = new_page(chromium, guard, (1366, 768), new_context(chromium, address))
        yield page
        page.context.close()
        assert (guard.outside, guard.errors) == ([], [])


def test_a_newest_value_leads_to_its_quarters_and_these_to_years_and_back(walker: Page) -> None:
    open_page(walker, "/")
    walker.locator(".latest-table tbody tr").first.get_by_role("link").first.click()
    title = walker.locator("#study-title")
    expect(title).to_contain_text("累计增速：2026 年上半年")
    frequencies = walker.get_by_role("group", name="频率")
    expect(frequencies.locator("[aria-current]")).to_have_text("季")
    frequencies.get_by_role("link", name="年", exact=True).click()
    expect(title).to_have_text("地区生产总值增长（不变价）")
    frequencies.get_by_role("link", name="季", exact=True).click()
    expect(title).to_contain_text("2026 年上半年")


def test_the_years_are_chosen_by_quarters_and_lead_to_other_pages_as_years(walker: Page) -> None:
    open_page(walker, "/indicators?indicator=gdp_cumulative&from=2023-Q1")
    handle = walker.get_by_role("slider", name="起始年份")
    expect(handle).to_have_attribute("aria-valuetext", "2023 Q1")
    handle.press("ArrowRight")
    walker.wait_for_url("**from=2023-Q2*")
    expect(walker.locator("#study-subtitle")).to_contain_text("2023 年上半年—2026 年上半年")
    walker.get_by_role("link", name="总览", exact=True).click()
    walker.wait_for_url("**/?from=2023")
    expect(walker.locator("#remarks")).to_be_empty()


@pytest.mark.parametrize("width", [390, 1366])
def test_nothing_runs_out_sideways_and_axe_finds_nothing(walker: Page, width: int) -> None:
    npm.prepared(with_checks=True)
    walker.set_viewport_size({"width": width, "height": 844})
    found = []
    for where in VIEWS:
        open_page(walker, where)
        walker.wait_for_selector(READY, state="attached")
        wide = walker.evaluate("() => document.documentElement.scrollWidth")
        found += [f"{where}: {wide} px"] if wide > width else []
        walker.evaluate(AXE.read_text(encoding="utf-8"))
        found += [f"{where}: {one}" for one in walker.evaluate(RUN)]
    assert found == []


@pytest.mark.parametrize("width", [320, 360, 390, 640, 960, 1280, 1366])
def test_a_region_s_own_year_stays_in_its_card(walker: Page, width: int) -> None:
    walker.set_viewport_size({"width": width, "height": 844})
    open_page(walker, "/")
    outside = walker.evaluate(
        """() => [...document.querySelectorAll('.card-switch')].flatMap((card) =>
          [...card.querySelectorAll('span')].filter((one) => one.getClientRects().length
            && one.getBoundingClientRect().right > card.getBoundingClientRect().right)
          .map((one) => `${one.className} ${one.textContent}`))"""
    )
    assert walker.locator(".reading-year").count() and outside == []


def test_on_paper_there_is_no_choice_of_frequency(walker: Page) -> None:
    open_page(walker, "/indicators?freq=Q")
    walker.emulate_media(media="print")
    expect(walker.locator("#frequencies")).to_be_hidden()
    walker.emulate_media(media="screen")
