"""Shapes: polygons as lists of rings, what lies in them, and areas put together from others.

The rings of the files share every vertex with their neighbours (tests/data/test_geometry.py),
so areas are joined by leaving out the edges that two of them have in common.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

Point = tuple[float, float]  # longitude, latitude
Ring = tuple[Point, ...]  # closed: the last point is the first
Shape = tuple[Ring, ...]  # outer rings clockwise, holes the other way

KM_PER_DEGREE = 111.2  # of latitude


def read(path: Path) -> dict[str, Shape]:
    """The shapes of a GeoJSON file by the ids of its features."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: _shape(feature["geometry"]) for feature in features}


def named(path: Path) -> dict[str, str]:
    """The names of a GeoJSON file's features by their ids."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: feature["properties"]["name"] for feature in features}


def contains(shape: Shape, point: Point) -> bool:
    """Whether a point lies in a shape: an odd number of its edges lie to the east of it."""
    lon, lat = point
    is_inside = False
    for (x0, y0), (x1, y1) in _edges(shape):
        if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) * (x1 - x0) / (y1 - y0):
            is_inside = not is_inside
    return is_inside


def distance_km(shape: Shape, point: Point) -> float:
    """Kilometres from a point to a shape, 0 inside; on a plane, good for tens of kilometres."""
    if contains(shape, point):
        return 0.0
    return min(_to_edge(point, start, end) for start, end in _edges(shape))


def joined(shapes: Iterable[Shape]) -> Shape:
    """One shape of several that share their borders vertex by vertex; winding is kept."""
    edges = [edge for shape in shapes for edge in _edges(shape)]
    known = set(edges)
    ahead: dict[Point, list[Point]] = defaultdict(list)
    for start, end in edges:
        if (end, start) not in known:
            ahead[start].append(end)
    return tuple(_rings(ahead))


def collection(shapes: Mapping[str, Shape]) -> str:
    """The shapes as GeoJSON text, each a feature with its id."""
    features = [
        {
            "type": "Feature",
            "id": name,
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": _polygons(shape)},
        }
        for name, shape in shapes.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def is_clockwise(ring: Ring) -> bool:
    """Whether a ring runs clockwise, as outer rings do."""
    return sum((x1 - x0) * (y1 + y0) for (x0, y0), (x1, y1) in pairwise(ring)) > 0


def _shape(geometry: Mapping[str, Any]) -> Shape:
    parts = geometry["coordinates"]
    polygons = [parts] if geometry["type"] == "Polygon" else parts
    return tuple(
        tuple((float(lon), float(lat)) for lon, lat in ring)
        for polygon in polygons
        for ring in polygon
    )


def _edges(shape: Shape) -> Iterator[tuple[Point, Point]]:
    return (edge for ring in shape for edge in pairwise(ring))


def _to_edge(point: Point, start: Point, end: Point) -> float:
    """Kilometres from a point to the nearest place of an edge."""
    shrink = cos(radians(point[1]))
    (ax, ay), (bx, by) = (
        ((lon - point[0]) * shrink * KM_PER_DEGREE, (lat - point[1]) * KM_PER_DEGREE)
        for lon, lat in (start, end)
    )
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, -(ax * dx + ay * dy) / length)) if length else 0.0
    return hypot(ax + along * dx, ay + along * dy)


def _rings(ahead: dict[Point, list[Point]]) -> Iterator[Ring]:
    """Closed rings out of edges; where rings touch in a point, the last way out is taken."""
    while ahead:
        start = next(iter(ahead))
        ring = [start]
        while len(ring) == 1 or ring[-1] != start:
            ways = ahead[ring[-1]]
            ring.append(ways.pop())
            if not ways:
                del ahead[ring[-2]]
        yield tuple(ring)


def _polygons(shape: Shape) -> list[list[Ring]]:
    """Each outer ring with the holes that lie in it."""
    outer = [ring for ring in shape if is_clockwise(ring)]
    holes = [ring for ring in shape if not is_clockwise(ring)]
    return [[ring, *(hole for hole in holes if contains((ring,), hole[0]))] for ring in outer]
