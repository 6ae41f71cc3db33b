"""What changed between two editions, as a file: `/changes.csv`, `.json`, `.xlsx`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from analysis import links
from analysis.changes import address
from analysis.changes.editions import EditionLine
from analysis.changes.summary import changes_summary
from analysis.pages import PAGES, Page
from analysis.query import Key
from analysis.state.view import Choices
from callbacks.site import Editions, compared, line_of, pair
from data.model.catalog import Catalog
from reports.change_files import changes_book, changes_csv, changes_json
from reports.changes import ChangesReport, changes_report
from reports.xlsx import workbook
from serving.files import BEIJING, MIMETYPES, Body

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

    def file(self, query: str, kind: str) -> Body:
        """The changes that a query asks for, to keep; named by both versions."""
        chosen, _ = compared(self._editions, self._catalog, query, self._options)
        editions = pair(self._editions, self._catalog, chosen)
        old, new = chosen.ends
        kept = address.pinned(chosen, self._options)
        found = replace(
            changes_report(changes_summary(*editions, chosen), editions),
            address=links.permanent(PAGES[Page.CHANGES].path, kept, new.digest),
        )
        is_told = old.version != new.version
        ends = [one.version if is_told else one.digest for one in (old, new)]
        return Body(
            WRITERS[kind](found),
            MIMETYPES[kind],
            f"jjj-changes-{'-'.join(ends)}.{kind}",
            f"京津冀监测_更新说明_{'至'.join(ends)}.{kind}",
        )
