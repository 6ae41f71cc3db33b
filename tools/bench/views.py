"""The views that are measured: laps of filter changes, and ever new views for the server."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from analysis.view import Choices, View, choices, search, with_indicator, with_region, with_theme
from components.ids import Id
from data import package
from data.catalog import Catalog

PLACES = {"region": Id.REGIONS, "theme": Id.THEMES, "indicator": Id.CARDS}
MOST_ROUNDS = 36
SEED = 20230518


@dataclass(frozen=True, slots=True)
class Step:
    """One change: what kind of filter, and the query of the view it leads to."""

    kind: str
    query: str

    @property
    def selector(self) -> str:
        """The link that leads there."""
        return f'#{PLACES[self.kind].value} [data-view="{self.query}"]'


class Views:
    """Everything a View may be, from the app's own tables."""

    def __init__(self) -> None:
        self.catalog: Catalog = package.load(package.FOLDER)
        self.options: Choices = choices(self.catalog)

    def lap(self, turn: int) -> tuple[str, list[Step]]:
        """The view a lap starts from, and six changes that lead back to it.

        Every turn has its own years, region and theme, so that its views are new to the server.
        """
        options = self.options
        first, last = options.first_year, options.last_year
        spans = sorted(product(range(first, first + 6), range(last - 5, last + 1)),
                       key=lambda span: span[0] - span[1])  # fmt: skip
        start, end = spans[turn % MOST_ROUNDS]
        region = list(options.regions)[turn % len(options.regions)]
        theme = list(options.themes)[1 + turn % (len(options.themes) - 1)]
        second = self.catalog.headlines(theme)[1].indicator_id
        opening = replace(options.default(), start=start, end=end)
        fewer = with_region(opening, region, options)
        themed = with_theme(fewer, theme, options)
        other = with_indicator(themed, second)
        whole = with_region(other, region, options)
        back = with_indicator(whole, themed.indicator)
        kinds = ("region", "theme", "indicator", "region", "indicator", "theme")
        chosen = (fewer, themed, other, whole, back, opening)
        steps = [Step(kind, self.query(view)) for kind, view in zip(kinds, chosen, strict=True)]
        return self.query(opening), steps

    def query(self, view: View) -> str:
        """The query string of a view, as the app writes it."""
        return search(view, self.options)

    def unseen(self, count: int) -> list[str]:
        """So many different views, in an order that is the same in every run."""
        every = list(self._every())
        random.Random(SEED).shuffle(every)
        return [self.query(view) for view in every[:count]]

    def _every(self) -> Iterator[View]:
        options = self.options
        slugs = tuple(options.regions)
        subsets = [tuple(s for i, s in enumerate(slugs) if bits >> i & 1)
                   for bits in range(1, 1 << len(slugs))]  # fmt: skip
        years = range(options.first_year, options.last_year + 1)
        spans = [(start, end) for start in years for end in years if start <= end]
        for theme, indicators in options.indicators.items():
            for indicator, regions, (start, end) in product(indicators, subsets, spans):
                yield View(regions, theme, indicator, start, end)
