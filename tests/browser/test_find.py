"""Finding an indicator among all: pinyin, English, ids; by mouse and by keyboard."""

import pytest
from conftest import Guard
from playwright.sync_api import Locator, Page, expect
from views import open_page, query

pytestmark = pytest.mark.browser

EVERY = 103  # indicators of the edition
FOUND = [  # what is typed, and what comes first
    ("gdp", "地区生产总值"),  # an id
    ("rdjf", "R&D经费内部支出"),  # initials
    ("dqsczz", "地区生产总值"),
    ("dqshengchan", "地区生产总值"),  # initials, then in full
    ("diqusheng", "地区生产总值"),
    ("R&D ft", "R&D人员全时当量"),  # two words, both must be met
    ("crude steel", "粗钢产量"),
    ("微克", "PM2.5年均浓度"),  # a unit
    ("研发", "R&D经费内部支出"),  # a word that stands for one of the name
    ("研发经费", "R&D经费内部支出"),
    ("研发强度", "R&D经费投入强度"),
    ("研发投入强度", "R&D经费投入强度"),
    ("高技术制造营收", "高技术制造业营业收入（规上）"),  # joined words
    ("GDP 人均", "人均地区生产总值"),
    ("yfjf", "R&D经费内部支出"),
    ("人均GDP", "人均地区生产总值"),
    ("rjgdp", "人均地区生产总值"),
    ("中国上市公司协会", "境内上市公司数（全国）"),  # a source
]


def open_box(page: Page, query: str = "") -> Locator:
    """The page of indicators with the focus in the search box, and its index there."""
    open_page(page, f"/indicators{query}")
    expect(page.locator("#study-title")).not_to_be_empty()
    box = page.get_by_role("combobox", name="查找指标", exact=True)
    box.click()
    expect(options(page)).to_have_count(EVERY)
    return box


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="指标", exact=True).get_by_role("option")


def names(page: Page) -> list[str]:
    return page.locator("#find-list .find-name").all_text_contents()


def chosen(page: Page) -> str:
    """The option marked for the enter key, as the input names it."""
    marked = page.locator("#find-input").get_attribute("aria-activedescendant")
    if marked is None:
        return ""
    option = page.locator(f"#{marked}")
    expect(option).to_have_attribute("aria-selected", "true")
    return option.locator(".find-name").text_content() or ""


def test_an_empty_box_shows_all_by_theme_with_counts(page: Page) -> None:
    open_box(page)
    expect(page.locator("#find-status")).to_have_text(f"找到 {EVERY} 项")
    groups = page.get_by_role("listbox", name="指标", exact=True).get_by_role("group")
    expect(groups).to_have_count(9)
    expect(groups.first).to_contain_text("总体经济18 项")
    assert names(page)[0] == "地区生产总值"
    archived = page.locator("#find-list .archived")
    expect(archived).to_have_count(20)
    expect(archived.first).to_contain_text("历史")


def test_an_indicator_is_found_by_what_it_is_called(page: Page) -> None:
    box = open_box(page)
    for asked, first in FOUND:
        box.fill("")
        expect(options(page)).to_have_count(EVERY)  # what the word before has found is gone
        box.fill(asked)
        assert names(page)[0] == first == chosen(page), asked
        expect(page.locator("#find-status")).to_have_text(f"找到 {len(names(page))} 项")
        assert 0 < len(names(page)) < 60, asked


def test_every_word_must_be_met(page: Page) -> None:
    box = open_box(page)
    box.fill("r&d")
    of_one = len(names(page))
    box.fill("r&d 强度")
    assert 0 < len(names(page)) < of_one
    assert all("R&D" in name and "强度" in name for name in names(page))
    box.fill("r&d 钢材")
    assert names(page) == []
    expect(page.locator("#find-status")).to_contain_text("没有匹配的指标")


def test_what_matched_is_marked_even_by_initials(page: Page) -> None:
    box = open_box(page)
    box.fill("kjqy")
    expect(page.locator("#find-list mark").first).to_have_text("科技企业")


def test_the_other_name_that_was_met_stands_beside_the_name(page: Page) -> None:
    box = open_box(page)
    box.fill("研发经费")
    hint = page.locator("#find-list .find-hint").first
    expect(hint).to_have_text("研发经费内部支出")
    expect(hint.locator("mark")).to_have_text("研发经费")


def test_arrows_and_enter_open_an_indicator_and_keep_regions_and_years(page: Page) -> None:
    box = open_box(page, "?region=beijing,hebei&indicator=rd_expenditure&from=2015&scale=share3")
    box.fill("gdp")
    assert chosen(page) == "地区生产总值"
    box.press("End")
    assert chosen(page) == names(page)[-1]
    box.press("ArrowDown")  # round to the first
    assert chosen(page) == names(page)[0]
    box.press("ArrowUp")
    box.press("Home")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator("#study-title")).to_contain_text("地区生产总值增长")
    asked = query(page)
    assert "region=beijing,hebei" in asked
    assert "from=2015" in asked
    assert "indicator=gdp_index_prev100" in asked
    assert "scale" not in asked
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("")


def test_a_click_opens_an_indicator_and_back_returns(page: Page) -> None:
    box = open_box(page, "?indicator=gdp")
    box.fill("pm25")
    options(page).first.click()
    expect(page.locator("#study-title")).to_contain_text("PM2.5")
    page.go_back()
    expect(page.locator("#study-title")).to_contain_text("地区生产总值")


def test_escape_closes_and_then_empties(page: Page) -> None:
    box = open_box(page)
    box.fill("so2")
    box.press("Escape")
    expect(page.get_by_role("listbox", name="指标", exact=True)).to_be_hidden()
    expect(box).to_have_value("so2")
    box.press("ArrowDown")
    assert chosen(page) == "二氧化硫排放量"
    box.press("Escape")
    box.press("Escape")
    expect(box).to_have_value("")


def test_leaving_the_box_closes_it(page: Page) -> None:
    box = open_box(page)
    box.press("Tab")
    expect(page.get_by_role("listbox", name="指标", exact=True)).to_be_hidden()
    expect(page.locator("#find-status")).to_be_empty()


def test_keystrokes_ask_the_server_for_nothing(page: Page) -> None:
    box = open_box(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box.press_sequentially("dqsczz")
    assert chosen(page) == "地区生产总值"
    assert asked == []


def test_an_index_that_did_not_come_is_asked_for_again(page: Page, guard: Guard) -> None:
    page.route("**/search.*.json", lambda route: route.abort())
    open_page(page, "/indicators")
    expect(page.locator("#study-title")).not_to_be_empty()
    box = page.get_by_role("combobox", name="查找指标", exact=True)
    box.click()
    expect(page.locator("#find-list")).to_contain_text("索引未能加载")
    page.unroute("**/search.*.json")
    box.fill("gdp")
    expect(options(page).first).to_contain_text("地区生产总值")
    guard.errors.clear()  # the browser's own report of the request that failed


def test_at_390_px_the_list_fits_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_box(page)
    edges = page.locator("#find-panel").evaluate(
        "panel => [panel.getBoundingClientRect().left, panel.getBoundingClientRect().right]"
    )
    assert edges[0] >= 0
    assert edges[1] <= 390
