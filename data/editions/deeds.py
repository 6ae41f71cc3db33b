"""One deed at a time in a store, put down in its ledger whether it was done or refused."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from data.editions import ledger
from data.editions.drafts import NoDraft
from data.editions.ledger import DONE, REFUSED, Ledger, Record
from data.editions.schedule import DamagedSchedule
from data.editions.store import NoEdition, NoPackage
from data.files import locked
from data.package.faults import BrokenTables, Fault

LOCK = ".publishing.lock"
LONGEST = 500  # characters of a note or a title
NAMELESS = "不知道是谁：请先登录，或写明姓名。"


class Refused(Exception):
    """What was asked for may not be; the message says why and what to do. `faults` of the data and
    `questions` without an answer (by their keys), where these are the reason."""

    def __init__(
        self,
        why: str,
        faults: tuple[Fault, ...] = (),
        questions: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.faults, self.questions = faults, questions
        super().__init__(why)


class Overtaken(Refused):
    """What it was made from is another by now; made anew from that it may be."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks, and from where: the address of a request, or the command line."""

    name: str
    address: str


@dataclass(slots=True)
class Deed:
    """A row of the ledger in the making: what is done to what, the digests before and after."""

    action: str
    subject: str
    before: str = ""
    after: str = ""
    note: str = ""


REFUSALS = (Refused, NoDraft, NoEdition, NoPackage, BrokenTables, DamagedSchedule)


class Deeds:
    """What is done to the store in a folder."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._ledger = Ledger(folder / ledger.FILE)

    @contextmanager
    def asked(self, who: Person, deed: Deed) -> Iterator[Deed]:
        """The deed of this block, alone in the store; what is said of it in the block is put down
        with it. Raises Refused, also for what the parts of the store raise of what is not there
        or cannot be read, and OSError where it cannot be written."""
        with locked(self._folder / LOCK):
            try:
                if not who.name.strip():
                    raise Refused(NAMELESS)
                yield deed
            except OSError as failed:
                with suppress(OSError):  # the ledger lies on the same disk
                    self.put_down(who, replace(deed, note=f"没有写成：{failed.strerror}"), REFUSED)
                raise
            except REFUSALS as error:
                refused = _refused(error)
                self.put_down(who, replace(deed, note=str(refused)), REFUSED)
                raise refused from error
            self.put_down(who, deed, DONE)

    def put_down(self, who: Person, deed: Deed, outcome: str) -> None:
        """Write the row. Raises OSError."""
        said = (deed.action, deed.subject[:LONGEST], deed.before, deed.after)
        at = written_time(self._now())
        self._ledger.append(Record(at, who.name, who.address, *said, outcome, deed.note[:LONGEST]))


def _refused(error: Exception) -> Refused:
    match error:
        case Refused():
            return error
        case NoDraft():
            return Refused("没有这份草稿。")
        case NoEdition():
            return Refused("库中没有这一版本。")
        case NoPackage():
            return Refused(f"数据包不完整：{error}")
        case BrokenTables():
            return Refused(f"数据有误：{error.faults[0]}", tuple(error.faults))
    return Refused(f"发布时间表有误，没有写入：{error}")


def short(text: str, what: str) -> str:
    """A text in one line. Refused where there is none, or too much of it."""
    found = " ".join(text.split())
    if not found:
        raise Refused(f"{what}不能为空。")
    if len(found) > LONGEST:
        raise Refused(f"{what}不能多于 {LONGEST} 字。")
    return found


def written_time(at: datetime) -> str:
    """A time as the store writes it: ISO 8601, UTC, seconds."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
