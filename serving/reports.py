"""Reports as files: `/reports.docx`, `.pptx`, `.xlsx`, `.html`, `.json`."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from analysis.query import Fault
from analysis.reports.address import KINDS, Own, query_of, report_view
from analysis.reports.summary import ReportSummary, report_deck, report_summary
from analysis.state.view import Choices
from callbacks.own_briefings import NotKept, with_briefing
from components import custom_properties
from components.elements import element
from components.reports.sheet import sheet
from components.single_file import single_file
from data.briefings.store import BriefingStore
from data.model.catalog import Catalog
from reports.apart import written_apart
from reports.report_book import report_book
from reports.report_json import report_json
from reports.word.layouts import Layout
from reports.xlsx import workbook
from serving.building import BUILDING
from serving.deck_slides import deck_slides
from serving.document_text import document_text
from serving.files import BEIJING, MIMETYPES, Body, Refused
from serving.report_sheets import report_sheets

ASSETS = Path(__file__).parents[1] / "assets"
STYLES = (
    "core/tokens.css", "reports/still.css", "reports/reports.css", "core/paper.css",
    "reports/paper.css", "reports/file.css",
)  # fmt: skip

Writer = Callable[[Catalog, ReportSummary], bytes]


def _html(catalog: Catalog, found: ReportSummary) -> bytes:
    style = "\n".join(
        [custom_properties.PAGES, *((ASSETS / name).read_text("utf-8") for name in STYLES)]
    )
    body = [element("main", *sheet(found.document, catalog), class_="report-sheet")]
    return single_file(found.document.title, style, body, class_="of-report")


def _book(catalog: Catalog, found: ReportSummary) -> bytes:
    made = report_book(found.document, report_sheets(catalog, found.chosen))
    return written_apart(workbook, made, datetime.now(BEIJING))


def _word(catalog: Catalog, found: ReportSummary) -> bytes:
    return document_text(catalog, found.document, Layout(found.chosen.layout))


def _slides(catalog: Catalog, found: ReportSummary) -> bytes:
    return deck_slides(catalog, report_deck(catalog, found))


WRITERS: Mapping[str, Writer] = {"docx": _word, "pptx": _slides, "xlsx": _book, "html": _html}


class ReportFiles:
    """The reports of one catalog as files; `stamp` is of all that they are made from besides their
    address and the briefings of the `store`."""

    def __init__(
        self, catalog: Catalog, options: Choices, stamp: str, store: BriefingStore | None
    ) -> None:
        self._catalog, self._options, self._store = catalog, options, store
        self._stamp = stamp

    def stamp(self, query: str, kept: Own = ()) -> str:
        """The stamp, with what the briefing of a query holds now and what was sent with it."""
        chosen, _ = report_view(query, self._options)
        try:
            scenes = with_briefing(chosen, self._store).scenes
        except NotKept:
            scenes = ()
        more = repr((scenes, kept)).encode() if scenes or kept else b""
        held = hashlib.sha256(more).hexdigest() if more else ""
        return f"{self._stamp} {held}".strip()

    def file(self, query: str, kind: str, kept: Own = ()) -> Body:
        """What the page shows of a query, to keep, with what its writer left out and added; named
        by its kind. Raises Busy, TooMuch, Refused."""
        chosen, _ = report_view(query, self._options)
        try:
            chosen = replace(with_briefing(chosen, self._store), kept=kept)
        except NotKept as lost:
            raise Refused(Fault(str(lost), "briefing", chosen.briefing, lost.allowed)) from lost
        asked = query_of(chosen, self._options)
        found = report_summary(self._catalog, chosen)
        if kind == "json":
            content = report_json(found.document, asked, kept)
        else:
            key = f"{self.stamp(query, kept)} {kind} {asked}"
            content = BUILDING.file(key, lambda: WRITERS[kind](self._catalog, found))
        ending = f"{self._catalog.version}.{kind}"
        said = [KINDS[chosen.kind].name, *found.document.filter_text.split(" · ")]
        return Body(
            content,
            MIMETYPES[kind],
            f"jjj-report-{chosen.kind}-{ending}",
            f"京津冀监测_{'_'.join(dict.fromkeys(said))}_{ending}",
        )
