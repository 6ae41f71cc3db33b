"""Answers: what an address shows, computed once for this data version and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from threading import Lock
from time import sleep
from typing import Any

from cachetools import LRUCache, cachedmethod

from analysis.atlas import Atlas, atlas, keys
from analysis.desk import Desk, desk
from analysis.plan import briefing
from analysis.profile import profile
from analysis.study import study
from analysis.summary import summary
from analysis.survey import survey
from analysis.view import Choices, View, choices, view, with_theme
from components import desk as desk_page
from components import overview, platforms, shell
from components import plan as plan_page
from components import region as region_page
from components.charts.atlas import Boundaries
from components.ids import Page
from components.shell import PATHS
from data.catalog import Catalog

# Finished answers are kept up to this many characters together: about a thousand views of the
# overview, or a hundred of the plan. A figure counts as so many characters.
REMEMBERED, FIGURE = 40_000_000, 6_000
PAUSE = 0.01  # seconds between two prepared views, for the requests that come meanwhile


@dataclass(frozen=True, slots=True)
class Visit:
    """What a region's page looks at: the region, and the view whose years and links it keeps."""

    slug: str
    view: View


@dataclass(frozen=True, slots=True)
class Reading:
    """What the plan's page looks at: a view, whose indicator does not matter."""

    view: View


Chosen = View | Desk | Visit | Reading | Atlas


class Answers:
    """The answers of one catalog; `urls` address the overview map's boundaries, `boundaries`
    those of the map of platforms."""

    def __init__(self, catalog: Catalog, urls: tuple[str, str], boundaries: Boundaries) -> None:
        self._catalog = catalog
        self._urls = urls
        self._boundaries = boundaries
        self._keys = keys(catalog)
        self._options = choices(catalog)
        self._kept: LRUCache[Chosen, dict[str, Any]] = LRUCache(REMEMBERED, _weight)
        self._lock = Lock()

    def to(self, address: object) -> dict[str, Any]:
        """The answer to an address (path and query, the fragment does not count), with the
        address and with remarks on what of it could not be read."""
        place = address.partition("#")[0] if isinstance(address, str) else ""
        path, _, query = place.partition("?")
        chosen, remarks = self._chosen(path, query)
        found = self._content(chosen)
        said = shell.remarks((*remarks, *found["remarks"]))
        return {**found, "address": place, "remarks": said}

    def _chosen(self, path: str, query: str) -> tuple[Chosen, tuple[str, ...]]:
        """What an address asks for; a path that is no page is the overview's."""
        if path == PATHS[Page.DESK]:
            return desk(query, self._options)
        if path == PATHS[Page.PLATFORMS]:
            return atlas(query, self._options, self._keys)
        chosen, remarks = view(query, self._options)
        if path == PATHS[Page.PLAN]:
            return Reading(with_theme(chosen, chosen.theme, self._options)), remarks
        slug = path.removeprefix(PATHS[Page.PROFILE])
        if slug in self._options.regions:
            return Visit(slug, chosen), remarks
        return chosen, remarks

    def prepare(self) -> int:
        """Compute the views one click away from any theme; how many there were."""
        likely = tuple(_likely(self._catalog, self._options))
        for chosen in likely:
            self._content(chosen)
            sleep(PAUSE)
        return len(likely)

    @cachedmethod(lambda self: self._kept, key=lambda _, chosen: chosen, lock=lambda s: s._lock)
    def _content(self, chosen: Chosen) -> dict[str, Any]:
        catalog, options = self._catalog, self._options
        match chosen:
            case Visit(slug, shown):
                found = profile(catalog, slug, shown.start, shown.end)
                return region_page.content(found, catalog, shown, options)
            case Reading(shown):
                return plan_page.content(briefing(catalog, shown), catalog, options)
            case Desk():
                return desk_page.content(study(catalog, chosen), catalog, options)
            case Atlas():
                found_places = survey(catalog, chosen)
                return platforms.content(
                    found_places, catalog, options, self._keys, self._boundaries
                )
            case View():
                return overview.content(summary(catalog, chosen), catalog, options, self._urls)


def _weight(answer: dict[str, Any]) -> int:
    """About how many characters an answer has."""
    return sum(map(len, answer["html"].values())) + FIGURE * len(answer["figures"])


def _likely(catalog: Catalog, options: Choices) -> Iterator[Chosen]:
    """Every page as the navigation opens it; then every card of every theme for every choice of
    regions, over the default years."""
    start = options.default()
    yield from (start, Desk(start), Atlas(start))
    yield from (Reading(options.default(theme)) for theme in options.themes)
    yield from (Visit(slug, start) for slug in options.regions)
    slugs = tuple(options.regions)
    for count in range(len(slugs), 0, -1):
        for regions in combinations(slugs, count):
            for theme in options.themes:
                for row in catalog.headlines(theme):
                    years = options.first_year, options.settled_year
                    yield View(regions, theme, row.indicator_id, *years)
