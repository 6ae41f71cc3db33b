"""The data desk in a browser: a file that is really chosen, a bar that moves, names of who works,
axe and a phone, on one page that is loaded once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import EDITION, Guard, new_context, new_page, serving
from playwright.sync_api import Browser, Page, expect
from test_axe import AXE, PHONE, RUN
from views import CUT_DATES

from data.editions.deeds import Person
from data.editions.first import take_in_first
from data.editions.publishing import Publishing
from tools import npm

pytestmark = pytest.mark.browser

HEAD = "指标编号,指标名称,单位,地区,期间,数值,限定词,状态,来源,备注\n"
LARGE = 1_500_000  # bytes: more than one request may bring


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which the tests' edition is live."""
    folder = tmp_path_factory.mktemp("desk") / "store"
    take_in_first(Publishing(folder, lambda _: []), Person("管理员", "命令行"), EDITION)
    return folder


@pytest.fixture
def desk(chromium: Browser, store: Path) -> Iterator[Page]:
    """The desk of an app of its own, watched as every page is."""
    with serving(STORE_DIR=str(store)) as address:
        guard = Guard(address)
        page = new_page(chromium, guard, (1280, 900), new_context(chromium, address))
        yield page
        page.context.close()
    assert guard.outside == []
    assert guard.errors == []


def begin(desk: Page) -> None:
    """Who works says so, and begins a draft."""
    desk.goto("/desk")
    desk.get_by_label("姓名").fill("李明")
    desk.keyboard.press("Tab")
    expect(desk.locator("#who")).to_contain_text("李明（编辑、审核）")
    desk.get_by_label("新草稿的标题").fill("三季度数据")
    desk.get_by_role("button", name="新建草稿").click()
    expect(desk.locator("#said")).to_contain_text("已新建草稿")


def choose(desk: Page, name: str, text: str) -> None:
    desk.set_input_files(
        ".desk-upload input", {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    )


def axe(desk: Page) -> list[str]:
    found: list[str] = desk.evaluate(RUN)
    return found


def test_a_file_is_handed_in_and_submitted_and_everything_can_be_reached(
    desk: Page, store: Path
) -> None:
    npm.prepared(with_checks=True)
    begin(desk)
    desk.evaluate(AXE.read_text(encoding="utf-8"))
    row = "gdp,地区生产总值,亿元,北京市,2024,700000,,,公报,{}\n"
    choose(desk, "填报.csv", HEAD + row.format("长" * (LARGE // 3)))
    expect(desk.locator("#progress-text")).to_contain_text("上传完成")
    assert desk.locator("#progress").evaluate("bar => [bar.value, bar.offsetWidth > 0]") == [
        1,
        True,
    ]
    expect(desk.locator("#file")).to_contain_text("识别为")
    choose(desk, "空.csv", "")
    expect(desk.locator("#progress-text")).to_contain_text("是空的")
    expect(desk.locator("#file")).to_be_empty()  # the file before is no longer meant
    choose(desk, "填报.csv", HEAD + row.format(""))
    expect(desk.locator("#names")).to_contain_text("1 个名称已识别")
    assert axe(desk) == []
    desk.locator("fieldset").get_by_label("发布单位").fill("北京市统计局")
    desk.get_by_role("button", name="并入草稿").click()
    expect(desk.locator("#said")).to_contain_text("已并入草稿：修订 1 个数值")
    expect(desk.locator("#changes textarea").first).to_be_visible()
    for one in desk.locator("#changes textarea").all():
        one.fill("已与公报核对")
    desk.get_by_label("新草稿的标题").fill("下一份")
    desk.get_by_label("姓名").fill("李明明")
    desk.keyboard.press("Tab")  # all that is shown is made anew
    expect(desk.locator("#who")).to_contain_text("李明明（编辑、审核）")
    desk.get_by_label("姓名").fill("李明")
    desk.keyboard.press("Tab")
    expect(desk.get_by_label("新草稿的标题")).to_have_value("下一份")
    desk.reload()
    desk.evaluate(AXE.read_text(encoding="utf-8"))
    expect(desk.locator("#changes textarea").first).to_have_value("已与公报核对")
    expect(desk.locator("#checked")).to_contain_text("数据检查通过")
    desk.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert desk.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert desk.evaluate(CUT_DATES) == []
    assert axe(desk) == []
    desk.get_by_role("button", name="提交审核").click()
    expect(desk.locator("#said")).to_contain_text("已提交")
    expect(desk.locator("#draft")).to_contain_text("须由另一人审核")
    desk.get_by_role("button", name="撤销草稿").click()
    expect(desk.get_by_role("dialog")).to_contain_text("原因")
    desk.get_by_role("button", name="确定").click()
    expect(desk.get_by_role("dialog").get_by_role("alert")).to_have_text("请填写原因。")
    assert axe(desk) == []
    desk.get_by_label("原因（记入台账）").fill("试用")
    desk.get_by_role("button", name="确定").click()
    expect(desk.locator("#said")).to_contain_text("已撤销草稿")
    (last,) = Publishing(store).ledger.records()[-1:]
    assert (last.who, last.action, last.note) == ("李明", "withdraw", "试用")
