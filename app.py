"""The composition root: settings from the environment, one app, `server` for gunicorn."""

import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dash import Dash
from flask import Flask

from analysis.state.view import choices
from callbacks import answers_of, register_all
from callbacks.likely import likely
from callbacks.site import Site
from components import custom_properties, shell, words
from components.charts.atlas import Boundaries
from components.indicators import find
from data.briefings.store import Briefings
from data.model.catalog import Catalog
from data.package import load as package
from data.package.faults import BrokenTables
from data.package.place_checks import outlines_json
from data.package.scene_checks import known_to
from serving import api, briefings, errors, headers, health, index, present, stage, statics

ROOT = Path(__file__).parent
ASSETS = ROOT / "assets"
log = logging.getLogger("jing-jin-ji")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where data, written-out static files and people's briefings lie. HOST, PORT and
    WEB_CONCURRENCY are gunicorn's (gunicorn.conf.py)."""

    data_folder: Path = package.FOLDER
    static_folder: Path = ROOT / "build" / "static"
    plotly_bundle: Path = ROOT / "build" / "vendor" / "plotly.min.js"
    scripts_folder: Path = ROOT / "build" / "scripts"
    briefings_folder: Path = ROOT / "var" / "briefings"

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings of an environment: DATA_DIR, STATIC_DIR, PLOTLY_BUNDLE, SCRIPTS_DIR,
        BRIEFINGS_DIR."""
        default = cls()
        return cls(
            Path(environ.get("DATA_DIR") or default.data_folder),
            Path(environ.get("STATIC_DIR") or default.static_folder),
            Path(environ.get("PLOTLY_BUNDLE") or default.plotly_bundle),
            Path(environ.get("SCRIPTS_DIR") or default.scripts_folder),
            Path(environ.get("BRIEFINGS_DIR") or default.briefings_folder),
        )


def create_app(settings: Settings) -> Dash:
    """The app of these settings. Raises BrokenTables if its data cannot be used."""
    catalog = package.load(settings.data_folder)
    app = index.Monitor(
        "jing-jin-ji",
        server=_flask(),  # type: ignore[arg-type]  # Dash takes a Flask, its hint does not say so
        assets_folder=str(ASSETS),
        title=words.TITLE,
        update_title="",
        compress=True,
        use_async=False,
        index_string=index.INDEX,
        on_error=errors.show_failure,
        suppress_callback_exceptions=True,  # pages come later; test_wiring.py checks
        include_assets_files=False,  # they come together, as two files
        external_stylesheets=[_styles(settings.static_folder)],
        external_scripts=_scripts(settings),
    )
    app.renderer = "var renderer = new DashRenderer(window.jing_jin_ji.hooks);"
    app.answers = answers_of(_site(settings, catalog))
    frames = app.answers.frames()
    needed = {str(page): index.libraries(frame) for page, frame in frames.items()}
    app.layout = shell.layout(catalog, app.answers.site.options, needed)
    register_all(app, app.answers)
    _register_serving(app, settings, catalog)
    return app


def _register_serving(app: index.Monitor, settings: Settings, catalog: Catalog) -> None:
    """Everything that is served beside the pages, and what holds for every answer."""
    options, answers = app.answers.site.options, app.answers
    app.server.extensions["prepare_views"] = lambda: answers.prepare(likely(answers.site))
    api.register(app, catalog)  # first: it knows better what to say of a wrong address of a file
    own = {*api.addresses(options), *stage.ADDRESSES, *present.ADDRESSES}
    errors.register(app, shell.addresses(options) | own)
    static, scripts = settings.static_folder, settings.scripts_folder
    stage.register(app, ROOT / "stage", scripts, static, "default")
    store = Briefings(settings.briefings_folder, known_to(catalog))
    briefings.register(app, catalog, store)
    present.register(app, catalog, store, stage.shared(settings.data_folder / "geo"))
    present.register_editor(app, catalog, ROOT, scripts, static)
    headers.register(app)
    health.register(app, catalog, "slim" if settings.plotly_bundle.is_file() else "full")
    statics.serve(app, static)


def _site(settings: Settings, catalog: Catalog) -> Site:
    """What the pages are made from, with the shapes and the index they fetch published."""
    static, geo = settings.static_folder, settings.data_folder / "geo"
    shapes = [
        statics.publish(static, geo / name)
        for name in ("prefectures_overview.geojson", "provinces_overview.geojson")
    ]
    found = statics.publish_text(static, "indicators.json", find.index_json(catalog))
    return Site(
        catalog, choices(catalog), (shapes[0], shapes[1]), _boundaries(settings, catalog), found
    )


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


def _styles(folder: Path) -> str:
    """The address of all stylesheets in one: Bootstrap's, then ours in the order of their names,
    behind the custom properties that they use."""
    own = sorted(ASSETS.glob("*.css"))
    sources: list[Path | str] = [statics.bootstrap_css(), custom_properties.PAGES, *own]
    return statics.publish_together(folder, "monitor.css", sources)


def _scripts(settings: Settings) -> list[str]:
    """The addresses of what plotly.js must find when it starts, plotly.js, and our own scripts."""
    folder = settings.static_folder
    own = settings.scripts_folder / "monitor.js"
    if not own.is_file():
        log.error(
            "没有构建好的页面脚本（%s）：页面只有文字，没有图和筛选。请运行 make run。", own.name
        )
        return []
    world = statics.publish(folder, ASSETS / "00-geo.js")
    return [world, _plotly(settings), statics.publish(folder, own)]


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
