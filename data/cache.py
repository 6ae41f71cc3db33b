"""What was computed once, as files that every process of this data and this code reads.

Each state of data and code has a folder of its own: nothing in it grows stale, and a changed table
or line of code begins an empty one. A file carries a digest of its key and its content; one that
does not match, was cut short or is of somebody else is as if it were not there.
"""

import hashlib
import logging
import os
import re
import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from data.files import locked, write_whole

log = logging.getLogger(__name__)

ON_DISK = 64_000_000  # bytes of one state of data and code
UNUSED = 86_400  # seconds after the last start with it, from which a folder is swept
DIGEST_SIZE = hashlib.sha256().digest_size
LOCK = ".lock"
NAME = re.compile(r"[0-9a-f]+-[0-9a-f]+")  # of a folder: the mark of the data and that of the code


class Cache:
    """The folder of one state of data and code. It holds `most` bytes at most; what would be more
    is not kept."""

    def __init__(self, folder: Path, most: int = ON_DISK) -> None:
        self._folder = folder
        self._most = most

    def read(self, key: str) -> bytes | None:
        """What was kept under a key; None where there is nothing, or nothing whole."""
        try:
            found = self._path(key).read_bytes()
        except OSError:
            return None
        content = found[DIGEST_SIZE:]
        return content if found[:DIGEST_SIZE] == _digest(key, content) else None

    def write(self, key: str, content: bytes) -> bool:
        """Keep something under a key; whether it is kept now. That a folder is full or cannot be
        written to is no failure: the answer is only computed again."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self.size() + DIGEST_SIZE + len(content) > self._most:
                return False
            write_whole(self._path(key), _digest(key, content) + content)
        except OSError as error:
            log.warning("缓存写不进 %s（%s）；照常运行，只是慢些。", self._folder, error.strerror)
            return False
        return True

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What was kept under a key, or what `make` makes, kept from now on."""
        found = self.read(key)
        if found is None:
            found = make()
            self.write(key, found)
        return found

    def size(self) -> int:
        """Bytes of all that is kept."""
        if not self._folder.is_dir():
            return 0
        total = 0
        for entry in os.scandir(self._folder):
            with suppress(FileNotFoundError):  # being put in place just now
                total += entry.stat().st_size
        return total

    def alone(self) -> AbstractContextManager[bool]:
        """Whether this process is the only one inside of this block: one works, the others go on.
        Raises OSError where the folder cannot be written to."""
        return locked(self._folder / LOCK, is_patient=False)

    def sweep(self) -> None:
        """Remove the folders of other states of data and code that nobody has swept from, that is
        started with, for a day: two versions that run side by side leave each other alone."""
        os.utime(self._folder)
        for other in self._folder.parent.iterdir():
            is_old = time.time() - other.stat().st_mtime > UNUSED
            is_other = other != self._folder and other.is_dir() and NAME.fullmatch(other.name)
            if is_old and is_other:
                shutil.rmtree(other, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self._folder / hashlib.sha256(key.encode()).hexdigest()[:32]


def _digest(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + content).digest()
