"""The composition root: settings from the environment, one app, `server` for gunicorn."""

import logging
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from pathlib import Path

from dash import Dash
from flask import Flask

from analysis import links, pages
from analysis.marking import WrongMark, mark_as
from analysis.state.view import choices
from callbacks import answers_of, register_all
from callbacks.answers import Answers
from callbacks.desk.desk import Desk
from callbacks.likely import likely
from callbacks.site import Editions, OneEdition, Site
from components import shell, words
from components.search.index import index_json
from data.briefings.store import Briefings
from data.cache import Cache
from data.cube.contract import StoreAway
from data.cube.facts import Facts
from data.cube.faults import WrongFacts
from data.cube.opening import opened_facts
from data.editions import ledger, roles
from data.editions.ledger import Ledger
from data.editions.own_folder import OwnFolder
from data.editions.published import Published
from data.editions.publishing import Publishing
from data.editions.roles import Roles
from data.files import clear_away
from data.model.catalog import Catalog
from data.package import load as package
from data.package.faults import BrokenTables
from data.package.place_checks import outlines_json
from data.package.scene_checks import known_to
from serving import (
    api,
    briefing_file,
    briefing_slides,
    briefings,
    desk,
    errors,
    headers,
    health,
    index,
    prefix,
    present,
    preview,
    published,
    responses,
    single_files,
    stage,
)
from serving.access import Access, WrongProxies, guard, say
from serving.editions import EditionApps
from serving.fact_faults import say_unknown
from serving.kept_answers import cache_of
from serving.kept_editions import KeptEditions
from serving.logs import JSON, WrongLog
from serving.observed import Observed, told
from serving.settings import ROOT, Settings
from serving.statics import Statics

ASSETS = ROOT / "assets"
log = logging.getLogger("jing-jin-ji")


def create_app(
    settings: Settings, editions: Editions | None = None, facts: Facts | None = None
) -> index.Monitor:
    """The app of these settings, of the edition in their data folder, beside other `editions`.
    Raises BrokenTables if its data cannot be used, WrongBase if the site cannot stand under its
    path, WrongMark if its mark cannot stand on a page."""
    links.stand_under(settings.base_path, settings.origin)
    mark_as(settings.mark)
    kept, static = cache_of(settings, facts), Statics(settings.static_folder)
    catalog = package.load(settings.data_folder, kept, False, facts)
    if settings.map_review:
        catalog = replace(catalog, map_review=settings.map_review)
    catalog = catalog.with_closed_register() if links.is_kept() else catalog
    app = _monitor(settings, static)
    beside = editions or OneEdition(catalog)
    app.renderer = "var renderer = new DashRenderer(window.jing_jin_ji.hooks);"
    store = Briefings(settings.briefings_folder, known_to(catalog))
    site = replace(_site(settings, catalog, static, kept, beside), briefings=store)
    app.answers = answers_of(site, kept, told)
    needed = {str(page): index.libraries(one) for page, one in app.answers.frames().items()}
    app.layout = shell.layout(catalog, app.answers.site.options, app.answers.site.index, needed)
    register_all(app, app.answers)
    _register_serving(app, settings, static, kept, store)
    return app


def _monitor(settings: Settings, static: Statics) -> index.Monitor:
    return index.Monitor(
        "jing-jin-ji",
        server=_flask(),
        assets_folder=str(ASSETS),
        title=words.TITLE,
        routes_pathname_prefix="/",
        requests_pathname_prefix=links.base(),
        update_title="",
        compress=True,
        use_async=False,
        index_string=index.INDEX,
        on_error=errors.show_failure,
        suppress_callback_exceptions=True,  # pages come later; test_wiring.py checks
        include_assets_files=False,  # they come together, as two files
        external_stylesheets=[published.styles(ASSETS, static)],
        external_scripts=published.scripts(
            ASSETS, settings.scripts_folder, settings.plotly_bundle, static
        ),
    )


