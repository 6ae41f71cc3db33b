"""The boundaries of regions, prefectures and counties as rings of degrees, for maps that are drawn
here and not by the browser."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Ring = tuple[tuple[float, float], ...]  # degrees east and north (WGS-84)
Rings = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The rings of each area by its code (GB/T 2260); a municipality is a region and a
    prefecture."""

    provinces: Mapping[str, Rings]
    prefectures: Mapping[str, Rings]
    counties: Mapping[str, Rings]

    def of(self, code: str) -> Rings:
        """The rings of a prefecture or county, else of a region. KeyError where there is none."""
        for level in (self.prefectures, self.counties, self.provinces):
            if code in level:
                return level[code]
        raise KeyError(f"地图边界中没有代码 {code} 的地区，应为 data/geo 所列的代码")


@cache
def boundaries(folder: Path) -> Boundaries:
    """The boundaries in a folder of shapes, as for the overview; counties as they are."""
    return Boundaries(
        _read(folder / "provinces_overview.geojson"),
        _read(folder / "prefectures_overview.geojson"),
        _read(folder / "counties.geojson"),
    )


def _read(path: Path) -> dict[str, Rings]:
    found = json.loads(path.read_text(encoding="utf-8"))
    return {one["id"]: tuple(_rings(one["geometry"])) for one in found["features"]}


def _rings(geometry: Mapping[str, Any]) -> list[Ring]:
    is_one = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if is_one else geometry["coordinates"]
    return [tuple((x, y) for x, y in ring) for polygon in polygons for ring in polygon]
