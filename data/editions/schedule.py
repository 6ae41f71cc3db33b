"""Which edition is live when: a list of entries that only grows.

    <store>/current.json   [{"from", "edition", "by", "approved", "note"}, …]

Who reads it pays one `stat`; every process turns to another edition at the same second.
"""

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.editions.store import NAME
from data.files import locked, write_whole
from data.package.faults import Fault

log = logging.getLogger(__name__)

FILE = "current.json"
FIELDS = ("from", "edition", "by", "approved", "note")  # of an entry in the file
Mark = tuple[int, int, int]


class DamagedSchedule(Exception):
    """The list cannot be read; `fault` says where. It is never written over."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


@dataclass(frozen=True, slots=True)
class Entry:
    """From `start` (ISO 8601 with its offset, UTC) on an edition is live; who published it and who
    approved that; `note`: why, where it was not simply published."""

    start: str
    edition: str
    by: str
    approved: str
    note: str = ""


class Schedule:
    """The list in one file, which several processes may append to at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: tuple[Mark | None, tuple[Entry, ...]] = (None, ())

    def entries(self) -> tuple[Entry, ...]:
        """The list; () without a file. The file is read again only after it has changed; of a
        damaged one nothing is taken, and what was read before holds."""
        mark = self._mark()
        before, entries = self._last
        if mark != before:
            try:
                entries = self.read()
            except DamagedSchedule as damaged:
                log.error("发布时间表有误：%s；沿用此前读到的。", damaged.fault)
            self._last = mark, entries
        return entries

    def live(self, now: datetime) -> Entry | None:
        """What is live: of the entries whose time has come the last of the list, so that a
        roll-back, or whatever was entered later, holds against what was entered before it."""
        for entry in reversed(self.entries()):
            if datetime.fromisoformat(entry.start) <= now:
                return entry
        return None

    def append(self, entry: Entry) -> None:
        """Add an entry, on the disk before this returns. Raises DamagedSchedule where the list is
        damaged or would be with this entry, and OSError."""
        with locked(self._path.with_name(f".{self._path.name}.lock")):
            rows = [_written(one) for one in (*self.read(), entry)]
            _entries(rows, self._path.name)
            text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
            write_whole(self._path, text.encode(), is_durable=True)

    def _mark(self) -> Mark | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def read(self) -> tuple[Entry, ...]:
        """The list as it lies there now. Raises DamagedSchedule."""
        name = self._path.name
        try:
            return _entries(json.loads(self._path.read_text(encoding="utf-8")), name)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            expected = f"读不出（{error}）：请从备份恢复这个文件"
            raise DamagedSchedule(Fault(name, None, None, None, expected)) from error


def _entries(rows: Any, file: str) -> tuple[Entry, ...]:
    """The entries of the file's content. Raises DamagedSchedule at the first that is none."""
    if not isinstance(rows, list):
        raise DamagedSchedule(Fault(file, None, None, None, "应为一个列表"))
    for number, row in enumerate(rows, start=1):
        wrong = _wrong(row)
        if wrong:
            column, expected = wrong
            value = str(row.get(column)) if isinstance(row, dict) and column else None
            raise DamagedSchedule(Fault(file, number, column, value, expected))
    return tuple(Entry(*(row[name] for name in FIELDS)) for row in rows)


def _wrong(row: Any) -> tuple[str | None, str] | None:
    """What is wrong with an entry: its field and what was expected."""
    if not isinstance(row, dict):
        return None, f"应有 {'、'.join(FIELDS)}"
    for name in FIELDS:
        if not isinstance(row.get(name), str):
            return name, "应为文字"
    if not NAME.fullmatch(row["edition"]):
        return "edition", "应为一个版本的编号"
    try:
        is_clear = datetime.fromisoformat(row["from"]).tzinfo is not None
    except ValueError:
        is_clear = False
    return None if is_clear else ("from", "应为带时区的时间，如 2026-11-28T10:00:00+00:00")


def _written(entry: Entry) -> dict[str, str]:
    values = (entry.start, entry.edition, entry.by, entry.approved, entry.note)
    return dict(zip(FIELDS, values, strict=True))
