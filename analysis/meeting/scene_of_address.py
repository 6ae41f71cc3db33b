"""The scene that an address of the product becomes when it is put into a briefing."""

from dataclasses import replace
from urllib.parse import parse_qsl

from analysis.areas.address import AreasView, area_choices, areas_view
from analysis.areas.address import query_of as areas_query
from analysis.evaluation.address import (
    NOTHING,
    EvaluationView,
    evaluation_choices,
    evaluation_view,
    own_options,
)
from analysis.evaluation.address import query_of as evaluation_query
from analysis.indicators.address import IndicatorsView, indicators_view
from analysis.meeting.slide_ground import BARE
from analysis.overview.address import grounds, overview_view
from analysis.pages import Page, page_of, slug_of
from analysis.platforms.address import PLACES, PlatformsView, platform_choices, platforms_view
from analysis.platforms.address import query_of as platforms_query
from analysis.state.view import Choices, View, choices, view
from data.model.catalog import Catalog
from data.model.periods import MONTHLY
from data.model.plan import WHOLE_PLAN
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
# The parts of the evaluation that a scene is of, and the layout that shows them.
PARTS = {
    "watch-panel": "watch",
    "open-index-panel": "index",
    "official-panel": "index",
    "what-if-panel": "index",
    "gaps-panel": "gaps",
}


class NoScene(ValueError):
    """No scene shows what an address shows."""


def scene_of(catalog: Catalog, path: str, query: str, fragment: str = "") -> Scene:
    """The scene of a page: its regions, theme, indicator, scale, years and filters, and the layout
    that comes nearest to what the page shows; of what it has open (a platform, the task or chain
    of the `fragment`) the scene of that, of an overview whose map was given a base colour the map,
    of an evaluation whose index was changed the index.
    What of the query cannot be read falls back as on the page. ValueError for a path that is no
    page, NoScene for an indicator that has values by counties alone."""
    options = choices(catalog)
    page = page_of(path, options)
    if page is None:
        raise ValueError(path)
    looked_at = view(query, options)[0]
    match page:
        case Page.INDICATORS:
            return _of_indicators(indicators_view(query, options)[0], query, options)
        case Page.REGIONS:
            return _of_region(slug_of(path), looked_at, query, options)
        case Page.PLAN:
            return _of_plan(catalog, looked_at, query, fragment)
        case Page.EVALUATION:
            return _of_evaluation(catalog, query, fragment)
        case Page.PLATFORMS | Page.AREAS:
            return {Page.PLATFORMS: _of_platforms, Page.AREAS: _of_areas}[page](catalog, query)
        case Page.OVERVIEW if base := overview_view(query, options, grounds(catalog))[0].ground:
            return replace(_of_view(looked_at, "map", query, options), filters=f"ground={base}")
    return _of_view(looked_at, "numbers-chart", query, options)


def _of_plan(catalog: Catalog, looked_at: View, query: str, fragment: str) -> Scene:
    """One task where the page shows one or has come to one, one chain where it has come to it, the
    timeline where it has come to that; else the eight tasks. A scene of the plan is of no
    indicator."""
    options = choices(catalog)
    kind, _, name = fragment.partition("-")
    chains = {chain.chain_id for chain in catalog.plan.chains}
    whole = replace(_of_view(looked_at, "marks", query, options), indicator_id=None)
    if kind == "chain" and name in chains:
        return replace(whole, scene_id=f"chain-{name}", layout="chain", subject=name)
    if fragment == "timeline":
        return replace(whole, scene_id="timeline", layout="list", subject="timeline")
    task = name if kind == "task" and name in options.themes else looked_at.theme
    if task == WHOLE_PLAN:
        return replace(whole, scene_id="plan")
    return replace(whole, scene_id=f"task-{task}", layout="task", theme=task)


