"""The address changes: the page shows its view."""

from collections.abc import Iterator
from itertools import combinations
from threading import Lock
from time import sleep
from typing import Any

from cachetools import LRUCache, cached
from dash import ClientsideFunction, Dash, Input, Output

from analysis.summary import summary
from analysis.view import Choices, View, choices, view
from components import overview
from components.ids import Id
from data.catalog import Catalog

REMEMBERED = 1024  # views kept as finished answers, about 30 kB each
PAUSE = 0.01  # seconds between two prepared views, for the requests that come meanwhile


def register(app: Dash, catalog: Catalog, urls: tuple[str, str]) -> None:
    """One answer per view, computed once for this data version and kept."""
    options = choices(catalog)

    @cached(LRUCache(REMEMBERED), lock=Lock())
    def answer(chosen: View) -> dict[str, Any]:
        return overview.content(summary(catalog, chosen), catalog, options, urls)

    def prepare_views() -> int:
        """Compute the views one click away from any theme; how many there were."""
        likely = tuple(_likely(catalog, options))
        for chosen in likely:
            answer(chosen)
            sleep(PAUSE)
        return len(likely)

    app.server.extensions["prepare_views"] = prepare_views

    @app.callback(Output(Id.ANSWER, "data"), Input(Id.URL, "search"))
    def show_view(query: object) -> dict[str, Any]:
        chosen, remarks = view(query if isinstance(query, str) else "", options)
        return {**answer(chosen), "remarks": overview.remarks(remarks)}

    app.clientside_callback(
        ClientsideFunction("page", "show"), Input(Id.ANSWER, "data"), prevent_initial_call=True
    )


def _likely(catalog: Catalog, options: Choices) -> Iterator[View]:
    """Every card of every theme for every choice of regions, over the default years."""
    slugs = tuple(options.regions)
    for count in range(len(slugs), 0, -1):
        for regions in combinations(slugs, count):
            for theme in options.themes:
                for row in catalog.headlines(theme):
                    years = options.first_year, options.settled_year
                    yield View(regions, theme, row.indicator_id, *years)
