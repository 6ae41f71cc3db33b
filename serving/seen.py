"""What a page shows as a document or slides to go on working in: `/overview.docx`,
`/regions/hebei.pptx` …"""

from collections.abc import Callable, Mapping

from analysis import links
from analysis.document.document import Document
from analysis.pages import PAGES, SEEN_KINDS, Page
from analysis.reports.leaves.documents import document_deck
from analysis.reports.page_view import page_view
from analysis.state.view import Choices
from data.model.catalog import Catalog
from reports.word.layouts import Layout
from serving.building import BUILDING
from serving.deck_slides import deck_slides
from serving.document_text import document_text
from serving.files import MIMETYPES, VIEWS, Body

Writer = Callable[[Catalog, Document], bytes]
WRITERS: Mapping[str, Writer] = {
    "docx": lambda catalog, found: document_text(catalog, found, Layout.ORDINARY),
    "pptx": lambda catalog, found: deck_slides(catalog, document_deck(found)),
}


def seen_addresses(options: Choices) -> dict[str, tuple[Page, str, str]]:
    """The address of every document of a page's view, with page, region's slug and kind."""
    pairs = [*((page, "") for page in VIEWS), *((Page.REGIONS, slug) for slug in options.regions)]
    return {
        links.file_path(page, kind, slug): (page, slug, kind)
        for page, slug in pairs
        for kind in SEEN_KINDS
    }


def seen_content(catalog: Catalog, found: Document, kind: str, stamp: str) -> bytes:
    """A Document of what is seen as a file; `stamp` is of all that it is made from besides its
    address. Raises Busy, TooMuch."""
    return BUILDING.file(f"{stamp} {kind} {found.address}", lambda: WRITERS[kind](catalog, found))


class Seen:
    """The documents of the pages of one catalog; `stamp` is of all that they are made from besides
    their addresses."""

    def __init__(self, catalog: Catalog, options: Choices, stamp: str) -> None:
        self._catalog = catalog
        self._options = options
        self._stamp = stamp

    def file(self, page: Page, slug: str, query: str, kind: str) -> Body:
        """The view of a page, that of a region by its `slug`, to keep. Raises Busy, TooMuch."""
        found = page_view(self._catalog, self._options, page, query, slug)
        content = seen_content(self._catalog, found, kind, self._stamp)
        name = "-".join(filter(None, ("jjj", page.value, slug, self._catalog.version)))
        called = "_".join(("京津冀监测", PAGES[page].name, *found.filter_text.split(" · ")))
        return Body(content, MIMETYPES[kind], f"{name}.{kind}", f"{_named(called)}.{kind}")


def _named(text: str) -> str:
    """A text as part of a file's name, not too long for one."""
    return "".join(" " if sign in '/\\:*?"<>|' else sign for sign in text)[:80].strip()
