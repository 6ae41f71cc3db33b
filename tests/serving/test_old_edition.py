"""Every page, file and answer of the API opens at an edition that lacks what came later."""

import shutil

import pytest

from analysis import links, pages
from data.package.digests import digest
from data.package.load import FOLDER, load
from serving.lists.table import LISTS

pytestmark = pytest.mark.thorough
OTHERS = (
    "/present", "/indicators?indicator=gdp&freq=Q", "/platforms?layers=cluster&place=C2",
    "/areas?area=131125&sector=ict", "/areas.csv", "/areas.xlsx", "/areas.docx", "/overview.docx",
    "/evaluation.docx", "/plan.docx", "/platforms.docx", "/regions/hebei.docx", "/indicators.docx",
    "/reports.docx",
    "/plan?kind=result", "/overview.xlsx", "/plan.xlsx", "/platforms.xlsx", "/regions/hebei.xlsx",
    "/indicators.xlsx?indicator=gdp", "/api/v1/latest", "/api/v1/progress", "/api/v1/openapi.json",
)  # fmt: skip


@pytest.fixture(scope="module")
def app(new_app, tmp_path_factory):
    folder = tmp_path_factory.mktemp("editions") / "package"
    shutil.copytree(FOLDER / "history" / "2026-11-23", folder)
    shutil.copytree(FOLDER / "geo", folder / "geo")
    folder = folder.rename(folder.with_name(digest(folder)))
    return new_app(folder, load(folder))


@pytest.fixture
def client(app):
    return app.server.test_client()


def test_every_page_opens(app, client):
    found = {path: client.get(path).status_code for path in pages.paths(app.answers.site.options)}
    assert len(found) >= 7
    assert set(found.values()) == {200}, found


def test_every_theme_opens(app, client):
    for theme in app.answers.site.catalog.themes:
        assert client.get(f"/?theme={theme}").status_code == 200, theme


@pytest.mark.parametrize(
    "address", [*OTHERS, *(one.path for one in LISTS), links.STRUCTURE, links.PACKAGE]
)
def test_files_and_answers_open(client, address):
    assert client.get(address).status_code == 200
