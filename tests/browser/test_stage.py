"""The stage in a browser: keys alone from first to last scene, a region asked for, the list and
back, mouse and touch, without the server, and the speaker's window in step."""

import json
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from conftest import Guard, close_all, new_page, serving
from playwright.sync_api import Browser, Page, Route, expect
from stage_page import at_scene, open_stage, scene_count
from views import open_page, query

from components.elements import written

pytestmark = pytest.mark.browser

DRAWN = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)));
})"""
# Whatever is asked from now on is never answered; who has asked may give up.
HANGING = """() => { window.fetch = (_, { signal }) => new Promise((_, fail) => {
  signal.addEventListener("abort", () => fail(new Error("given up")));
}); }"""


@pytest.fixture
def page(chromium: Browser, guard: Guard) -> Iterator[Page]:
    """A screen of 1920x1080; the test fails if it spoke to another host or raised an error."""
    opened = new_page(chromium, guard, (1920, 1080))
    yield opened
    close_all(opened)
    assert guard.outside == []
    assert guard.errors == []


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_keys_alone_lead_from_the_first_scene_to_the_last_and_back(page: Page) -> None:
    open_stage(page)
    last = scene_count(page)
    assert last >= 10
    forward = ("PageDown", "ArrowRight", "Space")
    for number in range(1, last):
        at_scene(page, number)
        press(page, forward[number % 3])
    at_scene(page, last)
    press(page, "PageDown")
    at_scene(page, last)
    press(page, "PageUp", "ArrowLeft")
    at_scene(page, last - 2)
    press(page, "Home", "PageUp")
    at_scene(page, 1)
    press(page, "End")
    at_scene(page, last)


def test_a_detour_by_the_list_and_back(page: Page) -> None:
    open_stage(page)
    press(page, "PageDown", "PageDown", "3")
    found = title(page)
    press(page, "g")
    scenes = page.get_by_role("dialog", name="目录")
    expect(scenes).to_be_visible()
    press(page, "End", "ArrowUp", "g")
    expect(scenes).to_be_hidden()
    at_scene(page, 3)
    press(page, "g", "PageDown", "PageDown", "Enter")
    at_scene(page, 5)
    press(page, "g")
    expect(scenes.get_by_role("button").nth(2)).to_contain_text("刚才")
    press(page, "Enter")
    at_scene(page, 3)
    assert title(page) != found  # as prepared, not as it was left
    press(page, "3")
    assert title(page) == found
    press(page, "g", "ArrowDown", "Escape")
    at_scene(page, 3)


def test_a_region_asked_for_is_the_same_scene_refiltered_and_said_in_words(page: Page) -> None:
    open_stage(page, "?scene=innovation")
    place = page.locator("#where")
    at = page.locator("#count").inner_text()
    seen = [title(page)]
    keys = (("1", "北京"), ("2", "天津"), ("3", "河北"), ("4", "北京、天津"), ("5", "北京、河北"),
            ("6", "天津、河北"), ("0", "三地"))  # fmt: skip
    for key, region in keys:
        press(page, key)
        expect(place).to_contain_text(f"{region} ·")
        expect(page.locator("#count")).to_have_text(at)
        seen.append(title(page))
        assert region.partition("、")[0] in seen[-1] or "两地" in seen[-1]
    assert seen[0] == seen[-1]
    assert len(set(seen)) >= 4


def test_a_region_is_chosen_for_the_page_that_is_seen_and_one_key_returns(page: Page) -> None:
    """A prepared title stands over its own figure only, and the next page opens as prepared."""

    def prepared(route: Route) -> None:
        deck = route.fetch().json()
        for scene in deck["scenes"][1:3]:
            scene["opening"] = "hebei"
            scene["slides"]["hebei"]["title"] = "自己的标题"
        route.fulfill(json=deck)

    page.route("**/present/scenes.json*", prepared)
    open_stage(page)
    press(page, "1")
    expect(page.get_by_role("status").first).to_have_text("本页内容不分地区。")
    assert "region" not in parse_qs(query(page))
    press(page, "PageDown")
    expect(page.locator("#news")).to_be_empty()  # it was said of the page before
    place = page.locator("#where")
    expect(place).to_contain_text("河北 ·")
    press(page, "1")
    expect(place).to_contain_text("北京 ·")
    assert title(page) != "自己的标题"
    expect(page.locator("#version")).to_contain_text("Y 回到预设的地区")
    press(page, "y")
    expect(place).to_contain_text("河北 ·")
    assert title(page) == "自己的标题"
    press(page, "2", "PageDown")
    expect(place).to_contain_text("河北 ·")
    assert title(page) == "自己的标题"
    press(page, "2", "Backspace", "PageUp")
    expect(place).to_contain_text("河北 ·")
    assert "region" not in parse_qs(query(page))


def test_a_pasted_address_opens_the_same_scene_and_region(page: Page) -> None:
    open_stage(page)
    press(page, "PageDown", "PageDown", "PageDown", "2")
    found = title(page)
    asked = parse_qs(query(page))
    at, region = asked["scene"][0], asked["region"][0]
    assert region == "tianjin"
    other = page.context.new_page()
    open_stage(other, f"?briefing=default&scene={at}&region={region}")
    assert title(other) == found
    at_scene(other, 4)


SAME = """(html) => {
  const plain = (box) => {
    box.querySelectorAll("[style]").forEach((e) => e.setAttribute("style", e.style.cssText));
    box.normalize();
    return box;
  };
  const parsed = document.createElement("div");
  parsed.id = "body";
  parsed.innerHTML = html;
  return plain(parsed).isEqualNode(plain(document.getElementById("body").cloneNode(true)));
}"""


def as_in_script(text: str) -> float:
    """A number as scripts write it: 12.0 as 12."""
    number = float(text)
    return int(number) if number.is_integer() else number


def test_the_stage_builds_what_the_server_would_write(page: Page) -> None:
    open_stage(page)
    deck = json.loads(page.request.get("/present/scenes.json").text(), parse_float=as_in_script)
    for scene in deck["scenes"]:
        text = written(scene["slides"][scene["opening"]]["body"])
        assert page.evaluate(SAME, text), scene["id"]
        assert not page.evaluate(SAME, f"{text}.")
        press(page, "PageDown")


def test_what_is_written_in_a_text_is_no_markup(page: Page) -> None:
    text = "<b>甲</b>&amp;"

    def marked(route: Route) -> None:
        deck = route.fetch().json()
        for shown in deck["scenes"][0]["slides"].values():
            shown.update(title=text, body=[{"t": "p", "p": {"title": text}, "c": [text]}])
        route.fulfill(json=deck)

    page.route("**/present/scenes.json*", marked)
    open_stage(page)
    assert title(page) == text
    expect(page.locator("#body")).to_have_text(text)
    expect(page.locator("#body p")).to_have_attribute("title", text)
    expect(page.locator("b")).to_have_count(0)


def test_what_is_always_on_the_stage(page: Page) -> None:
    open_stage(page)
    version = page.request.get("/health").json()["data_version"]
    for _ in range(scene_count(page)):
        if not page.locator("#slide.layout-cover").count():
            expect(page.locator("#where")).not_to_be_empty()
            expect(page.locator("#source")).not_to_be_empty()
        expect(page.get_by_text(f"数据版本 {version} ·")).to_be_visible()
        press(page, "PageDown")


def test_black_and_light_and_the_keys(page: Page) -> None:
    open_stage(page)
    press(page, "b")
    expect(page.locator("#black")).to_be_visible()
    press(page, "PageDown")
    expect(page.locator("#black")).to_be_hidden()
    at_scene(page, 1)
    press(page, "t")
    expect(page.locator("body")).to_have_attribute("data-scheme", "light")
    press(page, "?")
    keys = page.get_by_role("dialog", name="按键")
    expect(keys).to_contain_text("PageDown")
    press(page, "Escape")
    expect(keys).to_be_hidden()
    page.reload()
    expect(page.locator("body[data-ready]")).to_have_attribute("data-scheme", "light")


def test_letters_count_by_their_place_when_an_input_method_hides_them(page: Page) -> None:
    open_stage(page)
    page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Process', code: 'KeyG'}))"
    )
    expect(page.get_by_role("dialog", name="目录")).to_be_visible()


def test_full_screen(page: Page) -> None:
    open_stage(page)
    press(page, "f")
    page.wait_for_function("document.fullscreenElement !== null")
    press(page, "f")
    page.wait_for_function("document.fullscreenElement === null")


def test_escape_leads_back_to_where_the_presenter_came_from(page: Page) -> None:
    open_page(page, "/indicators?theme=green")
    expect(page.locator("#study-title")).not_to_be_empty()
    page.evaluate("location.assign('/present')")
    expect(page.locator("body[data-ready]")).to_be_attached()
    press(page, "Escape")
    page.wait_for_url("**/indicators?theme=green")


def test_auto_play_turns_and_any_key_ends_it(timed_page: Page) -> None:
    page = timed_page
    open_stage(page)
    press(page, "p")
    expect(page.get_by_role("dialog", name="自动播放")).to_be_visible()
    press(page, "Home", "Enter")
    expect(page.get_by_text("按任意键暂停", exact=False).first).to_be_visible()
    page.clock.run_for(10_000)
    at_scene(page, 2)
    page.clock.run_for(10_000)
    at_scene(page, 3)
    press(page, "x")
    page.clock.run_for(60_000)
    at_scene(page, 3)


def test_by_mouse_halves_turn_and_controls_come_and_go(page: Page) -> None:
    open_stage(page)
    page.mouse.click(1500, 500)
    at_scene(page, 2)
    page.mouse.click(400, 500)
    at_scene(page, 1)
    press(page, "PageDown")
    tools = page.get_by_role("toolbar")
    page.mouse.move(900, 500)
    expect(tools).to_be_visible()
    tools.get_by_role("button", name="只看河北").click()
    expect(page.locator("#where")).to_contain_text("河北")
    tools.get_by_role("button", name="目录").click()
    page.get_by_role("dialog", name="目录").get_by_role("button").nth(3).click()
    at_scene(page, 4)
    expect(tools).to_be_hidden(timeout=6000)


def swipe(page: Page, start: tuple[int, int], by: tuple[int, int]) -> None:
    """A finger, as the browser gets it from the screen: what it makes of it (scrolling, a click)
    comes too. Before all is drawn the browser does not know where a finger is listened to."""
    page.evaluate(DRAWN)
    finger = page.context.new_cdp_session(page)
    for kind, part in (("Start", 0.0), ("Move", 0.3), ("Move", 0.7), ("Move", 1.0), ("End", None)):
        at = zip(start, by, strict=True)
        x, y = (place + way * (part or 0.0) for place, way in at)
        points = [] if part is None else [{"x": x, "y": y}]
        finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})


def test_by_touch_a_swipe_turns_and_a_tap_does(chromium: Browser, guard: Guard) -> None:
    """On a screen in a meeting room and on a phone, where the slide scrolls under the finger."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 720}, base_url=guard.address, has_touch=True
    )
    page = context.new_page()
    guard.watch(page)
    open_stage(page)
    for width, height in ((1280, 720), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        middle = (width // 2, height // 2)
        swipe(page, middle, (-120, 20))
        at_scene(page, 2)
        swipe(page, middle, (120, 20))
        at_scene(page, 1)
        swipe(page, middle, (30, 0))  # too short
        swipe(page, middle, (40, -160))  # scrolls
        at_scene(page, 1)
        page.touchscreen.tap(width - 40, height // 2)
        at_scene(page, 2)
        page.keyboard.press("Home")
        at_scene(page, 1)
    context.close()
    assert guard.outside == guard.errors == []


def test_newer_data_is_spoken_of_and_waits_to_be_asked_for(timed_page: Page) -> None:
    page = timed_page
    open_stage(page)
    found = title(page)
    newer = {"data_version": "2030-01-01", "data_digest": "other"}
    page.route("**/health", lambda route: route.fulfill(json=newer))
    page.clock.run_for(61_000)
    news = page.get_by_text("有新的数据版本（2030-01-01），按 R 重新载入")
    expect(news).to_be_visible()
    assert title(page) == found
    press(page, "PageDown")
    expect(news).to_be_visible()
    press(page, "r")
    expect(news).to_be_hidden()
    at_scene(page, 2)


def test_the_notes_are_in_step_both_ways_without_asking_the_server(page: Page) -> None:
    open_stage(page, "?scene=innovation")
    here = page.locator("#count").inner_text()
    with page.context.expect_page() as opening:
        press(page, "n")
    notes = opening.value
    expect(notes.get_by_role("heading", level=1)).to_have_text(title(page))
    asked: list[str] = []
    for window in (page, notes):
        window.on("request", lambda request: asked.append(request.url))
    expect(notes.get_by_role("region", name="数据").get_by_role("row").nth(1)).to_contain_text(
        "2024"
    )
    following = notes.get_by_role("region", name="下一页").locator("p")
    coming = following.inner_text()
    press(page, "PageDown")
    expect(notes.get_by_role("heading", level=1)).to_have_text(coming)
    notes.keyboard.press("PageUp")
    expect(page.locator("#count")).to_have_text(here)
    notes.keyboard.press("3")
    expect(page.locator("#where")).to_contain_text("河北")
    expect(notes.get_by_role("heading", level=1)).to_have_text(title(page))
    expect(notes.locator("#clock")).not_to_be_empty()
    assert asked == []


def test_escape_in_the_notes_closes_what_lies_over_the_scene(page: Page) -> None:
    open_stage(page, "?scene=regions")
    with page.context.expect_page() as opening:
        press(page, "n")
    notes = opening.value
    aside = notes.locator("#aside")
    expect(aside).not_to_be_empty()
    notes.keyboard.press("g")
    expect(page.get_by_role("dialog", name="目录")).to_be_visible()
    expect(aside).to_contain_text("演示窗口开着“目录”")
    notes.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="目录")).to_be_hidden()
    expect(aside).not_to_contain_text("目录")
    notes.keyboard.press("b")
    expect(page.locator("#black")).to_be_visible()
    notes.keyboard.press("Escape")
    expect(page.locator("#black")).to_be_hidden()
    notes.keyboard.press("Escape")
    notes.keyboard.press("PageDown")
    at_scene(page, 3)


def test_with_the_server_stopped_the_show_goes_on(chromium: Browser) -> None:
    with serving() as address:
        guard = Guard(address)
        page = new_page(chromium, guard, (1920, 1080))
        open_stage(page)
    windows = len(page.context.pages)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    seen = set()
    for _ in range(scene_count(page)):
        for key in ("0", "1", "2", "3"):
            press(page, key)
            seen.add((page.locator("#where").inner_text(), title(page)))
        press(page, "PageDown")
    assert len(seen) > 30
    press(page, "t", "g", "Home", "Enter")
    at_scene(page, 1)
    assert asked == []
    assert guard.errors == []
    press(page, "n")
    expect(page.get_by_text("演示不受影响，无法打开讲稿窗口")).to_be_visible()
    assert len(page.context.pages) == windows
    press(page, "Escape")
    expect(page.get_by_text("无法连接服务器，演示不受影响，暂时无法离开")).to_be_visible()
    at_scene(page, 1)
    page.close()


def test_a_network_that_hangs_keeps_nobody_waiting(page: Page) -> None:
    open_stage(page)
    page.evaluate(HANGING)
    press(page, "Escape")
    expect(page.get_by_text("无法连接服务器，演示不受影响，暂时无法离开")).to_be_visible(
        timeout=5000
    )
    at_scene(page, 1)


def test_a_briefing_that_is_not_there_is_said_so_in_words(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (1920, 1080))
    page.goto("/present?briefing=没有这一份")
    expect(page.get_by_role("alert")).to_contain_text("没有名为“没有这一份”的汇报")
    page.close()


def test_who_prefers_less_motion_gets_none(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_stage(page)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter((e) => getComputedStyle(e).transitionDuration !== '0s').length"
    )
    assert moving == 0
    page.emulate_media(reduced_motion="no-preference")
    longest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('*')].map((e) => Math.max(..."
        "getComputedStyle(e).transitionDuration.split(',').map((text) => parseFloat(text)))))"
    )
    assert 0 < longest <= 0.12
