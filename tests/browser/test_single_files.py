"""Pages, a report and a briefing kept as files: opened from a folder, without a network, they show
the same figures, print, and are presented."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

FIGURES = {
    "overview.html?theme=green": 3,
    "indicators.html?scale=index": 1,
    "areas.html": 2,
    "evaluation.html": 1,
    "platforms.html": 2,
    "regions/hebei.html": 0,
    "plan.html": 0,
}
DRAWN = """(least) => [...document.querySelectorAll('.graph')].filter((one) => one._fullLayout &&
  Math.abs(one.clientWidth - one._fullLayout.width) < 1.5).length >= least"""


@pytest.fixture
def offline(chromium: Browser) -> Iterator[Page]:
    """A page without any network; the test fails if it asks for anything or raises an error."""
    context = chromium.new_context(offline=True, viewport={"width": 1366, "height": 768})
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    own = ("file:", "data:", "blob:")
    page.on("request", lambda one: None if one.url.startswith(own) else asked.append(one.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert asked == errors == []


def kept(address: str, name: str, folder: Path) -> str:
    """A file of the site in a folder; its address there."""
    path = folder / "kept.html"
    with urlopen(f"{address}/{name}") as answer:
        path.write_bytes(answer.read())
    return path.as_uri()


@pytest.mark.parametrize("name", FIGURES)
def test_a_page_is_read_from_a_stick(
    offline: Page, address: str, tmp_path: Path, name: str
) -> None:
    page = offline
    page.goto(kept(address, name, tmp_path))
    expect(page.get_by_role("heading", level=1)).to_have_text("京津冀产业协同发展监测")
    page.wait_for_function(DRAWN, arg=FIGURES[name])
    assert page.get_by_role("button").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(DRAWN, arg=FIGURES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_map_has_its_areas_and_marks(offline: Page, address: str, tmp_path: Path) -> None:
    offline.goto(kept(address, "overview.html", tmp_path))
    expect(offline.locator("#map .choroplethlayer path")).to_have_count(13 + 3)
    assert offline.locator("#map .scattergeo path.point").count() > 30


def test_folds_open_without_a_script_of_the_site(
    offline: Page, address: str, tmp_path: Path
) -> None:
    offline.goto(kept(address, "overview.html", tmp_path))
    offline.locator("details.data summary").first.click()
    expect(offline.get_by_role("table").first).to_be_visible()


def test_a_report_is_read_from_a_stick_and_runs_nothing(
    offline: Page, address: str, tmp_path: Path
) -> None:
    page = offline
    page.goto(kept(address, "reports.html?theme=green", tmp_path))
    expect(page.get_by_role("heading", level=2)).to_be_visible()
    expect(page.get_by_role("img").first).to_be_visible()
    box = page.locator("svg.still").first.bounding_box()
    assert box and box["width"] > 500 and box["height"] > 150
    assert page.evaluate("document.scripts.length") == 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_briefing_is_presented_from_a_stick(offline: Page, address: str, tmp_path: Path) -> None:
    page = offline
    page.goto(kept(address, "present/default.html", tmp_path))
    expect(page.locator("body[data-ready]")).to_be_attached()
    expect(page.locator("#count")).to_have_text(re.compile(r"^1 / \d+$"))
    before = page.title()
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_title(before)
    page.keyboard.press("1")
    for key in ("n", "e", "Escape"):  # what needs a server does nothing
        page.keyboard.press(key)
    expect(page.locator("#fault")).to_be_hidden()
    page.keyboard.press("g")
    expect(page.get_by_role("dialog", name="目录")).to_be_visible()
    assert page.url.startswith("file:")
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = sheets[0].get_textpage().get_text_range()
    assert "打印日期" in text and "file:" not in text


def test_the_editor_gives_the_saved_briefing_with_its_stage(page: Page) -> None:
    page.goto("/present/edit?briefing=default")
    expect(page.locator("#scenes li").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载演示网页").click()
    assert download.value.suggested_filename.startswith("汇报_预置汇报_")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert 'id="frozen"' in text and "default-src 'none'" in text
