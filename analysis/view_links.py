"""The addresses that keep the regions and years of a view, which pages write theirs with."""

from dataclasses import dataclass, replace

from analysis import links
from analysis.indicators import address as indicators_address
from analysis.pages import Page
from analysis.query import written
from analysis.state.view import Choices, View, query_of, values, with_theme
from data.model.progress import KINDS

KEPT = ("region", "from", "to")  # of a view, by what leads to another indicator


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that keep a view's regions and years."""

    view: View
    options: Choices
    kinds: tuple[str, ...] = KINDS  # of dated facts, on the page of the plan

    @property
    def is_whole(self) -> bool:
        """Whether the whole plan is shown, and not one task."""
        return self.view.theme == self.options.default().theme

    @property
    def years(self) -> str:
        """The query of the view's years alone."""
        whole = self.options.default()
        return query_of(replace(whole, start=self.view.start, end=self.view.end), self.options)

    def plan(self, slug: str = "") -> str:
        """The page itself: the task of a theme, or the whole plan."""
        return links.plan(self.view, self.options, slug or self.options.default().theme, self.kinds)

    def of_kinds(self, kinds: tuple[str, ...]) -> str:
        """The page of the plan as it is, with the dated facts of other kinds."""
        return links.plan(self.view, self.options, self.view.theme, kinds)

    def overview(self, slug: str) -> str:
        """The overview of a theme."""
        chosen = with_theme(self.view, slug, self.options)
        return links.page(Page.OVERVIEW, query_of(chosen, self.options))

    def indicator(self, indicator_id: str) -> str:
        """The page of an indicator."""
        kept = {k: v for k, v in values(self.view, self.options).items() if k in KEPT}
        return links.page(Page.INDICATORS, written({"indicator": indicator_id, **kept}))

    def profile(self, slug: str) -> str:
        """The profile of a region; theme and regions wait there until another page is opened."""
        return links.page(Page.REGIONS, query_of(self.view, self.options), slug)

    def values(self, indicator_id: str, slug: str = "") -> str:
        """The rows of an indicator as a table, of one region if `slug` names it."""
        regions = (slug,) if slug in self.options.regions else self.view.regions
        owner = self.options.theme_of(indicator_id) or self.view.theme
        chosen = replace(self.view, regions=regions, theme=owner, indicator=indicator_id)
        rows = indicators_address.IndicatorsView(chosen, chart="table")
        return links.page(Page.INDICATORS, indicators_address.query_of(rows, self.options))

    def operands(self, indicator_id: str) -> str:
        """The rows of all regions and years: what checks the text does not follow the view."""
        options = self.options
        whole = replace(options.default(), start=options.first_year, end=options.last_year)
        return Links(whole, options).values(indicator_id)
