"""The table of contents of behaviour: each page, and where it is wired."""

from dash import Dash

from analysis.pages import Page
from callbacks import indicators, navigation, overview, plan, platforms, regions
from callbacks.answers import Answers
from callbacks.site import Site
from data.cache import Cache

MODULES = {
    Page.OVERVIEW: overview,
    Page.INDICATORS: indicators,
    Page.PLAN: plan,
    Page.PLATFORMS: platforms,
    Page.REGIONS: regions,
}


def answers_of(site: Site, cache: Cache | None = None) -> Answers:
    """The answers of a site, with all of its pages; those prepared are shared in `cache`."""
    return Answers(site, {page: module.BINDING for page, module in MODULES.items()}, cache)


def register_all(app: Dash, answers: Answers) -> None:
    """Register every callback of the app."""
    for module in (navigation, *MODULES.values()):
        module.register(app, answers)
