"""What must hold of a scene, whether it stands in the table or in a briefing of one's own."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from data.model.catalog import Catalog
from data.model.scenes import LAYOUTS, LISTS, Scene, scenes
from data.package.faults import Fault

FIRST_ROW = 2  # the header is row 1

Flaw = tuple[str, object, str]  # column, value, what is expected instead


@dataclass(frozen=True, slots=True)
class Known:
    """What a scene may name: themes, indicators, the slugs of the regions, and the years."""

    themes: AbstractSet[str]
    indicators: AbstractSet[str]
    regions: AbstractSet[str]
    first: int
    last: int


def known_to(catalog: Catalog) -> Known:
    """What the catalog has for scenes to name."""
    panels = catalog.panels.values()
    return Known(
        themes=frozenset(catalog.themes),
        indicators=frozenset(catalog.indicators),
        regions=frozenset(region.slug for region in catalog.provinces),
        first=min(int(panel.index.min()) for panel in panels),
        last=max(int(panel.index.max()) for panel in panels),
    )


def flaws(scene: Scene, known: Known) -> Iterable[Flaw]:
    """Everything that keeps a scene from being shown; nothing where it can be."""
    yield from _named(scene, known)
    yield from _needed(scene)
    years = f"应为 {known.first} 到 {known.last} 的年份"
    for column in ("start", "end", "base"):
        year = getattr(scene, column)
        if year is not None and not known.first <= year <= known.last:
            yield column, year, years
    if scene.start is not None and scene.end is not None and scene.start > scene.end:
        yield "start", scene.start, f"不能晚于截止年（{scene.end}）"


def _named(scene: Scene, known: Known) -> Iterable[Flaw]:
    """Names of things that are not there."""
    if scene.theme not in known.themes:
        yield "theme", scene.theme, f"应为 {'、'.join(sorted(known.themes))} 之一"
    for column in ("indicator_id", "against_id"):
        name = getattr(scene, column)
        if name is not None and name not in known.indicators:
            yield column, name, "指标目录中没有这个编号"
    for slug in scene.regions:
        if slug not in known.regions:
            yield "regions", slug, f"应为 {'、'.join(sorted(known.regions))} 中的几个"


def _needed(scene: Scene) -> Iterable[Flaw]:
    """What the layout needs, and what it has no use for."""
    layout = LAYOUTS.get(scene.layout)
    if layout is None:
        yield "layout", scene.layout, f"应为 {'、'.join(LAYOUTS)} 之一"
    uses = layout.uses if layout else ()
    if "indicator_id" in uses and scene.indicator_id is None:
        yield "indicator_id", "", f"版式 {scene.layout} 须写指标"
    if "subject" in uses and scene.subject not in LISTS:
        yield "subject", scene.subject or "", f"列表应写列什么：{'、'.join(LISTS)}"
    if scene.against_id is not None and scene.against_id == scene.indicator_id:
        yield "against_id", scene.against_id, "第二项指标不能与第一项相同"


def table_faults(tables: Mapping[str, list[dict[str, Any]]]) -> Iterable[Fault]:
    """The faults of the prepared briefing's table."""
    years = [int(row["period"][:4]) for row in tables["observations"]]
    known = Known(
        themes={row["theme"] for row in tables["themes"]},
        indicators={row["indicator_id"] for row in tables["indicators"]},
        regions={row["slug"] for row in tables["regions"] if row["kind"] == "province"},
        first=min(years),
        last=max(years),
    )
    for number, row in enumerate(tables["scenes"], start=FIRST_ROW):
        for column, value, expected in flaws(scenes([row])[0], known):
            yield Fault("tables/scenes.csv", number, column, str(value), expected)
