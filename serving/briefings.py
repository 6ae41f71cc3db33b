"""`/api/v1/briefings`: reading and writing named briefings.

Written is only what the product's own pages send: JSON, from the same origin.
"""

import re
from collections.abc import Callable, Collection
from typing import Any
from urllib.parse import urlsplit

import orjson
from dash import Dash
from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from analysis import links, pages
from analysis.meeting import scene_of_address as scene_addresses
from analysis.meeting.scenes import opening, slide
from analysis.state.view import choices
from data.briefings.file import (
    PREPARED,
    PREPARED_TITLE,
    REVISION,
    Briefing,
    BrokenBriefing,
    plain,
    scenes_of,
)
from data.briefings.owners import NotTheirs, Writer
from data.briefings.store import NEW, BriefingStore, NoBriefing, StaleBriefing
from data.editions.roles import Role
from data.model.catalog import Catalog
from data.model.scenes import Scene
from serving import own_page
from serving.access import Access
from serving.briefing_refusals import Refused, refusal, wrong
from serving.responses import json_response

PATH = "/api/v1/briefings"
METHODS = ("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS")
READING = ("GET", "HEAD")
FILE = "汇报"  # what a list of scenes that was sent is called in the faults

Answer = Callable[..., Response]


def register(
    app: Dash,
    catalog: Catalog,
    store: BriefingStore,
    hosts: Collection[str],
    access: Access,
) -> None:
    """The addresses of briefings, which are written to under one of the names `hosts` only
    (serving/own_page.py), by who may (serving/access.py)."""
    found = _Answers(catalog, store, access)
    routes: dict[str, dict[str, Answer]] = {
        PATH: {"GET": found.list},
        f"{PATH}/<name>": {"GET": found.read, "PUT": found.write, "DELETE": found.delete},
        f"{PATH}/<name>/scenes": {"POST": found.add},
    }
    for path, actions in routes.items():
        app.server.add_url_rule(
            path,
            path,
            _dispatching(actions, hosts),
            methods=METHODS,
            provide_automatic_options=False,
        )


def _dispatching(actions: dict[str, Answer], hosts: Collection[str]) -> Answer:
    def answer(**named: str) -> Response:
        asked = "GET" if request.method == "HEAD" else request.method
        if asked not in actions:
            allowed = [m for m in METHODS if ("GET" if m == "HEAD" else m) in actions]
            refused = json_response({"error": "该地址不支持此操作", "allowed": allowed}, 405)
            refused.headers["Allow"] = ", ".join(allowed)
            return refused
        try:
            refused_for = "" if asked in READING else own_page.refusal(hosts)
            if refused_for:
                raise Refused(403, {"error": refused_for})
            given = actions[asked](**named)
            return _marked(given) if asked in READING else given
        except (Refused, NoBriefing, NotTheirs, StaleBriefing, BrokenBriefing, OSError) as error:
            return refusal(error)

    return answer


def _marked(answer: Response) -> Response:
    """The answer with the mark of its content, or only that it is unchanged."""
    answer.add_etag(weak=True)  # weak: it holds for every compression of it
    answer.headers["Cache-Control"] = "no-cache"
    answer.make_conditional(request)
    return answer


