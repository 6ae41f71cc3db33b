"""Shapes: the areas of a GeoJSON file, how far a point lies from one, areas put together.

All are in degrees of longitude and latitude.
"""

import json
from collections.abc import Iterable, Mapping
from math import cos, radians
from pathlib import Path

from shapely import Geometry, Point, orient_polygons, transform, union_all
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape

KM_PER_DEGREE = 111.2  # of latitude


def read(path: Path) -> dict[str, Geometry]:
    """The shapes of a GeoJSON file by the ids of its features. OSError, KeyError, TypeError or
    ValueError where it is none."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    try:
        return {feature["id"]: shape(feature["geometry"]) for feature in features}
    except (ShapelyError, AttributeError, IndexError) as error:
        raise ValueError(str(error)) from error


def named(path: Path) -> dict[str, str]:
    """The names of a GeoJSON file's features by their ids."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: feature["properties"]["name"] for feature in features}


def distance_km(area: Geometry, lon: float, lat: float) -> float:
    """Kilometres from a point to a shape, 0 inside; on a plane, good for tens of kilometres."""
    if area.covers(Point(lon, lat)):
        return 0.0
    scale = cos(radians(lat)) * KM_PER_DEGREE, KM_PER_DEGREE
    flat = transform(area, lambda degrees: degrees * scale)
    return float(flat.distance(Point(lon * scale[0], lat * scale[1])))


def collection(shapes: Mapping[str, Iterable[Geometry]]) -> str:
    """Areas, each put together from its parts, as GeoJSON text, each a feature with its id.
    Outer rings run clockwise: plotly fills the rest of the world where one runs the other way."""
    features = [
        {
            "type": "Feature",
            "id": name,
            "properties": {},
            "geometry": mapping(orient_polygons(union_all(list(parts)), exterior_cw=True)),
        }
        for name, parts in shapes.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
