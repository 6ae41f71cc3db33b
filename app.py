"""The composition root: settings from the environment, one app, `server` for gunicorn."""

import json
import logging
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, request

from analysis.view import Choices, choices
from callbacks import register_all
from callbacks.answers import Answers
from components import desk as desk_page
from components import find, overview, platforms, shell, words
from components import plan as plan_page
from components import region as region_page
from components.charts.atlas import Boundaries
from components.ids import Page
from data import package
from data.briefings import Briefings
from data.catalog import Catalog
from data.faults import BrokenTables
from data.place_checks import outlines_json
from data.scene_checks import known_to
from serving import api, briefings, errors, headers, health, present, stage, statics

ROOT = Path(__file__).parent
ASSETS = ROOT / "assets"
UNUSED_SCRIPTS = re.compile(r"/polyfill@|/dash_table/|/dash/dcc/")
# What Dash asks for only once its scripts run: asked for as soon as the page is read.
EARLY_FETCHES = ("/_dash-layout", "/_dash-dependencies")
log = logging.getLogger("jing-jin-ji")

INDEX = f"""<!doctype html>
<html lang="zh-CN">
<head>
{{%metas%}}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{%title%}}</title>
{{%favicon%}}
{{%css%}}
</head>
<body data-server-lost="{words.SERVER_LOST}" data-failed="{words.FAILED}">
<noscript>这个页面需要浏览器运行 JavaScript。</noscript>
{{%app_entry%}}
<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer>
</body>
</html>"""


class Monitor(Dash):
    """Dash with a page that loads less and starts sooner."""

    answers: Answers
    frames: str = ""  # templates of the pages beside the overview

    def interpolate_index(self, **parts: Any) -> Any:  # type: ignore[override]
        """The page with the answer to its address, without scripts it does not need, and with
        early requests for what it will.

        The polyfills are for browsers that plotly.js 4 does not support anyway, and
        their replaced string functions slow plotly down; dash_table is not used.
        """
        kept = (s for s in parts["scripts"].split("\n") if not UNUSED_SCRIPTS.search(s))
        parts["scripts"] = "\n".join(kept)
        answer = self.answers.to(request.full_path)
        parts["css"] += "".join(
            f'<link rel="preload" href="{path}" as="fetch" crossorigin="anonymous">'
            for path in (*EARLY_FETCHES, *_shapes(answer))
        )
        parts["app_entry"] = shell.opening(answer) + self.frames + _data(answer)
        return super().interpolate_index(**parts)  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where data, written-out static files and people's briefings lie. HOST, PORT and
    WEB_CONCURRENCY are gunicorn's (gunicorn.conf.py)."""

    data_folder: Path = package.FOLDER
    static_folder: Path = ROOT / "build" / "static"
    plotly_bundle: Path = ROOT / "build" / "vendor" / "plotly.min.js"
    briefings_folder: Path = ROOT / "var" / "briefings"

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings of an environment: DATA_DIR, STATIC_DIR, PLOTLY_BUNDLE, BRIEFINGS_DIR."""
        default = cls()
        return cls(
            Path(environ.get("DATA_DIR") or default.data_folder),
            Path(environ.get("STATIC_DIR") or default.static_folder),
            Path(environ.get("PLOTLY_BUNDLE") or default.plotly_bundle),
            Path(environ.get("BRIEFINGS_DIR") or default.briefings_folder),
        )


def create_app(settings: Settings) -> Dash:
    """The app of these settings. Raises BrokenTables if its data cannot be used."""
    catalog = package.load(settings.data_folder)
    geo = settings.data_folder / "geo"
    published = [
        statics.publish(settings.static_folder, geo / name)
        for name in ("prefectures_overview.geojson", "provinces_overview.geojson")
    ]
    urls = (published[0], published[1])
    app = Monitor(
        "jing-jin-ji",
        server=_flask(),  # type: ignore[arg-type]  # Dash takes a Flask, its hint does not say so
        assets_folder=str(ASSETS),
        title=words.TITLE,
        update_title="",
        compress=True,
        use_async=False,
        index_string=INDEX,
        on_error=errors.show_failure,
        include_assets_files=False,  # they come together, as two files
        external_stylesheets=[_styles(settings.static_folder)],
        external_scripts=_scripts(settings),
    )
    app.answers = Answers(catalog, urls, _boundaries(settings, catalog))
    options = choices(catalog)
    app.layout = shell.layout(catalog, options, overview.main(catalog))
    app.frames = shell.frames(_pages(settings, catalog, options))
    register_all(app, catalog, app.answers)
    app.server.extensions["prepare_views"] = app.answers.prepare
    api.register(app, catalog)  # first: it knows better what to say of a wrong address of a file
    own = {*api.addresses(options), *stage.ADDRESSES, *present.ADDRESSES}
    errors.register(app, shell.addresses(options) | own)
    stage.register(app, ROOT / "stage", settings.static_folder, "default")
    store = Briefings(settings.briefings_folder, known_to(catalog))
    briefings.register(app, catalog, store)
    present.register(app, catalog, store, stage.shared(geo))
    present.register_editor(app, catalog, ROOT, settings.static_folder)
    headers.register(app)
    health.register(app, catalog, "slim" if settings.plotly_bundle.is_file() else "full")
    statics.serve(app, settings.static_folder)
    return app


def _flask() -> Flask:
    """The server under Dash, told to compress tables too (xlsx is compressed already)."""
    server = Flask("jing-jin-ji", static_folder=None)
    server.config["COMPRESS_MIMETYPES"] = ["text/html", "application/json", "text/csv"]
    return server


def _boundaries(settings: Settings, catalog: Catalog) -> Boundaries:
    """The shapes of the map of platforms, published at full detail; outlines are made here."""
    geo = settings.data_folder / "geo"
    outlines = outlines_json(settings.data_folder, catalog.places)
    return Boundaries(
        **{
            name: statics.publish(settings.static_folder, geo / f"{name}.geojson")
            for name in ("prefectures", "provinces", "counties")
        },
        outlines=statics.publish_text(settings.static_folder, "outlines.geojson", outlines),
    )


def _pages(settings: Settings, catalog: Catalog, options: Choices) -> dict[Page, list[Component]]:
    """What stands on each page beside the overview before its first answer."""
    index = statics.publish_text(
        settings.static_folder, "indicators.json", find.index_json(catalog)
    )
    return {
        Page.DESK: desk_page.frame(catalog, options, index),
        Page.PLATFORMS: platforms.frame(catalog, options),
        Page.PROFILE: region_page.frame(),
        Page.PLAN: plan_page.frame(),
    }


def _shapes(answer: dict[str, Any]) -> dict[str, None]:
    """The addresses of the shapes that an answer's figures draw at once, each once."""
    traces = (trace for figure in answer["figures"].values() for trace in figure["data"])
    drawn = (t for t in traces if t.get("visible", True) and len(t.get("locations", ())))
    return {t["geojson"]: None for t in drawn if "geojson" in t}


