"""The page of the plan in a browser: anchors, folds, filters, keyboard, phone and paper."""

import re

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, expect
from views import open_page

pytestmark = pytest.mark.browser

CUT_OFF = """() => [...document.querySelectorAll(
    '.plan th, .plan td, .plan li, .plan p, .plan h2, .plan h3, .plan .verdict')]
  .filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.className + ': ' + e.textContent.slice(0, 60))"""


def open_plan(page: Page, rest: str = "") -> None:
    open_page(page, f"/plan{rest}")
    expect(page.get_by_role("heading", name="方案任务", level=2)).to_be_visible()


def below_bar(page: Page, selector: str) -> float:
    """How far below the filter bar an element's top is."""
    bar = page.locator(".filter-bar").bounding_box()
    part = page.locator(selector).bounding_box()
    assert bar is not None
    assert part is not None
    return part["y"] - bar["y"] - bar["height"]


def test_the_whole_plan_has_its_parts(page: Page) -> None:
    open_plan(page)
    expect(page.get_by_role("heading", level=2)).to_have_count(8 + 9)
    expect(page.get_by_role("navigation", name="本页内容")).to_contain_text("33 个数字")
    expect(page.locator(".plan-task")).to_have_count(8)
    expect(page.locator(".ledger > li")).to_have_count(33)


@pytest.mark.parametrize(
    "part", ["task-green", "chain-robotics", "safeguard-market", "claim-S22", "place-W2"]
)
def test_a_link_with_a_fragment_opens_there(page: Page, part: str) -> None:
    open_plan(page, f"#{part}")
    expect(page.locator(f"#{part}")).to_be_in_viewport()
    assert 0 <= below_bar(page, f"#{part}") < 60


def test_on_a_phone_too_it_opens_below_the_filter_bar(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (390, 844))
    open_plan(page, "#chain-hydrogen")
    expect(page.locator("#chain-hydrogen")).to_be_in_viewport()
    assert 0 <= below_bar(page, "#chain-hydrogen") < 60
    page.close()


def test_a_fragment_inside_a_fold_opens_it(page: Page) -> None:
    open_plan(page, "#marks-green-so2_emissions")
    expect(page.locator("#marks-green-so2_emissions")).to_be_in_viewport()


def test_an_indicator_of_a_measure_jumps_to_its_row_without_a_new_page(page: Page) -> None:
    open_plan(page, "?region=hebei")
    page.evaluate("window.stayed = true")
    link = page.locator("#measure-green-6").get_by_role("link", name="电力消费量")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#marks-green-electricity_consumption")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"\?region=hebei#marks-green-electricity_consumption$"))
    assert page.evaluate("window.stayed") is True
    expect(page.locator(".plan .owner .ink-beijing")).to_have_count(0)


def test_a_value_opens_its_rows(page: Page) -> None:
    open_plan(page, "?theme=green")
    page.locator("#marks-green-so2_emissions").get_by_role("link", name="13.72 万吨").click()
    expect(page).to_have_url(re.compile(r"/indicators\?.*region=hebei.*chart=table"))
    expect(page.locator("#study-table")).to_contain_text("13.72")


