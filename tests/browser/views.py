"""What a browser test asks of the page: by role, name and drawn shapes."""

from playwright.sync_api import Page, expect

PATIENCE = 60_000  # ms; a server that has just started, on a machine that does other things too
DRAWN = """() => ['trend', 'bars', 'map'].every((id) => {
  const plot = document.querySelector(`#${id} .js-plotly-plot`) ||
               document.querySelector(`#${id}.js-plotly-plot`);
  return plot && plot._fullLayout && plot._fullData !== undefined;
})"""


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


def lead(page: Page) -> str:
    return page.locator("#lead").text_content() or ""


def query(page: Page) -> str:
    return page.url.partition("?")[2]
