"""The map of platforms in a browser: filter, list and map, keyboard, zoom, sizes, light and dark;
the guard holds that nothing leaves the host."""

import re
from itertools import combinations
from typing import Any

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, expect
from views import at_rest, open_page, query, redrawn

pytestmark = pytest.mark.browser

EVERYTHING = "layers=wing,zone,node,pilot_zone,cluster,base"
SIZES = [(1440, 900), (1920, 1080), (3840, 2160), (390, 844)]
LABELS = """() => [...document.querySelectorAll('#atlas .scattergeo text')]
  .filter((e) => e.textContent).map((e) => {
    const box = e.getBoundingClientRect();
    return [e.textContent, box.left, box.top, box.right, box.bottom];
  })"""
# Pixels of the page of a longitude and latitude.
OF_PLACE = """(place) => {
  const plot = document.querySelector('#atlas');
  const { left, top } = plot.getBoundingClientRect();
  const [x, y] = plot._fullLayout.geo._subplot.projection(place);
  return [left + x, top + y];
}"""
MARKS = """() => {
  const plot = document.querySelector('#atlas');
  const { projection } = plot._fullLayout.geo._subplot;
  return plot._fullData.filter((t) => t.ids && t.name !== 'chosen').flatMap((t) =>
    t.ids.map((id, i) => [id, ...projection([t.lon[i], t.lat[i]]), t.marker.size / 2]));
}"""


def open_map(page: Page, text: str = "") -> None:
    open_page(page, f"/platforms{'?' if text else ''}{text}")
    expect(page.locator("#atlas .choroplethlayer path").first).to_be_attached()
    at_rest(page)


def chosen(page: Page) -> str:
    return page.locator("#atlas-list [aria-current] .place-name").text_content() or ""


def enlarge(page: Page, times: int) -> None:
    for _ in range(times):
        with redrawn(page, "atlas"):
            page.get_by_role("button", name="放大").click()
        page.wait_for_timeout(150)  # the names are chosen anew after the map has grown


def steady(page: Page, script: str) -> list[Any]:
    """What a script finds, once it finds the same twice."""
    before = None
    for _ in range(50):
        found: list[Any] = page.evaluate(script)
        if found == before:
            return found
        before = found
        page.wait_for_timeout(100)
    raise AssertionError("the map does not come to rest")


def test_the_map_draws_areas_outlines_and_marks(page: Page) -> None:
    open_map(page)
    assert page.locator("#atlas .choroplethlayer path").count() == 13 + 2 * 5 + 3
    assert page.locator("#atlas .scattergeo path.point").count() == 36
    assert page.locator("#atlas path.dashed").count() == 4
    expect(page.locator("#atlas-title")).to_contain_text("三地 36 个")
    expect(page.locator("#atlas-matrix")).to_contain_text("名单不全")


def test_approximate_outlines_stay_dashed_whatever_is_chosen(page: Page) -> None:
    open_map(page)
    dashed = page.locator("#atlas path.dashed")
    expect(dashed).to_have_count(4)
    for name in ("承德高新技术产业开发区", "静海团泊健康产业园"):
        page.get_by_role("link", name=re.compile(f"^{name}")).click()
        expect(page.locator("#atlas-panel h2")).to_contain_text(name)
        at_rest(page)
        assert dashed.count() == 4, name
    page.get_by_role("link", name="总览").click()
    page.go_back()
    expect(dashed).to_have_count(4)


def test_a_filter_narrows_map_list_and_count_and_goes_back(page: Page) -> None:
    open_map(page)
    page.get_by_role("combobox", name="产业").select_option("finance")
    expect(page.locator("#atlas-title")).to_contain_text("2 个")
    assert "industry=finance" in query(page)
    assert page.locator("#atlas-list .place").count() == 2
    assert page.locator("#atlas .scattergeo path.point").count() == 2
    page.locator(".taken").click()
    expect(page.locator("#atlas-title")).to_contain_text("36 个")
    page.go_back()
    expect(page.locator("#atlas-title")).to_contain_text("2 个")
    expect(page.get_by_role("combobox", name="产业")).to_have_value("finance")


def test_a_search_narrows_while_typing_and_is_one_step_back(page: Page) -> None:
    open_map(page)
    page.get_by_role("searchbox", name="搜索平台").press_sequentially("中关村", delay=120)
    expect(page.locator("#atlas-title")).to_contain_text("4 个")
    expect(page.get_by_role("searchbox", name="搜索平台")).to_be_focused()
    page.wait_for_timeout(400)
    page.go_back()
    expect(page.locator("#atlas-title")).to_contain_text("36 个")
    expect(page.get_by_role("searchbox", name="搜索平台")).to_have_value("")


