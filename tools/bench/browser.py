"""The browser: visits with a cold or warm cache."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    TimeoutError,
    sync_playwright,
)

from tools.bench.floor import Seen
from tools.bench.questions import CALLBACK, Question
from tools.bench.servers import BenchError
from tools.bench.sheets import Sheet

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SCRIPT = Path(__file__).with_name("page.js").read_text("utf-8")
WIDTH, HEIGHT = 1440, 900
QUIET = 250  # ms without drawing after which a page is at rest; a late resize comes within 200
FLOOR_QUIET = 80  # the floor has nothing that could come late
LIMIT = 20_000


@dataclass  # without slots: playwright leaves a mark on objects whose methods it calls
class Traffic:
    """What goes over the wire, as the browser's own network log counts it."""

    addresses: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def follow(self, context: BrowserContext, page: Page) -> None:
        """Count this page's requests from now on."""
        session = context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            self.addresses[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.addresses:
            self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    @property
    def is_complete(self) -> bool:
        """Whether every request has been answered."""
        return set(self.addresses) == set(self.sizes)


@dataclass(frozen=True, slots=True)
class Visit:
    """One load of a page: kB over the wire, requests, ms until the first and the last chart."""

    kilobytes: float
    requests: int
    first_chart: float
    last_chart: float
    moments: dict[str, float]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise BenchError("没有找到 chromium，请以管理员身份运行：apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def fresh(browser: Browser, sheet: Sheet) -> Iterator[BrowserContext]:
    """A context with an empty cache, in which the charts of this page are watched."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    context.add_init_script(sheet.script + SCRIPT)
    try:
        yield context
    finally:
        context.close()


def visit(context: BrowserContext, address: str, quiet: int) -> tuple[Visit, Page]:
    """Open a page and wait for its charts, then for all that it fetches besides."""
    page, traffic = context.new_page(), Traffic()
    traffic.follow(context, page)
    page.goto(address)
    drawn = charts_drawn(page)
    settle(page, quiet)
    while not traffic.is_complete:
        page.wait_for_timeout(20)
    moments = page.evaluate("() => bench.moments()")
    kilobytes = sum(traffic.sizes.values()) / 1000
    done = Visit(kilobytes, len(traffic.sizes), min(drawn.values()), max(drawn.values()), moments)
    return done, page


def charts_drawn(page: Page) -> dict[str, float]:
    """Wait for the charts; when each of them first showed data."""
    try:
        page.wait_for_function("() => bench.areDrawn()", timeout=LIMIT)
    except TimeoutError as error:
        drawn = "、".join(page.evaluate("() => bench.drawn()")) or "无"
        message = f"{page.url} 未在 {LIMIT / 1000:.0f} 秒内画出各图，已画出：{drawn}"
        raise BenchError(message) from error
    return {chart: float(at) for chart, at in page.evaluate("() => bench.drawn()").items()}


def settle(page: Page, quiet: int) -> None:
    """Wait until nothing has been drawn for a while."""
    page.evaluate("quiet => bench.idle(quiet)", quiet)


def look(browser: Browser, sheet: Sheet, address: str, selector: str) -> tuple[Question, Seen]:
    """What the app's page asks for at first and when a link is followed, and how it draws."""
    requests: list[Request] = []
    with fresh(browser, sheet) as context:
        context.on("request", lambda request: requests.append(request))
        _, page = visit(context, address, QUIET)
        config, sizes = page.evaluate("() => [bench.config(), bench.sizes()]")
        seen = Seen([r.url for r in requests], config, sizes)
        page.locator(selector).click()
        page.wait_for_timeout(QUIET)
        asked = [r for r in requests if CALLBACK in r.url]
        if not asked:
            raise BenchError("点击筛选后没有发出回调请求")
        last = asked[-1]
        return Question.seen(last.url, last.all_headers(), last.post_data or ""), seen
