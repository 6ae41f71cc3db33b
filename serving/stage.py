"""`/present` and `/present/notes`: the stage and its speaker's window, pages outside Dash."""

import json
from collections.abc import Callable
from pathlib import Path

from dash import Dash
from flask import Response
from markupsafe import Markup

from components import stage
from components.charts.stage_map import boundaries
from serving import statics

ADDRESSES = ("/present", "/present/notes")
SCRIPTS = {
    "/present": ("state", "keys", "paint", "channel", "stage"),
    "/present/notes": ("state", "keys", "channel", "notes"),
}
STYLES = {"/present": "stage", "/present/notes": "notes"}
MAKERS = {"/present": stage.page, "/present/notes": stage.notes_page}
POLL = 60  # seconds between two looks for newer data


def register(app: Dash, source: Path, static_folder: Path, briefing: str) -> None:
    """The pages, made once; `source` is the folder of their scripts and styles, `briefing` the
    name of the briefing that opens where none is asked for."""
    data = {"briefing": briefing, "poll": str(POLL)}
    for address in ADDRESSES:
        scripts = [
            statics.publish(static_folder, source / f"{name}.js") for name in SCRIPTS[address]
        ]
        style = statics.publish(static_folder, source / f"{STYLES[address]}.css")
        text = MAKERS[address](scripts, style, data)
        app.server.add_url_rule(
            address, address.strip("/").replace("/", "_"), _view(text), methods=["GET"]
        )


def _view(text: str) -> Callable[[], Response]:
    def answer() -> Response:
        return Response(text, mimetype="text/html", headers={"Cache-Control": "no-cache"})

    return answer


def shared(geo: Path) -> Markup:
    """The boundaries that maps on the stage are drawn on, from the folder of geometries."""
    areas, provinces = (
        json.loads((geo / name).read_text(encoding="utf-8"))
        for name in ("prefectures_overview.geojson", "provinces_overview.geojson")
    )
    return boundaries(areas, provinces)
