"""Platforms that share a place, apart on a map that stands still: slides, paper, the overview."""

from collections import defaultdict
from collections.abc import Iterable
from math import cos, pi, sin

from data.model.catalog import Platform

RING = 0.055  # degrees by which points that share a place are drawn apart


def apart(members: Iterable[Platform]) -> dict[str, tuple[float, float]]:
    """Where each platform is drawn: points that share a place stand in a small ring."""
    same: dict[tuple[float, float], list[Platform]] = defaultdict(list)
    for place in members:
        same[place.lon, place.lat].append(place)
    at = {}
    for (lon, lat), group in same.items():
        for i, place in enumerate(group):
            angle = 2 * pi * i / len(group)
            radius = RING * len(group) / 2 if len(group) > 1 else 0.0
            at[place.platform_id] = (
                round(lon + radius * cos(angle), 4),
                round(lat + radius * sin(angle) * 0.8, 4),
            )
    return at
