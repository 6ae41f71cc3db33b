"""The address changes: the page shows its view."""

from typing import Any

from cachetools import LRUCache, cached
from dash import ClientsideFunction, Dash, Input, Output

from analysis.summary import summary
from analysis.view import View, choices, view
from components import overview
from components.ids import Id
from data.catalog import Catalog

REMEMBERED = 1024  # views kept as finished answers, about 30 kB each


def register(app: Dash, catalog: Catalog, urls: tuple[str, str]) -> None:
    """One answer per view, computed once for this data version and kept."""
    options = choices(catalog)

    @cached(LRUCache(REMEMBERED))
    def answer(chosen: View) -> dict[str, Any]:
        return overview.content(summary(catalog, chosen), catalog, options, urls)

    @app.callback(Output(Id.ANSWER, "data"), Input(Id.URL, "search"))
    def show_view(query: object) -> dict[str, Any]:
        chosen, remarks = view(query if isinstance(query, str) else "", options)
        return {**answer(chosen), "remarks": overview.remarks(remarks)}

    app.clientside_callback(
        ClientsideFunction("page", "show"), Input(Id.ANSWER, "data"), prevent_initial_call=True
    )