class _Answers:
    """The answers for one catalog and one folder."""

    def __init__(self, catalog: Catalog, store: BriefingStore, access: Access) -> None:
        self._catalog = catalog
        self._store = store
        self._access = access
        self._options = choices(catalog)
        self._keys = pages.keys(catalog, self._options)

    def list(self) -> Response:
        """Every briefing, the prepared one first."""
        own = [
            {
                "name": entry.name,
                "title": entry.name,
                "revision": entry.revision,
                "scenes": entry.scenes,
                "owner": entry.owner,
                "fault": entry.fault,
                "editable": not entry.fault,
            }
            for entry in self._store.entries()
        ]
        count = len(self._catalog.scenes)
        prepared = {"name": PREPARED, "title": PREPARED_TITLE, "revision": NEW, "scenes": count}
        prepared["owner"] = ""
        return json_response(
            {"briefings": [{**prepared, "fault": "", "editable": False}, *own]}, 200
        )

    def read(self, name: str) -> Response:
        """One briefing."""
        return self._said(prepared_or_own(self._catalog, self._store, name), 200)

    def write(self, name: str) -> Response:
        """A briefing as it was edited."""
        body = sent({"revision": str, "scenes": list})
        scenes = scenes_of(body["scenes"], FILE, self._store.known)
        found = self._store.write(name, scenes, body["revision"], self._writer())
        return self._said(found, 201 if body["revision"] == NEW else 200)

    def delete(self, name: str) -> Response:
        """A briefing nobody needs any more."""
        text = request.args.get("revision", "")
        if not re.fullmatch(REVISION, text):
            raise wrong("应为所见的版本标记", "revision", text)
        self._store.delete(name, text, self._writer())
        return Response(status=204)

    def add(self, name: str) -> Response:
        """The page at an address as one more scene."""
        scene = self._asked(str(sent({"address": str})["address"]))
        found = self._store.add(name, scene, self._writer())
        return self._said(found, 201 if len(found.scenes) == 1 else 200)

    def _writer(self) -> Writer:
        visitor = self._access.visitor()
        return Writer(visitor.name, visitor.may(Role.ADMIN))

    def _asked(self, address: str) -> Scene:
        """The scene of an address; Refused where it is no page of the product or asks wrongly."""
        try:
            parts = urlsplit(address)
        except ValueError:
            raise wrong("不是地址", "address", address) from None
        path = links.path_of(parts.path)
        page = pages.page_of(path, self._options) if parts.netloc in ("", request.host) else None
        if page is None:
            raise wrong("不是本站的页面", "address", address, *pages.paths(self._options))
        names = pages.PAGES[page].keys
        known = [self._keys[name] for name in names]
        kept = "&".join(p for p in parts.query.split("&") if p.partition("=")[0] in names)
        faults = pages.faults(kept, known, self._options)
        if faults:
            raise Refused(400, {"errors": [fault.as_json() for fault in faults]})
        try:
            return scene_addresses.scene_of(self._catalog, path, kept, parts.fragment)
        except scene_addresses.NoScene:
            raise wrong("只有分县数据的指标不能放入汇报", "address", address) from None

    def _said(self, found: Briefing, status: int) -> Response:
        catalog = self._catalog
        content = {
            "name": found.name,
            "title": PREPARED_TITLE if found.name == PREPARED else found.name,
            "revision": found.revision,
            "owner": found.owner,
            "scenes": [plain(scene) for scene in found.scenes],
            "titles": [slide(catalog, one, opening(catalog, one)).title for one in found.scenes],
        }
        return json_response(content, status)


def prepared_or_own(catalog: Catalog, store: BriefingStore, name: str) -> Briefing:
    """The briefing of a name, the prepared one too. Raises as `Briefings.read` does."""
    return Briefing(PREPARED, NEW, catalog.scenes) if name == PREPARED else store.read(name)


def sent(wanted: dict[str, type]) -> dict[str, Any]:
    """The JSON object that was sent, with exactly the wanted keys, each of its type."""
    try:
        found = orjson.loads(request.get_data())
    except RequestEntityTooLarge:
        raise Refused(413, {"error": "内容太大"}) from None
    except ValueError:
        raise wrong("不是完整的 JSON", "", "") from None
    if not isinstance(found, dict):
        raise wrong("应为对象", "", type(found).__name__, *wanted)
    for key in {**wanted, **found}:
        value = found.get(key)
        if key not in wanted:
            raise wrong("没有这一项", key, "", *wanted)
        if type(value) is not wanted[key]:
            raise wrong("缺这一项，或种类不对", key, str(value))
    return found
