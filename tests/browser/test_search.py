"""The search over all pages: the key /, arrows, Enter and Escape, on every page and any width."""

from collections.abc import Callable

import pytest
from conftest import Guard
from playwright.sync_api import Locator, Page, expect
from views import open_page

pytestmark = pytest.mark.browser

PAGES = ("/", "/indicators", "/plan", "/platforms", "/regions/hebei", "/changes")
INDEX = "**/search.*.json"


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="全站查找", exact=True)


def results(page: Page) -> Locator:
    return page.get_by_role("listbox", name="查找结果", exact=True)


def names(page: Page) -> list[str]:
    return page.locator("#search-list .find-name").all_text_contents()


def ask(page: Page, words: str) -> None:
    """Open the box by its key, and ask."""
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    box(page).fill(words)
    expect(results(page)).to_be_visible()
    expect(page.locator("#search-status")).not_to_be_empty()


@pytest.mark.parametrize("path", PAGES)
def test_the_key_leads_to_the_box_of_every_page_and_escape_back(page: Page, path: str) -> None:
    open_page(page, path)
    expect(box(page)).to_have_attribute("aria-keyshortcuts", "/")
    link = page.get_by_role("navigation", name="页面").get_by_role("link", name="指标", exact=True)
    link.focus()
    ask(page, "gdp")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(results(page)).to_be_hidden()
    expect(box(page)).to_have_value("")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_focused()


def test_the_sign_is_typed_where_something_is_typed(page: Page) -> None:
    open_page(page, "/indicators")
    other = page.get_by_role("combobox", name="查找指标", exact=True)
    other.click()
    page.keyboard.type("a/b")
    expect(other).to_have_value("a/b")
    other.blur()
    ask(page, "gdp")
    page.keyboard.type("/")
    expect(box(page)).to_have_value("gdp/")


@pytest.mark.parametrize(
    ("asked", "name", "group", "context", "leads_to", "seen"),
    [
        ("研发强度", "R&D经费投入强度", "指标", "创新体系",
         "/indicators?indicator=rd_intensity", "#study-title"),
        ("绿色低碳", "绿色低碳", "主题", "总览", "/?theme=green", "#lead"),
        ("河北省", "河北", "地区", "地区概况", "/regions/hebei", ".profile-name"),
        ("动力电池", "新能源汽车和智能网联汽车", "产业链", "重点产业链",
         "/plan#chain-nev", "#chain-nev"),
        ("曹妃甸", "曹妃甸", "平台", "战略合作功能区 · 唐山市",
         "/platforms?place=F1", "#atlas-panel"),
        ("招商", "跨区域重大项目、园区共建的协同招商", "方案措施", "健全协同机制",
         "/plan#measure-s-mechanism-3", "#measure-s-mechanism-3"),
        ("监测评估", "做好监测评估", "方案任务与要点", "保障措施",
         "/plan#safeguard-evaluation", "#safeguard-evaluation"),
        ("5G网络覆盖", "5G 网络覆盖", "方案中的数字", "信息基础设施 · 截至 2022 年底",
         "/plan#claim-S23", "#claim-S23"),
    ],
)  # fmt: skip
def test_a_thing_of_any_page_is_found_and_opened_where_it_stands(
    page: Page, asked: str, name: str, group: str, context: str, leads_to: str, seen: str
) -> None:
    open_page(page, "/platforms" if "/platforms" not in leads_to else "/")
    ask(page, asked)
    first = results(page).get_by_role("group").filter(has_text=group).first
    option = first.get_by_role("option").filter(has=page.get_by_text(name, exact=False)).first
    expect(option).to_contain_text(context)
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    assert box(page).get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{leads_to}")
    expect(page.locator(seen)).to_be_in_viewport()
    expect(results(page)).to_be_hidden()
    page.go_back()
    expect(page.locator("[data-page]").first).to_be_visible()


def test_a_scene_opens_in_meeting_mode_where_the_key_is_the_stages(page: Page) -> None:
    open_page(page, "/")
    ask(page, "R&D经费内部支出")
    scene = results(page).get_by_role("group").filter(has_text="汇报页面")
    scene.get_by_role("option").first.click()
    page.wait_for_url("**/present?*scene=innovation*")
    page.wait_for_selector("body[data-ready]", state="attached")
    expect(box(page)).to_have_count(0)