def test_theme_and_region_hold_and_stay_on_the_page(page: Page) -> None:
    open_plan(page)
    themes = page.get_by_role("group", name="主题")
    themes.get_by_role("link", name="绿色低碳").click()
    expect(page.locator(".plan-task")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/plan\?theme=green$"))
    page.get_by_role("group", name="地区").get_by_role("button", name="北京").click()
    expect(page.locator(".plan-task .owner .ink-beijing")).to_have_count(0)
    page.go_back()
    expect(page.locator(".plan-task .owner .ink-beijing")).not_to_have_count(0)
    themes.get_by_role("link", name="总体经济").click()
    expect(page.locator(".plan-task")).to_have_count(8)


def test_overview_and_plan_lead_to_each_other(page: Page) -> None:
    open_page(page, "/?theme=digital")
    page.get_by_role("link", name="方案中的这项任务").click()
    expect(page).to_have_url(re.compile(r"/plan\?theme=digital#task-digital$"))
    page.get_by_role("link", name="总览：数字经济").click()
    expect(page).to_have_url(re.compile(r"/\?theme=digital$"))
    expect(page.locator("#cards a").first).to_be_visible()


def test_a_task_alone_leads_back_to_its_place_in_the_whole(page: Page) -> None:
    open_plan(page, "?theme=green")
    page.locator(".plan-ways").get_by_role("link", name="方案要点").click()
    expect(page.locator(".plan-task")).to_have_count(8)
    expect(page.locator("#task-green")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/plan#task-green$"))


def test_the_contents_mark_what_is_being_read(page: Page) -> None:
    open_plan(page, "#ledger")
    current = page.get_by_role("navigation", name="本页内容").locator("[aria-current]")
    expect(current).to_contain_text("33 个数字")


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (1024, 768), (390, 844)])
@pytest.mark.parametrize("rest", ["", "?theme=chains", "?region=hebei&theme=green"])
def test_nothing_scrolls_sideways_and_nothing_is_cut_off(
    chromium: Browser, guard: Guard, size: tuple[int, int], rest: str
) -> None:
    page = new_page(chromium, guard, size)
    open_plan(page, rest)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert page.evaluate(CUT_OFF) == []
    page.close()
    assert guard.outside == guard.errors == []


def test_on_paper_everything_is_open_and_the_filter_stands_in_words(page: Page) -> None:
    open_plan(page, "?region=hebei&from=2012")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#paper")).to_contain_text("地区：河北；主题：方案要点；年份：2012—2024")
    expect(page.locator("#paper")).to_contain_text("/plan?region=hebei&from=2012")
    for gone in (".filter-bar", ".plan-rail", ".header nav", ".take-away-view"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator("#marks-green-so2_emissions")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("#marks-green-so2_emissions")).to_be_hidden()


def test_turning_back_scrolls_to_the_claim_again(page: Page) -> None:
    open_plan(page, "#claim-S22")
    page.get_by_role("group", name="主题").get_by_role("link", name="绿色低碳").click()
    expect(page.locator(".plan-task")).to_have_count(1)
    page.go_back()
    expect(page.locator(".plan-task")).to_have_count(8)
    expect(page.locator("#claim-S22")).to_be_in_viewport()
    page.go_forward()
    expect(page.locator(".plan-task")).to_have_count(1)


def test_a_part_that_a_task_alone_lacks_is_one_link_away(page: Page) -> None:
    open_plan(page, "?region=hebei&theme=chains#claim-S22")
    remark = page.locator(".remarks")
    expect(remark).to_contain_text("这一部分在方案要点中")
    remark.get_by_role("link", name="打开方案要点").click()
    expect(page).to_have_url(re.compile(r"/plan\?region=hebei#claim-S22$"))
    expect(page.locator("#claim-S22")).to_be_in_viewport()
    expect(remark).not_to_contain_text("方案要点")


def test_a_fact_is_opened_by_keyboard_and_a_fold_by_its_address(page: Page) -> None:
    """On the timeline the tab key stops once, arrows go on, Enter opens a fact and its source."""
    open_plan(page)
    marks = page.locator(".fact-link")
    line = page.locator("#timeline-fact")
    expect(page.locator(".fact-link[tabindex='0']")).to_have_count(1)
    expect(line).to_be_hidden()
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    name = (marks.nth(1).get_attribute("href") or "").removeprefix("#")
    said = page.locator(f"#{name} .fact-source").text_content() or ""
    expect(line.locator(".fact-source")).to_have_text(said)
    expect(page.locator("#announced")).to_contain_text(said)
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(line).to_be_hidden()

    # A mark is reached by finger, and none lies on another.
    boxes = page.evaluate("""() => [...document.querySelectorAll('.fact-link')]
      .map((e) => e.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x, y, width, height])""")
    assert all(width >= 20 and height >= 24 for _, _, width, height in boxes)
    assert len({(x, y) for x, y, _, _ in boxes}) == len(boxes)

    folded = page.locator(".facts-more .fact").first
    expect(folded).to_be_hidden()
    page.evaluate("id => { location.hash = id }", folded.get_attribute("id"))
    expect(folded).to_be_visible()
    expect(folded).to_be_in_viewport()
