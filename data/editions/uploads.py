"""Files that are being handed in, piece by piece, until they are taken into a draft.

    <store>/uploads/<id>

A piece is small, so that a slow line, a limit of bodies and a bar of progress are no concern of
each other's. What nobody took in within a day is swept.
"""

import hashlib
import os
import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

from data.imports.limits import MOST_BYTES
from data.package.digests import LENGTH

FOLDER = "uploads"
NAME = re.compile(r"[0-9a-f]{24}")
KEPT = 86_400  # seconds
MOST = 50  # files that lie there at once
MODE = 0o640


def mark(content: bytes) -> str:
    """What tells a file's content from that of others."""
    return hashlib.sha256(content).hexdigest()[:LENGTH]


class NoUpload(Exception):
    """A piece or a file is not as it should be; the message says why and what to do."""


class Uploads:
    """The files below a folder, which several processes may receive pieces of."""

    def __init__(self, store: Path) -> None:
        self._folder = store / FOLDER

    def begin(self) -> str:
        """The id of a new file, of which nothing is there. Raises NoUpload, OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        if len(list(self._folder.iterdir())) >= MOST:
            raise NoUpload("正在上传的文件过多，请稍后再试")
        upload_id = secrets.token_hex(12)
        os.close(os.open(self._folder / upload_id, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE))
        return upload_id

    def append(self, upload_id: str, place: int, piece: bytes) -> int:
        """Add a piece that begins at byte `place`, which must be where the file ends; how many
        bytes there are now. The same piece again is no fault. Raises NoUpload, OSError."""
        path = self._path(upload_id)
        if place + len(piece) > MOST_BYTES:
            path.unlink(missing_ok=True)
            raise NoUpload(f"文件超过 {MOST_BYTES // 1_000_000} MB：请只保留数据，或分成几个文件")
        if place > path.stat().st_size:
            raise NoUpload("文件没有传完整，请重新上传")
        with path.open("r+b") as file:
            file.seek(place)
            file.write(piece)
            file.truncate()
        return place + len(piece)

    def mark(self, upload_id: str) -> str:
        """What tells the content of a file from that of others. Raises NoUpload."""
        return mark(self.content(upload_id))

    def content(self, upload_id: str) -> bytes:
        """The whole file. Raises NoUpload where there is none any more."""
        return self._path(upload_id).read_bytes()

    def drop(self, upload_id: str) -> None:
        """Forget a file."""
        with suppress(NoUpload):
            self._path(upload_id).unlink(missing_ok=True)

    def _path(self, upload_id: str) -> Path:
        path = self._folder / upload_id
        if not NAME.fullmatch(upload_id) or not path.is_file():
            raise NoUpload("上传的文件已不在，请重新上传")
        return path

    def _sweep(self) -> None:
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another process was first
                if time.time() - path.stat().st_mtime > KEPT:
                    path.unlink()
