"""The register in the tables of a draft and its base: how they differ, what is asked of it."""

from pathlib import Path
from typing import Any

from analysis.changes.plausibility import Question
from components.desk.register import changes_parts, questions_of
from data.imports.register_merging import RegisterChanges, register_changes
from data.package.register import NAME


def table_of(package: Path) -> str:
    """The text of the register of a package; "" where it has none."""
    path = package / "tables" / f"{NAME}.csv"
    return path.read_text(encoding="utf-8-sig") if path.is_file() else ""


def changed(base: Path, package: Path) -> list[Any]:
    """What a draft changes in the register, to be shown."""
    return changes_parts(_changes(base, package))


def asked(base: Path, package: Path) -> list[Question]:
    """What must be answered of a draft's register."""
    found = questions_of(_changes(base, package))
    return [
        Question(key, NAME, "", (), place, value="", usual="", text=text)
        for key, (place, text) in found.items()
    ]


def _changes(base: Path, package: Path) -> RegisterChanges:
    before, after = table_of(base), table_of(package)
    return RegisterChanges() if before == after else register_changes(before, after)
