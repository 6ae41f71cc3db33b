"""A served app and a browser that may speak to nobody else."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tools.ports import unused_port

ROOT = Path(__file__).resolve().parents[2]
EDITION = ROOT / "tests" / "edition"  # the data package that is served
NO_STORE = Path(tempfile.mkdtemp(prefix="store-"))  # nothing is published there
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine
]  # fmt: skip
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SHARED: dict[str, BrowserContext] = {}  # by the address of a server
expect.set_options(timeout=20_000)  # ms: what is waited for comes late on a busy machine


@contextlib.contextmanager
def serving(module: str = "app", **environ: str) -> Iterator[str]:
    """gunicorn on a port of its own, or on PORT, with one worker; its address. Ends its own
    processes."""
    port = environ.get("PORT", str(unused_port()))
    command = [sys.executable, "-m", "gunicorn", f"{module}:server", "--config", "gunicorn.conf.py"]
    process = subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL,
        env={
            **os.environ, "PORT": port, "HOST": "127.0.0.1", "WEB_CONCURRENCY": "1",
            "DATA_DIR": str(EDITION), "ACCESS": "open", "STORE_DIR": str(NO_STORE), **environ,
        },
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def is_well(address: str) -> bool:
    """Whether the server answers as it should; what else it says is closed too."""
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=2):
            return True
    except urllib.error.HTTPError as refused:
        refused.close()
    except OSError:
        pass
    return False


def wait_for(address: str, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_well(address):
            return
        time.sleep(0.2)
    pytest.fail(f"the server did not answer within {seconds} s")


@pytest.fixture(scope="session")
def briefings_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the served app keeps briefings."""
    return tmp_path_factory.mktemp("briefings")


@pytest.fixture(scope="session")
def address(briefings_folder: Path) -> Iterator[str]:
    with serving(BRIEFINGS_DIR=str(briefings_folder)) as at:
        yield at


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        while SHARED:
            SHARED.popitem()[1].close()
        browser.close()


@pytest.fixture(scope="module", autouse=True)
def closed_with_their_servers() -> Iterator[None]:
    """The browsers of servers that a module has started and ended end with the module."""
    yield
    for address in [one for one in SHARED if not is_well(one)]:
        SHARED.pop(address).close()


@dataclass
class Guard:
    """What must not happen on any page: requests to other hosts, errors, refused content."""

    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self._hear(message.type, message.text))

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.outside.append(request.url)

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)


@pytest.fixture
def guard(address: str) -> Guard:
    return Guard(address)


def new_context(browser: Browser, address: str) -> BrowserContext:
    return browser.new_context(base_url=address, locale="zh-CN")


def shared_context(browser: Browser, address: str) -> BrowserContext:
    """For all pages of a server: what the browser has loaded once is there. It has a profile on
    disk, in a folder that goes with it: without one Chromium compiles all scripts for every page,
    which takes four times as long as the page. It lives as long as its first page. It is of
    CHROMIUM: a page of another browser needs a context of its own."""
    if address not in SHARED:
        SHARED[address] = browser.browser_type.launch_persistent_context(
            "", executable_path=CHROMIUM, args=FLAGS, base_url=address, locale="zh-CN"
        )
    major = browser.version.partition(".")[0]
    assert f"Chrome/{major}." in SHARED[address].pages[0].evaluate("navigator.userAgent")
    return SHARED[address]


def new_page(
    browser: Browser, guard: Guard, size: tuple[int, int], context: BrowserContext | None = None
) -> Page:
    """A watched page of this size, in a context that remembers nothing of earlier pages but
    their files. A test that changes a context for good (its clock) brings its own."""
    context = context or shared_context(browser, guard.address)
    context.clear_permissions()
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    kept = {"origin": guard.address, "storageTypes": "cookies,local_storage"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", kept)
    guard.watch(page)
    return page


def close_all(page: Page) -> None:
    """Close a page and the windows it opened; not the one that its context lives by."""
    for one in page.context.pages[1:]:
        one.close()


@pytest.fixture
def page(chromium: Browser, guard: Guard) -> Iterator[Page]:
    """A page at 1440x900; the test fails if it spoke to another host or raised an error."""
    opened = new_page(chromium, guard, (1440, 900))
    yield opened
    close_all(opened)
    assert guard.outside == []
    assert guard.errors == []


@pytest.fixture
def timed_page(chromium: Browser, guard: Guard) -> Iterator[Page]:
    """The same in a context of its own: the clock of its pages is the test's."""
    opened = new_page(chromium, guard, (1440, 900), new_context(chromium, guard.address))
    opened.clock.install()
    yield opened
    opened.context.close()
    assert guard.outside == []
    assert guard.errors == []
