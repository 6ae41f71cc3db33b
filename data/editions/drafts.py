"""Drafts: data packages that somebody prepares, each with a file of what was done to it.

    <store>/drafts/<id>/draft.json, package/   the whole data package as it would be published

What may be done to a draft by whom is decided in publishing.py.
"""

import json
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from data.editions.bringing_up import bring_up
from data.editions.store import DRAFTS, LOCK, NEW, copy_package
from data.files import locked, sync_folder, write_whole

FILE, PACKAGE = "draft.json", "package"
NAME = re.compile(r"[0-9]{8}-[0-9a-f]{6}")  # the day it was begun, and what tells it from others
TABLE = re.compile(r"[a-z][a-z0-9_]*")


class State(StrEnum):
    """How far a draft is; `published` and `withdrawn` are ends."""

    EDITING = "editing"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class NoDraft(Exception):
    """There is no draft of this id."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was taken into a draft, and what it was taken for, in words; `mark` tells its
    content from others', "" where it was not kept yet."""

    name: str
    taken_for: str
    at: str
    by: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved which digest when."""

    by: str
    at: str
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: `base` is the digest of the edition it was begun from, `digest` that of its package
    as it was submitted ("" before), `answers` what was said to each question, `edition` what it
    was published as, `editors` who had a hand in it. Times are ISO 8601, UTC."""

    draft_id: str
    title: str
    author: str
    base: str
    created: str
    changed: str
    state: State = State.EDITING
    digest: str = ""
    submitted_by: str = ""
    edition: str = ""
    note: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    uploads: tuple[Upload, ...] = ()
    approvals: tuple[Approval, ...] = ()
    editors: tuple[str, ...] = ()


class Drafts:
    """The drafts of one folder, which several processes may work on at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / DRAFTS

    def create(self, draft: Draft, base: Path) -> Draft:
        """Begin a draft with a copy of the package in `base`, brought up to what this code knows;
        it is there whole or not at all. Raises NoPackage, BrokenTables, OSError."""
        with locked(self._folder / LOCK):
            new = self._folder / f"{NEW}{secrets.token_hex(6)}"
            try:
                copy_package(base, new / PACKAGE)
                bring_up(new / PACKAGE)
                write_whole(new / FILE, _written(draft), is_durable=True)
                new.rename(self._folder / draft.draft_id)
                sync_folder(self._folder)
            finally:
                shutil.rmtree(new, ignore_errors=True)
        return draft

    def package(self, draft_id: str) -> Path:
        """The data package of a draft. Raises NoDraft."""
        return self._path(draft_id) / PACKAGE

    def read(self, draft_id: str) -> Draft:
        """A draft. Raises NoDraft, also where its file cannot be read."""
        try:
            return _read(json.loads((self._path(draft_id) / FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NoDraft(draft_id) from error

    def listed(self) -> tuple[Draft, ...]:
        """Every draft that can be read, the one changed last first."""
        if not self._folder.is_dir():
            return ()
        found = []
        for path in self._folder.iterdir():
            try:
                found.append(self.read(path.name))
            except NoDraft:
                continue
        return tuple(sorted(found, key=lambda draft: (draft.changed, draft.draft_id), reverse=True))

    def write(self, draft: Draft) -> Draft:
        """Put down what is known of a draft now."""
        write_whole(self._path(draft.draft_id) / FILE, _written(draft), is_durable=True)
        return draft

    def replace_tables(self, draft_id: str, tables: Mapping[str, bytes]) -> None:
        """Put other content in place of tables, by their names. Raises NoDraft, and ValueError for
        what is no name of a table."""
        folder = self.package(draft_id) / "tables"
        for name in tables:
            if not TABLE.fullmatch(name):
                raise ValueError(name)
        for name, content in tables.items():
            write_whole(folder / f"{name}.csv", content, is_durable=True)

    def _path(self, draft_id: str) -> Path:
        if not NAME.fullmatch(draft_id) or not (self._folder / draft_id / FILE).is_file():
            raise NoDraft(draft_id)
        return self._folder / draft_id


def voided(draft: Draft, by: str, at: str) -> Draft:
    """The draft when somebody begins to change it: what was submitted and approved was another."""
    opened = replace(draft, state=State.EDITING, digest="", submitted_by="", approvals=())
    return replace(opened, editors=tuple(dict.fromkeys((*draft.editors, by))), changed=at)


def _written(draft: Draft) -> bytes:
    return (json.dumps(asdict(draft), ensure_ascii=False, indent=1) + "\n").encode()


def _read(found: dict[str, Any]) -> Draft:
    return Draft(
        **{
            **found,
            "state": State(found["state"]),
            "uploads": tuple(Upload(**one) for one in found["uploads"]),
            "approvals": tuple(Approval(**one) for one in found["approvals"]),
            "editors": tuple(found["editors"]),
        }
    )
