"""Files that take their time: so many are built at once, what was built is kept a while, and who
comes while all hands are full is told when to come again."""

from collections.abc import Callable
from threading import Lock, Semaphore
from time import perf_counter

from cachetools import TTLCache

from serving import asking, metrics

AT_ONCE = 1  # in each process: of its few threads the others answer for pages
KEPT = 24_000_000  # bytes in each process
KEPT_FOR = 600  # seconds
WAIT = 2  # seconds after which who was turned away may come again


class Busy(Exception):
    """Others are being built; the same may be asked for again `after` seconds."""

    def __init__(self, after: int = WAIT) -> None:
        super().__init__(after)
        self.after = after


class Building:
    """The files that are built and kept in this process."""

    def __init__(self, at_once: int = AT_ONCE, most: int = KEPT, seconds: float = KEPT_FOR) -> None:
        self._hands = Semaphore(at_once)
        self._lock = Lock()
        self._kept: TTLCache[str, bytes] = TTLCache(most, seconds, getsizeof=len)

    def file(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The file of a key: the one kept, or what `make` makes, which is kept from now on (if it
        is not larger than all that may be). The key says everything it depends on. Raises Busy at
        once where as many are being built as may be, and what `make` raises."""
        with self._lock:
            found = self._kept.get(key)
        if found is not None:
            metrics.FILES.labels("kept").inc()
            return found
        if not self._hands.acquire(blocking=False):
            metrics.FILES.labels("busy").inc()
            raise Busy
        try:
            made = _timed(make)
        finally:
            self._hands.release()
        with self._lock:
            if len(made) <= self._kept.maxsize:
                self._kept[key] = made
        return made


def _timed(make: Callable[[], bytes]) -> bytes:
    began, how = perf_counter(), "failed"
    try:
        made = make()
        how = "built"
    finally:
        seconds = perf_counter() - began
        metrics.FILES.labels(how).inc()
        metrics.BUILDING.observe(seconds)
        asking.note(file=how, file_seconds=round(seconds, 2))
    return made


BUILDING = Building()  # of this process, whichever edition is asked for