def _of_platforms(catalog: Catalog, query: str) -> Scene:
    """The platform that is open, else the map with its filters and its base colour."""
    options, known = choices(catalog), platform_choices(catalog)
    chosen, _ = platforms_view(query, options, known)
    found = _of_view(chosen.view, "map", query, options)
    if chosen.place:
        return replace(
            found,
            scene_id=f"place-{chosen.place.lower()}",
            layout="place",
            subject=chosen.place,
            indicator_id=None,
            regions=(),
        )
    plain = PlatformsView(options.default())
    kept = {name: getattr(chosen, name) for name in (*PLACES, "ground") if name != "place"}
    is_bare = not chosen.is_shaded and not chosen.ground
    filters = platforms_query(replace(plain, **kept), options).removeprefix("?")
    parts = [*([filters] if filters else []), *([f"shade={BARE}"] if is_bare else [])]
    return replace(found, filters="&".join(parts) or None)


def _of_areas(catalog: Catalog, query: str) -> Scene:
    """The industry, how the map is coloured and the area that is open. It is of no indicator, and
    of no years of its own. Where the map is of an indicator by counties, which no scene shows, that
    indicator by regions; NoScene where it has none of those."""
    options, known = choices(catalog), area_choices(catalog)
    chosen, _ = areas_view(query, options, known)
    if chosen.fact and not any(own.theme_of(chosen.fact) for own in options.every.values()):
        raise NoScene(chosen.fact)
    if chosen.fact:
        by_regions = f"?indicator={chosen.fact}&region={','.join(chosen.view.regions)}"
        return _of_indicators(indicators_view(by_regions, options)[0], by_regions, options)
    kept = AreasView(options.default(), known.industry, chosen.measure, chosen.area)
    return replace(
        _of_view(chosen.view, "areas", query, options),
        scene_id=f"areas-{chosen.industry}".replace("_", "-"),
        indicator_id=None,
        subject=chosen.industry or None,
        start=None,
        end=None,
        filters=areas_query(kept, options, known).removeprefix("?") or None,
    )


def _of_evaluation(catalog: Catalog, query: str, fragment: str) -> Scene:
    """The part that the page has come to, else the index where it was changed, else the gaps; with
    the region that is 1, or with what was changed. It is of no indicator; the index has years of
    its own."""
    options, known = choices(catalog), evaluation_choices(catalog)
    chosen, _ = evaluation_view(query, options, known)
    usual = "index" if chosen.changed != NOTHING else "gaps"
    layout = PARTS.get(fragment, usual)
    plain = EvaluationView(own_options(options).default(), options.default().regions[-1])
    kept = {
        "gaps": replace(plain, reference=chosen.reference),
        "index": replace(plain, changed=chosen.changed),
    }.get(layout, plain)
    found = replace(
        _of_view(chosen.view, layout, query, options),
        scene_id=f"evaluation-{layout}",
        indicator_id=None,
        filters=evaluation_query(kept, options).removeprefix("?") or None,
    )
    return replace(found, regions=(), start=None, end=None) if layout == "index" else found


def _of_region(slug: str, looked_at: View, query: str, options: Choices) -> Scene:
    """The list of a region does not depend on the indicator."""
    first = options.default(looked_at.theme).indicator
    alone = View((slug,), looked_at.theme, first, looked_at.start, looked_at.end)
    return _of_view(alone, "list", query, options)


def _of_view(shown: View, layout: str, query: str, options: Choices) -> Scene:
    """Years stand in the scene only where the address names them: otherwise they follow the
    pages, also when newer data come."""
    named = dict(parse_qsl(query.removeprefix("?")))
    is_monthly = shown.frequency == MONTHLY  # its indicator has quarters too
    is_whole = len(shown.regions) == len(options.regions)
    return Scene(
        scene_id=shown.indicator.replace("_", "-"),
        order=1,
        layout=layout,
        theme=shown.theme,
        indicator_id=shown.indicator,
        subject="regions" if layout == "list" else None,
        regions=() if is_whole else shown.regions,
        start=shown.start if "from" in named or is_monthly else None,
        end=shown.end if "to" in named or is_monthly else None,
    )


def _of_indicators(shown: IndicatorsView, query: str, options: Choices) -> Scene:
    plain = _of_view(shown.view, NEAREST[shown.chart], query, options)
    return replace(
        plain,
        layout="numbers-chart" if shown.against else plain.layout,
        against_id=shown.against,
        scale="share3" if shown.chart == "stack" else shown.scale,
        base=shown.base if shown.scale == "index" else None,
        frame=shown.frame or None,
    )
