"""The words that the descriptor of the data package allows are those that the code knows."""

import json

import pytest

from analysis.claims.checks import METHODS
from data.model.evaluation import FORMS
from data.model.progress import KINDS
from data.model.scenes import FRAMES, LAYOUTS, SCALES
from data.package.load import FOLDER
from data.package.plan_checks import TARGETS


@pytest.fixture(scope="module")
def allowed():
    """What the descriptor allows, by table and column."""
    descriptor = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    return {
        (table["name"], column["name"]): column["constraints"]["enum"]
        for table in descriptor["resources"]
        for column in table["schema"]["fields"]
        if "enum" in column.get("constraints", {})
    }


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("scenes", "layout", LAYOUTS),
        ("scenes", "scale", SCALES),
        ("scenes", "frame", FRAMES),
        ("index_parts", "form", FORMS),
        ("claim_checks", "method", METHODS),
        ("plan_links", "kind", TARGETS),
        ("plan_progress", "kind", KINDS),
    ],
)
def test_a_column_may_say_what_the_code_knows(allowed, table, column, words):
    assert sorted(allowed[table, column]) == sorted(words)
