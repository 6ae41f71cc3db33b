"""What the tests of the page of areas ask for: the summary of an address."""

import pytest

from analysis.areas.address import area_choices, areas_view
from analysis.areas.summary import areas_summary


@pytest.fixture(scope="session")
def summary_of(catalog, options):
    """What the page shows of a query."""

    def found(query=""):
        return areas_summary(catalog, areas_view(query, options, area_choices(catalog))[0])

    return found
