"""`/present/preview`: a page of a briefing as the stage draws it, while it is being edited.

GET is the stage that stands in the editor's frame; POST draws a page that was not saved, or says
what is wrong with it.
"""

import orjson
from dash import Dash
from flask import Response, request

from analysis import links
from analysis.meeting.scenes import opening, slide
from components.document import Links
from components.meeting import pages
from components.meeting.deck import Shapes, deck_of_one
from data.briefings.file import BrokenBriefing, scenes_of
from data.model.catalog import Catalog
from data.package.faults import Fault
from data.package.scene_checks import Known
from serving.responses import json_response

PAGE = "本页"  # what the page that was sent is called in the faults


def register(app: Dash, catalog: Catalog, known: Known, shapes: Shapes, loaded: Links) -> None:
    """The address; `known` is what a page may name, `shapes` what the maps are drawn on,
    `loaded` the stage's style and the frame's script."""
    text = pages.page(loaded, {}, list(shapes.values()))

    def frame() -> Response:
        return Response(text, mimetype="text/html", headers={"Cache-Control": "no-cache"})

    def draw() -> Response:
        try:
            content = _drawn(catalog, known)
        except BrokenBriefing as broken:  # no failure: the page is being written
            faults = [{"key": one.column or "", "text": one.expected} for one in broken.faults]
            return json_response({"faults": faults}, 200)
        return json_response(content, 200)

    app.server.add_url_rule(links.PREVIEW, "preview", frame, methods=["GET"])
    app.server.add_url_rule(links.PREVIEW, "preview_drawn", draw, methods=["POST"])


def _drawn(catalog: Catalog, known: Known) -> dict[str, object]:
    """The page that was sent, as a deck of one, and the title it has. Raises BrokenBriefing."""
    [scene] = scenes_of([_sent()], PAGE, known)
    title = slide(catalog, scene, opening(catalog, scene)).title
    return {"title": title, "deck": deck_of_one(catalog, scene)}


def _sent() -> object:
    try:
        body = orjson.loads(request.get_data())
    except ValueError:
        body = None
    if not isinstance(body, dict) or "scene" not in body:
        raise BrokenBriefing([Fault(PAGE, None, None, None, "应为 JSON，含 scene 一项")])
    return body["scene"]
