"""Why a value is not there: 未公布 and 已撤回 are claims, and stand only where tables know it."""

from collections.abc import Iterable
from itertools import product

from data.model.catalog import Catalog

NOT_HELD = "本站未收录"
NOT_PUBLISHED = "未公布"
WITHDRAWN = "已撤回"


def is_unpublished(catalog: Catalog, indicator_id: str, code: str, year: int) -> bool:
    """Whether the tables say that the figure of a region and year is not published."""
    return any(
        row.first <= year <= (row.last or year)
        for row in catalog.unpublished.get((indicator_id, code), ())
    )


def absence(catalog: Catalog, indicator_id: str, codes: Iterable[str], years: Iterable[int]) -> str:
    """未公布 where each of these regions and years is known not to be published, 已撤回 where each
    value was taken back, else 本站未收录; so for no region and no year."""
    places = list(product(codes, years))
    if places and all((indicator_id, *place) in catalog.withdrawn for place in places):
        return WITHDRAWN
    known = places and all(is_unpublished(catalog, indicator_id, *place) for place in places)
    return NOT_PUBLISHED if known else NOT_HELD
