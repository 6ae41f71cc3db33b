"""What the ground of a map of platforms is coloured by on a slide: areas by a measure, the regions
by the indicator of the scene, or nothing."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qs

from analysis.maps.area_shading import AreaShading, area_shading
from analysis.maps.shading import Shading, shading
from analysis.meeting.slides import Sight
from analysis.platforms.address import PlatformsView
from analysis.series.selection import selection
from data.model.catalog import Catalog

BARE = "0"  # of the filter `shade`: the map was added without any base colour


@dataclass(frozen=True, slots=True)
class Ground:
    """The base colours: of the regions (empty where they have none), or of areas. What they are
    in words, what must be said with them, and where the values of areas were read."""

    regions: Shading
    areas: AreaShading | None = None
    caption: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def ground(catalog: Catalog, at: Sight, chosen: PlatformsView) -> Ground:
    """The ground of a scene: that of the address it was added from, else its indicator."""
    shades = shading(catalog, selection(catalog, at.view, at.view.indicator))
    if chosen.ground:
        areas = area_shading(catalog, chosen.ground)
        notes = (areas.note,) if areas.note else ()
        return Ground(unshaded(shades), areas, areas.caption, notes, areas.sources)
    if BARE in parse_qs(at.scene.filters or "").get("shade", []):
        return Ground(unshaded(shades))
    return Ground(shades, caption=shades.caption)


def unshaded(shades: Shading) -> Shading:
    """The regions without a colour of theirs."""
    return replace(shades, values={}, strengths={}, texts={}, absent=(), caption="")
