"""The prepared briefing: one row a scene, as a person would write it on an agenda."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

LAYOUTS = ("number", "chart", "bars", "map", "numbers-chart", "list", "marks")
LISTS = ("regions", "gaps", "sources")
FINDING = "finding"  # the title rule: a sentence made from the data


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: what is looked at, and how it is shown.

    `regions` are the slugs it opens with (none: all three); `against_id` a second indicator whose
    number stands beside the first; `subject` what a list lists (regions, gaps, sources); `start`
    and `end` None where the years of the pages hold; `title` is "finding" or a text of one's own,
    in which {region}, {start} and {end} stand for what is chosen; `note_zh` is for the speaker.
    """

    scene_id: str
    order: int
    layout: str
    theme: str
    indicator_id: str | None = None
    against_id: str | None = None
    subject: str | None = None
    regions: tuple[str, ...] = ()
    scale: str = "published"
    base: int | None = None
    start: int | None = None
    end: int | None = None
    title: str = FINDING
    note_zh: str | None = None


def scenes(rows: Iterable[Mapping[str, Any]]) -> tuple[Scene, ...]:
    """The scenes of the table's rows, in their order."""
    in_order = sorted(rows, key=lambda row: row["order"])
    return tuple(
        Scene(**{**row, "regions": tuple(filter(None, (row["regions"] or "").split(";")))})
        for row in in_order
    )