def test_regions_and_years_are_kept_and_a_region_may_be_named(page: Page) -> None:
    open_page(page, "/?region=tianjin&from=2015")
    ask(page, "gdp")
    expect(results(page).get_by_role("option").first).to_have_attribute(
        "href", "/indicators?indicator=gdp&region=tianjin&from=2015"
    )
    box(page).fill("北京gdp")
    expect(results(page).get_by_role("option").first).to_have_attribute(
        "href", "/indicators?indicator=gdp&region=beijing&from=2015"
    )
    page.keyboard.press("Enter")
    expect(page.locator("#study-title")).to_contain_text("地区生产总值")
    pressed = page.locator(".filter-bar .region[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    expect(pressed).to_contain_text("北京")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("工业增家值", "工业增加值"),  # a slip
        ("gpd", "地区生产总值"),  # two exchanged
        ("石油产量", "原油产量"),
        ("工业总产值", "工业增加值"),  # something near, which is not the same
        ("雾霾", "PM2.5年均浓度"),
    ],
)
def test_what_may_have_been_meant_is_asked_and_not_chosen(
    page: Page, asked: str, meant: str
) -> None:
    open_page(page, "/")
    ask(page, asked)
    expect(results(page)).to_contain_text("没有匹配的结果，您要找的是")
    expect(page.locator("#search-status")).to_contain_text(f"您要找的是：{meant}")
    assert names(page)[0] == meant
    assert len(names(page)) <= 5
    expect(results(page).locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(results(page).get_by_role("option").first).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize(
    "asked", ["独角兽", "天气预报", "人口老龄化", "毕业生", "房价", "xxqq", "zz9"]
)
def test_nothing_silly_is_proposed(page: Page, asked: str) -> None:
    open_page(page, "/")
    ask(page, asked)
    expect(results(page)).to_contain_text("没有匹配的结果。")
    assert names(page) == []


def test_the_index_is_fetched_at_the_first_use_and_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, "/indicators")
    assert not any("/search." in url for url in asked)
    ask(page, "gdp")
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="查找指标", exact=True).click()
    expect(page.locator("#find-list [role=option]").first).to_be_visible()
    assert sum("/search." in url for url in asked) == 1


def test_an_index_that_does_not_come_is_said_and_asked_for_again(page: Page, guard: Guard) -> None:
    page.route(INDEX, lambda route: route.abort())
    open_page(page, "/")
    ask(page, "gdp")
    expect(results(page)).to_contain_text("索引未能加载")
    page.unroute(INDEX)
    box(page).fill("gdp ")
    expect(results(page).get_by_role("option").first).to_contain_text("地区生产总值")
    guard.errors.clear()  # the browser's own report of the request that failed


def by_button(page: Page) -> None:
    page.get_by_role("button", name="全站查找", exact=True).click()


def by_key(page: Page) -> None:
    page.keyboard.press("/")


@pytest.mark.parametrize("opened", [by_button, by_key])
def test_at_390_px_an_icon_opens_a_box_that_fits(
    page: Page, opened: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, "/?theme=green")
    button = page.get_by_role("button", name="全站查找", exact=True)
    expect(box(page)).to_be_hidden()
    opened(page)
    expect(button).to_have_attribute("aria-expanded", "true")
    box(page).fill("产业")
    expect(results(page).get_by_role("option").first).to_be_visible()
    for part in (box(page), page.locator("#search-panel")):
        edges = part.bounding_box()
        assert edges and edges["x"] >= 0 and edges["x"] + edges["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_far_down_a_page_the_box_comes_to_the_reader(page: Page) -> None:
    open_page(page, "/plan")
    page.evaluate("window.scrollTo(0, 4000)")
    page.wait_for_function("() => window.scrollY > 3000")
    at = page.evaluate("window.scrollY")
    ask(page, "氢能")
    expect(box(page)).to_be_in_viewport(ratio=1)
    assert page.evaluate("window.scrollY") == at
    page.keyboard.press("Escape")
    assert page.evaluate("window.scrollY") == at


def test_the_same_part_may_be_gone_to_again(page: Page) -> None:
    open_page(page, "/plan")
    for _ in range(2):
        page.evaluate("window.scrollTo(0, 0)")
        ask(page, "氢能")
        page.keyboard.press("Enter")
        expect(page.locator("#chain-hydrogen")).to_be_in_viewport()
    assert page.url.endswith("/plan#chain-hydrogen")


def test_without_scripts_and_on_paper_there_is_no_box(page: Page) -> None:
    open_page(page, "/")
    page.emulate_media(media="print")
    expect(box(page)).to_be_hidden()
    page.emulate_media(media="screen")
    expect(box(page)).to_be_visible()
    page.evaluate("document.body.classList.add('first')")  # as the server sends it
    expect(box(page)).to_be_hidden()
