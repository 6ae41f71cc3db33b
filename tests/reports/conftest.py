"""Golden files: what was exported when somebody last looked and agreed."""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "golden"


@pytest.fixture
def golden(catalog):
    """Compare bytes with a golden file; data version and digest are left out of it.

    After a change that is meant: `UPDATE_GOLDEN=1 pytest tests/reports`, then read the diff.
    """

    def check(name, content):
        found = content.decode().replace(catalog.digest, "DIGEST")
        found = found.replace(catalog.version, "VERSION").replace("\r\n", "\n").encode()
        path = FOLDER / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(found)
        assert found == path.read_bytes(), f"{name}: UPDATE_GOLDEN=1 pytest tests/reports"

    return check
