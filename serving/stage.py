"""`/present` and `/present/notes`: the stage and its speaker's window, pages outside Dash."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

from dash import Dash
from flask import Response

from components import custom_properties
from components.charts.stage_map import boundaries
from components.charts.svg import Element
from components.document import Links
from components.meeting import pages as stage
from serving.statics import Statics

log = logging.getLogger(__name__)

ADDRESSES = ("/present", "/present/notes")
MAKERS = {"stage": stage.page, "notes": stage.notes_page}  # by the name of script and style
PROPERTIES = {"stage": custom_properties.STAGE, "notes": custom_properties.NOTES}
POLL = 60  # seconds between two looks for newer data


def register(app: Dash, source: Path, scripts: Path, static: Statics, briefing: str) -> None:
    """The pages, made once; `source` is the folder of their styles, `scripts` that of their built
    scripts, `briefing` the name of the briefing that opens where none is asked for."""
    data = {"briefing": briefing, "poll": str(POLL)}
    for address, (name, make) in zip(ADDRESSES, MAKERS.items(), strict=True):
        sources: list[Path | str] = [PROPERTIES[name], source / f"{name}.css"]
        style = static.publish_together(f"{name}.css", sources)
        links = Links((style,), script(static, scripts / f"{name}.js"))
        app.server.add_url_rule(
            address,
            address.strip("/").replace("/", "_"),
            _view(make(links, data)),
            methods=["GET"],
        )


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


def shared(geo: Path) -> Element:
    """The boundaries that maps on the stage are drawn on, from the folder of geometries."""
    areas, provinces = (
        json.loads((geo / name).read_text(encoding="utf-8"))
        for name in ("prefectures_overview.geojson", "provinces_overview.geojson")
    )
    return boundaries(areas, provinces)
