"""Briefings in a browser: a view is put in, scenes are moved and written, faults are said."""

import json
import re
from pathlib import Path

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Locator, Page, expect
from pptx import Presentation
from views import open_page

pytestmark = pytest.mark.browser
REFUSED = "Failed to load resource"  # what the browser notes of an answer that is meant


def open_editor(page: Page, name: str = "default") -> None:
    page.goto(f"/present/edit?briefing={name}")
    expect(page.locator("#scenes li").first).to_be_visible(timeout=20_000)  # the first starts cold


def save_as(page: Page, name: str) -> None:
    page.get_by_role("button", name="另存为").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(name)
    page.get_by_role("dialog").get_by_role("button", name="保存").click()


def titles(page: Page) -> list[str]:
    return page.locator("#scenes .name").all_inner_texts()


def status(page: Page) -> Locator:
    return page.locator("#said")


def forgive(guard: Guard) -> None:
    """What the server refused on purpose is no error of the page."""
    guard.errors[:] = [error for error in guard.errors if REFUSED not in error]


def test_a_view_is_put_into_a_briefing_by_keyboard_alone(page: Page) -> None:
    open_page(page, "/indicators?indicator=gdp&scale=share3&region=hebei")
    expect(page.locator("#study-title")).not_to_be_empty()
    page.get_by_role("button", name="加入汇报").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="加入汇报")
    expect(dialog).to_be_visible()
    dialog.get_by_role("combobox", name="选择汇报").select_option("")
    dialog.get_by_role("textbox", name="新汇报的名字").fill("键盘")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.locator("#toast")).to_contain_text("已加入“键盘”，第 1 页：")
    open_page(page, "/?theme=green")
    expect(page.locator("#lead")).not_to_be_empty()
    page.get_by_role("button", name="加入汇报").click()
    expect(dialog.get_by_role("combobox")).to_have_value("键盘")  # the last one used
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    open_editor(page, "键盘")
    expect(page.locator("#scenes li")).to_have_count(1)
    expect(page.locator("#scenes .about")).to_have_text(
        "折线图 · 总体经济 · 地区生产总值 · 占三地比重 · 河北"
    )


def test_scenes_are_moved_retitled_dropped_added_and_kept(page: Page) -> None:
    open_editor(page)
    expect(page.get_by_role("button", name="保存", exact=True)).to_be_disabled()
    before = titles(page)
    save_as(page, "整套")
    expect(status(page)).to_contain_text(f"已保存“整套”，{len(before)} 页")
    page.locator("#scenes .pick").nth(0).focus()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    assert titles(page) == [*before[1:3], before[0], *before[3:]]
    expect(page.locator("#scenes .pick").nth(2)).to_be_focused()
    page.get_by_role("button", name=f"上移：{before[0]}").click()
    page.get_by_role("button", name=f"删除：{before[-1]}").click()
    page.get_by_role("dialog").get_by_role("button", name="删除").click()
    page.locator("#scenes .pick").nth(0).click()
    page.get_by_label("标题", exact=True).fill("{region}的工业，{end} 年")
    page.get_by_role("button", name="新增页面").click()
    page.get_by_label("主题", exact=True).select_option("green")
    page.get_by_label("指标", exact=True).select_option("pm25")
    page.get_by_label("版式", exact=True).select_option("bars")
    page.get_by_label("讲稿", exact=True).fill("说三句")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("button", name="保存", exact=True)).to_be_disabled()
    page.reload()
    expect(page.locator("#scenes li")).to_have_count(len(before))
    found = titles(page)
    assert found[0] == "三地的工业，2024 年"
    assert "PM2.5" in found[1] and found[2] == before[0]
    page.locator("#scenes .pick").nth(1).click()
    expect(page.get_by_label("讲稿", exact=True)).to_have_value("说三句")


def test_the_second_of_two_writers_is_told_and_loses_nothing(
    page: Page, chromium: Browser, guard: Guard
) -> None:
    open_editor(page)
    save_as(page, "两人")
    expect(status(page)).to_contain_text("已保存")
    other = new_page(chromium, guard, (1440, 900))
    open_editor(other, "两人")
    for one, text in ((other, "别人"), (page, "自己")):
        one.get_by_label("标题", exact=True).fill(text)
    other.get_by_role("button", name="保存", exact=True).click()
    # who is second must not be left to chance
    expect(other.get_by_role("button", name="保存", exact=True)).to_be_disabled()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("这份汇报已被修改")
    assert titles(page)[0] == "自己"  # what was written still stands on the page
    save_as(page, "两人-2")
    expect(status(page)).to_contain_text("已保存“两人-2”")
    other.close()
    forgive(guard)


def test_faults_are_said_in_the_words_of_the_form(page: Page, guard: Guard) -> None:
    open_editor(page)
    page.locator("#scenes .pick").nth(1).click()
    page.get_by_label("起始年", exact=True).fill("1999")
    save_as(page, "错")
    expect(page.get_by_role("alert")).to_contain_text("第 2 页，起始年，现为“1999”")
    page.get_by_label("起始年", exact=True).fill("")
    save_as(page, "有 空格")
    expect(page.get_by_role("alert")).to_contain_text("“有 空格”不能作名字：1 到 40 个字母")
    save_as(page, "有人的名字")
    expect(status(page)).to_contain_text("已保存")
    save_as(page, "有人的名字")
    expect(page.get_by_role("alert")).to_contain_text("这个名字已有人用")
    expect(page.get_by_role("alert")).not_to_contain_text("重新打开")
    forgive(guard)


