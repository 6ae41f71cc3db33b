"""Marks of code and of data: what was computed under the same marks is the same."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

LENGTH = 10  # hex digits


def code_mark(folders: Iterable[Path]) -> str:
    """A mark of all code below the folders, so that a new release is not taken for old."""
    return hashlib.sha256(b"".join(_digest(folder) for folder in folders)).hexdigest()[:LENGTH]


@cache
def _digest(folder: Path) -> bytes:
    """Of the code as it first was: a process goes on with what it has loaded."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def mark(folders: Iterable[Path], libraries: Iterable[str], *settings: str) -> str:
    """A mark of the code below the folders, of Python, of installed packages by their names, and
    of settings: what the same code makes of the same data stays the same only with the same of
    these."""
    versions = [sys.version, *(f"{name} {version(name)}" for name in libraries)]
    text = "\n".join([code_mark(folders), *versions, *settings])
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
