"""The editions that a new store begins with: those of data/history, then the tables of data/."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from data.editions.deeds import Person, Refused
from data.editions.publishing import CHINA, Publishing
from data.package.digests import described
from data.package.older import NOW

HISTORY = "history"  # datapackage.json and tables/ of an edition each; the shapes are those of now
NOTE = "初始版本"


def take_in_first(rules: Publishing, who: Person, data: Path = NOW) -> tuple[str, ...]:
    """Put the first editions into an empty store, each live from the day that its version names;
    their digests, the oldest first. Raises Refused."""
    if rules.schedule.entries():
        why = "库中已有版本，不再导入初始版本。"
        rules.refuse(who, "take_in", NOTE, why)
        raise Refused(why)
    digests = []
    for package in (*history(data), data):
        with with_shapes(package, data) as whole:
            digests.append(rules.take_in(who, whole, begun(package, rules.now()), NOTE))
    return tuple(digests)


def history(data: Path) -> list[Path]:
    """The packages that a product brings beside its own tables, the oldest first."""
    return sorted(path for path in (data / HISTORY).glob("*/") if path.is_dir())


def begun(package: Path, now: datetime) -> datetime:
    """From when a first edition is live: the day that its version names, in Beijing, and not
    later than now."""
    day = datetime.fromisoformat(described(package)[0][: len("2026-11-28")]).date()
    return min(datetime.combine(day, time(), CHINA).astimezone(UTC), now)


@contextmanager
def with_shapes(package: Path, data: Path) -> Iterator[Path]:
    """A package with the shapes of `data` where it has none of its own."""
    if (package / "geo").is_dir():
        yield package
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / package.name
        shutil.copytree(package, whole)
        shutil.copytree(data / "geo", whole / "geo")
        yield whole
