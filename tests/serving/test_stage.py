"""The pages of the stage over HTTP: they ask for nothing but what is there, and only from here."""

import logging
import re
from pathlib import Path

import pytest
from dash import Dash, html

from serving import stage

SOURCE = Path(stage.__file__).parents[1] / "stage"


def pages(scripts, static):
    """The pages alone, with the built scripts of a folder."""
    app = Dash("stage", use_async=False)
    app.layout = html.Div()
    stage.register(app, SOURCE, scripts, static, "default")
    return app.server.test_client()


@pytest.mark.parametrize("address", stage.ADDRESSES)
def test_a_page_names_only_files_that_are_here(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    text = answer.get_data(as_text=True)
    files = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', text)
    assert files
    for file in files:
        assert file.startswith("/static/")
        with client.get(file) as found:
            assert found.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", stage.ADDRESSES)
def test_a_page_has_one_script_and_one_stylesheet(tmp_path, address):
    for name in ("stage", "notes"):
        (tmp_path / f"{name}.js").write_text("")
    text = pages(tmp_path, tmp_path / "static").get(address).get_data(as_text=True)
    name = address.rpartition("/")[2].replace("present", "stage")
    assert re.findall(r'<script defer src="/static/(\w+)\.\w+\.js"></script>', text) == [name]
    assert re.findall(r'href="/static/(\w+)\.\w+\.css"', text) == [name]
    assert text.count("<script") == 1


def test_without_its_built_script_a_page_is_served_and_the_log_says_so(tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        client = pages(tmp_path / "none", tmp_path / "static")
    assert len(caplog.records) == len(stage.ADDRESSES)
    assert "make" in caplog.text
    for address in stage.ADDRESSES:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<script" not in answer.get_data(as_text=True)


@pytest.mark.thorough
def test_a_worker_makes_the_prepared_deck_ahead(app, client):
    size = app.server.extensions["prepare_deck"]()
    assert size == len(client.get("/present/scenes.json").get_data())
