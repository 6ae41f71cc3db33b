"""The editions that can be looked at: those of the store, and the product's own folder."""

from pathlib import Path

from data.editions.drafts import NoDraft
from data.editions.own_folder import OwnFolder
from data.editions.publishing import OPEN, Publishing
from data.editions.schedule import Entry
from data.editions.store import NoEdition
from data.package.digests import digest_if_whole


class Published:
    """What serving asks of the store. Without a store, and until something is published in it, the
    tables of the product itself are live."""

    def __init__(self, rules: Publishing, own: OwnFolder) -> None:
        self._rules, self._own = rules, own

    def live(self) -> str:
        """The digest of the edition that is live now."""
        return self._rules.live() or self._own.live()

    def path(self, digest: str) -> Path | None:
        """The folder of an edition; None if there is none."""
        try:
            return self._rules.store.path(digest)
        except NoEdition:
            return self._own.path(digest)

    def draft(self, digest: str) -> Path | None:
        """The package of an open draft whose content has this digest; None if there is none."""
        for one in self._rules.drafts.listed():
            try:
                package = self._rules.drafts.package(one.draft_id)
            except NoDraft:
                continue  # gone meanwhile
            if one.state in OPEN and digest_if_whole(package) == digest:
                return package
        return None

    def entries(self) -> tuple[Entry, ...]:
        """Which edition is live when, in the order in which it was decided."""
        return self._rules.schedule.entries() or self._own.entries()
