"""A served app and a browser that may speak to nobody else."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
EDITION = ROOT / "tests" / "edition"  # the data package that is served
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
expect.set_options(timeout=20_000)  # ms: what is waited for comes late on a busy machine


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(module: str = "app", **environ: str) -> Iterator[str]:
    """gunicorn on a port of its own, or on PORT; its address. Ends its own processes."""
    port = environ.get("PORT", str(free_port()))
    command = [sys.executable, "-m", "gunicorn", f"{module}:server", "--config", "gunicorn.conf.py"]
    process = subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL,
        env={
            **os.environ, "PORT": port, "HOST": "127.0.0.1", "DATA_DIR": str(EDITION), **environ,
        },
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def wait_for(address: str, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/health", timeout=2):
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
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Guard:
    """What must not happen on any page: requests to other hosts, errors, refused content."""

    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def check(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()


@pytest.fixture
def guard(address: str) -> Guard:
    return Guard(address)


def new_page(chromium: Browser, guard: Guard, size: tuple[int, int]) -> Page:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, base_url=guard.address, locale="zh-CN"
    )
    page = context.new_page()
    page.route("**/*", guard.check)
    page.on("pageerror", lambda error: guard.errors.append(str(error)))
    page.on(
        "console",
        lambda message: guard.errors.append(message.text) if message.type == "error" else None,
    )
    return page


@pytest.fixture
def page(chromium: Browser, guard: Guard) -> Iterator[Page]:
    """A page at 1440x900; the test fails if it spoke to another host or raised an error."""
    opened = new_page(chromium, guard, (1440, 900))
    yield opened
    opened.context.close()
    assert guard.outside == []
    assert guard.errors == []
