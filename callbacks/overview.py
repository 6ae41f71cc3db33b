"""The address changes: the page shows its view."""

from typing import Any

from cachetools import LRUCache, cached
from dash import Dash, Input, Output

from analysis.summary import summary
from analysis.view import View, choices, view
from callbacks.plain import plain
from components import overview
from components.ids import Id
from data.catalog import Catalog

FILLED = {
    Id.REGIONS: "children",
    Id.THEMES: "children",
    Id.LEAD: "children",
    Id.CARDS: "children",
    Id.CLAIMS: "children",
    Id.TREND: "figure",
    Id.TREND_TEXT: "children",
    Id.TREND_DATA: "children",
    Id.BARS: "figure",
    Id.BARS_TEXT: "children",
    Id.BARS_DATA: "children",
    Id.MAP: "figure",
    Id.MAP_TEXT: "children",
}
REMEMBERED = 1024  # views kept as finished answers, about 30 kB each


def register(app: Dash, catalog: Catalog, urls: tuple[str, str]) -> None:
    """One answer per view, computed once for this data version and kept."""
    options = choices(catalog)

    @cached(LRUCache(REMEMBERED))
    def answer(chosen: View) -> dict[str, Any]:
        return plain(overview.content(summary(catalog, chosen), catalog, options, urls))

    @app.callback(
        output={
            "page": {key.name: Output(key, prop) for key, prop in FILLED.items()},
            "remarks": Output(Id.REMARKS, "children"),
        },
        inputs={"query": Input(Id.URL, "search")},
    )
    def show_view(query: object) -> dict[str, Any]:
        chosen, texts = view(query if isinstance(query, str) else "", options)
        return {"page": answer(chosen), "remarks": overview.remarks(texts)}
