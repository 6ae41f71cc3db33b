"""The edition of a product without a store: the folder of its tables, as it was at the start."""

from pathlib import Path

from data.package.digests import digest_if_whole

BROKEN = "0" * 16  # in the place of a digest: the reading of the tables will name what is wrong


class OwnFolder:
    """One edition: that of a folder. Its tables are read once; a change of them needs a restart."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digest = digest_if_whole(folder) or BROKEN

    def live(self) -> str:
        """The digest of the edition."""
        return self._digest

    def path(self, digest: str) -> Path | None:
        """The folder of an edition; None if it is not this one."""
        return self._folder if digest == self._digest else None
