"""Scenes: which slides a briefing has, and how each is made for one choice of regions."""

from collections.abc import Callable, Mapping
from itertools import combinations

from analysis.context import remembered
from analysis.meeting.slide_areas import areas
from analysis.meeting.slide_chains import chain, chains
from analysis.meeting.slide_differences import differences
from analysis.meeting.slide_gaps import apart
from analysis.meeting.slide_index import own_index
from analysis.meeting.slide_latest import newest
from analysis.meeting.slide_lists import gaps, regions
from analysis.meeting.slide_pair import pair
from analysis.meeting.slide_pictures import picture
from analysis.meeting.slide_places import place, places
from analysis.meeting.slide_plan import task, tasks
from analysis.meeting.slide_sources import sources
from analysis.meeting.slide_timeline import timeline_list
from analysis.meeting.slide_watch import watched
from analysis.meeting.slide_words import conclusions, cover, text
from analysis.meeting.slides import ALL, APART, Entry, Number, Sight, Slide
from analysis.state.scope import scope, whole_scope
from analysis.state.view import Choices, View, choices
from data.model.catalog import Catalog
from data.model.periods import frequency
from data.model.scenes import LAYOUTS, Scene

__all__ = ["ALL", "Entry", "Number", "Slide", "choices_of", "opening", "slide"]

Maker = Callable[[Catalog, Sight], Slide]

LISTS: Mapping[str, Maker] = {
    "regions": regions,
    "differences": differences,
    "chains": chains,
    "timeline": timeline_list,
    "gaps": gaps,
    "sources": sources,
}


def of_list(catalog: Catalog, at: Sight) -> Slide:
    """The list that a scene is of."""
    return LISTS[at.scene.subject or "regions"](catalog, at)


# What makes the slide of each layout; components.meeting.slides draws it.
MAKERS: Mapping[str, Maker] = {
    "cover": cover,
    "text": text,
    "number": picture,
    "chart": picture,
    "bars": picture,
    "map": places,
    "areas": areas,
    "gaps": apart,
    "index": own_index,
    "watch": watched,
    "numbers-chart": picture,
    "list": of_list,
    "latest": newest,
    "marks": tasks,
    "task": task,
    "chain": chain,
    "place": place,
    "pair": pair,
    "conclusions": conclusions,
}


def choices_of(catalog: Catalog, scene: Scene) -> tuple[str, ...]:
    """The choices a scene has slides for: all, each region, and every two of them; only its own
    where it says the same of all, only every two where two are compared."""
    slugs = whole_scope(catalog).slugs
    two = tuple(APART.join(both) for both in combinations(slugs, 2))
    if scene.layout == "pair":
        return two
    if (scene.layout, scene.subject) == ("list", "differences"):
        return (ALL, *two)
    return (opening(catalog, scene),) if _is_fixed(scene) else (ALL, *slugs, *two)


def _is_fixed(scene: Scene) -> bool:
    """Whether a scene says the same whatever regions are chosen."""
    is_said = LAYOUTS[scene.layout].is_words or bool(scene.points)
    return is_said or scene.layout in ("place", "index") or scene.subject == "gaps"


def opening(catalog: Catalog, scene: Scene) -> str:
    """The choice a scene opens with, as long as the presenter has not chosen another."""
    chosen = scope(catalog, scene.regions)
    return ALL if not scene.regions or chosen.is_complete else APART.join(chosen.slugs)


@remembered(2048)  # named briefings share most of their scenes with the prepared one
def slide(catalog: Catalog, scene: Scene, choice: str) -> Slide:
    """The slide of one scene for one choice. KeyError for an unknown choice."""
    return MAKERS[scene.layout](catalog, sight(catalog, scene, choice))


def _options(catalog: Catalog, scene: Scene) -> Choices:
    """The choices of the frequency of a scene: that of its periods, else the first that its
    indicator has."""
    options = choices(catalog)
    named = scene.end or scene.start
    if named:
        return options.of(frequency(named))
    every = options.every.values()
    return next((own for own in every if own.theme_of(scene.indicator_id or "")), options)


def sight(catalog: Catalog, scene: Scene, choice: str) -> Sight:
    """What a choice makes of a scene: its regions, and the years of the pages where the scene
    has none of its own."""
    options = _options(catalog, scene)
    slugs = options.regions if choice == ALL else choice.split(APART)
    chosen = scope(catalog, [catalog.regions[slug].slug for slug in slugs])
    return Sight(
        scene=scene,
        choice=choice,
        view=View(
            regions=chosen.slugs,
            theme=scene.theme,
            indicator=scene.indicator_id or options.indicators[scene.theme][0],
            start=scene.start or options.first_year,
            end=scene.end or options.settled_year,
        ),
        scope=chosen,
        is_prepared=choice == opening(catalog, scene),
    )
