"""Who has which role: one table, kept by hand beside the editions (roles.csv).

who,kind,role,regions
zhang.san,user,editor,hebei
规划处,group,approver,
"""

import csv
import io
import logging
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

log = logging.getLogger(__name__)

FILE = "roles.csv"
COLUMNS = ("who", "kind", "role", "regions")
KINDS = ("user", "group")


class Role(StrEnum):
    """What somebody may do: a reader who is known keeps briefings, an editor prepares data, an
    approver lets them be published, `register` has the rows of the register of enterprises and
    projects, an admin does all of it and takes back."""

    READER = "reader"
    EDITOR = "editor"
    APPROVER = "approver"
    REGISTER = "register"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Grant:
    """A row: to a user or a group, for regions (slugs; none named: for all)."""

    who: str
    kind: str
    role: Role
    regions: tuple[str, ...]


class Roles:
    """The table of a file, read again when it has changed. Without one nobody has more than a
    reader's role; with a damaged one nobody has more until it is mended, which the log says."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mark: tuple[int, int] | None = None
        self._grants: tuple[Grant, ...] = ()

    def of(self, user: str, groups: Collection[str]) -> tuple[Grant, ...]:
        """What is granted to a user or to one of the groups."""
        names = {("user", user), *(("group", group) for group in groups)}
        return tuple(grant for grant in self._read() if (grant.kind, grant.who) in names)

    def _read(self) -> tuple[Grant, ...]:
        try:
            found = self._path.stat()
            mark = found.st_mtime_ns, found.st_size
            if mark != self._mark:
                self._grants = grants(self._path.read_text(encoding="utf-8-sig"))
                self._mark = mark
        except FileNotFoundError:
            self._grants, self._mark = (), None
        except (OSError, ValueError) as error:
            if self._grants or self._mark is None:
                log.error("%s 有误，在改正以前只有阅读者：%s", self._path.name, error)
            self._grants, self._mark = (), (0, 0)
        return self._grants


def grants(text: str) -> tuple[Grant, ...]:
    """The rows of a table's text. Raises ValueError, which names row and column."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise ValueError(f"第 1 行应为 {','.join(COLUMNS)}")
    return tuple(_grant(row, number) for number, row in enumerate(rows, start=2))


def _grant(row: dict[str, str], number: int) -> Grant:
    who, kind, role = ((row[name] or "").strip() for name in COLUMNS[:3])
    if not who:
        raise ValueError(f"第 {number} 行，列 who：不能为空")
    if kind not in KINDS:
        raise ValueError(f"第 {number} 行，列 kind，现为“{kind}”：应为 {' 或 '.join(KINDS)}")
    if role not in list(Role):
        raise ValueError(f"第 {number} 行，列 role，现为“{role}”：应为 {'、'.join(Role)} 之一")
    regions = tuple(filter(None, (row["regions"] or "").replace(" ", "").split(";")))
    return Grant(who, kind, Role(role), regions)
