"""The lists as a Data Package: another program reads every table, by the types that are said."""

import threading

import pytest
from dash import Dash, html
from werkzeug.serving import make_server

from analysis import links
from callbacks.site import OneEdition
from serving import api
from serving.lists.table import LISTS


@pytest.fixture(scope="module")
def app(catalog):
    found = Dash("package", use_async=False)
    found.layout = html.Div()
    api.register(found, catalog, OneEdition(catalog))
    return found.server


@pytest.fixture(scope="module")
def site(app):
    server = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def described(app):
    return app.test_client().get(links.PACKAGE).json


def test_it_says_what_the_second_version_asks_for(described, catalog):
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (described["version"], described["id"]) == (catalog.version, catalog.digest)
    assert {one["title"] for one in described["sources"]} == {
        source.citation for source in catalog.sources.values()
    }
    assert "profile" not in described
    for one in described["resources"]:
        assert (one["type"], one["$schema"].rpartition("/")[2]) == ("table", "dataresource.json")
        assert "profile" not in one
        assert one["schema"]["missingValues"] == [""]
    tables = [one for one in LISTS if one.columns and not one.is_of_editions]
    assert len(described["resources"]) == len(tables) - 1  # but the view, which is a choice


@pytest.mark.thorough
def test_frictionless_reads_every_table_as_it_is_said_to_be(app, site, catalog):
    from frictionless import Package

    package = Package(f"{site}{links.PACKAGE}")
    report = package.validate()
    assert report.valid, report.flatten(["name", "type", "message"])[:5]
    client = app.test_client()
    for one in package.resources:
        path = f"{links.API}{one.path.partition('?')[0]}"
        assert len(one.read_rows()) == int(client.get(path).headers["X-Total-Count"]), one.name
    rows = package.get_resource("values").read_rows()
    seen = {(r["指标编号"], r["地区代码"], r["期间"]): float(r["数值"]) for r in rows}
    assert seen["gdp", "110000", "2020"] == catalog.observations["gdp", "110000", 2020].value


def test_codes_have_their_names(described):
    (values,) = (one for one in described["resources"] if one["name"] == "values")
    named = {f["name"]: f["categories"] for f in values["schema"]["fields"] if "categories" in f}
    assert {"value": "110000", "label": "北京市"} in named["地区代码"]
    assert [one["value"] for one in named["频率"]] == ["A", "Q", "M"]
