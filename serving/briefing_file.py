"""`/present/<name>.html`: a briefing with its stage as one file, which is presented without a
server or a network."""

import hashlib
from pathlib import Path

import orjson
from flask import Response, request

from analysis.marking import marked
from analysis.query import faults
from components.meeting.deck import Shapes, deck
from components.meeting.pages import stage
from components.single_file import inside, single_file
from data.briefings.file import PREPARED, PREPARED_TITLE, Briefing, DamagedBriefing
from data.briefings.store import BriefingStore, NoBriefing
from data.marks import code_mark
from serving.answering import not_built, refusal
from serving.api_keys import data_key
from serving.briefings import prepared_or_own
from serving.building import BUILDING, Busy
from serving.index import Monitor
from serving.responses import json_response, offer
from serving.statics import Statics

SERVED = ("notes", "edit", "leave")  # actions that need a server
FOLDERS = ("analysis", "components", "serving")
ROOT = Path(__file__).parents[1]


def register(
    app: Monitor, store: BriefingStore, shapes: Shapes, static: Statics, scripts: Path
) -> None:
    """The address; `shapes` is what the maps are drawn on, `scripts` the folder of the built
    scripts, from which the stage has its own."""
    files = _Files(app, store, shapes, static, scripts)
    app.server.add_url_rule("/present/<name>.html", "present_alone", files.of, methods=["GET"])


class _Files:
    """The files of the briefings of one folder."""

    def __init__(
        self, app: Monitor, store: BriefingStore, shapes: Shapes, static: Statics, scripts: Path
    ) -> None:
        self._app, self._store, self._shapes = app, store, shapes
        self._static = static
        own = scripts / "stage.js"
        self._script = own.read_text(encoding="utf-8") if own.is_file() else ""
        self._code = code_mark(ROOT / name for name in FOLDERS)

    def of(self, name: str) -> Response:
        """A briefing to keep; one that is not there or damaged is said so."""
        catalog = self._app.answers.site.catalog
        query = request.query_string.decode(errors="replace")
        if wrong := faults(query, (data_key(catalog),)):
            return refusal(wrong)
        try:
            found = prepared_or_own(catalog, self._store, name)
            mark = self._mark(found)
            content = BUILDING.file(f"stage {mark}", lambda: self._written(found))
        except NoBriefing:
            return json_response({"error": f"没有名为“{name[:40]}”的汇报"}, 404)
        except DamagedBriefing as damaged:
            said = "；".join(str(fault) for fault in damaged.faults[:3])
            return json_response({"error": said}, 422)
        except Busy as reason:
            return not_built(reason)
        if request.if_none_match.contains_weak(mark):
            return Response(status=304)
        response = Response(content, content_type="text/html; charset=utf-8")
        response.set_etag(mark, weak=True)
        response.headers["Cache-Control"] = "no-cache"
        return offer(response, "briefing.html", f"汇报_{_title(found)}_{catalog.version}.html")

    def _mark(self, found: Briefing) -> str:
        catalog = self._app.answers.site.catalog
        said = f"{catalog.digest} {self._code} {marked()} {found.name} {found.scenes!r}"
        return hashlib.sha256(f"{said} {self._script}".encode()).hexdigest()[:16]

    def _written(self, found: Briefing) -> bytes:
        catalog = self._app.answers.site.catalog
        made = deck(catalog, (found.name, _title(found)), found.scenes, self._shapes)
        return single_file(
            f"{_title(found)} · 汇报",
            self._static.read(self._style()),
            stage(without=SERVED),
            [self._script],
            frozen=inside(orjson.dumps(made).decode()),
            class_="stage",
            data_scheme="dark",
            data_briefing=found.name,
        )

    def _style(self) -> str:
        return self._static.address_of("stage.css")


def _title(found: Briefing) -> str:
    return PREPARED_TITLE if found.name == PREPARED else found.name
