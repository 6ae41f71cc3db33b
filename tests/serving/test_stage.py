"""The pages of the stage over HTTP: they ask for nothing but what is there, and only from here."""

import re

import pytest


@pytest.mark.parametrize("address", ["/present", "/present/notes"])
def test_a_page_names_only_files_that_are_here(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    text = answer.get_data(as_text=True)
    files = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', text)
    assert len(files) >= 4
    for file in files:
        assert file.startswith("/static/")
        with client.get(file) as found:
            assert found.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_worker_makes_the_prepared_deck_ahead(app, client):
    size = app.server.extensions["prepare_deck"]()
    assert size == len(client.get("/present/scenes.json").get_data())
