"""The version of a data package: a date, "2026-11-28", and of a day's later ones "2026-11-28.2"."""

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from data.files import write_whole
from data.package.digests import DESCRIPTOR

FIELD = re.compile(r'"version":\s*"[^"]*"')


def next_version(day: date, taken: Iterable[str]) -> str:
    """The first version of a day that none of the `taken` is."""
    known = set(taken)
    version, number = day.isoformat(), 1
    while version in known:
        number += 1
        version = f"{day.isoformat()}.{number}"
    return version


def set_version(package: Path, version: str) -> None:
    """Write the version into the descriptor of a package; nothing else in it changes by a byte."""
    path = package / DESCRIPTOR
    text = path.read_text(encoding="utf-8")
    changed = FIELD.sub(f'"version": "{version}"', text, count=1)
    if json.loads(changed) != {**json.loads(text), "version": version}:
        changed = json.dumps({**json.loads(text), "version": version}, ensure_ascii=False, indent=1)
    write_whole(path, changed.encode(), is_durable=True)
