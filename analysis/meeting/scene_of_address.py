"""The scene that an address of the product becomes when it is put into a briefing."""

from dataclasses import replace
from urllib.parse import parse_qsl

from analysis.indicators.address import IndicatorsView, indicators_view
from analysis.pages import Page, page_of, slug_of
from analysis.state.view import Choices, View, view
from data.model.scenes import Scene

# How the indicators page draws, and the layout that comes nearest.
NEAREST = {
    "line": "chart",
    "bars": "bars",
    "stack": "chart",
    "multiples": "chart",
    "scatter": "numbers-chart",
    "table": "number",
    "meta": "number",
}
LAYOUT_OF_PAGE = {Page.PLAN: "marks", Page.PLATFORMS: "map"}  # of the others: numbers-chart


def scene_of(path: str, query: str, options: Choices) -> Scene:
    """The scene of a page: its regions, theme, indicator, scale and years, and the layout that
    comes nearest to what the page shows. What of the query cannot be read falls back as on the
    page. ValueError for a path that is no page."""
    page = page_of(path, options)
    if page is None:
        raise ValueError(path)
    if page is Page.INDICATORS:
        return _of_indicators(indicators_view(query, options)[0], query, options)
    looked_at = view(query, options)[0]
    if page is Page.REGIONS:
        return _of_region(slug_of(path), looked_at, query, options)
    found = _of_view(looked_at, LAYOUT_OF_PAGE.get(page, "numbers-chart"), query, options)
    return _bare(found) if page is Page.PLAN else found


def _of_region(slug: str, looked_at: View, query: str, options: Choices) -> Scene:
    """The list of a region does not depend on the indicator."""
    first = options.default(looked_at.theme).indicator
    alone = View((slug,), looked_at.theme, first, looked_at.start, looked_at.end)
    return _of_view(alone, "list", query, options)


def _of_view(shown: View, layout: str, query: str, options: Choices) -> Scene:
    """Years stand in the scene only where the address names them: otherwise they follow the
    pages, also when newer data come."""
    named = dict(parse_qsl(query.removeprefix("?")))
    is_whole = len(shown.regions) == len(options.regions)
    return Scene(
        scene_id=shown.indicator.replace("_", "-"),
        order=1,
        layout=layout,
        theme=shown.theme,
        indicator_id=shown.indicator,
        subject="regions" if layout == "list" else None,
        regions=() if is_whole else shown.regions,
        start=shown.start if "from" in named else None,
        end=shown.end if "to" in named else None,
    )


def _of_indicators(shown: IndicatorsView, query: str, options: Choices) -> Scene:
    plain = _of_view(shown.view, NEAREST[shown.chart], query, options)
    return replace(
        plain,
        layout="numbers-chart" if shown.against else plain.layout,
        against_id=shown.against,
        scale="share3" if shown.chart == "stack" else shown.scale,
        base=shown.base if shown.scale == "index" else None,
    )


def _bare(scene: Scene) -> Scene:
    """A scene of the plan is of no indicator."""
    return replace(scene, scene_id="plan", indicator_id=None)
