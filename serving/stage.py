"""`/present` and `/present/notes`: the stage and its speaker's window, pages outside Dash."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

import orjson
from dash import Dash
from flask import Response

from components import custom_properties
from components.charts.stage_map import boundaries
from components.charts.svg import Element
from components.document import Links
from components.meeting import pages as stage
from components.meeting.deck import COUNTIES, REGIONS
from data.cache import Cache
from serving.statics import Statics

log = logging.getLogger(__name__)

ADDRESSES = ("/present", "/present/notes")
MAKERS = {"stage": stage.page, "notes": stage.notes_page}  # by the name of script and style
PROPERTIES = {"stage": custom_properties.STAGE, "notes": custom_properties.NOTES}
SHEETS = {
    "stage": ("stage.css", "scenes.css", "hand.css", "handout.css"),
    "notes": ("notes.css",),
}
POLL = 60  # seconds between two looks for newer data


def register(app: Dash, source: Path, scripts: Path, static: Statics, briefing: str) -> None:
    """The pages, made once; `source` is the folder of their styles, `scripts` that of their built
    scripts, `briefing` the name of the briefing that opens where none is asked for."""
    data = {"briefing": briefing, "poll": str(POLL)}
    for address, (name, make) in zip(ADDRESSES, MAKERS.items(), strict=True):
        loaded = links(name, name, scripts, source, static)
        app.server.add_url_rule(
            address,
            address.strip("/").replace("/", "_"),
            _view(make(loaded, data)),
            methods=["GET"],
        )


def links(look: str, name: str, scripts: Path, source: Path, static: Statics) -> Links:
    """What a page loads that looks like the one called `look`, with the script of its own name."""
    styles: list[Path | str] = [PROPERTIES[look], *(source / sheet for sheet in SHEETS[look])]
    style = static.publish_together(f"{look}.css", styles)
    return Links((style,), script(static, scripts / f"{name}.js"))


def script(static: Statics, built: Path) -> tuple[str, ...]:
    """The address of a page's built script; without it the page has none, which the log says."""
    if built.is_file():
        return (static.publish(built),)
    log.warning("没有构建好的脚本 %s（make 会构建），用到该脚本的页面无法打开。", built.name)
    return ()


def _view(text: str) -> Callable[[], Response]:
    def answer() -> Response:
        return Response(text, mimetype="text/html", headers={"Cache-Control": "no-cache"})

    return answer


def shared(geo: Path) -> dict[str, Element]:
    """The boundaries that maps on the stage are drawn on, from the folder of geometries."""
    areas, provinces, counties = (
        json.loads((geo / f"{name}.geojson").read_text(encoding="utf-8"))
        for name in ("prefectures_overview", "provinces_overview", "counties")
    )
    return {REGIONS: boundaries(areas, provinces), COUNTIES: boundaries(counties)}


def kept_boundaries(geo: Path, kept: Cache) -> dict[str, Element]:
    """The same, made once for all processes and starts."""
    found: dict[str, Element] = orjson.loads(kept.made("stage", lambda: orjson.dumps(shared(geo))))
    return found
