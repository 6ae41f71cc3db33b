"""The table of contents of behaviour: each page, and where it is wired."""

from dash import Dash

from callbacks import indicators, navigation, overview, plan, platforms, regions
from callbacks.answers import Answers
from callbacks.site import Bindings, Site
from components.ids import Page
from data.cache import Cache

BINDINGS: Bindings = {
    Page.OVERVIEW: overview.BINDING,
    Page.INDICATORS: indicators.BINDING,
    Page.PLAN: plan.BINDING,
    Page.PLATFORMS: platforms.BINDING,
    Page.REGIONS: regions.BINDING,
}


def answers_of(site: Site, cache: Cache | None = None) -> Answers:
    """The answers of a site, with all of its pages; those prepared are shared in `cache`."""
    return Answers(site, BINDINGS, cache)


def register_all(app: Dash, answers: Answers) -> None:
    """Register every callback of the app."""
    for module in (navigation, overview, indicators, plan, platforms, regions):
        module.register(app, answers)
