"""A platform is chosen, on the map or in the list: its details open."""

from typing import Any

from dash import Dash, Input, Output

from components import panels
from components.ids import Id
from data.catalog import Catalog


def register(app: Dash, catalog: Catalog) -> None:
    """The list opens the details; a click on the map sets the list (assets/25-canvas.js)."""
    known = {p.platform_id: p for p in catalog.platforms}

    @app.callback(
        output=[Output(Id.PLATFORM, "children"), Output(Id.PLATFORM, "hidden")],
        inputs=[Input(Id.PLATFORM_CHOICE, "value")],
        prevent_initial_call=True,
    )
    def show_platform(platform_id: str | None) -> tuple[list[Any], bool]:
        place = known.get(str(platform_id))
        return (panels.platform_details(catalog, place), False) if place else ([], True)
