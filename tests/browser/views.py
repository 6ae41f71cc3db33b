"""What a browser test asks of the page: by role, name and drawn shapes."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

# The edition before the one that is served, where two are (two_editions_app.py).
DIGEST, VERSION = "0123456789abcdef", "2026-11-01"

PATIENCE = 60_000  # ms; a server that has just started, on a machine that does other things too
DRAWN = """() => ['trend', 'bars', 'map'].every((id) => {
  const plot = document.querySelector(`#${id} .js-plotly-plot`) ||
               document.querySelector(`#${id}.js-plotly-plot`);
  return plot && plot._fullLayout && plot._fullData !== undefined;
})"""
AT_REST = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await Promise.all([...document.querySelectorAll('.js-plotly-plot')].map((plot) => plot.drawing));
  await frame();
  await frame();
}"""
REMEMBER = """(id) => {
  const plot = document.getElementById(id);
  plot.before = plot.drawing;
}"""
DRAWN_ANEW = """async (id) => {
  const plot = document.getElementById(id);
  if (plot.drawing === plot.before) return false;
  await plot.drawing;
  return true;
}"""


def open_page(page: Page, address: str) -> None:
    """Open an address; wait until scripts have taken over the first page and hold it complete:
    before that, an element may be replaced between two questions about it."""
    page.goto(address)
    page.wait_for_selector("body[data-ready]", state="attached", timeout=PATIENCE)


def open_view(page: Page, query: str = "") -> None:
    """Open a view and wait until cards and figures are there."""
    open_page(page, f"/{query}")
    settled(page)


def settled(page: Page) -> None:
    """Wait until an answer has filled the page and the map has its polygons."""
    expect(page.locator("#lead")).not_to_be_empty()
    page.wait_for_function(DRAWN)
    expect(page.locator("#map .choroplethlayer path").first).to_be_attached()


def at_rest(page: Page) -> None:
    """Wait until every figure is drawn and the page was painted with it."""
    page.evaluate(AT_REST)


@contextmanager
def redrawn(page: Page, figure: str) -> Iterator[None]:
    """What is done in between makes a figure be drawn anew; wait until it is."""
    page.evaluate(REMEMBER, figure)
    yield
    page.wait_for_function(DRAWN_ANEW, arg=figure)
    at_rest(page)


def lead(page: Page) -> str:
    return page.locator("#lead").text_content() or ""


def query(page: Page) -> str:
    return page.url.partition("?")[2]


# Dates that a line's end has cut in two, with the text they stand in.
CUT_DATES = r"""() => {
  const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const date of text.data.matchAll(/\d{4}-\d{2}(-\d{2})?( \d{2}:\d{2})?/g)) {
      const range = document.createRange();
      range.setStart(text, date.index);
      range.setEnd(text, date.index + date[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(`${date[0]}: ${text.data.slice(0, 60)}`);
    }
  }
  return found;
}"""
