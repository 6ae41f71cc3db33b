"""The real tables, in data/: what holds of them whatever their version. They are read once."""

import pytest


@pytest.fixture(scope="session")
def catalog(read_once):
    """The catalog of data/, in place of the edition's."""
    from data.package.load import FOLDER

    return read_once(FOLDER)
