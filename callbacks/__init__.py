"""The table of contents of behaviour: each page, and where it is wired."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Protocol, cast

from dash import Dash

from analysis.pages import Page
from callbacks import navigation
from callbacks.answers import Answers
from callbacks.site import Binding, Site
from data.cache import Cache


class Wiring(Protocol):
    """What a page's module holds."""

    BINDING: Binding

    @staticmethod
    def register(app: Dash, answers: Answers) -> None:
        """Register the callbacks of the page."""


MODULES: Mapping[Page, Wiring] = {
    page: cast(Wiring, import_module(f"callbacks.{page}")) for page in Page
}


def answers_of(
    site: Site, cache: Cache | None = None, told: Callable[[str], None] = lambda _: None
) -> Answers:
    """The answers of a site, with all of its pages; those prepared are shared in `cache`, `told`
    hears where each view was found."""
    return Answers(site, {page: module.BINDING for page, module in MODULES.items()}, cache, told)


def register_all(app: Dash, answers: Answers) -> None:
    """Register every callback of the app."""
    navigation.register(app, answers)
    for module in MODULES.values():
        module.register(app, answers)
