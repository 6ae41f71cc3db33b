"""What most tests need: the catalog, read once, and ways to look at it."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import settings

from analysis.series.selection import subject
from analysis.state.view import View, choices
from app import Settings, create_app
from data.package import load as package

# A busy machine is not a fault.
settings.register_profile("suite", deadline=None, max_examples=25)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def catalog():
    return package.load()


@pytest.fixture(scope="session")
def options(catalog):
    return choices(catalog)


@pytest.fixture(scope="session")
def published():
    """Every published value as the exact decimal of its text, by indicator, region, year."""
    path = Path(package.FOLDER) / "tables" / "observations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator_id"], row["region_code"], int(row["period"])): Decimal(row["value"])
            for row in csv.DictReader(file)
        }


@pytest.fixture(scope="session")
def view_of(catalog, options):
    """A view of an indicator in its theme: all regions and 2010–2024 unless said otherwise."""

    def build(indicator_id, *slugs, start=2010, end=2024):
        theme = catalog.indicators[indicator_id].theme
        return View(slugs or tuple(options.regions), theme, indicator_id, start, end)

    return build


@pytest.fixture(scope="session")
def topic_of(catalog, view_of):
    """The subject of such a view."""

    def build(indicator_id, *slugs, start=2010, end=2024):
        return subject(catalog, view_of(indicator_id, *slugs, start=start, end=end), indicator_id)

    return build


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Dash:
    return create_app(Settings(cache_folder=tmp_path_factory.mktemp("cache")))


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    return app.server.test_client()