def _data(answer: dict[str, Any]) -> str:
    """The answer as JSON inside a script element, which the browser does not run."""
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="first-answer">{text}</script>'


def _styles(folder: Path) -> str:
    """The address of all stylesheets in one: Bootstrap's, then ours in the order of their names."""
    own = sorted(ASSETS.glob("*.css"))
    return statics.publish_together(folder, "monitor.css", [statics.bootstrap_css(), *own])


def _scripts(settings: Settings) -> list[str]:
    """The addresses of plotly.js, what it must find when it starts, and our scripts in one."""
    world, *own = sorted(ASSETS.glob("*.js"))
    folder = settings.static_folder
    together = statics.publish_together(folder, "monitor.js", own)
    return [statics.publish(folder, world), _plotly(settings), together]


def _plotly(settings: Settings) -> str:
    """The address of the slim plotly.js if it was built, else of plotly's own file."""
    if settings.plotly_bundle.is_file():
        return statics.publish(settings.static_folder, settings.plotly_bundle)
    log.warning("没有精简版 plotly.js（make 会构建），改用 plotly 自带的完整文件，首次打开较慢。")
    return statics.publish(settings.static_folder, statics.full_plotly())


def _server() -> Flask:
    try:
        server: Flask = create_app(Settings.of(os.environ)).server
    except BrokenTables as broken:
        for fault in broken.faults:
            log.error("数据有误：%s", fault)
        sys.exit(3)
    return server


def __getattr__(name: str) -> Flask:
    """`server` is built when gunicorn asks for it, so that importing this module is cheap."""
    if name != "server":
        raise AttributeError(name)
    globals()["server"] = server = _server()
    return server
