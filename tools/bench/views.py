"""The views that are measured: laps of filter changes, and ever new views for the server."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from analysis.areas import address as areas
from analysis.areas.address import AreasView, area_choices
from analysis.evaluation import address as evaluation
from analysis.evaluation.address import evaluation_choices
from analysis.evaluation.what_if import FIRST_YEAR
from analysis.indicators import address as desk
from analysis.indicators.address import IndicatorsView
from analysis.platforms import address as atlas
from analysis.platforms.address import LAYERS, PlatformsView
from analysis.state.view import (
    Choices,
    View,
    choices,
    query_of,
    with_indicator,
    with_region,
    with_theme,
)
from components.ids import Id
from data.model.catalog import Catalog
from data.package import load as package
from tools.bench import what_ifs
from tools.bench.sheets import AREAS, ATLAS, DESK, EVALUATION, OVERVIEW, Sheet

PLACES: dict[Sheet, dict[str, Id]] = {
    OVERVIEW: {"region": Id.REGIONS, "theme": Id.THEMES, "indicator": Id.CARDS},
    DESK: {"scale": Id.SCALES, "region": Id.REGIONS, "indicator": Id.COVERAGE},
    AREAS: {"industry": Id.AREAS_BAR},
    EVALUATION: {"what-if": Id.WHAT_IF},
    ATLAS: {
        "layer": Id.ATLAS_TOOLS,
        "lines": Id.ATLAS_TOOLS,
        "region": Id.REGIONS,
        "place": Id.ATLAS_LIST,
        "area": Id.ATLAS_PANEL,
    },
}
SCALES = ("share3", "index", "change")
ADDITIVE = ("gdp", "population")  # of the first theme, both of which take every one of SCALES
GROUNDS = ("county.density", "county.urban", "prefecture.product", "prefecture.density")
WAY_DOWN = ("130000", "130600")  # 河北, 保定
MOST_ROUNDS = 36
SEED = 20230518


@dataclass(frozen=True, slots=True)
class Step:
    """One change on a page: what kind of choice, and the query of the view it leads to; `change`
    where the link says only what it changes; `option` where it is chosen in the select of the base
    colour."""

    sheet: Sheet
    kind: str
    query: str
    change: str | None = None
    option: str = ""

    @property
    def address(self) -> str:
        """Path and query."""
        return self.sheet.path + self.query

    @property
    def selector(self) -> str:
        """The link that leads there, or the select."""
        if self.option:
            return "[data-shade]"
        said = self.query if self.change is None else self.change
        return f'#{PLACES[self.sheet][self.kind].value} [data-view="{said}"]'


Lap = tuple[str, list[Step]]


class Views:
    """Everything a View may be, from the app's own tables."""

    def __init__(self) -> None:
        self.catalog: Catalog = package.load(package.FOLDER)
        self.options: Choices = choices(self.catalog)

    def lap(self, sheet: Sheet, turn: int) -> Lap:
        """The address a lap starts from on a page, and six changes that lead back to it.

        Every turn has its own years, region and theme, so that its views are new to the server.
        """
        if sheet == EVALUATION:
            return self._what_ifs(turn)
        make = {
            OVERVIEW: self._filters,
            DESK: self._scales,
            AREAS: self._industries,
            ATLAS: self._layers,
        }[sheet]
        return make(*self._parts(turn))

    def _parts(self, turn: int) -> tuple[View, str, str, str]:
        """Of a turn: the view it opens with, a theme and its second indicator, and a region."""
        options = self.options
        first, last = options.first_year, options.last_year
        spans = sorted(product(range(first, first + 6), range(last - 5, last + 1)),
                       key=lambda span: span[0] - span[1])  # fmt: skip
        start, end = spans[turn % MOST_ROUNDS]
        region = list(options.regions)[turn % len(options.regions)]
        theme = list(options.themes)[1 + turn % (len(options.themes) - 1)]
        second = self.catalog.headlines(theme)[1].indicator_id
        return replace(options.default(), start=start, end=end), theme, second, region

    def _filters(self, opening: View, theme: str, second: str, region: str) -> Lap:
        """The overview: region, theme, indicator, and back."""
        fewer = with_region(opening, region, self.options)
        themed = with_theme(fewer, theme, self.options)
        other = with_indicator(themed, second)
        whole = with_region(other, region, self.options)
        back = with_indicator(whole, themed.indicator)
        kinds = ("region", "theme", "indicator", "region", "indicator", "theme")
        chosen = (fewer, themed, other, whole, back, opening)
        steps = [Step(OVERVIEW, kind, self.query(v)) for kind, v in zip(kinds, chosen, strict=True)]
        return OVERVIEW.path + self.query(opening), steps

    def _scales(self, opening: View, _theme: str, _second: str, region: str) -> Lap:
        """The desk: another indicator, three scales of it, a region off, the first indicator
        again. Both have values for every scale chosen here."""
        first, second = (with_indicator(opening, i) for i in ADDITIVE)
        fewer = with_region(second, region, self.options)
        chosen = (
            ("indicator", IndicatorsView(second)),
            *(("scale", IndicatorsView(second, scale=scale)) for scale in SCALES),
            ("region", IndicatorsView(fewer, scale=SCALES[-1])),
            ("indicator", IndicatorsView(with_indicator(fewer, first.indicator))),
        )

        def change(one: IndicatorsView) -> str:
            alone = with_indicator(self.options.default(one.view.theme), one.view.indicator)
            return desk.query_of(IndicatorsView(alone), self.options)

        steps = [
            Step(
                DESK,
                kind,
                desk.query_of(one, self.options),
                change(one) if kind == "indicator" else None,
            )
            for kind, one in chosen
        ]
        return DESK.path + desk.query_of(IndicatorsView(first), self.options), steps

    def _industries(self, opening: View, _theme: str, _second: str, _region: str) -> Lap:
        """The page of areas: five other industries, and the first again."""
        known = area_choices(self.catalog)
        others = [name for name in known.industries if name != known.industry][:5]
        queries = [
            areas.query_of(AreasView(opening, name), self.options, known)
            for name in (*others, known.industry)
        ]
        steps = [Step(AREAS, "industry", query) for query in queries]
        return AREAS.path + queries[-1], steps

    def _what_ifs(self, turn: int) -> Lap:
        """The evaluation: six changes of what our own index counts."""
        opening, known = self._parts(turn)[0], evaluation_choices(self.catalog)
        own = replace(opening, start=max(opening.start, FIRST_YEAR))
        first, *others = (
            evaluation.query_of(one, self.options) for one in what_ifs.changes(own, known, turn)
        )
        steps = [Step(EVALUATION, "what-if", query) for query in others]
        return EVALUATION.path + first, steps

    def _layers(self, opening: View, _theme: str, _second: str, region: str) -> Lap:
        """The map of platforms: a layer on, a region off, two places, the region and the layer
        back."""
        first, second = ("W1", "W2") if region == "hebei" else ("W2", "W1")
        start = PlatformsView(with_indicator(opening, ADDITIVE[0]))
        wider = replace(start, layers=(*LAYERS, "cluster"))
        fewer = replace(wider, view=with_region(wider.view, region, self.options))
        here = replace(fewer, place=first)
        whole = replace(here, view=start.view)
        there = replace(whole, place=second)
        chosen = (
            ("layer", wider), ("region", fewer), ("place", here), ("region", whole),
            ("place", there), ("layer", replace(there, layers=LAYERS)),
        )  # fmt: skip
        steps = [
            Step(
                ATLAS,
                kind,
                atlas.query_of(one, self.options),
                f"?place={one.place}" if kind == "place" else None,
            )
            for kind, one in chosen
        ]
        return ATLAS.path + atlas.query_of(start, self.options), steps

    def grounds(self) -> Lap:
        """The map of platforms coloured by counties: another measure of theirs, two of the
        prefectures, the first again; then from a region to a prefecture of it."""
        plain = PlatformsView(self.options.default(), ground=GROUNDS[0])
        colours = [replace(plain, ground=base) for base in (*GROUNDS[1:], GROUNDS[0])]
        areas = [replace(plain, area=code) for code in WAY_DOWN]
        steps = [
            Step(ATLAS, "ground", self._atlas(one), option=one.ground or "") for one in colours
        ]
        steps += [Step(ATLAS, "area", self._atlas(one)) for one in areas]
        return ATLAS.path + self._atlas(plain), steps

    def _atlas(self, chosen: PlatformsView) -> str:
        return atlas.query_of(chosen, self.options)

    def counties(self) -> Step:
        """The switch of the map of platforms that draws every county."""
        chosen = PlatformsView(self.options.default(), lines="county")
        return Step(ATLAS, "lines", atlas.query_of(chosen, self.options))

    def query(self, view: View) -> str:
        """The query string of a view, as the app writes it."""
        return query_of(view, self.options)

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
