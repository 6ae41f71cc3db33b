"""Answers: what an address shows, computed once for this data version and kept."""

from collections.abc import Iterator
from itertools import combinations
from threading import Lock
from time import sleep
from typing import Any

from cachetools import LRUCache, cachedmethod

from analysis.summary import summary
from analysis.view import Choices, View, choices, view
from components import overview
from data.catalog import Catalog

REMEMBERED = 1024  # views kept as finished answers, about 30 kB each
PAUSE = 0.01  # seconds between two prepared views, for the requests that come meanwhile


class Answers:
    """The answers of one catalog; `urls` address the map's boundaries."""

    def __init__(self, catalog: Catalog, urls: tuple[str, str]) -> None:
        self._catalog = catalog
        self._urls = urls
        self._options = choices(catalog)
        self._kept: LRUCache[View, dict[str, Any]] = LRUCache(REMEMBERED)
        self._lock = Lock()

    def to(self, address: object) -> dict[str, Any]:
        """The answer to an address (path and query, the fragment does not count), with the
        address and with remarks on what of it could not be read."""
        place = address.partition("#")[0] if isinstance(address, str) else ""
        chosen, remarks = view(place.partition("?")[2], self._options)
        found = self._content(chosen)
        return {**found, "address": place, "remarks": overview.remarks(remarks)}

    def prepare(self) -> int:
        """Compute the views one click away from any theme; how many there were."""
        likely = tuple(_likely(self._catalog, self._options))
        for chosen in likely:
            self._content(chosen)
            sleep(PAUSE)
        return len(likely)

    @cachedmethod(lambda self: self._kept, key=lambda _, chosen: chosen, lock=lambda s: s._lock)
    def _content(self, chosen: View) -> dict[str, Any]:
        found = summary(self._catalog, chosen)
        return overview.content(found, self._catalog, self._options, self._urls)


def _likely(catalog: Catalog, options: Choices) -> Iterator[View]:
    """Every card of every theme for every choice of regions, over the default years."""
    slugs = tuple(options.regions)
    for count in range(len(slugs), 0, -1):
        for regions in combinations(slugs, count):
            for theme in options.themes:
                for row in catalog.headlines(theme):
                    years = options.first_year, options.settled_year
                    yield View(regions, theme, row.indicator_id, *years)
