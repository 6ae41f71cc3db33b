"""Named briefings, kept as one file each; a damaged file is refused and never touched."""

import re
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from data.briefings.file import (
    DEVICE,
    LARGEST,
    NAME,
    NAME_IN_WORDS,
    PREPARED,
    PREPARED_TITLE,
    Briefing,
    BrokenBriefing,
    DamagedBriefing,
    read,
    written,
)
from data.briefings.owners import ANYBODY, Writer, owner_of
from data.files import PARTIAL, locked, write_whole
from data.model.scenes import Scene
from data.package.faults import Fault
from data.package.scene_checks import Known

MOST_BRIEFINGS = 500
LOCK = ".lock"
OWN = 0o600  # a briefing is read through the app only
NEW = ""  # the revision of what is not there yet, or not any more
RESERVED = (PREPARED, PREPARED_TITLE, "scenes")  # scenes: an address of the product


class NoBriefing(Exception):
    """There is no briefing of this name."""


class StaleBriefing(Exception):
    """Somebody has written the briefing meanwhile; `current` is its revision now, NEW if it
    is gone."""

    def __init__(self, current: str) -> None:
        self.current = current
        super().__init__(f"revision {current}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of briefings; `fault` says why a file cannot be used, "" if it can."""

    name: str
    revision: str
    scenes: int
    fault: str = ""
    owner: str = ""


class BriefingStore(Protocol):
    """What keeps briefings; `Briefings` says what each raises. `known` is what scenes may name."""

    @property
    def known(self) -> Known: ...  # noqa: D102
    def entries(self) -> tuple[Entry, ...]: ...  # noqa: D102
    def read(self, name: str) -> Briefing: ...  # noqa: D102
    def content(self, name: str) -> bytes: ...  # noqa: D102
    def write(  # noqa: D102
        self, name: str, scenes: tuple[Scene, ...], revision: str, by: Writer = ANYBODY
    ) -> Briefing: ...
    def add(self, name: str, scene: Scene, by: Writer = ANYBODY) -> Briefing: ...  # noqa: D102
    def delete(self, name: str, revision: str, by: Writer = ANYBODY) -> None: ...  # noqa: D102


class Briefings:
    """The briefings of one folder, which several processes may write to at once."""

    def __init__(self, folder: Path, known: Known) -> None:
        self._folder = folder
        self.known = known
        self._listed: dict[tuple[str, int, int, int], Entry] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Every file of the folder, damaged ones too, by name. A file is read once, and again only
        after it has changed: to check it takes tens of milliseconds."""
        known, self._listed = self._listed, {}
        for path in self._paths():
            try:
                found = path.stat()
            except FileNotFoundError:
                continue  # deleted meanwhile
            mark = (path.name, found.st_ino, found.st_mtime_ns, found.st_size)
            self._listed[mark] = known.get(mark) or self._entry(path)
        return tuple(self._listed.values())

    def _paths(self) -> list[Path]:
        paths = sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []
        return [path for path in paths if not path.name.startswith(".")]

    def _entry(self, path: Path) -> Entry:
        try:
            found = self._read(path)
        except BrokenBriefing as broken:
            return Entry(path.stem, NEW, 0, str(broken.faults[0]))
        return Entry(path.stem, found.revision, len(found.scenes), owner=found.owner)

    def read(self, name: str) -> Briefing:
        """The briefing of a name. Raises NoBriefing, or DamagedBriefing for a damaged file."""
        return self._read(self._path(name))

    def content(self, name: str) -> bytes:
        """The file as it lies there, damaged or not. Raises NoBriefing."""
        try:
            return self._path(name).read_bytes()
        except OSError as error:
            raise NoBriefing(name) from error

    def write(
        self, name: str, scenes: tuple[Scene, ...], revision: str, by: Writer = ANYBODY
    ) -> Briefing:
        """Write a briefing whose last known revision is `revision` (NEW: it is new). It stays
        whose it was; a new one, and one that was nobody's, is the writer's.

        Raises BrokenBriefing for a bad name and for what is too large, DamagedBriefing where the
        file that would be overwritten is damaged, StaleBriefing where another revision lies
        there, NotTheirs where it is somebody else's.
        """
        path = self._new(name)
        with locked(self._folder / LOCK):
            before = self._lying(path)
            current = before.revision if before else NEW
            owner = owner_of(before, by)
            if current != revision:
                raise StaleBriefing(current)
            if not current and len(self._paths()) >= MOST_BRIEFINGS:
                raise _refused(name, f"汇报不能多于 {MOST_BRIEFINGS} 份，请先删去不用的")
            found = Briefing(name, secrets.token_hex(8), scenes, owner)
            content = written(found)
            if len(content) > LARGEST:
                raise _refused(f"{len(content)} 字节", f"一份汇报不能大于 {LARGEST} 字节")
            write_whole(path, content, OWN, is_durable=True)
            return found

    def add(self, name: str, scene: Scene, by: Writer = ANYBODY) -> Briefing:
        """Put a scene at the end of a briefing, which is made if there is none; its id gets a
        number where it is taken. Raises as `write` does, but nothing is ever stale."""
        path = self._new(name)
        while True:
            try:
                found = self._read(path)
            except NoBriefing:
                found = Briefing(name, NEW, ())
            try:
                scenes = (*found.scenes, _fitted(scene, found.scenes))
                return self.write(name, scenes, found.revision, by)
            except StaleBriefing:
                continue  # somebody was quicker: add to what lies there now

    def delete(self, name: str, revision: str, by: Writer = ANYBODY) -> None:
        """Delete a briefing. Raises NoBriefing, StaleBriefing, NotTheirs, and DamagedBriefing where
        what lies there cannot be read: it is not thrown away."""
        path = self._writable(name)
        with locked(self._folder / LOCK):
            before = self._lying(path)
            if not before:
                raise NoBriefing(name)
            owner_of(before, by)
            if before.revision != revision:
                raise StaleBriefing(before.revision)
            path.unlink()

    def sweep(self) -> int:
        """Remove what writers that died have left half written; how many files. Raises OSError."""
        if not self._folder.is_dir():
            return 0
        with locked(self._folder / LOCK):  # nobody is writing now
            left = list(self._folder.glob(f".*{PARTIAL}"))
            for path in left:
                path.unlink(missing_ok=True)
        return len(left)

    def _path(self, name: str) -> Path:
        if not re.fullmatch(NAME, name):
            raise NoBriefing(name)
        return self._folder / f"{name}.json"

    def _new(self, name: str) -> Path:
        if re.fullmatch(DEVICE, name):
            raise _refused(name, "Windows 留作设备名，文件存不下来，请换一个名字")
        return self._writable(name)

    def _writable(self, name: str) -> Path:
        if not re.fullmatch(NAME, name):
            raise _refused(name, NAME_IN_WORDS)
        if name in RESERVED:
            raise _refused(name, f"这个名字另有用处（{PREPARED_TITLE}由数据表给出），请换一个")
        return self._folder / f"{name}.json"

    def _lying(self, path: Path) -> Briefing | None:
        try:
            return self._read(path)
        except NoBriefing:
            return None

    def _read(self, path: Path) -> Briefing:
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise NoBriefing(path.stem) from error
        except OSError as error:
            unread = f"文件读不出（{error.strerror}）"
            raise DamagedBriefing([Fault(path.name, None, None, None, unread)]) from error
        try:
            found = read(content, path.name, self.known)
        except BrokenBriefing as broken:
            raise DamagedBriefing(broken.faults) from broken
        if found.name != path.stem:
            expected = f"应与文件名相同（{path.stem}）"
            raise DamagedBriefing([Fault(path.name, None, "name", found.name, expected)])
        return found


def _fitted(scene: Scene, others: tuple[Scene, ...]) -> Scene:
    """The scene with an id that none of the others has, in the last place."""
    taken = {one.scene_id for one in others}
    ids = (scene.scene_id, *(f"{scene.scene_id}-{n}" for n in range(2, len(others) + 3)))
    free = next(name for name in ids if name not in taken)
    return replace(scene, scene_id=free, order=len(others) + 1)


def _refused(value: str, expected: str) -> BrokenBriefing:
    return BrokenBriefing([Fault("汇报", None, "name", value, expected)])
