"""The editions of a store: data packages in folders named by their content, never changed.

    <store>/editions/<digest>/   datapackage.json, tables/, geo/

A folder is there whole or not at all; it can be read with a spreadsheet and copied with a file
manager.
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from data.files import PARTIAL, locked, sync_folder
from data.package.digests import DESCRIPTOR, LENGTH, described, digest, files

EDITIONS, DRAFTS = "editions", "drafts"
LOCK = ".lock"
NEW = ".new-"  # how the name of an unfinished folder begins
NAME = re.compile(rf"[0-9a-f]{{{LENGTH}}}")
READ_ONLY = 0o444


class NoEdition(Exception):
    """There is no edition of this name in the store."""


class NoPackage(Exception):
    """A folder is no data package that could be kept; the message says why."""


class Store:
    """The editions below a folder, which several processes may add to at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._editions = folder / EDITIONS

    def path(self, digest: str) -> Path:
        """The folder of an edition. Raises NoEdition, also for what cannot be the name of one."""
        if not NAME.fullmatch(digest) or not (self._editions / digest).is_dir():
            raise NoEdition(digest)
        return self._editions / digest

    def digests(self) -> tuple[str, ...]:
        """Every edition in the store, by name."""
        if not self._editions.is_dir():
            return ()
        return tuple(sorted(e.name for e in os.scandir(self._editions) if NAME.fullmatch(e.name)))

    def versions(self) -> dict[str, str]:
        """The version of every edition, by its digest; "" of one that is damaged."""
        return {name: _version(self.path(name)) for name in self.digests()}

    def add(self, source: Path) -> str:
        """Copy a data package in, on the disk before this returns; its digest, which names it. The
        same package again is no fault. Nothing is checked here but that its files are below it.
        Raises NoPackage, and OSError where the store cannot be written to."""
        with locked(self._editions / LOCK):
            new = self._editions / f"{NEW}{secrets.token_hex(6)}"
            try:
                copy_package(source, new)
                name = digest(new)
                if not (self._editions / name).is_dir():
                    _seal(new)
                    new.rename(self._editions / name)
                    sync_folder(self._editions)
            finally:
                shutil.rmtree(new, ignore_errors=True)
        return name

    def sweep(self) -> int:
        """Remove what writers that died have left: folders that were being built and files that
        were being written; how many. Raises OSError."""
        swept = 0
        for folder in (self.folder, self._editions, self.folder / DRAFTS):
            if folder.is_dir():
                with locked(folder / LOCK):  # nobody is building now
                    swept += _sweep(folder)
        return swept


def files_of(package: Path) -> list[PurePosixPath]:
    """The files that make a data package, below its folder: descriptor, tables, shapes. Raises
    NoPackage where the descriptor cannot be read or names a file that is not below it."""
    try:
        paths = [PurePosixPath(path) for path in files(package)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoPackage(f"{package} 中没有可用的 {DESCRIPTOR}（{error}）") from error
    for path in paths:
        if path.is_absolute() or ".." in path.parts or "\\" in str(path):
            raise NoPackage(f"{DESCRIPTOR} 中的 {path} 不在数据包之内")
    return paths


def copy_package(source: Path, target: Path) -> None:
    """Copy the files of a data package into a new folder. Raises NoPackage, or OSError."""
    for path in files_of(source):
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(source / path, place, follow_symlinks=True)
        except (FileNotFoundError, IsADirectoryError) as error:
            raise NoPackage(f"{source} 中没有 {path}") from error


def _version(package: Path) -> str:
    try:
        return described(package)[0]
    except (OSError, ValueError, KeyError, TypeError):
        return ""  # soundness.py says what is wrong with it


def _seal(folder: Path) -> None:
    """Have a folder on the disk, its files only to be read."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            sync_folder(path)
        else:
            path.chmod(READ_ONLY)
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _sweep(folder: Path) -> int:
    left: Iterable[Path] = [*folder.glob(f"{NEW}*"), *folder.glob(f".*{PARTIAL}")]
    count = 0
    for path in left:
        count += 1
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return count
