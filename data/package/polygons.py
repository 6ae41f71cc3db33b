"""The prefecture-level polygons of the overview map."""

from pathlib import Path

import orjson

from data.model.catalog import Polygon
from data.package.digests import AREAS
from data.package.faults import BrokenTables, Fault


def polygons(path: Path) -> tuple[Polygon, ...]:
    """The polygons of a file. Raises BrokenTables where it cannot be read."""
    try:
        features = orjson.loads(path.read_bytes())["features"]
        return tuple(
            Polygon(f["id"], f["properties"]["name"], f["id"][:2] + "0000") for f in features
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        expected = f"应为带 id 与 name 的 GeoJSON（{error}）"
        raise BrokenTables([Fault(str(AREAS), None, None, None, expected)]) from error
