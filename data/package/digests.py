"""The fingerprint of a data package: the name of an edition."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DESCRIPTOR = "datapackage.json"
SHAPES = "geo"
AREAS = Path(SHAPES) / "prefectures_overview.geojson"
LENGTH = 16  # hex digits
PARQUET = "parquet"


def described(folder: Path) -> tuple[str, list[str]]:
    """The version of the data package in `folder` and the paths of its tables and facts, from a
    descriptor that frictionless could read or has read before. Raises OSError, ValueError or
    KeyError."""
    descriptor: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    paths = [str(resource["path"]) for resource in descriptor["resources"]]
    return str(descriptor.get("version") or "0"), paths


def is_facts(resource: Mapping[str, Any]) -> bool:
    """Whether a resource of a descriptor is no table but facts beside the tables: Parquet, in a
    file that is named by its content (facts.py)."""
    return resource.get("format") == PARQUET


def digest(folder: Path) -> str:
    """Fingerprint of a data package, names and content of all that is read from it: the identity
    of an edition. Raises as `described` does."""
    found = hashlib.sha256()
    for name in files(folder):
        if name.endswith(f".{PARQUET}"):  # the name says the content
            found.update(f"{name} {(folder / name).stat().st_size}\n".encode())
            continue
        content = (folder / name).read_bytes()
        found.update(f"{name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()[:LENGTH]


def files(folder: Path) -> list[str]:
    """What a data package is made of, as paths below its folder: the descriptor, every table and
    every shape. Raises as `described` does."""
    shapes = sorted(path.name for path in (folder / SHAPES).glob("*.geojson"))
    return [DESCRIPTOR, *sorted(described(folder)[1]), *(f"{SHAPES}/{name}" for name in shapes)]


def digest_if_whole(folder: Path) -> str | None:
    """The fingerprint of a data package; None where it cannot be told, which the reading of the
    tables will then name."""
    try:
        return digest(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None
