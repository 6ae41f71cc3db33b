"""The real tables, in data/: what holds of them whatever their version. They are read once."""

import pytest

from data.model.catalog import Catalog
from data.package import load as package


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog of data/, in place of the edition's."""
    return package.load()
