"""Meeting mode beside its stage: the deck as one JSON, briefings as files, and their editor."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from threading import Lock

import orjson
from cachetools import LRUCache
from dash import Dash
from flask import Response, request

from analysis import links as addresses
from callbacks.site import Site
from components import custom_properties
from components.document import Links
from components.meeting import editor
from components.meeting.deck import Shapes, deck
from components.meeting.forms import FORMS
from data.briefings.file import PREPARED, PREPARED_TITLE, Briefing, DamagedBriefing, written
from data.briefings.store import BriefingStore, NoBriefing
from data.cache import Cache
from data.model.catalog import Catalog
from serving import briefing_slides
from serving.briefings import prepared_or_own
from serving.responses import offer
from serving.stage import script
from serving.statics import Statics

SCENES, EDITOR = "/present/scenes.json", "/present/edit"
ADDRESSES = (SCENES, EDITOR, addresses.PREVIEW, briefing_slides.ADDRESS)
STYLES = (
    "assets/core/tokens.css",
    "assets/core/access.css",
    "assets/meeting/editor.css",
    "assets/core/header.css",
    "assets/core/search.css",
)
KEPT = 16  # decks, some hundred kB each

Deck = tuple[bytes, str]  # the JSON, and the mark of this content


def register(
    app: Dash, catalog: Catalog, store: BriefingStore, shapes: Shapes, cache: Cache
) -> Callable[[], int]:
    """The addresses; `shapes` is what the maps on the stage are drawn on. Returns what makes
    the prepared deck ahead, into `cache`, and gives its size in bytes."""
    found = _Answers(catalog, store, shapes, cache)
    app.server.add_url_rule(SCENES, "present_scenes", found.scenes, methods=["GET"])
    app.server.add_url_rule("/present/<name>.json", "present_file", found.file, methods=["GET"])
    return found.prepare


def register_editor(app: Dash, site: Site, root: Path, scripts: Path, static: Statics) -> None:
    """The page of the editor, made once; `root` has the folders of its styles, `scripts` its
    built script."""
    styles: list[Path | str] = [custom_properties.PAGES, *(root / path for path in STYLES)]
    style = static.publish_together("editor.css", styles)
    links = Links((style,), script(static, scripts / "editor.js"))
    text = editor.page(site.catalog, site.options, site.index, links)

    @app.server.get(EDITOR)
    def present_edit() -> Response:
        return Response(text, mimetype="text/html", headers={"Cache-Control": "no-cache"})


class _Answers:
    """The answers for one catalog and one folder of briefings."""

    def __init__(
        self, catalog: Catalog, store: BriefingStore, shapes: Shapes, cache: Cache
    ) -> None:
        self._catalog = catalog
        self._cache = cache
        self._store = store
        self._shapes = shapes
        self._lock = Lock()
        self._decks: LRUCache[tuple[str, str, object], Deck] = LRUCache(KEPT)

    def scenes(self) -> Response:
        """Every scene of a briefing for every choice of regions, drawn for the form asked for."""
        name = request.args.get("briefing") or PREPARED
        form = request.args.get("form", "")
        try:
            content, mark = self._deck(name, form if form in FORMS else "wide")
        except NoBriefing:
            names = [PREPARED, *(entry.name for entry in self._store.entries())]
            return _json({"error": f"没有名为“{name[:40]}”的汇报", "allowed": names}, 404)
        except DamagedBriefing as damaged:
            reasons = [str(fault) for fault in damaged.faults]
            return _json({"error": "；".join(reasons[:3]), "allowed": []}, 422)
        is_known = request.if_none_match.contains_weak(mark)
        response = Response(status=304) if is_known else _json(None, 200)
        if not is_known:
            response.set_data(content)
        response.set_etag(mark, weak=True)  # weak: it holds for every compression of it
        response.headers["Cache-Control"] = "no-cache"
        return response

    def prepare(self) -> int:
        """Make the deck of the prepared briefing; its size in bytes."""
        return len(self._deck(PREPARED)[0])

    def _deck(self, name: str, form: str = "wide") -> Deck:
        found = prepared_or_own(self._catalog, self._store, name)
        key = name, form, found.scenes
        with self._lock:
            kept = self._decks.get(key)
        if kept is None:
            content = self._content(found, form)
            kept = content, hashlib.sha256(content).hexdigest()[:16]
            with self._lock:
                self._decks[key] = kept
        return kept

    def _content(self, found: Briefing, form: str) -> bytes:
        """The deck of a briefing; that of the prepared one is of the data and shared."""
        is_prepared = found.name == PREPARED
        named = found.name, PREPARED_TITLE if is_prepared else found.name

        def make() -> bytes:
            made = deck(self._catalog, named, found.scenes, self._shapes, FORMS[form])
            return orjson.dumps(made)

        return self._cache.made(f"deck-{form}", make) if is_prepared else make()

    def file(self, name: str) -> Response:
        """A briefing as a file to keep; a damaged one as it lies there."""
        try:
            if name == PREPARED:
                content = written(Briefing(name, PREPARED, self._catalog.scenes))
            else:
                content = self._store.content(name)
        except NoBriefing:
            return _json({"error": f"没有名为“{name[:40]}”的汇报"}, 404)
        response = Response(content, content_type="application/json")
        title = PREPARED_TITLE if name == PREPARED else name
        offer(response, "briefing.json", f"汇报_{title}.json")
        response.headers["Cache-Control"] = "no-store"
        return response


def _json(content: object, status: int) -> Response:
    return Response(orjson.dumps(content), status, content_type="application/json")
