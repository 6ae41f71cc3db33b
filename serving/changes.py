"""What changed between two editions, as a file: `/changes.csv`, `.json`, `.xlsx`, `.docx`,
`.pptx`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from analysis import links
from analysis.changes import address
from analysis.changes.editions import EditionLine
from analysis.changes.summary import ChangesSummary, changes_summary
from analysis.pages import PAGES, SEEN_KINDS, Page
from analysis.query import Key
from analysis.reports.page_view import document_of
from analysis.reports.views.changes import changes
from analysis.state.view import Choices
from callbacks.site import Editions, compared, line_of, pair
from data.model.catalog import Catalog
from reports.change_files import changes_book, changes_csv, changes_json
from reports.changes import ChangesReport, changes_report
from reports.xlsx import workbook
from serving.files import BEIJING, MIMETYPES, Body
from serving.seen import seen_content

WRITERS: Mapping[str, Callable[[ChangesReport], bytes]] = {
    "csv": changes_csv,
    "json": changes_json,
    "xlsx": lambda found: workbook(changes_book(found), datetime.now(BEIJING)),
}


class ChangesFiles:
    """The files of the editions that may be looked at beside the one that is served."""

    def __init__(self, catalog: Catalog, options: Choices, editions: Editions) -> None:
        self._catalog, self._options, self._editions = catalog, options, editions

    def listed(self) -> tuple[EditionLine, ...]:
        """All of them, now."""
        return address.offered(self._editions.listed(), line_of(self._catalog))

    def keys(self) -> Mapping[str, Key]:
        """The query keys, with the editions there are now."""
        return address.keys(self._options, self.listed())

    def report(self, query: str) -> tuple[ChangesReport, tuple[EditionLine, EditionLine]]:
        """The changes that a query asks for, and between which editions they are."""
        summary, editions = self._summary(query)
        return self._report(summary, editions), summary.chosen.ends

    def file(self, query: str, kind: str, stamp: str) -> Body:
        """The changes that a query asks for, to keep; named by both versions. `stamp` is of all
        that they are made from besides their address. Raises Busy, TooMuch."""
        summary, editions = self._summary(query)
        old, new = summary.chosen.ends
        is_told = old.version != new.version
        ends = [one.version if is_told else one.digest for one in (old, new)]
        return Body(
            self._content(summary, editions, kind, stamp),
            MIMETYPES[kind],
            f"jjj-changes-{'-'.join(ends)}.{kind}",
            f"京津冀监测_更新说明_{'至'.join(ends)}.{kind}",
        )

    def _content(
        self, summary: ChangesSummary, editions: tuple[Catalog, Catalog], kind: str, stamp: str
    ) -> bytes:
        if kind in SEEN_KINDS:
            seen = changes(summary, self._options)
            return seen_content(
                self._catalog, document_of(editions[1], Page.CHANGES, seen), kind, stamp
            )
        return WRITERS[kind](self._report(summary, editions))

    def _summary(self, query: str) -> tuple[ChangesSummary, tuple[Catalog, Catalog]]:
        chosen, _ = compared(self._editions, self._catalog, query, self._options)
        editions = pair(self._editions, self._catalog, chosen)
        return changes_summary(*editions, chosen), editions

    def _report(self, summary: ChangesSummary, editions: tuple[Catalog, Catalog]) -> ChangesReport:
        kept = address.pinned(summary.chosen, self._options)
        digest = summary.chosen.ends[1].digest
        place = links.permanent(PAGES[Page.CHANGES].path, kept, digest)
        return replace(changes_report(summary, editions), address=place)
