"""The pages of a briefing in its editor: moved, deleted and taken back, seen as on the stage."""

import re

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Dialog, Page, expect
from test_editor import open_editor, save_as, titles

pytestmark = pytest.mark.browser
SIZES = [(1366, 768), (1440, 900), (1920, 1080), (390, 844), (1024, 768)]
CUT = """() => [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility()
  && (e.getBoundingClientRect().right > innerWidth + 1
    || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow === "hidden"
      && !e.matches(".visually-hidden"))))
  .map((e) => e.outerHTML.slice(0, 80))"""


# What those who hear the page are told, one after the other.
HEAR = """() => {
  window.heard = [];
  const told = document.getElementById("told");
  new MutationObserver(() => told.textContent && window.heard.push(told.textContent))
    .observe(told, { childList: true });
}"""
ALL_HEARD = "(wanted) => JSON.stringify(window.heard) === JSON.stringify(wanted)"


def middle(page: Page, selector: str, number: int) -> tuple[float, float]:
    box = page.locator(selector).nth(number).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_pages_are_moved_by_mouse_by_finger_and_by_keys(page: Page) -> None:
    open_editor(page)
    page.evaluate(HEAR)
    a, b, c, d, *_ = before = titles(page)
    names = page.locator("#scenes .name")
    page.locator("#scenes li").nth(3).drag_to(page.locator("#scenes li").nth(1))
    expect(names).to_have_text([a, d, b, c, *before[4:]])
    touch = page.context.new_cdp_session(page)
    for kind, at in (("touchStart", 0), ("touchMove", 1), ("touchMove", 2), ("touchEnd", None)):
        points = [] if at is None else [middle(page, "#scenes .handle", at)]
        touch.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
        )
    expect(names).to_have_text([d, b, a, c, *before[4:]])
    page.locator("#scenes .pick").nth(0).focus()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(names).to_have_text([b, d, a, c, *before[4:]])
    expect(page.locator("#scenes .pick").nth(2)).to_be_focused()
    page.wait_for_function(ALL_HEARD, arg=["已移到第 2 页", "已移到第 3 页", "已移到第 2 页"])
    for _ in range(3):
        page.keyboard.press("Control+z")
    expect(names).to_have_text(before)
    page.keyboard.press("Control+Shift+Z")
    expect(names).to_have_text([a, d, b, c, *before[4:]])


def test_a_deletion_is_asked_for_and_taken_back_whole(page: Page) -> None:
    open_editor(page)
    before = titles(page)
    button = page.get_by_role("button", name=f"删除：{before[2]}")
    button.click()
    dialog = page.get_by_role("dialog", name="删除第 3 页？")
    expect(dialog).to_contain_text(before[2])
    expect(dialog.get_by_role("button", name="取消")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    assert titles(page) == before
    page.locator("#scenes .pick").nth(2).click()
    page.get_by_label("讲稿", exact=True).fill("说三句")
    button.click()
    dialog.get_by_role("button", name="删除").click()
    expect(page.locator("#scenes .name")).to_have_text([*before[:2], *before[3:]])
    page.get_by_role("button", name="撤销").click()
    expect(page.locator("#scenes .name")).to_have_text(before)
    expect(page.get_by_label("讲稿", exact=True)).to_have_value("说三句")
    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_role("button", name="撤销")).to_be_disabled()
    expect(page.get_by_role("button", name="重做")).to_be_focused()
    expect(page.locator("#state")).to_have_text("不可修改，请另存为")  # as it was: nothing to save


def test_the_chosen_page_is_seen_as_on_the_stage(page: Page) -> None:
    open_editor(page)
    stage = page.frame_locator("#stage-frame")
    head = stage.locator("#title")
    expect(head).to_have_text(titles(page)[0])
    page.locator("#scenes .pick").nth(2).click()
    expect(head).to_have_text(titles(page)[2])
    expect(stage.locator("#count")).to_have_text(f"3 / {len(titles(page))}")
    page.get_by_label("标题", exact=True).fill("{region}的工业，{end} 年")
    expect(head).to_have_text("三地的工业，2024 年")
    expect(page.locator("#scenes .name").nth(2)).to_have_text("三地的工业，2024 年")
    field = page.get_by_label("起始年", exact=True)
    field.fill("1999")
    expect(page.locator("#start-fault")).to_contain_text("应为 2010 到 2025 的年份")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#preview-state")).to_have_text("预览为更正前的画面。")
    expect(head).to_have_text("三地的工业，2024 年")  # the last good one
    field.fill("2015")
    expect(page.locator("#start-fault")).to_be_empty()
    expect(page.locator("#preview-state")).to_be_empty()


