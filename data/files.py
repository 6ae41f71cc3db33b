"""Files that are there whole or not at all, and locks between those who write them."""

import fcntl
import logging
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger("jing-jin-ji")
PARTIAL = ".tmp"  # the suffix of what is being written, or was when a process died


def write_whole(path: Path, content: bytes, mode: int = 0o666, is_durable: bool = False) -> None:
    """Put a file in place in one step, over the one that was there: written beside it first, and
    with `is_durable` on the disk before. `mode` is cut by the umask. Raises OSError; nothing of
    the new file is left then, and the old one stays."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}{PARTIAL}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
        if is_durable:
            sync_folder(path.parent)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def locked(path: Path, is_patient: bool = True) -> Iterator[bool]:
    """Hold the lock that `path` stands for, also among processes; whether it is held, which only
    who is not patient may find not to be so. The system lets go for a process that dies. Raises
    OSError where the folder cannot be written to or its file system has no locks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if is_patient else fcntl.LOCK_NB))
            is_held = True
        except BlockingIOError:
            is_held = False
        yield is_held


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk: what was put in place there, or taken away."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_away(sweep: Callable[[], object]) -> None:
    """Clear away what writers that died have left; a folder that can only be read is no fault."""
    try:
        sweep()
    except OSError as error:
        log.warning("没有清理未写完的文件（%s）；照常运行。", error)
