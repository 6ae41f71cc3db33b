"""Every page printed to A4 without backgrounds, and read back from the PDF."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page
from stage_page import open_stage, scene_count
from views import at_rest, open_page

from components import words

pytestmark = pytest.mark.browser

A4 = (595, 842)  # points
EDGE = 13 / 25.4 * 72 - 1  # points of white at the sides
SHEET = {"width": 695, "height": 1009}  # pixels of what is printed on
WHITE = 250  # and above, of 255
LEAST_FILLED, LAST_FILLED = 0.2, 0.08  # of a sheet's height: of any, and of the last one

# The page as it is laid out for paper: what is cut off, the labels of its figures and those that
# reach over their figure's edge, the rows of its tables, how wide it is.
LAID_OUT = """() => {
  const seen = (node) => node.getClientRects().length > 0;
  const named = (node) => node.id || node.className.baseVal || node.className || node.tagName;
  const inside = (box, edge) => box.left >= edge.left - 1 && box.right <= edge.right + 1 &&
                                box.top >= edge.top - 1 && box.bottom <= edge.bottom + 1;
  const labels = [...document.querySelectorAll(".graph")].filter(seen).flatMap((graph) =>
    [...graph.querySelectorAll("text")].filter((text) => text.textContent.trim() && seen(text))
      .map((text) => ({ text: text.textContent,
        isCut: !inside(text.getBoundingClientRect(), graph.getBoundingClientRect()) })));
  const cut = [...document.querySelectorAll("main *")].filter((node) => {
    const { overflowX, clipPath } = getComputedStyle(node);
    return seen(node) && overflowX !== "visible" && clipPath === "none" &&
           node.scrollWidth > node.clientWidth + 1 && !node.closest("svg, .visually-hidden");
  }).map(named);
  const rows = [...document.querySelectorAll("main tbody tr")].filter(seen)
    .map((row) => row.cells[0].innerText);
  const spilt = [...document.querySelectorAll("main td, main th")]
    .filter((cell) => seen(cell) && cell.scrollWidth > cell.clientWidth + 1)
    .map((cell) => cell.innerText);
  return { labels, cut, rows, spilt, width: document.documentElement.scrollWidth };
}"""


# Every figure has the size of its place.
DRAWN = """() => [...document.querySelectorAll(".graph")].every((one) => {
  const drawn = one._fullLayout;
  return !drawn || (drawn.width === one.clientWidth && drawn.height === one.clientHeight) ||
         !one.clientWidth;
})"""


@dataclass(frozen=True)
class Sheet:
    """A printed sheet: its words without spaces, the box around all of them in points, and what
    part of its height is not white."""

    words: str
    box: tuple[float, float, float, float]
    size: tuple[float, float]
    filled: float
    dark: float


def plain(text: str) -> str:
    """A text as it can be compared: PDF has no spaces of its own, and takes one of several signs
    that look the same."""
    return re.sub(r"[\s\u2060]", "", unicodedata.normalize("NFKC", text))


def read(pdf: bytes) -> list[Sheet]:
    return [_sheet(page) for page in pypdfium2.PdfDocument(pdf)]


def _sheet(page: Any) -> Sheet:
    text = page.get_textpage()
    boxes = [b for i in range(text.count_chars()) if (b := text.get_charbox(i))[2] > b[0]]
    left, low, right, high = zip(*boxes, strict=True)
    picture = page.render(scale=0.5, grayscale=True).to_numpy()
    height = picture.shape[0]
    printed = picture[: height - 40]  # without the number of the sheet
    return Sheet(
        words=plain(text.get_text_range()),
        box=(min(left), min(low), max(right), max(high)),
        size=tuple(round(side) for side in page.get_size()),
        filled=float((printed.min(axis=1) < WHITE).mean()),
        dark=float((printed < 100).mean()),
    )


def printed(page: Page) -> list[Sheet]:
    return read(page.pdf(print_background=False, prefer_css_page_size=True))


def laid_out(page: Page) -> dict[str, Any]:
    """How the page lies on paper; it is on the screen again afterwards."""
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    page.wait_for_function(DRAWN)
    at_rest(page)
    found: dict[str, Any] = page.evaluate(LAID_OUT)
    page.emulate_media(media="null")
    return found


def today() -> str:
    day = date.today()
    return f"打印日期:{day.year}年{day.month}月{day.day}日"


PAGES = {  # address → the words of its head: page and filter
    "/?region=hebei,tianjin&from=2012": (
        "总览地区:天津、河北;主题:总体经济;指标:地区生产总值;年份:2012—2024"
    ),
    "/?theme=green": "总览地区:北京、天津、河北;主题:绿色低碳;",
    "/indicators?theme=green": "指标地区:北京、天津、河北;主题:绿色低碳;",
    "/indicators?chart=table&against=population&scale=share3": (
        "数值形式:占三地比重;对照指标:年末常住人口;年份:"
    ),
    "/plan?region=hebei": "方案任务地区:河北;主题:方案要点;年份:",
    "/areas?area=131125": "产业布局地区:北京、天津、河北;行业:制造业;口径:区位商;打开的地区:安平县",
    "/evaluation?weights=green:2": (
        "协同评价地区:北京、天津、河北;对照:河北=1;自算指数的改动:绿色权重×2"
    ),
    "/reports?report=region&region=hebei&theme=green": (
        "报告地区:河北;种类:地区专报;版式:公文版式;年份:"
    ),
    "/platforms?scheme=dark&flows=1&region=hebei": "平台地图地区:河北;图层:2集中承载地、",
    "/regions/hebei": "地区地区:河北;年份:",
}


@pytest.fixture(params=PAGES)
def on_paper(page: Page, request: pytest.FixtureRequest) -> Iterator[tuple[str, dict, list[Sheet]]]:
    address = str(request.param)
    open_page(page, address)
    page.wait_for_function(
        """() => [...document.querySelectorAll(".graph")].every((one) => one._fullLayout) ||
                 document.querySelector(".study-table:not(:empty)")"""
    )
    at_rest(page)
    found = laid_out(page)
    yield address, found, printed(page)


def test_a_page_prints_whole_to_a4(on_paper: tuple[str, dict, list[Sheet]]) -> None:
    address, found, sheets = on_paper
    first, every = sheets[0].words, "".join(sheet.words for sheet in sheets)
    # the head
    for said in (PAGES[address], "数据版本:20", today(), "网址:http://127.0.0.1:"):
        assert said in first
    assert plain(address) in first
    assert "来源" in every
    # nothing is cut off, nothing is lost
    assert found["width"] <= SHEET["width"]
    assert found["cut"] == []
    assert found["spilt"] == []
    assert [label["text"] for label in found["labels"] if label["isCut"]] == []
    single = re.sub(r"(.)\1", r"\1", every)  # a name with a halo is printed twice, sign by sign
    labels = {plain(label["text"]) for label in found["labels"]}
    assert [text for text in labels if text not in every and text not in single] == []
    assert [row for row in map(plain, found["rows"]) if row not in every] == []
    # the sheets
    for number, sheet in enumerate(sheets, 1):
        left, _, right, high = sheet.box
        assert sheet.size == A4
        assert left >= EDGE
        assert right <= A4[0] - EDGE
        assert high <= A4[1] - EDGE
        assert sheet.words.startswith(f"{words.TITLE}{number}/{len(sheets)}")
        assert sheet.filled > (LEAST_FILLED if number < len(sheets) else LAST_FILLED), number
        assert sheet.dark < 0.15, "paper is light"
    assert sheets_with(sheets, "查看数据") == []  # nothing to press


def sheets_with(sheets: list[Sheet], text: str) -> list[int]:
    return [number for number, sheet in enumerate(sheets, 1) if text in sheet.words]


# More rows than a sheet holds.
LENGTHEN = """() => document.querySelectorAll(".coverage tbody tr").forEach((row) => {
  row.after(...[1, 2, 3, 4].map(() => row.cloneNode(true)));
})"""


def test_heads_stand_on_every_sheet_of_a_table(page: Page) -> None:
    open_page(page, "/indicators?theme=innovation")
    rows = [plain(text) for text in page.locator(".coverage tbody a").all_inner_texts()]
    page.evaluate(LENGTHEN)
    sheets = printed(page)
    bearing = [n for n, sheet in enumerate(sheets) if n and any(row in sheet.words for row in rows)]
    assert len(bearing) > 1
    for number in bearing:
        assert "指标2010" in sheets[number].words


VIEWS = (
    "/indicators?chart=multiples", "/indicators?scale=share3&chart=stack", "/indicators?chart=bars",
    "/indicators?against=population", "/indicators?chart=scatter&against=population",
    "/indicators?events=1&indicator=so2_emissions", "/?theme=innovation", "/?theme=chains",
)  # fmt: skip


def test_no_picture_is_cut_on_paper(page: Page) -> None:
    open_page(page, "/indicators")
    for address in VIEWS:
        page.evaluate("(address) => window.jing_jin_ji.open(address)", address)
        page.wait_for_function("(to) => location.href.endsWith(to)", arg=address)
        at_rest(page)
        found = laid_out(page)
        assert found["labels"], address
        cut = [label["text"] for label in found["labels"] if label["isCut"]]
        assert (cut, found["cut"]) == ([], []), address
        assert found["width"] <= SHEET["width"], address


# The scenes of the handout as they lie on paper: the least type in points, what is cut off.
HANDED_OUT = """() => {
  window.dispatchEvent(new Event("beforeprint"));
  const every = (selector, within) => [...within.querySelectorAll(selector)];
  const said = (e) => e.tagName !== "desc" &&
    [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const found = every(".handout-scene", document).map((scene) => {
    const stage = scene.querySelector(".handout-stage");
    const on_paper = stage.getBoundingClientRect().width / stage.offsetWidth * 72 / 96;
    const drawn = (e) => Math.hypot(e.getScreenCTM().a, e.getScreenCTM().b) * 72 / 96;
    const sizes = every("*", stage).filter(said).map((e) =>
      parseFloat(getComputedStyle(e).fontSize) * (e.closest("svg") ? drawn(e) : on_paper));
    const foot = stage.querySelector("footer").getBoundingClientRect();
    const low = every("#slide *", stage).filter((e) => e.getClientRects().length &&
      e.getBoundingClientRect().bottom > foot.top + 1 && said(e)).map((e) => e.textContent);
    const wide = every("#slide *", stage).filter((e) => said(e) &&
      e.getBoundingClientRect().right > stage.getBoundingClientRect().right - 1)
      .map((e) => e.textContent);
    return { least: Math.min(...sizes), low, wide };
  });
  window.dispatchEvent(new Event("afterprint"));
  return found;
}"""
LEAST_PRINTED = 8  # points


def test_a_briefing_prints_as_a_handout(page: Page) -> None:
    open_stage(page, "?scene=enterprises")
    count = scene_count(page)
    for number, scene in enumerate(page.evaluate(HANDED_OUT), 1):
        assert scene["least"] >= LEAST_PRINTED, number
        assert (scene["low"], scene["wide"]) == ([], []), number
    sheets = printed(page)
    assert page.locator("body").get_attribute("data-scheme") == "dark"  # as it was
    assert page.locator("#handout > *").count() == 0
    deck = page.evaluate("fetch('/present/scenes.json').then((answer) => answer.json())")
    assert len(sheets) == (count + 1) // 2
    for number, scene in enumerate(deck["scenes"]):
        slide = scene["slides"][scene["opening"]]
        version = f"数据版本{deck['version']}"  # stands in the source's first line
        inside = sheets[number // 2].words.replace(version, "")
        for said in (slide["title"], slide["source"], f"{number + 1} / {count}", scene["note"]):
            assert plain(said).replace(version, "") in inside
    for sheet in sheets:
        assert (sheet.size, sheet.dark < 0.15) == (A4, True)
        assert sheet.filled > LEAST_FILLED


def test_the_editor_prints_its_pages_with_what_is_said_to_each(page: Page) -> None:
    page.goto("/present/edit?briefing=default")
    page.locator("#scenes li").first.wait_for()
    told = page.locator("#scenes .name, #scenes .on-paper").all_text_contents()
    sheets = printed(page)
    every = "".join(sheet.words for sheet in sheets)
    assert [text for text in map(plain, told) if text not in every] == []
    assert "汇报:预置汇报" in sheets[0].words
    assert today() in sheets[0].words
    for pressed in ("新增页面", "另存为", "所选页面", "预览", "拖动"):
        assert sheets_with(sheets, pressed) == []
    assert all(sheet.dark < 0.15 for sheet in sheets)


def test_notes_without_a_stage_print_no_empty_headings(page: Page) -> None:
    page.goto("/present/notes")
    words_of_all = "".join(sheet.words for sheet in printed(page))
    assert "请先打开汇报" in words_of_all
    assert "本页数据" not in words_of_all
