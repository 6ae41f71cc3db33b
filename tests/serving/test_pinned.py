"""Two real editions behind one door: each says only its own numbers, on every address."""

import html
import json
import re
import shutil
from dataclasses import replace

import pytest
from flask import Flask

from analysis import links
from data.package.digests import digest
from serving.editions import EditionApps

pytestmark = pytest.mark.thorough

GDP = "gdp,110000,2024,"


class Shelf:
    """The editions of some folders, the first of them live."""

    def __init__(self, *folders):
        self.folders = {digest(folder): folder for folder in folders}
        self.now = next(iter(self.folders))

    def live(self):
        return self.now

    def path(self, name):
        return self.folders.get(name)

    def draft(self, name):
        return None


@pytest.fixture(scope="module")
def revised(edition, tmp_path_factory):
    """The edition with another value of Beijing's product in 2024."""
    folder = tmp_path_factory.mktemp("revised") / "data"
    shutil.copytree(edition, folder)
    path = folder / "tables" / "observations.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [
        line.replace(line.split(",")[3], "51234.5", 1) if line.startswith(GDP) else line
        for line in lines
    ]
    path.write_text("".join(changed), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def shelf(edition, revised):
    return Shelf(edition, revised)


@pytest.fixture(scope="module")
def apps(shelf, new_app, read_once):
    def build(folder):
        known = read_once(folder)
        return new_app(folder, replace(known))  # an app remembers things on its own catalog

    return EditionApps(shelf, build, lambda _: False)


@pytest.fixture(scope="module")
def client(apps):
    door = Flask("door", static_folder=None)
    door.wsgi_app = apps
    return door.test_client()


@pytest.fixture(scope="module")
def names(shelf):
    return tuple(shelf.folders)


PAGES = ["/", "/indicators", "/plan", "/areas", "/platforms", "/regions/hebei", "/present/edit"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_a_pinned_edition_says_so_and_links_to_its_own_only(client, names, path):
    live = client.get(path).get_data(as_text=True)
    pinned = client.get(f"{path}?data={names[1]}").get_data(as_text=True)
    assert "edition-band" not in live and 'data-base="/"' in live
    assert f"版本号 {names[1]}" in pinned and "查看现行数据" in pinned
    assert f'data-base="/editions/{names[1]}/"' in pinned
    body = pinned.partition("<body")[2].partition("<footer")[0]
    leaving = [part[:60] for part in body.split('href="/')[1:] if not part.startswith("editions/")]
    assert [part.partition('"')[0] for part in leaving] == [""], leaving  # the way to the live one


def test_numbers_are_those_of_the_edition(client, names):
    address = "/api/v1/observations?indicator=gdp&region=beijing&from=2024&to=2024"
    values = [
        json.loads(client.get(f"{address}{pin}").data)["observations"][0]["value"]
        for pin in ("", f"&data={names[1]}", f"&data={names[0]}", "")
    ]
    assert values[1] == 51234.5 and values[0] == values[2] == values[3] != 51234.5


def test_a_page_s_own_questions_stay_with_its_edition(client, names):
    base = f"/editions/{names[1]}"
    layout = client.get(f"{base}/_dash-layout")
    assert layout.status_code == 200
    page = client.get(f"{base}/").get_data(as_text=True)
    assert f'"edition":"{names[1]}"' in page
    scripts = [part.partition('"')[0] for part in page.split('src="')[1:]]
    assert scripts and all(one.startswith(f"{base}/") for one in scripts)
    for address in scripts:
        with client.get(address) as found:
            assert found.status_code == 200, address


FILES = ("/indicators", "/overview", "/areas", "/platforms", "/plan", "/regions/hebei")
API = ("indicators", "observations", "progress", "latest")


@pytest.mark.parametrize(
    "path", [*(f"{name}.json" for name in FILES), *(f"/api/v1/{name}" for name in API)]
)
def test_files_and_api_name_their_edition_and_its_address(client, names, path):
    for pin, name in (("", names[0]), (f"?data={names[1]}", names[1])):
        said = json.loads(client.get(f"{path}{pin}").data)["metadata"]
        assert said["data_digest"] == name
        assert said["data_address"].endswith(f"data={name}")
        again = client.get(said["data_address"])
        assert again.status_code == 200


def test_the_citation_names_the_address(client, names):
    text = client.get("/indicators?indicator=gdp&region=beijing").get_data(as_text=True)
    cited = html.unescape(text.partition('id="citation"')[2].partition("</")[0])
    address = re.search(r"(/indicators\?\S*)\s*$", cited)[1]
    assert address.endswith(f"data={names[0]}") and "?region=beijing&" in address
    assert client.get(address).status_code == 200


def test_scenes_of_a_pinned_edition(client, names):
    deck = json.loads(client.get(f"/present/scenes.json?data={names[1]}").data)
    assert deck["digest"] == names[1]
    assert client.get(f"/present?data={names[1]}&scene=gdp").status_code == 200


def test_an_edition_that_there_is_none_of_is_410(client):
    wrong = "f" * 16
    page = client.get(f"/plan?data={wrong}", headers={"Accept": "text/html"})
    assert page.status_code == 410 and "没有这一版数据" in page.get_data(as_text=True)
    assert "51234" not in page.get_data(as_text=True)
    program = client.get(f"/api/v1/indicators?data={wrong}")
    assert program.status_code == 410 and "版本号" in program.get_json()["error"]


def test_what_is_live_changes_without_the_pinned_ones(client, apps, shelf, names):
    address = "/api/v1/observations?indicator=gdp&region=beijing&from=2024&to=2024"
    shelf.now = names[1]
    try:
        assert apps.turn()
        assert json.loads(client.get(address).data)["observations"][0]["value"] == 51234.5
        old = json.loads(client.get(f"{address}&data={names[0]}").data)
        assert old["observations"][0]["value"] != 51234.5
    finally:
        shelf.now = names[0]
        apps.turn()
    assert links.base() == "/"
