"""Files and API: `/indicators.csv|json|xlsx`, `/overview.…`, `/areas.…`,
`/platforms.…`, `/plan.…`, `/changes.…`, `/regions/<slug>.…`, `/api/v1/…`.

The query keys are the page's. A wrong query gets 400 with every fault; nothing is guessed.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import orjson
from dash import Dash
from flask import Flask, Response, request

import analysis
import components
import data
import reports
import serving
from analysis import links, pages
from analysis.marking import marked
from analysis.pages import Page
from analysis.query import Fault, Key, Query, faults
from analysis.state.frequency import KEY, asked
from analysis.state.view import Choices, choices
from callbacks.site import Editions
from data.briefings.store import BriefingStore
from data.marks import code_mark
from data.model.catalog import Catalog
from data.model.periods import ANNUAL
from serving import files, openapi, strays
from serving.answering import answered
from serving.api_keys import LIMIT, OFFSET, data_key, fields_key, format_key, measure_key
from serving.areas import areas_file
from serving.briefing_refusals import Refused as NotTaken
from serving.briefing_refusals import refusal
from serving.changes import ChangesFiles
from serving.evaluation import evaluation_file
from serving.files import VIEWS, WRITERS, Body
from serving.lists.body import body
from serving.lists.documents import DOCUMENTS
from serving.lists.formats import WITH_SDMX, asked_form
from serving.lists.listed import Asked, Listed
from serving.lists.table import LISTS
from serving.reports import ReportFiles
from serving.responses import JSON
from serving.seen import Seen, seen_addresses
from serving.sent_own import sent_own

REPORTS = pages.PAGES[Page.REPORTS]
REPORT_FILES = tuple(links.file_path(Page.REPORTS, kind) for kind in REPORTS.kinds)
FILES = (
    *(links.file_path(page, kind) for page in VIEWS for kind in WRITERS),
    *(links.file_path(Page.CHANGES, kind) for kind in pages.VIEW_KINDS),
    *REPORT_FILES,
)
API = (*(one.path for one in LISTS), *DOCUMENTS, links.DESCRIPTION)
PROFILES = pages.PAGES[Page.REGIONS]
Profiles = Mapping[str, tuple[str, str]]
SeenFiles = Mapping[str, tuple[Page, str, str]]


def addresses(options: Choices) -> frozenset[str]:
    """The address of every file."""
    return frozenset([*FILES, *files.profile_addresses(options), *seen_addresses(options)])


def register(
    app: Dash, catalog: Catalog, editions: Editions, store: BriefingStore | None = None
) -> None:
    """The routes of files and API, and plain refusals of what is near them; `store` has the
    briefings that reports may be of."""
    server, answers = app.server, _Answers(catalog, editions, store)
    profiles = files.profile_addresses(choices(catalog))
    seen = seen_addresses(choices(catalog))

    known = strays.Known(
        (*FILES, *profiles, *seen),
        API,
        tuple(profiles),
        PROFILES.path,
        PROFILES.kinds,
        REPORT_FILES,
    )
    server.before_request(lambda: strays.refusal(known))
    _files(server, answers, profiles, seen)
    for one in LISTS:
        server.add_url_rule(one.path, one.path, answers.listed, defaults={"listed": one})
    for path in DOCUMENTS:
        server.add_url_rule(path, path, answers.document, defaults={"path": path})
    server.add_url_rule(links.DESCRIPTION, links.DESCRIPTION, answers.description)


def _files(server: Flask, answers: "_Answers", profiles: Profiles, seen: SeenFiles) -> None:
    """The routes of files."""
    for page in VIEWS:
        for kind in WRITERS:
            server.add_url_rule(
                links.file_path(page, kind),
                f"{page}_{kind}",
                answers.file,
                defaults={"name": (page, kind)},
            )
    for kind in pages.VIEW_KINDS:
        path = links.file_path(Page.CHANGES, kind)
        server.add_url_rule(path, path, answers.changes, defaults={"kind": kind})
    for kind, path in zip(REPORTS.kinds, REPORT_FILES, strict=True):
        named = {"kind": kind}
        server.add_url_rule(path, path, answers.report, defaults=named, methods=["GET", "POST"])
    for path, place in seen.items():
        server.add_url_rule(path, path, answers.seen, defaults={"place": place})
    for path, name in profiles.items():
        server.add_url_rule(path, path, answers.profile, defaults={"name": name})


class _Answers:
    """The answers for one catalog, and for the changes from and to other editions."""

    def __init__(
        self, catalog: Catalog, editions: Editions, store: BriefingStore | None = None
    ) -> None:
        self._catalog = catalog
        self._options = choices(catalog)
        self._changes = ChangesFiles(catalog, self._options, editions)
        measure, data = measure_key(catalog), data_key(catalog)
        self._keys = {
            kind: {
                **pages.keys(catalog, own),
                **{key.name: key for key in (measure, data)},
            }
            for kind, own in self._options.every.items()
        }
        self._stamp = f"{catalog.digest}-{code_mark(_folders())}-{marked()}"
        self._seen = Seen(catalog, self._options, self._stamp)
        self._reports = ReportFiles(catalog, self._options, self._stamp, store)

    def file(self, name: tuple[Page, str]) -> Response:
        """The view of a page as a file to keep."""
        page, kind = name

        def build(query: str) -> Body:
            if page == Page.AREAS:
                return areas_file(self._catalog, self._options, query, kind)
            if page == Page.EVALUATION:
                return evaluation_file(self._catalog, self._options, query, kind)
            return files.page_file(self._catalog, self._options, page, query, kind)

        return self._answer(pages.PAGES[page].keys, build)

    def seen(self, place: tuple[Page, str, str]) -> Response:
        """The view of a page as a document to go on working in."""
        page, slug, kind = place

        def build(query: str) -> Body:
            return self._seen.file(page, slug, query, kind)

        return self._answer(pages.PAGES[page].keys, build)

    def changes(self, kind: str) -> Response:
        """What changed between two editions, as a file to keep. Which are meant by default, and
        which there are, may be others tomorrow."""
        query = request.query_string.decode(errors="replace")
        known = (*self._changes.keys().values(), self._keys[ANNUAL][links.DATA])
        wrong = faults(query, known)
        stamp = self._with_editions()
        return answered(query, stamp, wrong, lambda query: self._changes.file(query, kind, stamp))

    def report(self, kind: str) -> Response:
        """A report as a file to keep, with what is sent to be added to it."""
        try:
            own = sent_own() if request.method == "POST" else ()
        except NotTaken as refused:
            return refusal(refused)
        stamp = self._reports.stamp(request.query_string.decode(errors="replace"), own)
        return self._answer(REPORTS.keys, lambda query: self._reports.file(query, kind, own), stamp)

    def profile(self, name: tuple[str, str]) -> Response:
        """A region's profile as a file to keep. Of the keys only the years matter to it, as on
        its page; the others may stand, as they do in the page's address."""
        return self._answer(
            PROFILES.keys,
            lambda query: files.profile_file(self._catalog, self._options, name, query),
        )

    def listed(self, listed: Listed) -> Response:
        """A list, or the part of it that is asked for."""
        query = request.query_string.decode(errors="replace")
        own = (LIMIT, OFFSET, fields_key(listed.fields), format_key(listed.formats))
        form = asked_form(query, listed.formats, request.accept_mimetypes)
        question = Asked(self._catalog, self._options, query, self._changes, form)
        if listed.is_of_editions:
            known = (*self._changes.keys().values(), self._keys[ANNUAL][links.DATA], *own)
            wrong, stamp = faults(query, known), self._with_editions()
        else:
            wrong, stamp = self._faults(query, listed.keys, own), self._stamp
        answer = answered(query, f"{stamp} {form}", wrong, lambda _: body(listed, question))
        if listed.formats == WITH_SDMX:
            answer.vary.add("Accept")
        return answer

    def document(self, path: str) -> Response:
        """What describes the lists to other programs."""
        return self._answer((), lambda _: DOCUMENTS[path](self._catalog))

    def description(self) -> Response:
        """The OpenAPI document, with the editions there are now."""

        def build(query: str) -> Body:
            found = openapi.description(openapi.every(self._keys), self._changes.keys())
            return Body(orjson.dumps(found), JSON)

        return self._answer((), build, self._with_editions())

    def _with_editions(self) -> str:
        """The stamp of what names editions."""
        return " ".join([self._stamp, *(one.digest for one in self._changes.listed())])

    def _answer(
        self, names: Sequence[str], build: Callable[[str], Body], stamp: str = ""
    ) -> Response:
        """The answer to a query that may have the keys of these names; `stamp` where it depends on
        more than the data that is served."""
        query = request.query_string.decode(errors="replace")
        return answered(query, stamp or self._stamp, self._faults(query, names), build)

    def _faults(
        self, query: str, names: Sequence[str], more: Sequence[Key] = ()
    ) -> tuple[Fault, ...]:
        """What is wrong with a query that may have the keys of these names, and `more`."""
        kind = asked(Query.of(query), self._options) if KEY in names else ANNUAL
        known = [self._keys[kind][name] for name in (*names, links.DATA)]
        return pages.faults(query, (*known, *more), self._options.of(kind))


def _folders() -> list[Path]:
    """Where the code that makes the answers lies."""
    floors = (data, analysis, components, reports, serving)
    return [Path(str(package.__file__)).parent for package in floors]
