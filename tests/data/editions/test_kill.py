"""A writer that is killed at any moment leaves nothing torn to those who read meanwhile."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from data.editions.ledger import Ledger
from data.editions.schedule import Schedule
from data.editions.store import Store
from data.package.digests import digest

ROOT = Path(__file__).parents[3]
EVERY = 4
# Forks a writer at each line it reads, and says its number; a writer writes until it is killed.
WRITERS = """
import os, sys
from pathlib import Path
from data.editions.ledger import Ledger, Record
from data.editions.schedule import Entry, Schedule
from data.editions.store import Store
package, folder = Path(sys.argv[1]), Path(sys.argv[2])

def write(begin):
    store, schedule = Store(folder), Schedule(folder / "current.json")
    ledger = Ledger(folder / "ledger.jsonl")
    for number in range(begin, begin + 100_000):
        text = f"code,value\\n110000,{number}\\n" * 200
        (package / "tables" / "values.csv").write_text(text)
        name = store.add(package)
        schedule.append(Entry("2026-11-28T00:00:00+00:00", name, "a", "b"))
        ledger.append(Record("", "a", "b", "publish", name, "", name, "done"))

for turn, _ in enumerate(iter(sys.stdin.readline, "")):
    writer = os.fork()
    if writer == 0:
        write(turn * 100_000)
    print(writer, flush=True)
    os.waitpid(writer, 0)
"""


class Reader(Thread):
    """Looks at the store until it is told to stop; keeps what it found torn."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.store, self.schedule = Store(folder), Schedule(folder / "current.json")
        self.stopped, self.torn, self.looks, self.sound = Event(), [], 0, set()

    def run(self):
        while not self.stopped.is_set():
            self.look()

    def look(self):
        self.looks += 1
        live = self.schedule.live(datetime(2026, 11, 29, tzinfo=UTC))
        names = {*self.store.digests(), *([live.edition] if live else [])}
        for name in names - self.sound:
            if digest(self.store.path(name)) == name:
                self.sound.add(name)
            else:
                self.torn.append(name)


def wait_for(condition, seconds=60):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.005)


def kill_writers(kills, package, folder):
    """Have writers write, one after another, each killed after some hundredths of a second; some
    only after they have put an edition in place, however busy the machine is."""
    command = [sys.executable, "-c", WRITERS, str(package), str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writers:
        for turn in range(kills):
            known = Store(folder).digests()
            writers.stdin.write("\n")
            writers.stdin.flush()
            writer = int(writers.stdout.readline())
            if turn % EVERY == 0:
                wait_for(lambda known=known: Store(folder).digests() != known)
            time.sleep(random.uniform(0, 0.06))
            os.kill(writer, signal.SIGKILL)
        writers.stdin.close()


@pytest.mark.thorough
@pytest.mark.parametrize("kills", [200])
def test_nothing_is_torn_by_writers_that_are_killed(kills, package, tmp_path, caplog):
    source, folder = package(), tmp_path / "store"
    reader = Reader(folder)
    reader.start()
    kill_writers(kills, source, folder)
    reader.stopped.set()
    reader.join()
    reader.look()
    assert reader.torn == []
    assert reader.looks > kills
    assert len(reader.sound) >= kills / EVERY
    assert caplog.records == []  # the schedule was never damaged
    assert not any("接不上" in str(fault) for fault in Ledger(folder / "ledger.jsonl").check())
    reader.store.sweep()
    left = {path.name for path in folder.rglob("*") if path.name.startswith((".new-", ".current"))}
    assert left <= {".current.json.lock"}
