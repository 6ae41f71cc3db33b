"""The edition that the tests read is described as the real tables are."""

import json

import pytest

from data.package.load import FOLDER


def resources(folder):
    text = (folder / "datapackage.json").read_text(encoding="utf-8")
    return {table["name"]: table for table in json.loads(text)["resources"]}


def test_the_edition_has_the_columns_and_the_rules_of_the_real_tables(edition):
    assert resources(edition) == resources(FOLDER)


@pytest.mark.parametrize("folder", ["tables", "geo"])
def test_the_edition_has_the_files_of_the_real_package(edition, folder):
    names = [
        sorted(path.name for path in (place / folder).iterdir()) for place in (edition, FOLDER)
    ]
    assert names[0] == names[1]
    assert len(names[0]) >= 5
