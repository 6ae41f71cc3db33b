"""Files and API: `/indicators.csv|json|xlsx`, `/overview.csv|json|xlsx` and `/api/v1/…`.

The query keys are the page's. A wrong query gets 400 with every fault; nothing is guessed.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import quote

import orjson
from dash import Dash
from flask import Response, request

import analysis
import data
import reports
import serving
from analysis.desk import Desk, desk
from analysis.study import Study
from analysis.view import choices
from data.catalog import Catalog
from reports.delimited import delimited
from reports.document import document
from reports.records import Report, report
from reports.workbook import workbook
from serving import briefings, openapi
from serving.listing import listing
from serving.query import DESK_KEYS, VIEW_KEYS, Fault, faults, keys

BEIJING = timezone(timedelta(hours=8))
JSON, CSV = "application/json", "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGES: Mapping[str, tuple[str, ...]] = {"indicators": DESK_KEYS, "overview": VIEW_KEYS}
WRITERS: Mapping[str, tuple[str, Callable[[Catalog, Report], bytes]]] = {
    "csv": (CSV, lambda _, found: delimited(found)),
    "json": (JSON, lambda _, found: document(found)),
    "xlsx": (XLSX, lambda catalog, found: workbook(catalog, found, datetime.now(BEIJING))),
}
PREFIX = "/api/"
FILES = tuple(f"/{page}.{kind}" for page in PAGES for kind in WRITERS)
API = tuple(f"{PREFIX}v1/{name}" for name in ("indicators", "observations", "openapi.json"))
METHODS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class _Body:
    """The content of an answer, and the file name it is offered under ("": shown in place)."""

    content: bytes
    mimetype: str
    filename: str = ""
    filename_zh: str = ""


class _Refused(Exception):
    """What is asked for cannot be given; the faults say why."""

    def __init__(self, *found: Fault) -> None:
        super().__init__(*found)
        self.found = found


def register(app: Dash, catalog: Catalog) -> None:
    """The routes of files and API, and plain refusals of what is near them."""
    server, answers = app.server, _Answers(catalog)

    @server.before_request
    def refuse_stray() -> Response | None:
        path = request.path
        if path == briefings.PATH or path.startswith(f"{briefings.PATH}/"):
            return None  # these can be written too
        if path not in FILES and path not in API:
            missing = path.startswith(PREFIX)
            return _json({"error": "没有这个地址", "allowed": API}, 404) if missing else None
        if request.method in METHODS:
            return None
        refused = _json({"error": "只能读取（GET）", "allowed": METHODS}, 405)
        refused.headers["Allow"] = ", ".join(METHODS)
        return refused

    for page in PAGES:
        for kind in WRITERS:
            server.add_url_rule(
                f"/{page}.{kind}", f"{page}_{kind}", answers.file, defaults={"name": (page, kind)}
            )
    for path, view_of in zip(
        API, (answers.indicators, answers.observations, answers.description), strict=True
    ):
        server.add_url_rule(path, path, view_of)


class _Answers:
    """The answers for one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._options = choices(catalog)
        self._keys = keys(self._options)
        self._stamp = f"{catalog.digest}-{_code_mark()}"

    def file(self, name: tuple[str, str]) -> Response:
        """The view of a page as a file to keep."""
        page, kind = name
        mimetype, write = WRITERS[kind]

        def build(query: str) -> _Body:
            found = self._report(query)
            return _Body(
                write(self._catalog, found), mimetype, *(f"{n}.{kind}" for n in _file_names(found))
            )

        return self._answer(PAGES[page], build)

    def indicators(self) -> Response:
        """The catalogue, all of it or one theme."""

        def build(query: str) -> _Body:
            theme = request.args.get("theme")
            return _Body(orjson.dumps(listing(self._catalog, theme)), JSON)

        return self._answer(("theme",), build)

    def observations(self) -> Response:
        """The rows of a view of the indicators page, as JSON or CSV."""

        def build(query: str) -> _Body:
            mimetype, write = WRITERS[request.args.get("format", "json")]
            return _Body(write(self._catalog, self._report(query)), mimetype)

        return self._answer((*DESK_KEYS, "format"), build)

    def description(self) -> Response:
        """The OpenAPI document."""
        return self._answer(
            (), lambda query: _Body(orjson.dumps(openapi.description(self._keys)), JSON)
        )

    def _answer(self, names: Sequence[str], build: Callable[[str], _Body]) -> Response:
        """Refuse a wrong query, spare an unchanged answer, else build it."""
        query = request.query_string.decode(errors="replace")
        wrong = faults(query, [self._keys[name] for name in names], self._options)
        if wrong:
            return _refusal(wrong)
        mark = hashlib.sha256(f"{self._stamp} {request.path}?{query}".encode()).hexdigest()[:16]
        if request.if_none_match.contains_weak(mark):
            response = Response(status=304)
        else:
            try:
                response = _response(build(query))
            except _Refused as refused:
                return _refusal(refused.found)
        response.set_etag(mark, weak=True)  # weak: it holds for every compression of it
        response.headers["Cache-Control"] = "no-cache"
        return response

    def _report(self, query: str) -> Report:
        """The report of a query; _Refused where the page would show another scale or base
        year than asked for, and say so."""
        chosen, _ = desk(query, self._options)
        found = report(self._catalog, chosen)
        shown = found.parts[0].study
        if shown.desk.scale != chosen.scale:
            raise _Refused(_scale_fault(shown, chosen))
        if chosen.scale == "index" and chosen.base and shown.unit != f"{chosen.base}=100":
            raise _Refused(_base_fault(self._catalog, shown, chosen.base))
        return found


def _scale_fault(shown: Study, chosen: Desk) -> Fault:
    reason = next(offer.refusal for offer in shown.offers if offer.key == chosen.scale)
    allowed = tuple(offer.key for offer in shown.offers if not offer.refusal)
    return Fault(reason, "scale", chosen.scale, allowed)


def _base_fault(catalog: Catalog, shown: Study, asked: int) -> Fault:
    panel = catalog.panels[shown.indicator.indicator_id]
    view = shown.desk.view
    codes = [region.region_code for region in catalog.provinces if region.slug in view.regions]
    has_value = panel.loc[view.start : view.end, codes].gt(0).any(axis=1)
    years = tuple(str(year) for year in has_value.index[has_value])
    return Fault("所选地区在这一年没有可作基期的数值", "base", str(asked), years)


def _file_names(found: Report) -> tuple[str, str]:
    """A name for every system, and the Chinese one for those that take it."""
    part = found.parts[0]
    row, chosen = part.study.indicator, part.study.desk
    years = f"{chosen.view.start}-{chosen.view.end}"
    chinese = f"京津冀监测_{row.short_zh}_{part.scale}_{years}"
    return f"jjj-{row.indicator_id}-{chosen.scale}-{years}", chinese.replace("/", "每")


def _response(body: _Body) -> Response:
    response = Response(body.content, content_type=body.mimetype)
    if body.filename:
        response.headers["Content-Disposition"] = (
            f'attachment; filename="{body.filename}"; '
            f"filename*=UTF-8''{quote(body.filename_zh, safe='')}"
        )
    return response


def _refusal(found: Sequence[Fault]) -> Response:
    return _json({"errors": [fault.as_json() for fault in found]}, 400)


def _json(content: object, status: int) -> Response:
    return Response(orjson.dumps(content), status, content_type=JSON)


def _code_mark() -> str:
    """A mark of the code that makes the answers, so that a new release is not taken for old."""
    digest = hashlib.sha256()
    for package in (data, analysis, reports, serving):
        for path in sorted(Path(str(package.__file__)).parent.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
