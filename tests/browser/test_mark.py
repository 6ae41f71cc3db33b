"""The mark of the site: in sight on every screen, on the stage and on paper, covering nothing."""

from collections.abc import Iterator

import pypdfium2
import pytest
from conftest import Guard, close_all, new_page, serving
from playwright.sync_api import Browser, Page, expect
from views import open_page

pytestmark = pytest.mark.browser

MARK = "京津冀协同办内部征求意见稿"
WIDTHS = (1920, 1440, 1381, 1366, 1280, 1180, 1001, 1000, 720, 390, 320)
OUTSIDE = """() => [...document.querySelectorAll('.header > *, .header nav a')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.className)"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("briefings")
    with serving(MARK=MARK, BRIEFINGS_DIR=str(folder)) as at:
        yield at


@pytest.fixture
def page(chromium: Browser, marked: str) -> Iterator[Page]:
    own = Guard(marked)
    opened = new_page(chromium, own, (1440, 900))
    yield opened
    close_all(opened)
    assert own.outside == own.errors == []


def test_it_is_in_sight_on_every_screen_and_nothing_runs_out(page: Page) -> None:
    open_page(page, "/reports?theme=green")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".header .site-mark")).to_be_in_viewport(ratio=1)
        assert page.evaluate(OUTSIDE) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") == width, width


def test_it_stands_on_the_stage_and_on_its_handout(page: Page) -> None:
    page.goto("/present")
    expect(page.locator("body[data-ready]")).to_be_attached()
    expect(page.locator("#stage #mark")).to_have_text(MARK)
    expect(page.locator("#stage #mark")).to_be_in_viewport(ratio=1)
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert all(MARK in one.get_textpage().get_text_range() for one in sheets)


@pytest.mark.parametrize("path", ["/?theme=green", "/plan", "/reports?theme=green"])
def test_it_stands_on_paper(page: Page, path: str) -> None:
    open_page(page, path)
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert MARK in sheets[0].get_textpage().get_text_range()
