"""What most tests need: the catalog of the edition, read once, and ways to look at it.

The product is imported where a fixture needs it: the process that only hands out tests to others
(pytest-xdist) reads this file too, before they start.
"""

import atexit
import csv
import fcntl
import gc
import os
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is not a fault. `make test` asks for the full number of examples,
# `make sweep` for many more where a test is made for it.
settings.register_profile("quick", deadline=None, max_examples=10)
settings.register_profile("full", deadline=None, max_examples=50)
settings.register_profile("sweep", deadline=None, max_examples=200)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# Tables and pages stay until the end: to look through them every 700 objects, as Python does,
# takes a tenth of the time.
gc.set_threshold(100_000, 50, 100)
atexit.register(gc.freeze)  # pytest has looked for what was left open; the rest goes unread


@pytest.fixture(scope="session")
def edition():
    """The folder of the data package that the tests read (tests/edition/README.md)."""
    return Path(__file__).parent / "edition"


@pytest.fixture(scope="session")
def read_once(request):
    """Read a data package that one test process reads and checks for all, and for later runs too:
    what is kept is of exactly these tables and this code, as it is for the server."""
    from data import marks
    from data.cache import Cache
    from data.package.load import load

    code = marks.mark([request.config.rootpath / "data"], ["frictionless"])
    folder = request.config.cache.mkdir("tables")
    cache = Cache(folder / f"0-{code}")  # the tables are in the key

    def read(package):
        with (folder / "tables.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            found = load(package, cache)
            if cache.size():  # a package that does not match its digests is kept nowhere
                cache.sweep()
        return found

    return read


@pytest.fixture(scope="session")
def frozen(edition, read_once):
    """The catalog of the edition, wherever a folder of tests has another `catalog`."""
    return read_once(edition)


@pytest.fixture(scope="session")
def catalog(frozen):
    return frozen


@pytest.fixture(scope="session")
def options(catalog):
    from analysis.state.view import choices

    return choices(catalog)


@pytest.fixture(scope="session")
def published(edition):
    """Every published value as the exact decimal of its text, less what the indicator says is
    subtracted, by indicator, region, year."""
    with (edition / "tables" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        less = {row["indicator_id"]: row["subtract"] or "0" for row in csv.DictReader(file)}
    with (edition / "tables" / "observations.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator_id"], row["region_code"], int(row["period"])): Decimal(row["value"])
            - Decimal(less[row["indicator_id"]])
            for row in csv.DictReader(file)
        }


@pytest.fixture(scope="session")
def view_of(catalog, options):
    """A view of an indicator in its theme: all regions and 2010—2024 unless said otherwise."""
    from analysis.state.view import View

    def build(indicator_id, *slugs, start=2010, end=2024):
        theme = catalog.indicators[indicator_id].theme
        return View(slugs or tuple(options.regions), theme, indicator_id, start, end)

    return build


@pytest.fixture(scope="session")
def topic_of(catalog, view_of):
    """The selection of such a view."""
    from analysis.series.selection import selection

    def build(indicator_id, *slugs, start=2010, end=2024):
        return selection(catalog, view_of(indicator_id, *slugs, start=start, end=end), indicator_id)

    return build


@pytest.fixture(scope="session")
def half_written(tmp_path_factory):
    """What a writer that died has left among the briefings of the apps that tests make."""
    left = tmp_path_factory.mktemp("briefings") / ".a.json.0f.tmp"
    left.write_bytes(b"{")
    return left


@pytest.fixture(scope="session")
def new_app(frozen, edition, half_written, tmp_path_factory):
    """Make an app of the edition, read already, or of another data package. Static files lie in
    one folder for all, as does what was computed of the data: of several test processes, one at a
    time makes them."""
    from app import Settings, create_app
    from data.package import load as package

    base = tmp_path_factory.getbasetemp()
    lock = base.parent / "static.lock"
    kept = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"

    store = tmp_path_factory.mktemp("store")

    def build(folder=edition, known=frozen, **more):
        with lock.open("w") as file, pytest.MonkeyPatch.context() as patch:
            fcntl.flock(file, fcntl.LOCK_EX)
            patch.setattr(package, "load", lambda *_: known)
            folders = {"briefings_folder": half_written.parent, "cache_folder": kept}
            used = {**folders, "store_folder": store, "is_open": True, **more}
            return create_app(Settings(data_folder=folder, **used))

    return build


@pytest.fixture(scope="session")
def app(new_app):
    return new_app()


@pytest.fixture
def client(app):
    return app.server.test_client()
