"""What a page shows is given as a text document."""

from io import BytesIO
from urllib.parse import unquote

import docx
import pptx
import pytest
from dash import Dash, html

from callbacks.site import OneEdition
from serving import api, deck_slides, document_text, files

PATHS = [
    "/overview.docx?theme=innovation",
    "/indicators.docx?indicator=gdp&scale=index",
    "/areas.docx",
    "/evaluation.docx",
    "/plan.docx?theme=green",
    "/platforms.docx",
    "/regions/hebei.docx",
]


@pytest.fixture(scope="module")
def client(catalog):
    app = Dash("seen", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    return app.server.test_client()


@pytest.fixture
def at_once(monkeypatch):
    """Write in this process: that another does is tested with what starts it."""
    for writer in (deck_slides, document_text):
        monkeypatch.setattr(writer, "written_apart", lambda write, *given: write(*given))


@pytest.mark.thorough
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_taken_away_as_text(client, at_once, catalog, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == files.MIMETYPES["docx"]
    found = docx.Document(BytesIO(answer.get_data()))
    assert found.core_properties.version == catalog.version
    assert found.core_properties.title in [one.text for one in found.paragraphs]
    name = unquote(answer.headers["Content-Disposition"].partition("UTF-8''")[2])
    assert name.startswith("京津冀监测_")
    assert name.endswith(".docx")


@pytest.mark.thorough
def test_a_process_of_its_own_writes_the_same(client):
    answer = client.get("/indicators.docx?indicator=gdp&region=tianjin")
    assert answer.status_code == 200
    assert docx.Document(BytesIO(answer.get_data())).tables


def test_a_wrong_query_is_explained(client):
    answer = client.get("/indicators.docx?scale=colour")
    assert answer.status_code == 400
    assert [one["key"] for one in answer.json["errors"]] == ["scale"]


def test_a_region_that_is_none_is_not_found(client):
    assert client.get("/regions/shanghai.docx").status_code == 404


@pytest.mark.thorough
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_taken_away_as_slides(client, at_once, catalog, path):
    answer = client.get(path.replace(".docx", ".pptx"))
    assert answer.status_code == 200
    assert answer.mimetype == files.MIMETYPES["pptx"]
    made = pptx.Presentation(BytesIO(answer.get_data()))
    assert len(made.slides) > 2
    assert made.core_properties.comments.endswith(f"data={catalog.digest}")
    name = unquote(answer.headers["Content-Disposition"].partition("UTF-8''")[2])
    assert name.startswith("京津冀监测_") and name.endswith(".pptx")
