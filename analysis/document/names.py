"""The words for the ids and codes that the cells of sentences have."""

from collections.abc import Mapping

from analysis.context import remembered
from data.model.catalog import Catalog


@remembered(1)
def names(catalog: Catalog) -> Mapping[str, str]:
    """The short name of every indicator by its id, of every region by its code."""
    indicators = {key: one.short_zh for key, one in catalog.indicators.items()}
    regions = {one.region_code: one.short_zh for one in catalog.regions.values()}
    return {**indicators, **regions}
