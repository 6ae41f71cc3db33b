"""Whether a store is as it was left: its editions, its schedule and its ledger fit together."""

from collections.abc import Iterator
from pathlib import Path

from data.editions import ledger, schedule
from data.editions.ledger import DONE, Ledger
from data.editions.schedule import Schedule
from data.editions.store import EDITIONS, Store
from data.package.digests import digest
from data.package.faults import Fault

ENTERING = {"take_in", "publish", "roll_back"}  # the deeds that add to the schedule


def faults_of_store(folder: Path) -> list[Fault]:
    """What was changed, lost or put into a store by anything but its rules."""
    return [*_edition_faults(folder), *_schedule_faults(folder), *_ledger(folder).check()]


def _edition_faults(folder: Path) -> Iterator[Fault]:
    store = Store(folder)
    for name in store.digests():
        place = f"{EDITIONS}/{name}"
        try:
            found = digest(store.path(name))
        except (OSError, ValueError, KeyError, TypeError) as error:
            yield Fault(place, None, None, None, f"读不出（{error}）：请从备份恢复这个文件夹")
            continue
        if found != name:
            expected = "内容被改动，与编号不符：请从备份恢复这个文件夹"
            yield Fault(place, None, None, found, expected)


def _schedule_faults(folder: Path) -> Iterator[Fault]:
    known = set(Store(folder).digests())
    written = [r.after for r in _ledger(folder).records() if _enters(r)]
    try:
        entries = Schedule(folder / schedule.FILE).read()
    except schedule.DamagedSchedule as damaged:
        yield damaged.fault
        return
    for number, entry in enumerate(entries, start=1):
        if entry.edition not in known:
            expected = "库中没有这一版本：请从备份恢复它的文件夹"
            yield Fault(schedule.FILE, number, "edition", entry.edition, expected)
        if entry.edition in written:
            written.remove(entry.edition)
        else:
            expected = "台账中没有这次发布：不是经规定的步骤加入的，或加入后中断"
            yield Fault(schedule.FILE, number, "edition", entry.edition, expected)


def _enters(record: ledger.Record) -> bool:
    return record.action in ENTERING and record.outcome == DONE


def _ledger(folder: Path) -> Ledger:
    return Ledger(folder / ledger.FILE)
