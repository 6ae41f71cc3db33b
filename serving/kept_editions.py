"""The editions of the store as pages set them side by side: by name, and with their data."""

import logging
from datetime import UTC, datetime
from threading import Lock

from cachetools import LRUCache

from analysis.changes.editions import EditionLine
from data.cube.facts import Facts
from data.editions.published import Published
from data.model.catalog import Catalog
from data.package import load as package
from data.package.digests import described

log = logging.getLogger(__name__)

KEPT = 3  # catalogs of other editions, some 10 MB each


class KeptEditions:
    """All editions that were ever live; the data of the last few that were asked for are kept, for
    all apps of a process."""

    def __init__(self, published: Published, facts: Facts | None = None) -> None:
        self._published = published
        self._facts = facts
        self._catalogs: LRUCache[str, Catalog] = LRUCache(KEPT)
        self._lost: set[str] = set()  # digests whose data could not be used
        self._lines: dict[str, str] = {}  # versions by digest: an edition never changes
        self._lock = Lock()

    def listed(self) -> tuple[EditionLine, ...]:
        """Every edition that is there, the one that went live last first; each once, with its last
        time."""
        now = datetime.now(UTC)
        came = [
            EditionLine(entry.edition, self._version(entry.edition), entry.start, entry.by)
            for entry in self._published.entries()
            if datetime.fromisoformat(entry.start) <= now and self._published.path(entry.edition)
        ]
        found = {line.digest: line for line in came}  # the later entry stays
        if not found:
            live = self._published.live()
            return (EditionLine(live, self._version(live)),)
        order = [line.digest for line in came]
        newest = sorted(found, key=lambda name: len(order) - order[::-1].index(name), reverse=True)
        return tuple(found[digest] for digest in newest)

    def catalog(self, digest: str) -> Catalog:
        """The data of an edition. KeyError where there is none, or they cannot be used any more:
        the log says why, once."""
        with self._lock:
            found = self._catalogs.get(digest)
            if found is None:
                found = self._catalogs[digest] = self._read(digest)
        return found

    def _read(self, digest: str) -> Catalog:
        folder = None if digest in self._lost else self._published.path(digest)
        if folder is None:
            raise KeyError(digest)
        try:
            return package.load(folder, None, False, self._facts)
        except Exception as error:  # damage shows itself in many ways
            self._lost.add(digest)
            log.exception("版本 %s 的数据未能打开，不列入版本对比。", digest)
            raise KeyError(digest) from error

    def _version(self, digest: str) -> str:
        if digest not in self._lines:
            folder = self._published.path(digest)
            self._lines[digest] = described(folder)[0] if folder else digest
        return self._lines[digest]
