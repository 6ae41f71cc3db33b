"""The deck: every scene of a briefing for every choice of regions, as one JSON document.

The stage asks for it once, when the briefing opens; turning needs nothing else.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs

from analysis.meeting.scenes import Slide, choices_of, opening, slide
from analysis.meeting.shown import layout_of
from components import theme
from components.charts.svg import Element
from components.elements import tree
from components.meeting.forms import WIDE, Form
from components.meeting.slides import body
from components.meeting.text import foot
from components.overview.panels import plain_table
from components.unbroken import unbroken
from data.model.catalog import Catalog
from data.model.scenes import Scene

MAPS = ("map", "place", "areas")  # layouts
REGIONS, COUNTIES = "regions", "counties"
Shapes = Mapping[str, Element]  # the boundaries of prefectures and provinces, those of counties


def deck(
    catalog: Catalog,
    named: tuple[str, str],
    scenes: Sequence[Scene],
    shapes: Shapes,
    form: Form = WIDE,
) -> dict[str, Any]:
    """The JSON of a briefing: `named` is the name in its address and the one people read,
    `shapes` the boundaries its maps are drawn on, `form` the sizes of its drawings."""
    shown = [_scene(catalog, one, choices_of(catalog, one), form) for one in scenes]
    return {**_head(catalog, named), "shared": _needed(scenes, shapes), "scenes": shown}


def _needed(scenes: Sequence[Scene], shapes: Shapes) -> list[Element] | None:
    """The boundaries that these scenes are drawn on; those of the counties only where one of them
    shows counties."""
    if not any(scene.layout in MAPS for scene in scenes):
        return None
    has_counties = any(scene.layout == "areas" or _shows_areas(scene) for scene in scenes)
    return [shapes[REGIONS], *([shapes[COUNTIES]] if has_counties else [])]


def _shows_areas(scene: Scene) -> bool:
    """Whether the ground of a map is coloured by counties, or one may be open on it."""
    found = parse_qs(scene.filters or "")
    return "area" in found or any(base.startswith("county.") for base in found.get("ground", []))


def deck_of_one(catalog: Catalog, scene: Scene) -> dict[str, Any]:
    """The deck of a scene alone, as it opens; what its map is drawn on is there already."""
    shown = _scene(catalog, scene, (opening(catalog, scene),), WIDE)
    return {**_head(catalog, ("", "")), "shared": None, "scenes": [shown]}


def _head(catalog: Catalog, named: tuple[str, str]) -> dict[str, Any]:
    return {
        "briefing": named[0],
        "title": named[1],
        "version": catalog.version,
        "digest": catalog.digest,
        "regions": [
            {"slug": r.slug, "label": r.short_zh, "mark": theme.REGION_MARKS[r.slug][1]}
            for r in catalog.provinces
        ],
    }


def _scene(catalog: Catalog, scene: Scene, choices: Sequence[str], form: Form) -> dict[str, Any]:
    return {
        "id": scene.scene_id,
        "theme": catalog.themes[scene.theme].name_zh,
        "layout": scene.layout,
        "note": scene.note_zh or "",
        "opening": opening(catalog, scene),
        "slides": {
            choice: face(slide(catalog, scene, choice), catalog, form) for choice in choices
        },
    }


def face(shown: Slide, catalog: Catalog, form: Form = WIDE) -> dict[str, Any]:
    """A slide as the stage and the notes window show it: plain texts, and the rest as trees."""
    return {
        "layout": layout_of(shown),
        "title": unbroken(shown.title),
        "filter": shown.filter_text,
        "body": tree(body(shown, catalog, form)),
        "source": foot(shown.source, shown.footnotes),
        "foot": unbroken("".join((_sources(shown), *shown.footnotes, *shown.remarks))),
        "note": shown.note,
        "numbers": tree(plain_table(shown.table)) if shown.table else None,
    }


def _sources(shown: Slide) -> str:
    """Every source by name, where the line under the picture has room for two; "" for words of
    one's own, which have none."""
    said = f"来源：{'；'.join(shown.sources)}" if shown.sources else shown.source
    return f"{said}。" if said else ""
