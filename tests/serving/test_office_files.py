"""Every file for an office program that a page gives opens without being repaired."""

import pytest
from flask.testing import FlaskClient

from analysis import pages
from tests.office_schema import faults

pytestmark = pytest.mark.thorough
OFFICE = ("xlsx", "pptx", "docx")
FILES = [
    f"/{page}{'/hebei' if place.has_regions else ''}.{kind}"
    for page, place in pages.PAGES.items()
    for kind in place.kinds
    if kind in OFFICE
]


def test_every_page_with_files_has_a_workbook() -> None:
    assert sum(one.endswith(".xlsx") for one in FILES) == len(pages.PAGES)


@pytest.mark.parametrize("path", FILES)
def test_no_file_has_a_fault(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert faults(answer.get_data()) == []
