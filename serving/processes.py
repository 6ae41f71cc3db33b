"""What the processes of the server take, read from Linux when it is asked for."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

PROC = Path("/proc")
PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")
ROLES = ("master", "worker", "building")  # by how far below the master a process is


class Taken(NamedTuple):
    """What a process takes: bytes of memory (resident; its proportional part of what is shared),
    seconds of a processor, open files."""

    resident: int
    proportional: int
    seconds: float
    files: int


class Processes(Collector):
    """The master, its workers, and what they have started; none of it where there is no /proc."""

    def __init__(self, master: int) -> None:
        self._master = master

    def collect(self) -> Iterable[Metric]:
        """The four measures, by role and pid."""
        labels = ("role", "pid")
        resident = GaugeMetricFamily("monitor_resident_bytes", "Resident memory", labels=labels)
        shared = GaugeMetricFamily("monitor_memory_bytes", "Proportional memory", labels=labels)
        seconds = CounterMetricFamily("monitor_cpu_seconds", "Time of processors", labels=labels)
        files = GaugeMetricFamily("monitor_open_files", "Open files", labels=labels)
        for role, pid in family(self._master):
            found = taken(pid)
            if found is not None:
                said = (role, str(pid))
                resident.add_metric(said, found.resident)
                shared.add_metric(said, found.proportional)
                seconds.add_metric(said, found.seconds)
                files.add_metric(said, found.files)
        return (resident, shared, seconds, files)


def family(master: int, depth: int = 0) -> Iterator[tuple[str, int]]:
    """A process and all below it, with their roles."""
    yield ROLES[min(depth, len(ROLES) - 1)], master
    try:
        below = (PROC / f"{master}/task/{master}/children").read_text("ascii").split()
    except OSError:
        return
    for pid in below:
        yield from family(int(pid), depth + 1)


def taken(pid: int) -> Taken | None:
    """What a process takes; None if it has ended, or is not ours to look at."""
    own = PROC / str(pid)
    try:
        resident = int((own / "statm").read_text("ascii").split()[1]) * PAGE
        rollup = (own / "smaps_rollup").read_text("ascii").splitlines()
        proportional = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        times = (own / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        files = sum(1 for _ in (own / "fd").iterdir())
    except (OSError, StopIteration, ValueError, IndexError):
        return None
    seconds = (int(times[11]) + int(times[12])) / TICKS
    return Taken(resident, proportional * 1024, seconds, files)
