"""Which packages run, and under which licences: ``python -m tools.licences`` writes
docs/licences.md from what is installed. Versions are the locks' matter, and not in it."""

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import npm

FILE = npm.ROOT / "docs" / "licences.md"
UNKNOWN = "not said; see the package"
CLASSIFIER = "License :: OSI Approved :: "
HEAD = """# Licences of what runs

Written by `python -m tools.licences` from the installed packages; a test holds it to them. What
only builds or checks (the lock for development) is not in it. Fonts are the system's; boundaries
and tables name their sources on the pages.

## In the server

| package | licence |
|---|---|
"""
SCRIPTS = """
## In the pages' scripts

plotly.js is built of these; React and the rest of Dash come in the package `dash`, Bootstrap's
stylesheet in `Bootstrap-Flask`.

| package | licence |
|---|---|
"""


def servers() -> Iterator[tuple[str, str]]:
    """The packages of the server's lock that are installed here, with their licences."""
    lock = (npm.ROOT / "requirements.txt").read_text("utf-8")
    for said in sorted(set(re.findall(r"^(\S+==.*?) \\$", lock, re.MULTILINE))):
        wanted = Requirement(said)
        if wanted.marker is None or wanted.marker.evaluate():
            yield canonicalize_name(wanted.name), licence(metadata.metadata(wanted.name))


def licence(said: metadata.PackageMetadata) -> str:
    """A package's licence, as it says it: an expression, else classifiers, else a short text."""
    expression = (said.get_all("License-Expression") or [""])[0]
    classifiers = said.get_all("Classifier") or []
    approved = [one.removeprefix(CLASSIFIER) for one in classifiers if one.startswith(CLASSIFIER)]
    first = (said.get_all("License") or [""])[0].strip().partition("\n")[0]
    return expression or " / ".join(approved) or first[:60] or UNKNOWN


def scripts() -> Iterator[tuple[str, str]]:
    """The packages that plotly.js is built of."""
    lock = json.loads((npm.SOURCE / "package-lock.json").read_text("utf-8"))
    for path, found in sorted(lock["packages"].items()):
        if path and not found.get("dev"):
            yield path.rpartition("node_modules/")[2], found.get("license", UNKNOWN)


def text() -> str:
    """The whole document."""

    def lines(rows: Iterator[tuple[str, str]]) -> str:
        return "".join(f"| {name} | {said} |\n" for name, said in dict(rows).items())

    return f"{HEAD}{lines(servers())}{SCRIPTS}{lines(scripts())}"


def main() -> int:
    """Write the document."""
    FILE.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
