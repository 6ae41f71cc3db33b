"""Every page as a file that needs nothing but itself: `/overview.html`, `/regions/hebei.html` …"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from flask import Response, request

import analysis
import callbacks
import components
import data
import serving
from analysis import links
from analysis.marking import marked
from analysis.pages import PAGES, Page, page_of
from analysis.state.view import Choices
from components.content import Content
from components.single_file import inside, single_file
from components.single_page import figures, page_body
from data.marks import code_mark
from serving.answering import answered
from serving.building import BUILDING
from serving.files import BEIJING, MIMETYPES, Body
from serving.index import Monitor
from serving.page_queries import wrong_query
from serving.statics import Statics

KIND = "html"
UNNAMED = {ord(sign): "_" for sign in '/\\:*?"<>|'} | {ord(" "): ""}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the pages load: the address of their styles, those of plotly.js and of what it must
    find first, and the script that draws the figures of a file."""

    style: str
    plotly: tuple[str, ...]
    script: str


def addresses(options: Choices) -> dict[str, str]:
    """The path of every page's file, with the path of the page; reports have a file of their
    own."""
    found = {}
    for page, place in PAGES.items():
        if page == Page.REPORTS:
            continue
        for slug in options.regions if place.has_regions else ("",):
            found[links.file_path(page, KIND, slug)] = f"{place.path}{slug}"
    return found


def register(app: Monitor, static: Statics, scripts: Path) -> None:
    """The routes; `scripts` is the folder of the built scripts."""
    files = _Files(app, static, scripts)
    for file, path in addresses(app.answers.site.options).items():
        app.server.add_url_rule(file, file, files.of, defaults={"path": path}, methods=["GET"])


class _Files:
    """The files of one app."""

    def __init__(self, app: Monitor, static: Statics, scripts: Path) -> None:
        own, styles = scripts / "single.js", app.config.external_stylesheets
        drawn = app.config.external_scripts[:2]  # none where the scripts were not built
        script = own.read_text(encoding="utf-8") if own.is_file() and drawn else ""
        self._app, self._static = app, static
        self._loaded = Loaded(styles[0], tuple(drawn), script)
        digest = app.answers.site.catalog.digest
        self._stamp = f"{digest} {code_mark(_folders())} {styles[0]} {_digest(script)} {marked()}"

    def of(self, path: str) -> Response:
        """The page at a path, with the query of the request, as it is read there."""
        query = request.query_string.decode(errors="replace")
        site = self._app.answers.site
        page = page_of(path, site.options)
        wrong = wrong_query(site, page, query) if page else ()
        return answered(query, self._stamp, wrong, lambda asked: self._file(path, asked))

    def _file(self, path: str, query: str) -> Body:
        address = f"{path}?{query}" if query else path
        found, _ = self._app.answers.content(links.address(address))
        content = BUILDING.file(
            f"{self._stamp} {address}", lambda: self._written(path, query, found)
        )
        ending = f"{self._app.answers.site.catalog.version}.{KIND}"
        named = found.title.rpartition(" · ")[0].replace(" · ", "_").translate(UNNAMED)
        return Body(
            content,
            MIMETYPES[KIND],
            f"jjj-{found.page}-{ending}",
            f"京津冀监测_{named}_{ending}",
        )

    def _written(self, path: str, query: str, found: Content) -> bytes:
        app, loaded = self._app, self._loaded
        day = datetime.now(BEIJING)
        said = {
            "data-today": f"{day.year} 年 {day.month} 月 {day.day} 日",
            "data-here": links.permanent(path, query, app.answers.site.catalog.digest),
        }
        body = page_body(found, app.answers.frame(found), said)
        drawn = figures(found) if loaded.script else {}
        shapes = {address: self._static.read(address) for address in _shapes(drawn.values())}
        return single_file(
            found.title,
            self._static.read(loaded.style),
            body,
            [*map(self._static.read, loaded.plotly), loaded.script] if drawn else (),
            frozen=_frozen(drawn, shapes) if drawn else "",
            data_page=found.page,
            class_="is-file",
        )


def _frozen(drawn: dict[str, Any], shapes: dict[str, str]) -> str:
    """Figures and shapes as JSON, which the script of the file reads."""
    found = {name: orjson.Fragment(text or "null") for name, text in shapes.items()}
    return inside(orjson.dumps({"figures": drawn, "shapes": found}).decode())


def _shapes(drawn: Iterable[dict[str, Any]]) -> dict[str, None]:
    """The addresses of the shapes that figures are drawn on, each once."""
    traces = (trace for one in drawn for trace in one["data"])
    return {t["geojson"]: None for t in traces if isinstance(t.get("geojson"), str)}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _folders() -> list[Path]:
    """Where the code that makes the files lies."""
    floors = (data, analysis, components, callbacks, serving)
    return [Path(str(package.__file__)).parent for package in floors]
