"""What axe-core finds wrong with the pages: nothing, in every state they can be in.

axe-core is one of the npm packages of `tools/scripts`, from where it is read: no page loads it, and
the policy of the pages is not asked, as it is evaluated by the browser's own tools. One page goes
through all states; beside the rules of WCAG and good practice it holds targets to 24 px.
"""

from collections.abc import Callable, Iterator

import pytest
from conftest import Guard, new_context, new_page
from playwright.sync_api import Browser, Page, ViewportSize
from views import PATIENCE

from tools import npm

pytestmark = pytest.mark.browser

AXE = npm.WORK / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const rest = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await rest();
  await Promise.all([...document.querySelectorAll('.js-plotly-plot')].map((plot) => plot.drawing));
  await rest();
  const found = await axe.run(document, {
    resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map(
    ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.slice(0, 300)}`));
}"""
READY = "body[data-ready]"
DESK, PHONE = (1440, 900), (390, 844)


def type_in_search(words: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.keyboard.press("/")
        page.keyboard.insert_text(words)
        page.wait_for_function("() => document.getElementById('search-status').textContent")

    return act


def click(selector: str, every: bool = False) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.evaluate(
            "([one, every]) => [...document.querySelectorAll(one)].slice(0, every ? 99 : 1)"
            ".forEach((node) => node.click())",
            [selector, every],
        )

    return act


def press(*keys: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return act


def find_all(page: Page) -> None:
    page.focus("#find-input")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#find-list [role=option]")


def ask_for_a_briefing(page: Page) -> None:
    click("[data-add-to-briefing]")(page)
    page.wait_for_selector("#add-to-briefing[open]")


def open_place(page: Page) -> None:
    page.select_option("#platform-choice", "F3")
    page.wait_for_selector("#platform h3")


def wait_for(selector: str) -> Callable[[Page], None]:
    return lambda page: page.wait_for_selector(selector, state="attached") and None


# (address, what is done there, the size of the window)
State = tuple[str, Callable[[Page], None] | None, tuple[int, int]]
STATES: list[State] = [
    ("/", None, DESK),
    ("/?theme=innovation&region=hebei", None, DESK),
    ("/?theme=quality&indicator=madrid_tm_apps&from=2010&to=2012", None, DESK),
    ("/?region=mars&theme=nope", None, DESK),
    ("/?theme=green", click("details.data summary", every=True), DESK),
    ("/?theme=digital", open_place, DESK),
    ("/?theme=opening", type_in_search("zzzz9"), DESK),
    ("/?theme=chains", ask_for_a_briefing, DESK),
    ("/?theme=quality", None, PHONE),
    ("/", type_in_search("gdp"), PHONE),
    ("/?ground=prefecture.product", None, DESK),
    ("/indicators", None, DESK),
    ("/indicators", find_all, DESK),
    ("/indicators?indicator=gdp&chart=table", None, DESK),
    ("/indicators?indicator=gdp&chart=meta", None, DESK),
    ("/indicators?indicator=gdp&frame=provinces", None, DESK),
    ("/indicators?indicator=rd_intensity&against=gdp&chart=scatter", None, DESK),
    ("/indicators?indicator=gdp&scale=index&base=2015&events=1", None, DESK),
    ("/indicators?indicator=madrid_tm_apps&from=2010&to=2012", None, DESK),
    ("/indicators?theme=green", None, PHONE),
    ("/plan", None, DESK),
    ("/plan?theme=green&region=hebei", click("main details > summary", every=True), DESK),
    ("/plan?theme=chains", None, PHONE),
    ("/areas", None, DESK),
    ("/areas?area=131125&sector=ict", click("main details > summary", every=True), DESK),
    ("/areas?area=130000", None, PHONE),
    ("/evaluation", None, DESK),
    (
        "/evaluation?reference=beijing&sign=all&weights=green:2&without=trade",
        click("main details > summary", every=True),
        DESK,
    ),
    ("/evaluation?sort=size", None, PHONE),
    ("/reports?theme=green", None, DESK),
    (
        "/reports?report=region&region=hebei&layout=ordinary",
        click("main details > summary", every=True),
        DESK,
    ),
    ("/reports?report=task&topics=green,chains&own=green:甲", None, PHONE),
    ("/reports?report=briefing", None, DESK),
    ("/platforms", None, DESK),
    ("/platforms?place=F3&flows=1", None, DESK),
    ("/platforms?scheme=dark&place=F1&shade=1", None, DESK),
    ("/platforms?area=130600&ground=county.density&scheme=dark", None, DESK),
    ("/platforms?search=zzzz9", None, DESK),
    ("/platforms?scheme=dark", None, PHONE),
    ("/regions/beijing", None, DESK),
    ("/regions/hebei?from=2015", click("main details > summary", every=True), DESK),
    ("/regions/tianjin?from=2010&to=2010", None, DESK),
    ("/regions/hebei", None, PHONE),
    ("/changes", None, DESK),
    ("/nowhere", None, DESK),
    ("/regions/shanghai", type_in_search("gdp"), PHONE),
]
STAGE: list[State] = [
    ("/present", None, DESK),
    ("/present", press("1", "End"), DESK),
    ("/present?scene=map", None, DESK),
    ("/present?scene=tasks", press("g"), DESK),
    ("/present?scene=green&region=hebei", press("?"), DESK),
    ("/present?scene=structure", press("t", "p"), DESK),
    ("/present?briefing=nowhere", wait_for("#fault:not([hidden])"), DESK),
    ("/present", None, PHONE),
    ("/present/notes", None, DESK),
    ("/present/edit", wait_for("#scenes li"), DESK),
    ("/present/edit", wait_for("#scenes li"), PHONE),
]


@pytest.fixture(scope="module")
def axe() -> str:
    npm.prepared(with_checks=True)
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def walker(chromium: Browser, address: str) -> Iterator[Page]:
    """One page that goes through the states."""
    guard = Guard(address)
    page = new_page(chromium, guard, DESK, new_context(chromium, address))
    page.emulate_media(reduced_motion="reduce")
    yield page
    page.context.close()
    assert guard.outside == []


def opened(page: Page, where: str, ready: str) -> None:
    page.goto("about:blank")  # what an earlier state has opened is closed
    page.goto(where)
    page.wait_for_selector(ready, state="attached", timeout=PATIENCE)


def turned_to(page: Page, where: str) -> None:
    """As a link does it: the document stays, the page is put in."""
    page.evaluate("(where) => window.jing_jin_ji.open(where)", where)
    page.wait_for_function("(where) => window.location.href.endsWith(where)", arg=where)


def faults(page: Page, axe: str, states: list[State], ready: str) -> list[str]:
    found = []
    is_as_loaded = False
    for where, act, (width, height) in states:
        size: ViewportSize = {"width": width, "height": height}
        if page.viewport_size != size:  # what follows a window's size comes a moment after it
            page.set_viewport_size(size)
            is_as_loaded = False
        if is_as_loaded and ready == READY and "/nowhere" not in where:
            turned_to(page, where)
        else:
            opened(page, where, ready)
        page.evaluate(axe)
        if act:
            act(page)
        is_as_loaded = act is None and "/nowhere" not in where
        name = getattr(act, "__qualname__", "").partition(".")[0]
        found += [f"{where} ({width} px, {name}): {one}" for one in page.evaluate(RUN)]
    return found


def test_the_states_are_as_many_as_were_promised() -> None:
    assert len(STATES) + len(STAGE) >= 40


def test_axe_finds_nothing_wrong_with_the_pages(walker: Page, axe: str) -> None:
    assert faults(walker, axe, STATES, READY) == []


def test_axe_finds_nothing_wrong_with_meeting_mode(walker: Page, axe: str) -> None:
    assert faults(walker, axe, STAGE, f"{READY}, body[data-failed], #alone, #scenes") == []


def test_axe_would_find_a_fault(walker: Page, axe: str) -> None:
    walker.goto("/nowhere")
    walker.evaluate("document.body.insertAdjacentHTML('beforeend', '<button></button>')")
    walker.evaluate(axe)
    assert any("button-name" in one for one in walker.evaluate(RUN))
