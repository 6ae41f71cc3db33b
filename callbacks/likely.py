"""The views that are prepared ahead: those one click away from any theme."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from analysis.areas.address import AreasView
from analysis.evaluation.address import evaluation_view
from analysis.indicators.address import IndicatorsView
from analysis.overview.address import OverviewView
from analysis.pages import Page
from analysis.plan.address import PlanView
from analysis.platforms.address import PlatformsView
from analysis.reports.address import report_view
from analysis.state.view import View
from callbacks.site import Site


def likely(site: Site) -> Iterator[tuple[Page, Any]]:
    """Every page as the navigation opens it; then every card of every theme for every choice of
    regions, over the default years."""
    catalog, options = site.catalog, site.options
    start = options.default()
    yield Page.OVERVIEW, OverviewView(start)
    yield Page.INDICATORS, IndicatorsView(start)
    yield Page.PLATFORMS, PlatformsView(start)
    yield from ((Page.AREAS, AreasView(start, name)) for name in site.known_areas.industries)
    yield Page.EVALUATION, evaluation_view("", options, site.known_parts)[0]
    yield Page.REPORTS, report_view("", options)[0]
    yield from ((Page.PLAN, PlanView(options.default(theme))) for theme in options.themes)
    yield from ((Page.REGIONS, (slug, start)) for slug in options.regions)
    slugs = tuple(options.regions)
    for count in range(len(slugs), 0, -1):
        for regions in combinations(slugs, count):
            for theme in options.themes:
                for row in catalog.headlines(theme):
                    years = options.first_year, options.settled_year
                    view = View(regions, theme, row.indicator_id, *years)
                    yield Page.OVERVIEW, OverviewView(view)
