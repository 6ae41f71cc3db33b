"""The changes between two editions as files: every kind of row, refusals, and what is spared."""

import csv
from io import BytesIO, StringIO

import docx
import pptx
import pytest
from dash import Dash, html
from openpyxl import load_workbook

from analysis.changes.editions import EditionLine
from serving import api, deck_slides, document_text, files
from tests.edited import edited

REVISED = ("gdp", "110000", 2023)
TAKEN = ("rd_expenditure", "130000", 2024)


class Editions:
    """The edition that is served and one before it; a third may come."""

    def __init__(self, *known):
        self.known = known

    def listed(self):
        return tuple(EditionLine(one.digest, one.version) for one in self.known)

    def catalog(self, digest):
        return {one.digest: one for one in self.known}[digest]


@pytest.fixture(scope="module")
def earlier(catalog):
    values = {REVISED: catalog.observations[REVISED].value * 1.01, TAKEN: None}
    return edited(catalog, values, digest="0123456789abcdef", version="2026-11-01")


@pytest.fixture
def editions(catalog, earlier):
    return Editions(catalog, earlier)


@pytest.fixture
def client(catalog, editions):
    app = Dash("changes", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, editions)
    return app.server.test_client()


def test_a_row_is_a_value_with_both_numbers(client, catalog, earlier):
    answer = client.get("/changes.csv")
    rows = list(csv.DictReader(StringIO(answer.get_data().decode("utf-8-sig"), newline="")))
    revised, new = rows
    assert (revised["变动"], revised["指标编号"], revised["地区代码"]) == (
        "修订",
        "gdp",
        "CN-110000",
    )
    assert float(revised["原数值"]) == earlier.observations[REVISED].value
    assert float(revised["现数值"]) == catalog.observations[REVISED].value
    assert float(revised["变动幅度（%）"]) == pytest.approx(-100 / 101)
    assert (new["变动"], new["时期"], new["原数值"]) == ("新增", "2024", "")
    assert f"jjj-changes-2026-11-01-{catalog.version}.csv" in answer.headers["Content-Disposition"]


def test_json_names_both_editions_and_has_every_kind_of_rows(client, catalog, earlier):
    found = client.get("/changes.json").json
    about = found["metadata"]
    assert (about["from_digest"], about["data_digest"]) == (earlier.digest, catalog.digest)
    assert about["headline"].endswith("。")
    kept = f"/changes?from={earlier.digest}&to={catalog.digest}&data={catalog.digest}"
    assert about["data_address"].endswith(kept)
    assert [row["kind"] for row in found["values"]] == ["revised", "new"]
    assert found["values"][1]["old_value"] is None
    assert found["sentences"] != []
    assert (found["marks"], found["items"]) == ([], [])


def test_the_workbook_has_a_sheet_for_each_kind_of_rows(client):
    book = load_workbook(BytesIO(client.get("/changes.xlsx").get_data()))
    assert book.sheetnames[2:] == ["数值变动", "标注变动", "表述变动", "条目变动"]
    assert book["数值变动"].max_row > 5


@pytest.mark.thorough
def test_what_is_seen_is_taken_away_as_text_and_slides(client, catalog, earlier, monkeypatch):
    for writer in (deck_slides, document_text):
        monkeypatch.setattr(writer, "written_apart", lambda write, *given: write(*given))
    text = client.get("/changes.docx")
    assert text.mimetype == files.MIMETYPES["docx"]
    found = docx.Document(BytesIO(text.get_data()))
    cells = [cell.text for row in found.tables[0].rows for cell in row.cells]
    assert "北京 2023\u00a0年" in cells  # a number keeps to its unit
    slides = pptx.Presentation(BytesIO(client.get("/changes.pptx").get_data()))
    assert slides.core_properties.title.startswith("更新说明")
    assert f"from={earlier.digest}" in slides.core_properties.comments
    assert client.get("/changes.docx?from=2015").status_code == 400


def test_regions_theme_and_editions_narrow_it(client, catalog, earlier):
    assert [r["kind"] for r in client.get("/changes.json?region=hebei").json["values"]] == ["new"]
    assert client.get("/changes.json?theme=green").json["values"] == []
    back = client.get(f"/changes.json?from={catalog.digest}&to={earlier.digest}").json
    assert [row["kind"] for row in back["values"]] == ["revised", "withdrawn"]


@pytest.mark.thorough
@pytest.mark.parametrize("query", ["from=2015", "to=" + "0" * 16, "indicator=gdp", "from=a&from=b"])
def test_a_wrong_query_is_refused_with_what_may_stand_there(client, query):
    answer = client.get(f"/changes.csv?{query}")
    assert answer.status_code == 400
    (fault, *_) = answer.json["errors"]
    assert fault["key"] == query.partition("=")[0]
    assert fault["allowed"]


def test_an_unchanged_file_is_spared_until_an_edition_has_come(client, editions, earlier):
    mark = client.get("/changes.json").headers["ETag"]
    assert client.get("/changes.json", headers={"If-None-Match": mark}).status_code == 304
    described = client.get("/api/v1/openapi.json").headers["ETag"]
    more = edited(earlier, {REVISED: 1.0}, digest="f" * 16, version="2026-11-10")
    editions.known = (editions.known[0], more, earlier)
    assert client.get("/changes.json", headers={"If-None-Match": mark}).status_code == 200
    again = client.get("/api/v1/openapi.json", headers={"If-None-Match": described})
    assert more.digest in again.get_data(as_text=True)


def test_the_description_has_the_keys_and_the_rows(client, catalog, earlier):
    found = client.get("/api/v1/openapi.json").json
    parameters = found["components"]["parameters"]
    assert parameters["edition_from"]["name"] == "from"
    assert parameters["edition_from"]["schema"]["enum"] == [catalog.digest, earlier.digest]
    assert parameters["from"]["schema"] != parameters["edition_from"]["schema"]
    named = [
        p["$ref"].rpartition("/")[2] for p in found["paths"]["/changes.csv"]["get"]["parameters"]
    ]
    assert named == ["region", "theme", "edition_from", "edition_to", "data"]
    of_slides = found["paths"]["/changes.pptx"]["get"]["parameters"]
    assert [p["$ref"].rpartition("/")[2] for p in of_slides] == named
    row = found["components"]["schemas"]["ChangedValue"]["properties"]
    assert set(row) == set(client.get("/changes.json").json["values"][0])
