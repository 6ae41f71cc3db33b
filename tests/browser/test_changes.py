"""更新说明 in a browser: what changed stands on the first screen; folds, selects, phone, paper."""

from collections.abc import Iterator

import pytest
from conftest import Guard, new_context, new_page, serving
from playwright.sync_api import Browser, Page, expect
from test_axe import AXE, READY, RUN
from test_paper import plain, printed
from views import CUT_DATES, DIGEST, VERSION, open_page

from tools import npm

pytestmark = pytest.mark.browser

OPEN_ALL = "() => document.querySelectorAll('.changes-fold').forEach((one) => { one.open = true; })"
WIDE = "() => document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """One page of a server with two editions."""
    with serving("two_editions_app", PYTHONPATH="tests/browser") as address:
        guard = Guard(address)
        page = new_page(chromium, guard, (1366, 768), new_context(chromium, address))
        yield page
        page.context.close()
        assert (guard.outside, guard.errors) == ([], [])


def test_the_version_leads_to_what_was_revised_and_new(reader: Page) -> None:
    reader.set_viewport_size({"width": 1366, "height": 768})
    open_page(reader, "/?theme=green")
    reader.locator(".brand a").click()
    reader.wait_for_url("**/changes")
    row = reader.locator("#revised tbody tr").first
    expect(row).to_contain_text("北京 2023 年")
    expect(row).to_contain_text("−0.99%")
    box = reader.locator("#new summary").first.bounding_box()
    assert box and box["y"] + box["height"] < 768  # without scrolling, on a common office screen
    expect(reader.locator("#year-range")).to_be_hidden()
    expect(reader.get_by_role("button", name="加入汇报")).to_be_hidden()


def test_editions_and_themes_are_chosen_and_come_back(reader: Page) -> None:
    open_page(reader, "/changes")
    reader.get_by_role("combobox", name="对比终点").select_option(DIGEST)
    reader.wait_for_url(f"**/changes?to={DIGEST}")
    expect(reader.locator(".changes-lead")).to_contain_text("没有变动")
    reader.go_back()
    expect(reader.locator(".changes-lead")).to_contain_text(f"与 {VERSION} 版相比")
    reader.locator(".changes-themes").get_by_role("link", name="创新体系").click()
    reader.wait_for_url("**/changes?theme=innovation")
    expect(reader.locator("#revised")).to_have_count(0)
    reader.get_by_role("link", name="重置").or_(reader.get_by_role("button", name="重置")).click()
    reader.wait_for_url("**/changes")


@pytest.mark.parametrize("width", [1366, 390])
def test_opened_whole_it_keeps_its_width_and_axe_finds_nothing(reader: Page, width: int) -> None:
    npm.prepared(with_checks=True)
    reader.set_viewport_size({"width": width, "height": 844})
    open_page(reader, "/changes")
    reader.wait_for_selector(READY, state="attached")
    reader.evaluate(OPEN_ALL)
    assert reader.evaluate(WIDE) <= width
    assert reader.evaluate(CUT_DATES) == []
    reader.evaluate(AXE.read_text(encoding="utf-8"))
    assert reader.evaluate(RUN) == []


def test_on_paper_every_fold_is_open_under_its_theme(reader: Page) -> None:
    open_page(reader, "/changes")
    folded = reader.locator("#new .changes-fold:not([open])")
    names = [plain(text) for text in folded.locator("summary > span:first-child").all_inner_texts()]
    rows = [
        plain(text) for text in reader.locator("#new .changes-table .where").all_text_contents()
    ]
    assert names
    sheets = printed(reader)
    every = "".join(sheet.words for sheet in sheets)
    assert [text for text in (*names, *rows) if text not in every] == []
    assert f"版本:{VERSION}—" in sheets[0].words
    assert "对比起点" not in every