def test_a_cell_of_the_matrix_filters_the_map(page: Page) -> None:
    open_map(page)
    cell = page.get_by_role("link", name=re.compile("^天津，汽车："))
    count = cell.text_content() or ""
    cell.click()
    expect(page.locator("#atlas-title")).to_contain_text(f"天津 {count} 个")
    assert "region=tianjin" in query(page)
    expect(cell).to_have_attribute("aria-current", "true")


def test_layers_are_switched_by_link(page: Page) -> None:
    open_map(page)
    page.get_by_role("button", name=re.compile("集群")).click()
    expect(page.locator("#atlas-title")).to_contain_text("36 个，另有集群 5 个")
    assert "layers=wing,zone,node,cluster" in query(page)


def test_the_list_opens_a_place_and_the_map_marks_it(page: Page) -> None:
    open_map(page)
    page.get_by_role("link", name=re.compile("^承德高新技术产业开发区")).click()
    panel = page.get_by_role("complementary", name="平台详情")
    expect(panel.get_by_role("heading", level=2)).to_contain_text("承德高新技术产业开发区")
    assert "place=N33" in query(page)
    ring = page.evaluate("document.querySelector('#atlas')._fullData.at(-1).ids")
    assert ring == ["N33"]


def test_the_map_opens_a_place_and_the_list_scrolls_to_it(page: Page) -> None:
    open_map(page)
    at = {name: (x, y) for name, x, y, _ in page.evaluate(MARKS)}["N33"]
    box = page.locator("#atlas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    expect(page.locator("#atlas-list [aria-current]")).to_be_in_viewport()
    assert chosen(page) == "承德高新技术产业开发区"
    outer = page.locator(".atlas-list").bounding_box()
    inner = page.locator("#atlas-list [aria-current]").bounding_box()
    assert outer is not None
    assert inner is not None
    assert outer["y"] <= inner["y"] <= outer["y"] + outer["height"] - inner["height"]
    assert page.evaluate("window.scrollY") == 0


def test_everything_is_reached_and_chosen_by_keyboard(page: Page) -> None:
    open_map(page)
    place = page.get_by_role("link", name=re.compile("^未来科技城京津合作示范区"))
    place.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#atlas-panel h2")).to_contain_text("未来科技城京津合作示范区")
    expect(page.locator("#atlas-panel h2")).to_be_focused()
    expect(page.locator("#atlas-opened")).to_contain_text("已打开：未来科技城京津合作示范区")
    page.keyboard.press("Escape")
    expect(page.locator("#atlas-panel h2")).to_have_text("图例说明")
    expect(place).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#atlas-panel h2")).to_contain_text("静海团泊健康产业园")
    page.get_by_role("button", name="技术合同流向").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="技术合同流向")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("button", name="放大").focus()
    with redrawn(page, "atlas"):
        page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#atlas')._fullLayout.geo.projection.scale") > 1.5
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('#sheet :is(a, button, select, summary, input)')]
             .filter((e) => e.offsetParent && e.tabIndex < 0).map((e) => e.outerHTML)"""
    )
    assert hidden == []


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("industry=finance", "产业：金融", "36 个"),
        ("search=火星", "清除筛选", "36 个"),
        ("layers=none", "显示“2+4+N”图层", "36 个"),
        ("region=hebei&industry=biomedicine", "另有 1 个在未选择的图层", "另有集群 1 个"),
    ],
)
def test_the_focus_stays_near_when_its_link_is_gone(
    page: Page, text: str, name: str, title: str
) -> None:
    open_map(page, text)
    page.get_by_role("link", name=name).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#atlas-title")).to_contain_text(title)
    expect(page.locator("#atlas-title")).to_be_focused()


def test_of_two_filters_the_other_has_the_focus(page: Page) -> None:
    open_map(page, "industry=vehicles&status=designated")
    page.get_by_role("link", name="认定依据：").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".taken")).to_have_count(1)
    expect(page.get_by_role("link", name="产业：汽车")).to_be_focused()


def test_without_layers_no_heading_stands_over_nothing(page: Page) -> None:
    open_map(page, "layers=none")
    panel = page.get_by_role("complementary", name="平台详情")
    expect(panel.get_by_role("heading", level=3)).to_have_text(
        ["按地区查看", "平台名录", "N 专业化平台的类型"]
    )


INK = "() => document.querySelector('#atlas .scattergeo text').style.fill"
DARK_INK, LIGHT_INK = "rgb(238, 242, 246)", "rgb(22, 32, 44)"


def test_paper_is_light_and_whole_without_controls(page: Page) -> None:
    open_map(page, "scheme=dark&region=hebei&place=N33&flows=1")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.emulate_media(media="print")
    expect(page.locator("html")).not_to_have_attribute("data-scheme", "dark")
    assert page.evaluate(INK) == LIGHT_INK
    for gone in (".header nav", ".filter-bar", ".atlas-controls", ".zoom", ".atlas-panel .close",
                 "#atlas-list .take-away", ".take-away-view", ".atlas-panel .ways"):  # fmt: skip
        expect(page.locator(gone)).to_be_hidden()
    for part in (
        "#atlas-panel h2",
        "#atlas-matrix table",
        "#flow-data table",
        ".atlas-map .credit",
    ):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator("#paper")).to_contain_text("地区：河北；")
    expect(page.locator("#paper")).to_contain_text("/platforms?scheme=dark")
    for box in (".atlas-list", ".atlas-panel", "#flow-data"):
        high = page.locator(box).evaluate("e => [e.scrollHeight, e.clientHeight]")
        assert high[0] == high[1], box
    drawn = page.locator("#atlas .main-svg").first.bounding_box()
    given = page.locator("#atlas").bounding_box()
    assert drawn == given
    page.emulate_media(media="screen")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert page.evaluate(INK) == DARK_INK


def test_printing_leaves_the_screen_as_it_was(page: Page) -> None:
    open_map(page, "scheme=dark")
    wide = "() => document.querySelector('#atlas .main-svg').getAttribute('width')"
    before = page.evaluate(wide)
    page.evaluate(f"addEventListener('beforeprint', () => {{ window.printed = ({INK})(); }})")
    page.pdf(prefer_css_page_size=True)
    assert page.evaluate("window.printed") == LIGHT_INK
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert (page.evaluate(INK), page.evaluate(wide)) == (DARK_INK, before)


def test_on_a_phone_an_opened_place_comes_into_sight(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (390, 844))
    open_map(page)
    page.get_by_role("link", name=re.compile("^承德高新技术产业开发区")).click()
    heading = page.locator("#atlas-panel h2")
    expect(heading).to_contain_text("承德高新技术产业开发区")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    page.close()


def test_a_mouse_opens_a_place_and_nothing_moves(page: Page) -> None:
    open_map(page)
    place = page.get_by_role("link", name=re.compile("^北京城市副中心"))
    place.click()
    expect(page.locator("#atlas-panel h2")).to_contain_text("北京城市副中心")
    expect(page.locator("#atlas-panel h2")).not_to_be_focused()
    assert page.evaluate("window.scrollY") == 0


def test_after_a_cell_of_the_matrix_the_map_is_in_sight(page: Page) -> None:
    open_map(page)
    page.get_by_role("link", name=re.compile("^天津，汽车：")).click()
    expect(page.locator("#atlas-title")).to_contain_text("天津")
    expect(page.locator("#atlas-title")).to_be_in_viewport()
    bar = page.locator(".filter-bar").bounding_box()
    title = page.locator("#atlas-title").bounding_box()
    assert bar is not None
    assert title is not None
    assert title["y"] >= bar["y"] + bar["height"]


def test_counties_come_with_the_zoom_and_by_switch(page: Page) -> None:
    open_map(page)
    enlarge(page, 2)
    expect(page.locator("#atlas .choroplethlayer path")).to_have_count(13 + 199 + 2 * 5 + 3)
    page.get_by_role("button", name="回到全图").click()
    expect(page.locator("#atlas .choroplethlayer path")).to_have_count(13 + 2 * 5 + 3)
    page.get_by_role("link", name="县界").click()
    expect(page.locator("#atlas .choroplethlayer path")).to_have_count(13 + 199 + 2 * 5 + 3)


def test_the_zoom_stays_when_a_filter_changes(page: Page) -> None:
    open_map(page)
    enlarge(page, 2)
    page.get_by_role("combobox", name="认定依据").select_option("designated")
    expect(page.locator("#atlas-title")).to_contain_text("14 个")
    assert page.evaluate("document.querySelector('#atlas')._fullLayout.geo.projection.scale") > 2


def test_a_base_colour_of_another_theme_is_chosen(page: Page) -> None:
    open_map(page, "theme=green")
    page.get_by_label("底色").select_option("rd_intensity")
    expect(page.locator(".shade-key")).to_contain_text("R&D")
    expect(page.get_by_role("link", name="创新体系")).to_have_attribute("aria-current", "true")
    page.reload()
    expect(page.get_by_label("底色")).to_have_value("rd_intensity")
    page.get_by_label("底色").select_option("county.density")
    expect(page.locator(".shade-key")).to_contain_text("人口密度（人/平方公里）")
    assert "ground=county.density" in query(page)
    assert "shade" not in query(page)
    expect(page.locator("#atlas .choroplethlayer .trace").first.locator("path")).to_have_count(199)


def test_a_click_on_the_ground_opens_area_after_area_and_back_closes_them(page: Page) -> None:
    open_map(page, "layers=none&lines=province")
    for name, crumbs in (("河北省", "三地›河北省"), ("保定市", "三地›河北省›保定市")):
        with redrawn(page, "atlas"):
            page.mouse.click(*page.evaluate(OF_PLACE, [115.05, 38.75]))
        expect(page.locator(".crumbs")).to_have_text(crumbs)
        expect(page.locator("#atlas-panel h2")).to_have_text(name)
        at_rest(page)
    assert query(page) == "layers=none&lines=province&area=130600"
    page.locator(".below a").filter(has_text="雄县").click()
    expect(page.locator("#atlas-panel h2")).to_have_text("雄县")
    page.locator(".crumbs a").filter(has_text="河北省").click()
    expect(page.locator("#atlas-panel h2")).to_have_text("河北省")
    page.go_back()
    page.go_back()
    expect(page.locator(".crumbs")).to_have_text("三地›河北省›保定市")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [EVERYTHING, f"{EVERYTHING}&place=N30&scheme=dark&flows=1"])
def test_labels_and_marks_never_overlap_at_any_zoom(
    chromium: Browser, guard: Guard, size: tuple[int, int], text: str
) -> None:
    page = new_page(chromium, guard, size)
    open_map(page, text)
    box = page.locator("#atlas").bounding_box()
    assert box is not None
    for _ in range(5):
        labels = steady(page, LABELS)
        for a, b in combinations(labels, 2):
            wide = min(a[3], b[3]) - max(a[1], b[1])
            high = min(a[4], b[4]) - max(a[2], b[2])
            assert wide <= 1 or high <= 3, (a[0], b[0])
        for name, left, top, right, bottom in labels:
            is_whole = left >= box["x"] - 2 and right <= box["x"] + box["width"] + 2
            assert is_whole and top >= box["y"] - 4, name
            assert bottom <= box["y"] + box["height"] + 4, name
        for one, other in combinations(page.evaluate(MARKS), 2):
            apart = ((one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2) ** 0.5
            assert apart >= one[3] + other[3] - 1, (one[0], other[0])
        enlarge(page, 1)
    page.close()
    assert guard.outside == guard.errors == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["", EVERYTHING, "place=W2"])
def test_names_lie_over_no_star_or_diamond(
    chromium: Browser, guard: Guard, size: tuple[int, int], text: str
) -> None:
    page = new_page(chromium, guard, size)
    open_map(page, text)
    box = page.locator("#atlas").bounding_box()
    assert box is not None
    labels = steady(page, LABELS)
    own = {
        name: short
        for names in page.evaluate(
            "() => document.querySelector('#atlas')._fullData.filter((t) => t.ids)"
            ".map((t) => t.customdata.map(([, id, short]) => [id, short]))"
        )
        for name, short in names
    }
    assert {name for name, *_ in labels} >= {
        "城市副中心", "雄安新区", "曹妃甸", "大兴机场临空经济区", "滨海新区",
    }  # fmt: skip
    for name, x, y, reach in page.evaluate(MARKS):
        if name[0] not in "WF":
            continue
        x, y = box["x"] + x, box["y"] + y
        for text, left, top, right, bottom in labels:
            if text == own.get(name):
                continue  # its box touches its own mark, its letters do not
            wide = min(right, x + reach) - max(left, x - reach)
            high = min(bottom, y + reach) - max(top, y - reach)
            assert wide <= 1 or high <= 3, (text, name)
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_runs_over_the_edge(chromium: Browser, guard: Guard, size: tuple[int, int]) -> None:
    page = new_page(chromium, guard, size)
    for text in (
        "",
        EVERYTHING,
        "place=N08&flows=1&shade=1",
        "search=火星",
        "scheme=dark",
        "area=130638&ground=county.urban",
    ):
        open_map(page, text)
        assert page.evaluate("document.documentElement.scrollWidth") == size[0], text
    page.close()
    assert guard.outside == guard.errors == []


def test_labels_have_a_halo(page: Page) -> None:
    open_map(page)
    style = page.locator("#atlas .scattergeo text").first.evaluate(
        "e => { const s = getComputedStyle(e); return [s.paintOrder, s.strokeWidth, s.stroke]; }"
    )
    assert style[0].startswith("stroke")
    assert float(style[1].removesuffix("px")) >= 2
    assert style[2] == "rgb(255, 255, 255)"


def test_the_dark_is_of_this_page_and_leaves_with_it(page: Page) -> None:
    open_map(page)
    page.get_by_role("button", name="深色").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert "scheme=dark" in query(page)
    page.get_by_role("link", name="总览").click()
    expect(page.locator("html")).not_to_have_attribute("data-scheme", "dark")


def test_the_overview_leads_here_with_its_filters(page: Page) -> None:
    open_page(page, "/?region=hebei")
    page.get_by_role("link", name="打开平台地图").click()
    expect(page.locator("#atlas-title")).to_contain_text("河北")
    expect(page.locator("#atlas .choroplethlayer path").first).to_be_attached()
