"""The editions of a product without a store: its tables, as they were at the start, and those that
they follow (data/history)."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from data.editions.deeds import written_time
from data.editions.first import begun, history, with_shapes
from data.editions.schedule import Entry
from data.editions.store import NoEdition, NoPackage, Store
from data.package.digests import digest_if_whole

BROKEN = "0" * 16  # in the place of a digest: the reading of the tables will name what is wrong
log = logging.getLogger(__name__)


class OwnFolder:
    """The editions of a folder. Its tables are read once; a change of them needs a restart. Those
    before them are laid out in `kept`, by the same names as in a store that begins with them."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self._folder = folder
        self._digest = digest_if_whole(folder) or BROKEN
        self._kept = Store(kept)
        self._entries = tuple(self._laid_out(datetime.now(UTC)))

    def live(self) -> str:
        """The digest of the edition."""
        return self._digest

    def path(self, digest: str) -> Path | None:
        """The folder of an edition; None if it is none of these."""
        if digest == self._digest:
            return self._folder
        try:
            return self._kept.path(digest)
        except NoEdition:
            return None

    def entries(self) -> tuple[Entry, ...]:
        """Since when each was live, the oldest first."""
        return self._entries

    def _laid_out(self, now: datetime) -> Iterator[Entry]:
        if self._digest == BROKEN:
            return
        for package in history(self._folder):
            try:
                with with_shapes(package, self._folder) as whole:
                    name, start = self._kept.add(whole), begun(package, now)
            except (OSError, ValueError, NoPackage) as error:
                log.warning("此前的版本 %s 未能读取（%s）；照常运行。", package.name, error)
                continue
            yield Entry(written_time(start), name, "", "")
        yield Entry(written_time(now), self._digest, "", "")
