"""The overview as its users use it: filter, follow links, read, from mouse and keyboard."""

import re
from pathlib import Path

import pytest
from conftest import new_context, new_page
from playwright.sync_api import Page, expect
from views import lead, open_page, open_view, query, settled

pytestmark = pytest.mark.browser


def test_the_first_view_tells_the_size_of_the_three(page: Page) -> None:
    open_view(page)
    assert "115,049.6" in lead(page)
    expect(page.get_by_role("button", name=re.compile("^地区生产总值："))).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_theme_is_one_click_and_one_address(page: Page) -> None:
    open_view(page)
    page.get_by_role("link", name="创新体系").click()
    expect(page.locator("#lead")).to_contain_text("4,866.8")
    assert query(page) == "theme=innovation"
    expect(page.get_by_role("link", name="创新体系")).to_have_attribute("aria-current", "true")


def test_a_pressed_link_is_asked_for_once_and_shown_when_let_go(page: Page) -> None:
    open_view(page)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "_dash-update" in r.url else None)
    link = page.get_by_role("link", name="创新体系")
    link.hover()
    page.mouse.down()
    page.wait_for_timeout(400)
    assert len(asked) == 1
    assert "115,049.6" in lead(page)
    page.mouse.up()
    expect(page.locator("#lead")).to_contain_text("4,866.8")
    assert len(asked) == 1
    page.go_back()
    expect(page.locator("#lead")).to_contain_text("115,049.6")


def test_a_link_let_go_elsewhere_changes_nothing(page: Page) -> None:
    open_view(page)
    page.get_by_role("link", name="创新体系").hover()
    page.mouse.down()
    page.mouse.move(700, 880)
    page.mouse.up()
    page.wait_for_timeout(400)
    assert "115,049.6" in lead(page)
    assert query(page) == ""
    page.get_by_role("link", name="创新体系").click()
    expect(page.locator("#lead")).to_contain_text("4,866.8")


def test_regions_switch_off_and_the_last_one_stays_on(page: Page) -> None:
    open_view(page)
    for name, left in (("北京", "tianjin,hebei"), ("天津", "hebei"), ("河北", "hebei")):
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", str(name == "河北").lower())
        assert query(page) == f"region={left}"


def test_a_card_drives_the_charts_and_the_map(page: Page) -> None:
    open_view(page, "?theme=innovation")
    page.get_by_role("button", name=re.compile("^有效发明专利数")).click()
    expect(page.locator("#trend-text h2")).to_contain_text("有效发明专利数")
    expect(page.locator("#bars-text h2")).to_contain_text("有效发明专利数")
    expect(page.locator("#map-text")).to_contain_text("有效发明专利数")
    assert "indicator=valid_invention_patents" in query(page)
    page.get_by_label("底色").select_option("prefecture.density")
    expect(page.locator(".panel-map .subtitle")).to_contain_text("人口密度（人/平方公里）")
    assert "ground=prefecture.density" in query(page)
    page.go_back()
    expect(page.get_by_label("底色")).to_have_value("")


def test_back_forward_and_reload_reproduce_the_view(page: Page) -> None:
    open_view(page)
    first = lead(page)
    page.get_by_role("link", name="绿色低碳").click()
    expect(page.locator("#lead")).to_contain_text("二氧化硫")
    second = lead(page)
    page.go_back()
    expect(page.locator("#lead")).to_have_text(first)
    page.go_forward()
    expect(page.locator("#lead")).to_have_text(second)
    page.reload()
    settled(page)
    assert lead(page) == second


def test_the_year_slider_writes_the_address_and_follows_it(page: Page) -> None:
    open_view(page)
    handle = page.get_by_role("slider", name="起始年份")
    handle.focus()
    handle.press("ArrowRight")
    page.wait_for_url("**from=2011*")
    expect(page.locator("#trend-text .subtitle")).to_contain_text("2011—2024")
    page.go_back()
    expect(handle).to_have_value("2010")
    open_page(page, "/?from=2015&to=2020")
    settled(page)
    expect(page.get_by_role("slider", name="起始年份")).to_have_value("2015")
    expect(page.get_by_role("slider", name="结束年份")).to_have_value("2020")


def test_the_handles_can_be_parted_again_where_they_meet(page: Page) -> None:
    open_view(page, "?from=2025&to=2025")
    handle = page.get_by_role("slider", name="结束年份")
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    page.wait_for_url("**from=*")
    start = int(page.get_by_role("slider", name="起始年份").input_value())
    assert 2012 < start < 2023
    expect(handle).to_have_value("2025")


