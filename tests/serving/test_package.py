"""The lists as a Data Package: another program reads every table, by the types that are said."""

import threading

import pytest
from dash import Dash, html
from werkzeug.serving import make_server

from analysis import links
from callbacks.site import OneEdition
from serving import api
from serving.api_keys import MOST
from serving.lists.package import COUNTS, data_package
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


@pytest.mark.thorough
def test_a_list_of_more_rows_than_an_answer_holds_is_whole_in_parts(site, catalog):
    from frictionless import Package

    most = 700
    described = data_package(catalog, most)
    (values,) = (one for one in described["resources"] if one["name"] == "values")
    assert len(values["path"]) == -(-len(catalog.observations) // most) > 2
    package = Package.from_descriptor(described, basepath=f"{site}{links.API}".rstrip("/"))
    rows = package.get_resource("values").read_rows()
    assert all(row.valid for row in rows)
    seen = {(row["指标编号"], row["地区代码"], row["期间"]) for row in rows}
    assert len(seen) == len(rows) == len(catalog.observations)


def test_a_list_that_an_answer_holds_has_one_path(described, catalog):
    assert len(catalog.observations) <= MOST
    assert all(isinstance(one["path"], str) for one in described["resources"])


@pytest.mark.thorough
def test_only_lists_that_are_counted_have_more_rows_than_an_answer_holds(app):
    client = app.test_client()
    for one in LISTS:
        if one.columns and not one.is_of_editions and one.path not in COUNTS:
            found = int(client.get(f"{one.path}?limit=1").headers["X-Total-Count"])
            assert found < MOST / 2, one.path
