"""What is remembered of a Catalog: it lives on the catalog itself and goes with it.

A memo at module level would keep every catalog that was ever asked about, whole, until as many
others had come. Here an edition that nobody serves any more is freed with all that was computed
from it.
"""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from data.model.catalog import Catalog

P = ParamSpec("P")
T = TypeVar("T")
OfCatalog = Callable[Concatenate[Catalog, P], T]


def remembered(most: int) -> Callable[[OfCatalog[P, T]], OfCatalog[P, T]]:
    """Remember the last `most` results of a function for each catalog, its first argument; the
    others must be hashable. As `functools.lru_cache`, safe between threads."""

    def decorate(compute: OfCatalog[P, T]) -> OfCatalog[P, T]:
        @wraps(compute)
        def recall(catalog: Catalog, /, *args: P.args, **kwargs: P.kwargs) -> T:
            kept = catalog.memory.get(compute)
            if kept is None:
                fresh = lru_cache(maxsize=most)(partial(compute, catalog))
                kept = catalog.memory.setdefault(compute, fresh)
            found: T = kept(*args, **kwargs)
            return found

        return recall

    return decorate
