"""The folder in which the processes of one master count (serving/metrics.py): made before anything
counts, in memory where there is such a place, and gone with the master.

In memory, because the files are mapped: on a disk that is full, to count would kill the worker.
"""

import os
import re
import shutil
import tempfile
from pathlib import Path

SETTING = "PROMETHEUS_MULTIPROC_DIR"
IN_MEMORY = Path("/dev/shm")
PREFIX = "monitor-metrics-"
NAME = re.compile(rf"{PREFIX}(\d+)-\w+")


def fresh_folder() -> str:
    """A new folder of this process, the one it has already when its settings are read again. What
    masters have left that were killed is removed."""
    mine = os.environ.get(SETTING, "")
    if _owner(Path(mine)) == os.getpid() and Path(mine).is_dir():
        return mine
    place = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    for left in place.glob(f"{PREFIX}*"):
        if not _is_running(_owner(left)):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place)


def forget(pid: int) -> None:
    """A process has ended: what it was at is no longer so."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(pid)  # type: ignore[no-untyped-call]


def clear() -> None:
    """Remove the folder of this process."""
    mine = Path(os.environ.get(SETTING, ""))
    if _owner(mine) == os.getpid():
        shutil.rmtree(mine, ignore_errors=True)


def _owner(folder: Path) -> int:
    found = NAME.fullmatch(folder.name)
    return int(found[1]) if found else 0


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid > 0
