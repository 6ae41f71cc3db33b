"""Everything the page of platforms shows, computed once from catalog and PlatformsView."""

from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.maps.area_facts import AreaFacts, area_facts
from analysis.maps.area_shading import AreaShading, area_shading
from analysis.maps.declutter import SIZES, Mark, moved
from analysis.maps.shading import Shading, shading
from analysis.platforms import places
from analysis.platforms.address import PlatformsView
from analysis.platforms.flows import Flows, flows
from analysis.series.cards import Card, cards
from analysis.series.claim_cards import ClaimCard, claim_cards
from analysis.series.selection import selection
from analysis.state.scope import scope_of_codes
from analysis.state.view import View
from data.model.catalog import JJJ, Catalog, Platform

# Radii with their margin in pixels, as the marks are drawn (components/palette.py).
RADII = {"wing": 12.0, "zone": 9.5}
RADIUS = 6.5
CARDS = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """The place that is open: its neighbours, and what is published for its regions."""

    platform: Platform
    is_listed: bool
    neighbours: tuple[places.Neighbour, ...]
    cards: tuple[Card, ...]
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class PlatformsSummary:
    """What the map of platforms shows. `drawn` gives, for each size of the map, the marks that
    are drawn away from their places; `base` is the base colour by areas, `shading` that of the
    three regions, at most one of them not None; `area` is the area that is open."""

    state: PlatformsView
    platforms: tuple[Platform, ...]
    total: int
    layer_counts: dict[str, int]
    matrix: tuple[places.MatrixRow, ...]
    opened: Opened | None
    base: AreaShading | None
    shading: Shading | None
    area: AreaFacts | None
    flows: Flows
    drawn: dict[int, dict[str, tuple[float, float]]]


def platforms_summary(catalog: Catalog, chosen: PlatformsView) -> PlatformsSummary:
    """The survey of an atlas."""
    view = chosen.view
    shown = places.shown(catalog, chosen)
    return PlatformsSummary(
        state=chosen,
        platforms=shown,
        total=sum(p.tier in chosen.layers for p in catalog.platforms),
        layer_counts=places.counts(catalog, chosen, "layers"),
        matrix=places.matrix(catalog, chosen),
        opened=_opened(catalog, chosen, shown),
        base=area_shading(catalog, chosen.ground) if chosen.ground else None,
        shading=shading(catalog, selection(catalog, view, view.indicator))
        if chosen.is_shaded and not chosen.ground
        else None,
        area=area_facts(catalog, chosen.area) if chosen.area else None,
        flows=flows(catalog, (view.start, view.end), chosen.flow_year),
        drawn=_drawn(shown),
    )


@lru_cache(maxsize=256)  # a view that only opens a place or moves the years shows the same ones
def _drawn(shown: tuple[Platform, ...]) -> dict[int, dict[str, tuple[float, float]]]:
    """For each size of the map the marks that are drawn away from their places."""
    marks = {
        p.platform_id: Mark(p.lon, p.lat, RADII.get(p.tier, RADIUS), p.tier in RADII) for p in shown
    }
    return {size: moved(marks, size) for size in SIZES}


def _opened(catalog: Catalog, chosen: PlatformsView, shown: tuple[Platform, ...]) -> Opened | None:
    place = next((p for p in catalog.platforms if p.platform_id == chosen.place), None)
    if place is None:
        return None
    view = chosen.view
    own = replace(view, regions=scope_of_codes(catalog, place.region_codes).slugs)
    return Opened(
        platform=place,
        is_listed=place in shown,
        neighbours=places.neighbours(catalog, place),
        cards=cards(catalog, own)[:CARDS],
        claims=_claims(catalog, own, place),
    )


def _claims(catalog: Catalog, view: View, place: Platform) -> tuple[ClaimCard, ...]:
    """The claims of the text about the place's own region in any theme, and about the three
    together in the view's theme."""
    owners = {one.claim_id: one.region_code for one in catalog.claims}
    found = [
        claim
        for theme in catalog.themes
        for claim in claim_cards(
            catalog, View(view.regions, theme, view.indicator, view.start, view.end)
        )
        if theme == view.theme or owners[claim.claim_id] != JJJ
    ]
    return tuple(c for c in found if owners[c.claim_id] in {*place.region_codes, JJJ})
