"""Links: the addresses of other pages that keep a view's regions and years."""

from dataclasses import dataclass, replace

from analysis.indicators.address import IndicatorsView
from analysis.indicators.address import search as indicators_search
from analysis.platforms.address import LAYERS
from analysis.state.view import Choices, View, search, with_theme
from data.model.catalog import Platform


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that keep a view's regions and years."""

    view: View
    options: Choices

    @property
    def is_whole(self) -> bool:
        """Whether the whole plan is shown, and not one task."""
        return self.view.theme == self.options.default().theme

    def plan(self, slug: str = "") -> str:
        """The page itself: the task of a theme, or the whole plan."""
        return plan_address(self.view, self.options, slug or self.options.default().theme)

    def overview(self, slug: str) -> str:
        """The overview of a theme."""
        return "/" + search(with_theme(self.view, slug, self.options), self.options)

    def values(self, indicator_id: str, slug: str = "") -> str:
        """The rows of an indicator as a table, of one region if `slug` names it."""
        regions = (slug,) if slug in self.options.regions else self.view.regions
        owner = self.options.theme_of(indicator_id) or self.view.theme
        chosen = replace(self.view, regions=regions, theme=owner, indicator=indicator_id)
        return "/indicators" + indicators_search(
            IndicatorsView(chosen, chart="table"), self.options
        )

    def operands(self, indicator_id: str) -> str:
        """The rows of an indicator as a table, of all regions and years: what a check of the
        text calculates with does not follow the view."""
        whole = self.options.default()
        years = (self.options.first_year, self.options.last_year)
        return Links(replace(whole, start=years[0], end=years[1]), self.options).values(
            indicator_id
        )


def plan_address(view: View, options: Choices, slug: str) -> str:
    """The page of the plan for a theme, in the view's regions and years."""
    return "/plan" + search(with_theme(view, slug, options), options)


def place_address(place: Platform) -> str:
    """The platform on the map, with its layer alone where that is not shown by itself."""
    layer = "" if place.tier in LAYERS else f"layers={place.tier}&"
    return f"/platforms?{layer}place={place.platform_id}"