def _register_serving(
    app: index.Monitor, settings: Settings, static: Statics, kept: Cache, store: Briefings
) -> None:
    """Everything that is served beside the pages, and what holds for every answer."""
    catalog, options = app.answers.site.catalog, app.answers.site.options
    # first: it knows better what to say of a wrong address of a file
    api.register(app, catalog, app.answers.site.editions, store)
    own = {*api.addresses(options), *single_files.addresses(options), *stage.ADDRESSES}
    errors.register(app, {*pages.paths(options), *own, *present.ADDRESSES})
    scripts = settings.scripts_folder
    single_files.register(app, static, scripts)
    stage.register(app, ASSETS / "meeting", scripts, static, "default")
    clear_away(store.sweep)
    access = _access(settings)
    guard(app.server, access)
    briefings.register(app, catalog, store, settings.hosts, access)
    boundaries = stage.kept_boundaries(settings.data_folder / "geo", kept)
    make_deck = present.register(app, catalog, store, boundaries, kept)
    briefing_file.register(app, store, boundaries, static, scripts)
    present.register_editor(app, app.answers.site, ROOT, scripts, static)
    loaded = stage.links("stage", "preview", scripts, ASSETS / "meeting", static)
    preview.register(app, catalog, store.known, boundaries, loaded)
    briefing_slides.register(app, catalog, store)
    headers.register(app)
    health.register(app, catalog, "slim" if settings.plotly_bundle.is_file() else "full")
    static.serve(app)
    prefix.mount(app, links.base())
    app.prepare = lambda: _prepare(app.answers, make_deck, kept)


def _access(settings: Settings) -> Access:
    """Who may write, and where it is put down."""
    folder = settings.store_folder
    known, put_down = Roles(folder / roles.FILE), Ledger(folder / ledger.FILE)
    return Access(settings.proxies, settings.is_open, known, put_down)


def _prepare(answers: Answers, make_deck: Callable[[], int], kept: Cache) -> None:
    """Have the likely answers ready; where several processes are asked, one of them does it."""
    try:
        with kept.alone() as is_first:
            if is_first:
                kept.sweep()
                say_unknown(answers.site.catalog)
                answers.prepare(likely(answers.site))
                make_deck()
    except OSError as error:
        log.warning("没有预先算好常用的视图（%s）；照常运行，只是慢些。", error)


def _site(
    settings: Settings, catalog: Catalog, static: Statics, kept: Cache, editions: Editions
) -> Site:
    """What the pages are made from, with the shapes and the index they fetch published."""
    geo = settings.data_folder / "geo"
    names = kept.made("index", lambda: index_json(catalog).encode())
    found = static.publish_text("search.json", names.decode())
    folder = settings.data_folder
    outlines = kept.made("outlines", lambda: outlines_json(folder, catalog.places).encode())
    boundaries = published.boundaries(geo, outlines.decode(), static)
    known, shapes = choices(catalog), published.shapes(geo, static)
    return Site(catalog, known, shapes, boundaries, found, editions)


def _flask() -> Flask:
    """The server under Dash, told to compress tables too."""
    server = Flask("jing-jin-ji", static_folder=None)
    server.config["COMPRESS_MIMETYPES"] = responses.COMPRESSED
    return server


def create_desk(settings: Settings) -> Dash:
    """The data desk of these settings. Raises WrongProxies."""
    access = _access(settings)
    room = Desk(
        settings.store_folder, settings.data_folder, lambda: desk.caller(access), access.is_open
    )
    return desk.create_desk(room, ASSETS, settings.hosts)


@cache
def _apps() -> EditionApps:
    """The apps of this process, of the environment's settings."""
    try:
        settings = Settings.of(os.environ)
        links.stand_under(settings.base_path, settings.origin)
        mark_as(settings.mark)
        access = _access(settings)
        say(access)
        own = OwnFolder(settings.data_folder, settings.cache_folder / "history")
        shelf = Published(Publishing(settings.store_folder), own)
        facts = opened_facts(settings.facts)

        def build(folder: Path) -> index.Monitor:
            return create_app(replace(settings, data_folder=folder), beside, facts)

        beside = KeptEditions(shelf, facts)
        return EditionApps(shelf, build, access.may_preview)
    except BrokenTables as broken:
        for fault in broken.faults:
            log.error("数据有误：%s", fault)
        sys.exit(3)
    except (links.WrongBase, WrongMark, WrongProxies, WrongLog, WrongFacts, StoreAway) as wrong:
        log.error("设置有误：%s", wrong)
        sys.exit(3)


@cache
def _door() -> Flask:
    """The server that requests come in by, whichever edition answers them."""
    door, apps = Flask("jing-jin-ji", static_folder=None), _apps()
    settings = Settings.of(os.environ)
    whole = desk.mount(apps, create_desk(settings))
    door.wsgi_app = Observed(whole, settings.metrics_from, settings.log == JSON)  # type: ignore[method-assign]
    return door


def follow(building: Callable[[], AbstractContextManager[None]]) -> None:
    """For ever turn to each edition that becomes live, which is built inside of `building()`, and
    have its likely answers ready: gunicorn.conf.py asks each worker, one of them does it."""
    _apps().watch(building)


def __getattr__(name: str) -> Flask:
    """`server` is built when gunicorn asks for it, so that importing this module is cheap."""
    if name != "server":
        raise AttributeError(name)
    return _door()
