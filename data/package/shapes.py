"""Shapes: the areas of a GeoJSON file, how far a point lies from one, areas put together.

All are in degrees of longitude and latitude.
"""

import json
from collections.abc import Iterable, Mapping
from math import cos, radians, sqrt
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray
from shapely import Geometry, Point, orient_polygons, transform, union_all
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape

KM_PER_DEGREE = 111.2  # of latitude
EQUATOR_KM, FLATTENING = 6378.137, 1 / 298.257223563  # of the ellipsoid WGS 84
ECCENTRICITY = sqrt(FLATTENING * (2 - FLATTENING))


def read(path: Path) -> dict[str, Geometry]:
    """The shapes of a GeoJSON file by the ids of its features. OSError, KeyError, TypeError or
    ValueError where it is none."""
    features = orjson.loads(path.read_bytes())["features"]
    try:
        return {feature["id"]: shape(feature["geometry"]) for feature in features}
    except (ShapelyError, AttributeError, IndexError) as error:
        raise ValueError(str(error)) from error


def named(path: Path) -> dict[str, str]:
    """The names of a GeoJSON file's features by their ids."""
    features = orjson.loads(path.read_bytes())["features"]
    return {feature["id"]: feature["properties"]["name"] for feature in features}


def distance_km(area: Geometry, lon: float, lat: float) -> float:
    """Kilometres from a point to a shape, 0 inside; on a plane, good for tens of kilometres."""
    if area.covers(Point(lon, lat)):
        return 0.0
    scale = cos(radians(lat)) * KM_PER_DEGREE, KM_PER_DEGREE
    flat = transform(area, lambda degrees: degrees * scale)
    return float(flat.distance(Point(lon * scale[0], lat * scale[1])))


def square_km(area: Geometry) -> float:
    """The surface of a shape on the ellipsoid: its area on a cylindrical equal-area projection,
    which is true to area everywhere.

    Source: Snyder, Map Projections (1987), equations 3-12, 10-14 and 10-15."""
    return float(transform(area, _equal_area).area)


def _equal_area(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    e = ECCENTRICITY
    lon, sine = np.radians(degrees[:, 0]), np.sin(np.radians(degrees[:, 1]))
    q = (1 - e**2) * (sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e)
    return np.column_stack((EQUATOR_KM * lon, EQUATOR_KM * q / 2))


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
