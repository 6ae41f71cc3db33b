"""What the desk works with: the store and its rules, files that come in, and who asks."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from cachetools import LRUCache

from analysis.changes.plausibility import questions
from callbacks.desk import register_tables
from data.editions.deeds import NAMELESS, Person, Refused
from data.editions.publishing import CHINA, Publishing
from data.editions.uploads import Uploads
from data.imports.cells import Book
from data.imports.file import read_any
from data.imports.imported import Import
from data.imports.memory import Mappings
from data.model.catalog import Catalog
from data.package.check_process import faults_of
from data.package.digests import digest, digest_if_whole
from data.package.faults import BrokenTables, Fault
from data.package.load import load

CATALOGS = 4  # editions and drafts whose data are kept, some 20 MB each
FILES = 8  # files that were handed in whose values are kept
MAPPINGS = "mappings.csv"
UNREADABLE = "读不出，请撤销草稿后重新起草"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and what they may do; `regions` are the slugs an editor works for, none: all.
    `why` is said where they may not write."""

    person: Person
    may_edit: bool = False
    may_approve: bool = False
    regions: frozenset[str] = frozenset()
    why: str = ""
    may_have_rows: bool = False  # of the register

    @property
    def may_look(self) -> bool:
        """Whether they may see what is not published yet, and the ledger."""
        return self.may_edit or self.may_approve


@dataclass(frozen=True)
class Desk:
    """The store in a folder; `data` is the data package where there is no edition in it yet;
    `caller` tells who sends the request that is being answered. `is_open`: whoever comes may do
    everything and says who they are."""

    store: Path
    data: Path
    caller: Callable[[], Caller]
    is_open: bool = False
    check: Callable[[Path], list[Fault]] = faults_of
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    _catalogs: LRUCache[str, Catalog] = field(default_factory=lambda: LRUCache(CATALOGS))
    _faults: LRUCache[str, list[Fault]] = field(default_factory=lambda: LRUCache(FILES))
    _files: LRUCache[str, Import | Book] = field(default_factory=lambda: LRUCache(FILES))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def rules(self) -> Publishing:
        """What may be done to drafts and editions."""
        return Publishing(self.store, self.check, self.now, self._asked)

    @property
    def uploads(self) -> Uploads:
        """Files that come in."""
        return Uploads(self.store)

    @property
    def mappings(self) -> Mappings:
        """What was answered before about the names of a source."""
        return Mappings(self.store / MAPPINGS)

    @property
    def today(self) -> date:
        """The day in Beijing."""
        return self.now().astimezone(CHINA).date()

    def base(self) -> Path:
        """The data package that is live."""
        live = self.rules.live()
        return self.rules.store.path(live) if live else self.data

    def catalog(self, package: Path) -> Catalog:
        """The data of a package, not checked: editions were, drafts are when they are submitted.
        Raises BrokenTables where they cannot be read at all."""
        try:
            mark = digest(package)
            with self._lock:
                found = self._catalogs.get(mark)
            found = found or load(package, is_checked=True)
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            raise BrokenTables([Fault("草稿", None, None, None, UNREADABLE)]) from error
        with self._lock:
            self._catalogs[mark] = found
        return found

    def faults(self, package: Path) -> list[Fault]:
        """The faults of a package, found by the checks of the start."""
        mark = digest_if_whole(package)
        if mark is None:
            return self.rules.check(package)
        with self._lock:
            found = self._faults.get(mark)
        if found is None:
            found = self.rules.check(package)
            with self._lock:
                self._faults[mark] = found
        return found

    def file(self, upload_id: str, name: str) -> Import | Book:
        """What a file that came in says; its cells where it is a register. Raises Unreadable,
        NoUpload."""
        with self._lock:
            found = self._files.get(upload_id)
        if found is None:
            found = read_any(self.uploads.content(upload_id), name)
            with self._lock:
                self._files[upload_id] = found
        return found

    def allowed(self, action: str, subject: str, is_editing: bool = True) -> Person:
        """Who asks, if they may edit, or else approve, and it is known who it is. Raises Refused,
        which the ledger keeps."""
        caller = self.caller()
        may = caller.may_edit if is_editing else caller.may_approve
        if may and caller.person.name.strip():
            return caller.person
        why = NAMELESS if may else caller.why or "您没有这项权限，请与管理员联系。"
        self.rules.refuse(caller.person, action, subject, why)
        raise Refused(why)

    def _asked(self, base: Path, package: Path) -> Mapping[str, str]:
        """What must be answered of a draft against its base, by keys."""
        found = questions(self.catalog(base), self.catalog(package), on=self.today.isoformat())
        of_register = register_tables.asked(base, package)
        return {one.key: f"{one.place}：{one.text}" for one in (*found, *of_register)}