def test_a_file_is_taken_away_and_brought_back(page: Page, tmp_path: Path) -> None:
    open_editor(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载文件").click()
    path = tmp_path / "briefing.json"
    waiting.value.save_as(path)
    page.locator("#file").set_input_files(path)
    page.get_by_role("dialog").get_by_role("textbox").fill("带回来的")
    page.get_by_role("dialog").get_by_role("button", name="上传").click()
    expect(status(page)).to_contain_text(f"已上传为“带回来的”，{len(titles(page))} 页")


def test_the_briefing_is_exported_as_slides_as_it_stands(page: Page, tmp_path: Path) -> None:
    open_editor(page)
    page.get_by_label("标题", exact=True).fill("没有保存的题目")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="导出 PPTX").click()
    assert re.fullmatch(r"京津冀监测_汇报_.+\.pptx", waiting.value.suggested_filename)
    path = tmp_path / "briefing.pptx"
    waiting.value.save_as(path)
    first = Presentation(str(path)).slides[0]
    assert first.shapes.title is not None
    assert first.shapes.title.text == "没有保存的题目"
    expect(status(page)).to_contain_text(f"已导出“预置汇报”，{len(titles(page))} 页")


def test_a_file_does_not_throw_away_unsaved_work_unasked(page: Page, tmp_path: Path) -> None:
    open_editor(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载文件").click()
    path = tmp_path / "briefing.json"
    waiting.value.save_as(path)
    page.get_by_label("标题", exact=True).fill("没有保存的")
    dialog = page.get_by_role("dialog")
    page.locator("#file").set_input_files(path)
    expect(dialog).to_contain_text("放弃未保存的改动？")
    dialog.get_by_role("button", name="取消").click()
    expect(dialog).to_be_hidden()
    assert titles(page)[0] == "没有保存的"
    page.locator("#file").set_input_files(path)
    dialog.get_by_role("button", name="放弃").click()
    dialog.get_by_role("textbox").fill("放弃后上传的")
    dialog.get_by_role("button", name="上传").click()
    expect(status(page)).to_contain_text("已上传为“放弃后上传的”")


def test_a_file_that_is_none_is_refused_with_the_reason(
    page: Page, guard: Guard, tmp_path: Path
) -> None:
    open_editor(page)
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    page.locator("#file").set_input_files(path)
    expect(page.get_by_role("alert")).to_contain_text("文件不是完整的 JSON，可能没有下载完")
    expect(page.get_by_role("alert")).not_to_contain_text("position")
    path.write_text(json.dumps({"scenes": []}), encoding="utf-8")
    page.locator("#file").set_input_files(path)
    expect(page.get_by_role("alert")).to_contain_text("format 应为")
    scene = {"scene_id": "a", "layout": "pie", "theme": "overall"}
    form = {"format": "jing-jin-ji-briefing-1", "name": "坏", "revision": 1, "scenes": [scene]}
    path.write_text(json.dumps(form), encoding="utf-8")
    page.locator("#file").set_input_files(path)
    page.get_by_role("dialog").get_by_role("button", name="上传").click()
    expect(page.get_by_role("alert")).to_contain_text("第 1 页，版式，现为“pie”")
    forgive(guard)


def test_a_damaged_file_is_named_and_left_alone(
    page: Page, guard: Guard, briefings_folder: Path
) -> None:
    open_editor(page)
    save_as(page, "坏了")
    expect(status(page)).to_contain_text("已保存")
    path = briefings_folder / "坏了.json"
    path.write_text(path.read_text(encoding="utf-8")[:200], encoding="utf-8")
    damaged = path.read_bytes()
    open_editor(page, "坏了")  # the prepared one is shown instead
    expect(page.get_by_role("alert")).to_contain_text("已损坏")
    expect(page.get_by_label("选择汇报", exact=True)).to_have_value("default")
    save_as(page, "坏了")
    expect(page.get_by_role("alert")).to_contain_text("没有保存")
    assert path.read_bytes() == damaged
    path.unlink()
    forgive(guard)


def test_a_lost_server_is_said_and_the_work_stays(page: Page, guard: Guard) -> None:
    open_editor(page)
    page.get_by_label("标题", exact=True).fill("还在")
    page.context.set_offline(True)
    save_as(page, "断网")
    expect(page.get_by_role("alert")).to_contain_text("无法连接服务器")
    assert titles(page)[0] == "还在"
    page.context.set_offline(False)
    save_as(page, "断网")
    expect(status(page)).to_contain_text("已保存“断网”")
    forgive(guard)


def test_a_briefing_is_deleted_only_after_asking(page: Page) -> None:
    open_editor(page)
    save_as(page, "不要的")
    expect(status(page)).to_contain_text("已保存")
    for answer, left in (("取消", "不要的"), ("删除", "default")):
        page.get_by_role("button", name="删除汇报").click()
        page.get_by_role("dialog").get_by_role("button", name=answer).click()
        expect(page.get_by_label("选择汇报", exact=True)).to_have_value(left)
