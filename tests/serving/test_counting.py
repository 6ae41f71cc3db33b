"""The folder of counts is fresh, of one master, and goes with it; counts of workers add up."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

import pytest
from test_worker import served

from serving import counting
from serving.processes import family, taken


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(counting, "IN_MEMORY", tmp_path)
    monkeypatch.delenv(counting.SETTING, raising=False)
    return tmp_path


def test_a_folder_is_made_once_and_removed(place, monkeypatch):
    made = counting.fresh_folder()
    monkeypatch.setenv(counting.SETTING, made)
    assert counting.fresh_folder() == made  # settings are read again
    assert list(place.iterdir()) == [place / made]
    counting.clear()
    assert list(place.iterdir()) == []


def test_what_masters_left_that_were_killed_is_removed_and_that_of_others_stays(place):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, other = place / f"monitor-metrics-{ended.pid}-a", place / "monitor-metrics-1-a"
    left.mkdir()
    other.mkdir()
    counting.fresh_folder()
    assert not left.exists() and other.exists()


def test_a_folder_of_the_master_before_is_left_to_it(place, monkeypatch):
    """A master that was started by another (USR2) has its environment."""
    other = place / "monitor-metrics-1-a"
    other.mkdir()
    monkeypatch.setenv(counting.SETTING, str(other))
    assert counting.fresh_folder() != str(other)
    counting.clear()
    assert other.exists()


def test_what_a_process_takes():
    found = taken(os.getpid())
    assert found is not None
    assert found.resident > 10_000_000 and found.proportional > 10_000_000
    assert found.seconds > 0 and found.files >= 3
    assert next(iter(family(os.getpid()))) == ("master", os.getpid())
    assert taken(2**22 + 1) is None


def lines(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return answer.read().decode()


def value(text, beginning):
    return sum(float(line.split()[1]) for line in text.splitlines() if line.startswith(beginning))


@pytest.mark.thorough
def test_counts_of_workers_add_up_and_outlive_them():
    with served("--workers", "2") as port:
        for _ in range(40):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/plan", timeout=10).close()
        asked = 'monitor_requests_total{kind="page",page="plan",status="200"}'
        until = time.monotonic() + 20  # a worker says at which edition it is once it has begun
        while value(before := lines(port), "monitor_edition_workers") < 2:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert value(before, asked) == 40
        workers = re.findall(r'monitor_memory_bytes{pid="(\d+)",role="worker"}', before)
        assert len(workers) == 2
        os.kill(int(workers[0]), signal.SIGKILL)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            after = lines(port)
            now = re.findall(r'monitor_memory_bytes{pid="(\d+)",role="worker"}', after)
            at_edition = value(after, "monitor_edition_workers")
            if len(now) == 2 and workers[0] not in now and at_edition == 2:
                break
            time.sleep(0.2)
        assert workers[0] not in now
        assert value(after, asked) == 40
        assert at_edition == 2
