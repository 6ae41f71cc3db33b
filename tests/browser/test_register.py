"""An edition with a register in a browser: the chains and the page of areas tell it, on every
screen; one without says so in a line."""

import re
from collections.abc import Iterator

import pytest
from conftest import EDITION, Guard, close_all, new_page, serving
from playwright.sync_api import Browser, Page, expect
from views import open_page

from tests.registered import entities, package_with

pytestmark = pytest.mark.browser

SCREENS = ((1366, 768), (1440, 900), (1920, 1080), (390, 844))
LACKING = "本站未收录企业和项目登记表。"


@pytest.fixture(scope="module")
def registered_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tests' edition with 900 made-up enterprises and projects."""
    base = tmp_path_factory.mktemp("registered")
    package = package_with(EDITION, base / "data", entities(900))
    folders = {"DATA_DIR": package, "CACHE_DIR": base / "cache", "STATIC_DIR": base / "static"}
    with serving(**{name: str(path) for name, path in folders.items()}) as address:
        yield address


@pytest.fixture
def told(chromium: Browser, registered_site: str) -> Iterator[Page]:
    """A page of that site."""
    own = Guard(registered_site)
    opened = new_page(chromium, own, (1440, 900))
    yield opened
    close_all(opened)
    assert own.outside == own.errors == []


def test_the_chains_tell_numbers_and_sums_beside_what_sources_name(told: Page) -> None:
    page = told
    open_page(page, "/plan")
    chain = page.locator("#chain-robotics")
    expect(chain.get_by_text("企业").first).to_be_visible()
    expect(chain).to_contain_text("亿元")
    expect(page.get_by_text("来源：企业和项目登记表")).to_be_visible()
    assert "虚构" not in page.content()


def test_areas_are_listed_by_chain_and_by_year(told: Page) -> None:
    page = told
    open_page(page, "/areas")
    panel = page.get_by_role("region", name="重点产业链的企业和项目").first
    table = page.get_by_role("table", name="重点产业链的企业和项目")
    expect(table.get_by_role("link", name="石家庄市")).to_be_visible()
    page.get_by_text("按成立或开工年份").click()
    expect(page.get_by_role("table", name="企业按成立年份")).to_be_visible()
    table.get_by_role("link", name="河北省").click()
    expect(page).to_have_url(re.compile(r"/areas\?area=130000$"))
    expect(panel).to_be_visible()


@pytest.mark.parametrize("path", ["/plan", "/areas"])
@pytest.mark.parametrize("size", SCREENS)
def test_nothing_is_wider_than_the_screen(told: Page, path: str, size: tuple[int, int]) -> None:
    told.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(told, path)
    assert told.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("path", ["/plan", "/areas"])
def test_without_a_register_a_line_says_so(page: Page, path: str) -> None:
    open_page(page, path)
    expect(page.get_by_text(LACKING)).to_have_count(1)
    expect(page.locator(".registered, .areas-register table")).to_have_count(0)
