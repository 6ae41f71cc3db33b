"""No text of the real tables, and no page or file made of them, has words of the workshop."""

import csv
import json

import pytest

from analysis.state.view import choices
from data.package.load import FOLDER
from data.package.older import UNSHOWN
from tests.forbidden import forbidden, identifiers, read

TABLES = sorted(path.name for path in (FOLDER / "tables").glob("*.csv"))
UNREAD = {UNSHOWN, "operands"}  # the other tells the check of a claim what to compute with


def shown(folder, name):
    """The texts of a table's cells that are in Chinese, by column."""
    with (folder / "tables" / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column, text in row.items():
                if column not in UNREAD and any("\u4e00" <= letter <= "\u9fff" for letter in text):
                    yield column, text


@pytest.mark.thorough
@pytest.mark.parametrize("package", ["real", "edition"])
@pytest.mark.parametrize("name", TABLES)
def test_no_text_of_a_table_has_words_of_the_workshop(edition, package, name):
    folder = FOLDER if package == "real" else edition
    texts = {(column, text) for column, text in shown(folder, name)}
    assert [(column, text) for column, text in texts if forbidden(text)] == []
    assert identifiers(text for _, text in texts) == []


def test_what_is_not_shown_is_described_as_such():
    described = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    hidden = {
        table["name"]: field["description"]
        for table in described["resources"]
        for field in table["schema"]["fields"]
        if field["name"] == UNSHOWN
    }
    assert {"sources", "observations", "platforms"} <= set(hidden)
    assert all("不显示" in text for text in hidden.values())


@pytest.fixture(scope="module")
def client(new_app, catalog):
    """The whole app of the real tables, as it is served."""
    return new_app(FOLDER, catalog).server.test_client()


def said_wrongly(client, address):
    """The words of the workshop in an answer, and the texts that name insides."""
    with client.get(address) as answer:
        assert answer.status_code == 200, address
        page = answer.get_data(as_text=True)
    return forbidden(page) + identifiers(read(page))


@pytest.mark.thorough
def test_no_page_of_any_theme_has_them(client, catalog):
    pages = [f"{page}?theme={theme}" for theme in catalog.themes for page in ("/", "/indicators")]
    others = [
        "/plan",
        "/areas",
        "/areas?area=131125&sector=ict&map=share",
        "/platforms",
        "/present/edit",
        *(f"/regions/{r.slug}" for r in catalog.provinces),
    ]
    for address in [*pages, *others]:
        assert (address, said_wrongly(client, address)) == (address, [])


@pytest.mark.thorough
@pytest.mark.parametrize("region", ["", "&region=hebei"])
def test_no_page_of_any_indicator_has_them(client, catalog, region):
    for name in choices(catalog).every_indicator:
        address = f"/indicators?indicator={name}{region}"
        assert (address, said_wrongly(client, address)) == (address, [])


@pytest.mark.thorough
def test_no_file_of_any_indicator_has_them(client, catalog):
    for name in choices(catalog).every_indicator:
        taken = client.get(f"/indicators.csv?indicator={name}").get_data(as_text=True)
        assert (name, forbidden(taken)) == (name, [])


@pytest.mark.thorough
def test_no_scene_and_no_place_has_them(client, catalog):
    scenes = [f"/present?scene={scene.scene_id}" for scene in catalog.scenes]
    places = [f"/platforms?place={place.platform_id}" for place in catalog.platforms]
    for address in [*scenes, *places]:
        with client.get(address) as answer:
            assert answer.status_code in (200, 302), address
            page = answer.get_data(as_text=True)
        assert (address, forbidden(page) + identifiers(read(page))) == (address, [])
