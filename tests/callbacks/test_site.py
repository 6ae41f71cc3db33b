"""Without a store there is one edition."""

import pytest

from callbacks.site import OneEdition


def test_the_one_edition_is_the_one_that_is_served(catalog):
    only = OneEdition(catalog)
    (line,) = only.listed()
    assert (line.digest, line.version) == (catalog.digest, catalog.version)
    assert only.catalog(catalog.digest) is catalog
    with pytest.raises(KeyError):
        only.catalog("0" * 16)
