"""A store of facts in a browser: that it is away is said in plain words, and 重试 brings the page
back once it is there again; years below months have room."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Guard, close_all, new_page, serving
from playwright.sync_api import Browser, Locator, Page, expect
from views import at_rest, open_page

from data.cube.sql import PAUSE
from tools.synthetic_facts import Size, make

pytestmark = pytest.mark.browser

SIZE = Size(counties=12, months=4, indicators=2)
OPEN, OTHER = "/areas?fact=synthetic_001", "/areas?fact=synthetic_002"
ASKED_AGAIN = PAUSE * 1000 + 200  # ms after which a store that was away is asked again


@dataclass(frozen=True)
class Site:
    """A served app, and the folder its facts lie in."""

    address: str
    facts: Path

    @property
    def elsewhere(self) -> Path:
        return self.facts.with_name("moved")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real tables with a few made-up facts beside them."""
    base = tmp_path_factory.mktemp("away")
    make(base, SIZE)
    folders = {"CACHE_DIR": "cache", "STATIC_DIR": "static", "BRIEFINGS_DIR": "briefings"}
    own = {name: str(base / folder) for name, folder in folders.items()}
    with serving(DATA_DIR=str(base / "data"), FACTS=str(base / "facts"), **own) as address:
        yield Site(address, base / "facts")


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page of that site; the browser reports the failed requests on its console, as it should."""
    guard = Guard(site.address)
    opened = new_page(chromium, guard, (1440, 900))
    yield opened
    close_all(opened)
    if site.elsewhere.is_dir():
        site.elsewhere.rename(site.facts)
    assert guard.outside == []


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name)


def test_an_open_page_stays_says_so_and_comes_back(page: Page, site: Site) -> None:
    open_page(page, OPEN)
    expect(heading(page, "合成指标 001").first).to_be_visible()
    site.facts.rename(site.elsewhere)
    page.get_by_label("分县指标").select_option("synthetic_002")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("数据暂时无法读取，页面仍为最近一次取得的内容。请稍后重试。")
    expect(heading(page, "合成指标 001").first).to_be_visible()
    expect(page).to_have_url(f"{site.address}{OPEN}")
    site.elsewhere.rename(site.facts)
    page.wait_for_timeout(ASKED_AGAIN)
    alert.get_by_role("button", name="重试").click()
    expect(heading(page, "合成指标 002").first).to_be_visible()
    expect(page).to_have_url(f"{site.address}{OTHER}")
    expect(alert).to_have_count(0)


def test_an_address_says_so_others_open_and_it_comes_back(page: Page, site: Site) -> None:
    site.facts.rename(site.elsewhere)
    asked = f"{OPEN}&period=2014-02"
    answer = page.goto(asked)
    assert answer is not None and answer.status == 503
    expect(heading(page, "数据暂时无法读取")).to_be_visible()
    expect(
        page.get_by_text("该页的数据暂时无法读取，请稍后重试；其他页面不受影响。")
    ).to_be_visible()
    page.get_by_role("link", name="返回总览").click()
    expect(page.get_by_role("region", name="时间序列").first).to_be_visible()
    page.goto(asked)
    site.elsewhere.rename(site.facts)
    page.wait_for_timeout(ASKED_AGAIN)
    page.get_by_role("link", name="重试").click()
    expect(heading(page, re.compile("合成指标 001.*2014 年 1—2 月")).first).to_be_visible()
    expect(page).to_have_url(f"{site.address}{asked}")


@pytest.mark.parametrize("width", [390, 1440])
def test_years_below_months_do_not_touch(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_page(page, "/indicators?indicator=synthetic_001&freq=M&from=2014-01")
    labels = page.locator("#study .xtick text")
    expect(labels.first).to_be_attached()
    at_rest(page)
    boxes = [box for one in labels.all() if (box := one.bounding_box())]
    assert len(boxes) > 2
    assert all(left["x"] + left["width"] < right["x"] for left, right in pairwise(boxes))
