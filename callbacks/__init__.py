"""The table of contents of behaviour: what happens, and where it is wired."""

from dash import Dash

from callbacks import overview, platforms
from callbacks.answers import Answers
from data.catalog import Catalog


def register_all(app: Dash, catalog: Catalog, answers: Answers) -> None:
    """Register every callback of the app."""
    overview.register(app, answers)
    platforms.register(app, catalog)