def test_reset_leads_back_to_the_default_view(page: Page) -> None:
    open_view(page, "?region=hebei&theme=green&from=2015")
    page.get_by_role("button", name="重置").click()
    expect(page.locator("#lead")).to_contain_text("115,049.6")
    assert query(page) == ""
    expect(page.get_by_role("slider", name="起始年份")).to_have_value("2010")


def test_bad_values_are_named_and_the_page_works(page: Page) -> None:
    open_view(page, "?region=mars&theme=nope&from=abc&unknown=1")
    remarks = page.locator("#remarks")
    for value in ("region=mars", "theme=nope", "from=abc"):
        expect(remarks).to_contain_text(value)
    expect(remarks).not_to_contain_text("unknown")
    page.get_by_role("link", name="产业链").click()
    expect(page.locator("#lead")).to_contain_text("高技术制造业营业收入")


def test_the_data_behind_a_chart_is_a_table_with_the_same_numbers(page: Page) -> None:
    open_view(page, "?theme=innovation")
    trend = page.get_by_role("region", name="时间序列")
    trend.get_by_text("查看数据", exact=True).click()
    row = trend.get_by_role("row", name=re.compile("^2024"))
    expect(row).to_contain_text("3,278.4")
    page.keyboard.press("Escape")
    expect(trend.get_by_role("table")).to_be_hidden()


def test_the_numbers_behind_a_chart_are_taken_away_with_the_view(page: Page) -> None:
    open_view(page, "?theme=innovation&region=beijing,hebei")
    page.get_by_role("region", name="时间序列").get_by_text("查看数据", exact=True).click()
    with page.expect_download() as arriving:
        page.get_by_role("group", name="下载").get_by_role("link", name="CSV").click()
    lines = Path(arriving.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 2 * 15
    assert arriving.value.url.endswith("/overview.csv?region=beijing,hebei&theme=innovation")


def test_a_platform_opens_from_the_list_and_from_the_map(page: Page) -> None:
    open_view(page)
    details = page.get_by_role("region", name="平台详情")
    page.get_by_role("combobox", name="选择平台查看详情").select_option("F3")
    expect(details).to_contain_text("天津滨海新区")
    expect(details).to_contain_text("战略合作功能区")
    expect(details).to_contain_text("区县的中心")
    details.get_by_role("button", name="关闭平台详情").click()
    expect(details).to_be_hidden()
    star = page.locator("#map .scattergeo path.point").last.bounding_box()
    assert star is not None
    page.mouse.click(star["x"] + star["width"] / 2, star["y"] + star["height"] / 2)
    expect(details).to_contain_text("雄安新区")


def test_everything_is_reached_and_chosen_by_keyboard(page: Page) -> None:
    open_view(page)
    page.get_by_role("button", name="天津", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="天津", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    page.get_by_role("link", name="数字经济").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lead")).to_contain_text("软件业务收入")
    page.get_by_role("button", name=re.compile("^电子商务销售额")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#trend-text h2")).to_contain_text("电子商务销售额")
    reached = page.evaluate(
        """() => [...document.querySelectorAll('a, button, select, summary, input')]
             .filter((e) => e.offsetParent && e.tabIndex < 0).map((e) => e.outerHTML)"""
    )
    assert reached == []


def test_the_link_is_copied_and_said_so(page: Page) -> None:
    open_view(page, "?theme=green")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/?theme=green")


def test_what_is_only_known_for_the_three_says_so(page: Page) -> None:
    open_view(page, "?theme=enterprises&region=hebei")
    claims = page.get_by_role("group", name="方案及解读中的数字")
    expect(claims).to_contain_text("1,100")
    expect(claims).to_contain_text("多家")
    expect(claims).to_contain_text("仅有京津冀数")
    expect(claims).not_to_contain_text("企业技术中心")  # Tianjin's


def test_two_users_do_not_see_each_others_filter(page: Page, chromium, guard) -> None:
    other = new_page(chromium, guard, (1440, 900), new_context(chromium, guard.address))
    open_view(page, "?theme=green&region=hebei")
    open_view(other, "?theme=digital")
    page.reload()
    settled(page)
    assert "二氧化硫" in lead(page)
    assert "软件业务收入" in lead(other)
    other.context.close()