def test_each_layout_has_its_fields_and_is_seen(page: Page) -> None:
    open_editor(page)
    page.get_by_role("button", name="新增页面").click()
    stage, layout = page.frame_locator("#stage-frame"), page.get_by_label("版式", exact=True)
    expect(layout).to_be_focused()
    layout.select_option(label="要点")
    expect(page.locator("#points-fault")).to_have_text("版式“要点”须写要点")
    page.get_by_label("要点", exact=True).fill("第一条\n\n第二条 ")
    expect(page.locator("#points-fault")).to_be_empty()
    expect(stage.locator("#body li")).to_have_text([re.compile("第一条"), re.compile("第二条")])
    expect(page.get_by_label("主题", exact=True)).to_be_hidden()
    layout.select_option(label="产业链")
    chain = page.get_by_label("产业链", exact=True)
    chain.select_option(label="机器人")
    expect(stage.locator("#title")).to_contain_text("机器人")
    layout.select_option(label="两地比较")
    page.get_by_label("河北", exact=True).check()
    expect(page.locator("#regions-fault")).to_have_text("版式“两地比较”须写两个地区")
    page.get_by_label("北京", exact=True).uncheck()
    expect(page.locator("#regions-fault")).to_be_empty()
    expect(stage.locator("#title")).to_contain_text("天津与河北")
    expect(page.locator("#scenes .current .about")).to_contain_text("两地比较")
    save_as(page, "各式")
    expect(page.locator("#said")).to_contain_text("已保存“各式”")


def test_how_a_map_is_coloured_and_what_is_open_are_fields(page: Page) -> None:
    open_editor(page)
    page.get_by_role("button", name="新增页面").click()
    stage, layout = page.frame_locator("#stage-frame"), page.get_by_label("版式", exact=True)
    layout.select_option(label="产业布局")
    page.get_by_label("行业", exact=True).select_option(label="信息传输、软件和信息技术服务业")
    expect(stage.locator("#title")).to_contain_text("信息传输、软件和信息技术服务业")
    expect(stage.locator(".of-map h2")).to_contain_text("区位商")
    page.get_by_label("口径", exact=True).select_option(label="比重")
    expect(stage.locator(".of-map h2")).to_contain_text("就业比重")
    page.get_by_label("打开的地区", exact=True).select_option(label="海淀区")
    expect(stage.locator("#title")).to_contain_text("海淀区：信息软件占就业人口")
    layout.select_option(label="地图")
    expect(page.get_by_label("口径", exact=True)).to_be_hidden()
    expect(page.get_by_label("打开的地区", exact=True)).to_have_value("area=110108")
    ground = page.get_by_label("底色", exact=True)
    ground.select_option("ground=county.density")
    expect(stage.locator(".shade-key")).to_contain_text("县（市、区）人口密度")
    ground.select_option(label="不着色")
    expect(stage.locator(".shade-key")).not_to_contain_text("底色")
    page.get_by_role("button", name="撤销").click()
    expect(ground).to_have_value("ground=county.density")


def test_leaving_asks_while_something_is_not_saved(page: Page) -> None:
    open_editor(page)
    asked: list[Dialog] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("标题", exact=True).fill("没有保存的")
    page.get_by_role("link", name="总览").click()
    expect(page.locator("#scenes .name").first).to_have_text("没有保存的")
    assert [dialog.type for dialog in asked] == ["beforeunload"]
    save_as(page, "离开")
    expect(page.locator("#said")).to_contain_text("已保存")
    page.keyboard.press("/")
    page.keyboard.type("gdp")
    expect(page.locator("#search-list [aria-selected=true]")).to_contain_text("地区生产总值")
    page.keyboard.press("Enter")
    expect(page.locator("#study-title")).to_contain_text("地区生产总值")
    assert len(asked) == 1


def test_nothing_is_cut_off_at_any_size(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, SIZES[0])
    open_editor(page)
    page.get_by_role("button", name="新增页面").click()
    expect(page.frame_locator("#stage-frame").locator("#title")).not_to_be_empty()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """() => Math.abs(document.getElementById("stage-frame").getBoundingClientRect().width
              - document.getElementById("preview-box").getBoundingClientRect().width) < 1"""
        )
        assert page.evaluate(CUT) == [], (width, height)
        links = page.locator(".header nav a")
        rows = len({link.bounding_box()["y"] for link in links.all()})
        assert rows == (2 if width < 640 else 1), "pages in one row, on a phone in two"
    page.close()
    assert guard.outside == guard.errors == []
