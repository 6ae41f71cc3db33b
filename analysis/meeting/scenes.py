"""Scenes: which slides a briefing has, and how each is made for one choice of regions."""

from collections.abc import Callable, Iterable, Mapping

from analysis.context import remembered
from analysis.meeting.slide_lists import gaps, regions, sources
from analysis.meeting.slide_pictures import picture
from analysis.meeting.slide_plan import places, tasks
from analysis.meeting.slides import ALL, OWN, Entry, Number, Sight, Slide
from analysis.state.scope import scope, whole_scope
from analysis.state.view import View, choices
from data.model.catalog import Catalog
from data.model.scenes import Scene

__all__ = ["ALL", "OWN", "Entry", "Number", "Slide", "choices_of", "opening", "slide", "slides"]

Maker = Callable[[Catalog, Sight], Slide]

LISTS: Mapping[str, Maker] = {"regions": regions, "gaps": gaps, "sources": sources}


def listed(catalog: Catalog, at: Sight) -> Slide:
    """The list that a scene is of."""
    return LISTS[at.scene.subject or "regions"](catalog, at)


# What makes the slide of each layout; components.meeting.slides draws it.
MAKERS: Mapping[str, Maker] = {
    "number": picture,
    "chart": picture,
    "bars": picture,
    "map": places,
    "numbers-chart": picture,
    "list": listed,
    "marks": tasks,
}


def choices_of(catalog: Catalog, scene: Scene) -> tuple[str, ...]:
    """The choices a scene has slides for: all, each region, and own where it was prepared for
    two of the three."""
    every = (ALL, *whole_scope(catalog).slugs)
    return (*every, OWN) if opening(catalog, scene) == OWN else every


def opening(catalog: Catalog, scene: Scene) -> str:
    """The choice a scene opens with, as long as the presenter has not chosen another."""
    if not scene.regions or scope(catalog, scene.regions).is_complete:
        return ALL
    return scene.regions[0] if len(scene.regions) == 1 else OWN


def slides(catalog: Catalog, scenes: Iterable[Scene], choice: str) -> tuple[Slide, ...]:
    """The slide of every scene for one choice."""
    return tuple(slide(catalog, scene, choice) for scene in scenes)


@remembered(1024)  # named briefings share most of their scenes with the prepared one
def slide(catalog: Catalog, scene: Scene, choice: str) -> Slide:
    """The slide of one scene for one choice; `own` is all three where the scene names none.
    KeyError for an unknown choice."""
    return MAKERS[scene.layout](catalog, sight(catalog, scene, choice))


def sight(catalog: Catalog, scene: Scene, choice: str) -> Sight:
    """What a choice makes of a scene: its regions, and the years of the pages where the scene
    has none of its own."""
    options = choices(catalog)
    own = {ALL: tuple(options.regions), OWN: scene.regions or tuple(options.regions)}
    slugs = own[choice] if choice in own else (catalog.regions[choice].slug,)
    chosen = scope(catalog, slugs)
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
    )
