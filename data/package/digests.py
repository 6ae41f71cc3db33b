"""Fingerprints of a data package: its version in pages and files, and everything it is made of."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DESCRIPTOR = "datapackage.json"
AREAS = Path("geo") / "prefectures_overview.geojson"
LENGTH = 10  # hex digits


def described(folder: Path) -> tuple[str, list[str]]:
    """The version of the data package in `folder` and the paths of its tables, from a descriptor
    that frictionless could read or has read before. Raises OSError, ValueError or KeyError."""
    descriptor: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    paths = [str(resource["path"]) for resource in descriptor["resources"]]
    return str(descriptor.get("version") or "0"), paths


def digest(folder: Path) -> str:
    """Short fingerprint of the descriptor and every table: the identity of a data version.
    Raises as `described` does."""
    tables = [folder / path for path in described(folder)[1]]
    return _of([folder / DESCRIPTOR, folder / AREAS, *tables])


def whole_digest(folder: Path) -> str | None:
    """Short fingerprint of all that is read from a data package, shapes too; None where it cannot
    be told, which the reading of the tables will then name."""
    try:
        tables = [folder / path for path in described(folder)[1]]
        shapes = sorted((folder / "geo").glob("*.geojson"))
        return _of([folder / DESCRIPTOR, *tables, *shapes])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _of(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()[:LENGTH]
