"""Every page in a real Chromium 86, the oldest browser on the desks that read them, and in a real
92, on which many domestic browsers still stand."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import EDITION, FLAGS, Guard, new_context, new_page, serving
from playwright.sync_api import Browser, BrowserContext, Page

from data.editions.deeds import Person
from data.editions.first import take_in_first
from data.editions.publishing import Publishing
from tools import old_chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not old_chromium.is_possible(), reason="they are for x86-64 Linux"),
]

# Playwright's own waiting and clicking asks the page for what so old a browser does not know.
MIDDLE = """(selector) => {
  const node = document.querySelector(selector);
  node.scrollIntoView({ block: "center" });
  const { x, y, width, height } = node.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
TEXT = "(selector) => document.querySelector(selector)?.textContent ?? ''"
COUNT = "(selector) => document.querySelectorAll(selector).length"
FOCUS = """(text) => [...document.querySelectorAll("label")]
  .find((one) => one.textContent.includes(text)).control.focus()"""
TABLE = """指标编号,指标名称,单位,地区,期间,数值,限定词,状态,来源,备注
gdp,地区生产总值,亿元,北京市,2024,49843.5,,,公报,
"""
HAND_IN = """(text) => {
  const taken = new DataTransfer();
  taken.items.add(new File([text], "填报.csv", { type: "text/csv" }));
  const input = document.querySelector(".desk-upload input");
  input.files = taken.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}"""
PATIENCE = 20  # seconds

PAGES = {  # address → a text that stands there, the shapes of its figures
    "/": (
        "115,049.6",
        ["#trend path.js-line", "#map .choroplethlayer path", "#bars .bars path"],
    ),
    "/indicators": ("指标说明", ["#study path.js-line"]),
    "/plan": ("2025 年目标", [".spread rect"]),
    "/areas": ("地区详情", ["#areas-map .choroplethlayer path", "#areas-slopes path.js-line"]),
    "/evaluation": (
        "与河北之比",
        [".dumbbell > *", ".editions .joined", "#open-index path.js-line"],
    ),
    "/reports?theme=green": ("监测简报", [".still .still-line"]),
    "/platforms": ("图例说明", ["#atlas .choroplethlayer path", "#atlas .scattergeo path"]),
    "/regions/hebei": ("河北省", [".dots > *", ".spark > *"]),
    "/present": ("年主要数据", ["svg path"]),
    "/present/edit": ("编辑汇报", []),
}


# What is drawn and worked with; the rest is the oldest browser's alone.
EVERY = pytest.mark.parametrize("old_browser", old_chromium.BROWSERS, indirect=True, ids=str)


@pytest.fixture(scope="module")
def old_browser(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Browser]:
    """An old Chromium, the oldest where a test names none, beside the one of today whose
    Playwright drives it."""
    old: old_chromium.OldChromium = getattr(request, "param", old_chromium.OLDEST)
    browser = chromium.browser_type.launch(
        executable_path=old.program,
        args=[*FLAGS, *old_chromium.FLAGS],
        env={**os.environ, **old.environment},
    )
    assert browser.version.startswith(f"{old.number}.")
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def old_context(old_browser: Browser, address: str) -> BrowserContext:
    """For all its pages: what it has loaded once is there, as long as the first page is."""
    context = new_context(old_browser, address)
    context.new_page()
    return context


@pytest.fixture
def old_page(old_browser: Browser, old_context: BrowserContext, guard: Guard) -> Iterator[Page]:
    """A page of it; the test fails if it spoke to another host or raised an error."""
    opened = new_page(old_browser, guard, (1440, 900), old_context)
    number = old_browser.version.partition(".")[0]
    assert f"Chrome/{number}." in opened.evaluate("navigator.userAgent")
    yield opened
    opened.close()
    assert guard.outside == []
    assert guard.errors == []


def press(page: Page, selector: str) -> None:
    page.mouse.click(*page.evaluate(MIDDLE, selector))


def drag(page: Page, start: str, end: str) -> None:
    """By the protocol itself: Playwright's mouse asks for what so old a browser has not."""
    mouse = page.context.new_cdp_session(page)
    for kind, selector in (("Pressed", start), ("Moved", start), ("Moved", end), ("Released", end)):
        x, y = page.evaluate(MIDDLE, selector)
        event = {"type": f"mouse{kind}", "x": x, "y": y, "button": "left", "clickCount": 1}
        mouse.send("Input.dispatchMouseEvent", {**event, "buttons": int(kind != "Released")})


def until(page: Page, what: str, selector: str, holds: Callable[[Any], bool]) -> Any:
    """What a script says of a selector, once it holds."""
    end = time.monotonic() + PATIENCE
    while not holds(found := page.evaluate(what, selector)):
        assert time.monotonic() < end, f"{selector}: {found!r}"
        page.wait_for_timeout(50)
    return found


@EVERY
@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_its_texts_and_figures(old_page: Page, path: str) -> None:
    text, shapes = PAGES[path]
    old_page.goto(path)
    until(old_page, TEXT, "body", lambda found: text in found)
    for one in shapes:
        until(old_page, COUNT, one, bool)


@pytest.mark.parametrize(
    ("path", "control", "told"),
    [
        ("/", ".filter-bar .region-tianjin", "#lead"),
        ("/", ".filter-group.themes a:nth-of-type(3)", "#lead"),
        ("/indicators", ".filter-bar .region-tianjin", ".study-head h2"),
        ("/plan", ".filter-bar .region-tianjin", ".plan-title .subtitle"),
        ("/platforms", ".filter-bar .region-tianjin", ".atlas-head h2"),
        ("/regions/hebei", "[data-step=next]", ".profile-name"),
    ],
)
def test_a_filter_changes_what_is_said(old_page: Page, path: str, control: str, told: str) -> None:
    old_page.goto(path)
    until(old_page, COUNT, "body[data-ready]", bool)
    before = until(old_page, TEXT, told, bool)
    press(old_page, control)
    until(old_page, TEXT, told, lambda now: now not in ("", before))
    old_page.go_back()
    until(old_page, TEXT, told, lambda now: now == before)


def test_the_next_scene_comes_with_a_key(old_page: Page) -> None:
    old_page.goto("/present")
    until(old_page, COUNT, "body[data-ready]", bool)
    before = old_page.title()
    old_page.keyboard.press("ArrowRight")
    until(old_page, "() => document.title", "title", lambda now: now != before)


@EVERY
def test_the_editor_shows_moves_deletes_and_takes_back(old_page: Page) -> None:
    old_page.goto("/present/edit")
    until(old_page, COUNT, "#scenes li", bool)
    names = "() => [...document.querySelectorAll('#scenes .name')].map((one) => one.textContent)"
    first, second, *others = old_page.evaluate(names)
    preview = "() => document.getElementById('stage-frame').contentDocument.title"
    until(old_page, preview, "", lambda now: now.replace("\xa0", " ") == first)
    drag(old_page, *(f"#scenes li:nth-child({n}) .handle" for n in (1, 2)))
    until(old_page, names, "", lambda now: now == [second, first, *others])
    press(old_page, "#scenes li:nth-child(2) [data-act=drop]")
    until(old_page, COUNT, "dialog[open] #ask-no:focus", bool)
    old_page.keyboard.press("Escape")
    until(old_page, COUNT, "#scenes li:nth-child(2) [data-act=drop]:focus", bool)
    old_page.keyboard.press("Enter")
    until(old_page, COUNT, "dialog[open] #ask-no:focus", bool)
    press(old_page, "#ask-yes")
    until(old_page, names, "", lambda now: now == [second, *others])
    old_page.keyboard.press("Control+z")
    old_page.keyboard.press("Control+z")
    until(old_page, names, "", lambda now: now == [first, second, *others])


@EVERY
def test_the_search_of_all_pages_finds_and_opens(old_page: Page) -> None:
    old_page.goto("/plan")
    until(old_page, COUNT, "body[data-ready]", bool)
    old_page.keyboard.press("/")
    old_page.keyboard.type("gdp")
    until(old_page, TEXT, "#search-list [aria-selected=true]", lambda told: "地区生产总值" in told)
    old_page.keyboard.press("Enter")
    until(old_page, TEXT, "#study-title", lambda told: "地区生产总值" in told)


def test_data_stay_within_their_panel(old_page: Page) -> None:
    old_page.goto("/")
    until(old_page, COUNT, "body[data-ready]", bool)
    press(old_page, ".panel-trend details.data summary")
    bottom = "(selector) => document.querySelector(selector).getBoundingClientRect().bottom"
    inner, outer = (
        old_page.evaluate(bottom, one) for one in (".panel-trend .data-view", ".panel-trend")
    )
    assert 0 < inner <= outer


@pytest.mark.parametrize(
    ("path", "folds"),
    [
        ("/regions/hebei", ".profile-evidence"),
        ("/platforms?flows=1", ".atlas-flows details"),
        ("/plan", ".plan details"),
    ],
)
def test_on_paper_folds_are_open(old_page: Page, path: str, folds: str) -> None:
    old_page.goto(path)
    until(old_page, COUNT, "body[data-ready]", bool)
    every = until(old_page, COUNT, folds, bool)
    old_page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert old_page.evaluate(COUNT, f"{folds}[open]") == every
    old_page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert old_page.evaluate(COUNT, f"{folds}[open]") == 0


def test_by_keyboard_the_page_is_reached_and_what_changes_is_told(old_page: Page) -> None:
    old_page.goto("/plan")
    until(old_page, COUNT, "body[data-ready]", bool)
    old_page.keyboard.press("Tab")
    old_page.keyboard.press("Enter")
    assert old_page.evaluate("document.activeElement.id") == "main"
    assert old_page.evaluate(TEXT, "#announced") == ""
    press(old_page, ".filter-bar .region-tianjin")
    until(old_page, TEXT, "#announced", lambda told: "北京、河北" in told)
    old_page.evaluate("document.querySelector('[data-add-to-briefing]').focus()")
    old_page.keyboard.press("Enter")
    until(old_page, COUNT, "dialog[open]", bool)
    old_page.keyboard.press("Escape")
    until(old_page, COUNT, "[data-add-to-briefing]:focus", bool)


def test_from_a_page_that_is_not_there_one_goes_on(old_page: Page, guard: Guard) -> None:
    old_page.goto("/nowhere?theme=green")
    until(old_page, COUNT, "body[data-ready]", bool)
    guard.errors.clear()  # the browser's own report of the 404
    press(old_page, ".missing .button")
    until(old_page, TEXT, "#lead", lambda told: "绿色低碳" in told)
    old_page.go_back()
    until(old_page, TEXT, "main h2", lambda told: told == "页面不存在")


@pytest.fixture
def old_desk(old_browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The desk of an app of its own, in which an edition is live."""
    take_in_first(Publishing(tmp_path, lambda _: []), Person("管理员", "命令行"), EDITION)
    with serving(STORE_DIR=str(tmp_path)) as address:
        guard = Guard(address)
        opened = new_page(old_browser, guard, (1280, 900), new_context(old_browser, address))
        yield opened
        opened.context.close()
    assert guard.outside == []
    assert guard.errors == []


@EVERY
def test_at_the_desk_a_file_is_handed_in(old_desk: Page) -> None:
    old_desk.goto("/desk/")
    until(old_desk, COUNT, "#begin button", bool)
    for label, text in (("姓名", "李明"), ("新草稿的标题", "旧浏览器")):
        old_desk.evaluate(FOCUS, label)
        old_desk.keyboard.type(text)
        old_desk.keyboard.press("Tab")
    until(old_desk, TEXT, "#who", lambda told: "李明" in told)
    press(old_desk, "#begin button")
    until(old_desk, TEXT, "#said", lambda told: "已新建草稿" in told)
    until(old_desk, COUNT, ".desk-upload input", bool)
    old_desk.evaluate(HAND_IN, TABLE)
    until(old_desk, TEXT, "#file", lambda told: "识别为" in told)
    until(old_desk, TEXT, "#names", lambda told: "1 个名称已识别" in told)


@EVERY
def test_every_prepared_scene_is_drawn(old_page: Page) -> None:
    """Whatever layout it has; an error on the way would fail the page's guard."""
    old_page.goto("/present")
    until(old_page, COUNT, "body[data-ready]", bool)
    last = int(old_page.evaluate(TEXT, "#count").replace(" ", "").rpartition("/")[2])
    for number in range(1, last + 1):
        told = until(old_page, TEXT, "#count", lambda now, n=number: now.startswith(f"{n} "))
        assert old_page.evaluate(TEXT, "#title"), told
        old_page.keyboard.press("ArrowRight")
