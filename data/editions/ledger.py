"""Every write and every refusal, in the order in which they came: rows are only ever added.

    <store>/ledger.jsonl   one JSON object a line, `previous`: SHA-256 of the line before

A row that was changed, taken out or put in between tears the chain, and `check` says where. That
the last rows were cut off it cannot see: a copy elsewhere can.

Of one person MOST_OF_ONE refusals an hour are put down, of all who are not known together
MOST_UNKNOWN, so that nobody fills the disk by being refused; the last of them says that more were
not put down.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from data.files import locked
from data.package.faults import Fault

FILE = "ledger.jsonl"
DONE, REFUSED = "done", "refused"
PREVIOUS = "previous"
START = "0" * 64  # what stands before the first row
MODE = 0o640  # names and addresses of people
MOST_OF_ONE, MOST_UNKNOWN = 300, 30  # refusals in an hour
HOUR = len("2026-11-28T18")
NO_MORE = "；本小时内{who}已被拒绝 {most} 次，其后不再逐次记录"
BLOCK = 65_536  # bytes read from the end; hardly a row is as long


@dataclass(frozen=True, slots=True)
class Record:
    """What was done or refused: when (ISO 8601, UTC), by whom and from where, what, to what, the
    digests before and after ("" where there is none), DONE or REFUSED, and why."""

    at: str
    who: str
    address: str
    action: str
    subject: str
    before: str
    after: str
    outcome: str
    note: str = ""


NAMES = tuple(field.name for field in fields(Record))


class Ledger:
    """The rows of one file, which several processes may append to at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, record: Record) -> None:
        """Add a row, on the disk before this returns; of refusals no more than the bounds. Raises
        OSError."""
        with locked(self._path.with_name(f".{self._path.name}.lock")):
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
            descriptor = os.open(self._path, flags, MODE)
            try:
                told = _bounded(descriptor, record)
                if told is not None:
                    _write(descriptor, told)
            finally:
                os.close(descriptor)

    def records(self) -> tuple[Record, ...]:
        """Every row that can be read, the oldest first."""
        rows = (_row(line) for line in self._lines())
        return tuple(Record(*(row[name] for name in NAMES)) for row in rows if row)

    def check(self) -> tuple[Fault, ...]:
        """Where the chain is torn: rows that are none, and rows that another stood before."""
        found = []
        before = START
        for number, line in enumerate(self._lines(), start=1):
            row = _row(line)
            if row is None:
                expected = "不是一条完整的记录（写入中断，或被改动）"
                found.append(Fault(self._path.name, number, None, None, expected))
            elif row[PREVIOUS] != before:
                expected = "与上一条接不上：上一条被改动，或其间有记录被删去、插入"
                found.append(Fault(self._path.name, number, PREVIOUS, row[PREVIOUS], expected))
            before = _hash(line)
        return tuple(found)

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return []


def _write(descriptor: int, record: Record) -> None:
    last = next(_lines_back(descriptor), b"")
    row = {**asdict(record), PREVIOUS: _hash(last.rstrip(b"\n")) if last else START}
    line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
    # A writer that died may have left half a row: it stays, on a line of its own.
    torn = b"\n" if last and not last.endswith(b"\n") else b""
    os.write(descriptor, torn + line)
    os.fsync(descriptor)


def _bounded(descriptor: int, record: Record) -> Record | None:
    """The row as it is put down; None for a refusal of somebody who was refused too often."""
    if record.outcome != REFUSED:
        return record
    most = MOST_OF_ONE if record.who else MOST_UNKNOWN
    rows = _of_hour(descriptor, record.at[:HOUR])
    count = sum((row["who"], row["outcome"]) == (record.who, REFUSED) for row in rows)
    if count < most - 1:
        return record
    said = NO_MORE.format(who=record.who or "未登录者", most=most)
    return replace(record, note=record.note.rstrip("。") + said) if count < most else None


def _of_hour(descriptor: int, hour: str) -> Iterator[dict[str, str]]:
    """The rows of an hour, the last first; rows are in the order of their times."""
    for line in _lines_back(descriptor):
        row = _row(line)
        if row and row["at"][:HOUR] < hour:
            return
        if row and row["at"].startswith(hour):
            yield row


def _lines_back(descriptor: int) -> Iterator[bytes]:
    """The lines of an open file with their ends, the last first."""
    end, rest = os.fstat(descriptor).st_size, b""
    while end > 0:
        start = max(0, end - BLOCK)
        lines = (os.pread(descriptor, end - start, start) + rest).splitlines(keepends=True)
        end = start
        if start > 0:  # the first may begin further above
            rest, *lines = lines
        yield from reversed(lines)


def _row(line: bytes) -> dict[str, str] | None:
    """The row of a line; None where it is not a whole one."""
    try:
        row: Any = json.loads(line)
    except ValueError:
        return None
    names = (*NAMES, PREVIOUS)
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) for name in names):
        return None
    return row


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
