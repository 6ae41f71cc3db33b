"""The deck: every scene of a briefing for every choice of regions, as one JSON document.

The stage asks for it once, when the briefing opens; turning needs nothing else.
"""

from collections.abc import Sequence
from typing import Any

from analysis.meeting.scenes import Slide, choices_of, opening, slide
from components import theme
from components.charts.svg import Element
from components.elements import tree
from components.meeting.forms import WIDE, Form
from components.meeting.slides import body, layout_of
from components.meeting.text import foot, unbroken
from components.overview.panels import plain_table
from data.model.catalog import Catalog
from data.model.scenes import Scene


def deck(
    catalog: Catalog,
    named: tuple[str, str],
    scenes: Sequence[Scene],
    shared: Element,
    form: Form = WIDE,
) -> dict[str, Any]:
    """The JSON of a briefing: `named` is the name in its address and the one people read,
    `shared` the boundaries its maps are drawn on, `form` the sizes of its drawings."""
    name, title = named
    themes = {row.theme: row.name_zh for row in catalog.themes.values()}
    has_map = any(scene.layout in ("map", "place") for scene in scenes)
    return {
        "briefing": name,
        "title": title,
        "version": catalog.version,
        "digest": catalog.digest,
        "regions": [
            {"slug": r.slug, "label": r.short_zh, "mark": theme.REGION_MARKS[r.slug][1]}
            for r in catalog.provinces
        ],
        "shared": shared if has_map else None,
        "scenes": [
            {
                "id": scene.scene_id,
                "theme": themes[scene.theme],
                "layout": scene.layout,
                "note": scene.note_zh or "",
                "opening": opening(catalog, scene),
                "slides": {
                    choice: face(slide(catalog, scene, choice), catalog, form)
                    for choice in choices_of(catalog, scene)
                },
            }
            for scene in scenes
        ],
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
