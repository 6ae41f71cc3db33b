"""Text documents are written from a Document and read back."""

from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest

from reports.word.layouts import Layout

NAMES = {"rd_expenditure": "研发经费", "110000": "北京"}
EXPORTED = datetime(2026, 11, 28, 13, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def write(edition):
    """A Document as bytes."""
    from reports.word.writer import word

    def made(document, layout=Layout.OFFICIAL):
        return word(document, layout, EXPORTED, NAMES, edition / "geo")

    return made


@pytest.fixture
def opened(write):
    """A Document as python-docx reads it."""

    def read(document, layout=Layout.OFFICIAL):
        return docx.Document(BytesIO(write(document, layout)))

    return read
