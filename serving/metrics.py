"""What is counted for operators' monitoring, of all workers together (`GET /metrics`).

Each process counts in files of its own (`PROMETHEUS_MULTIPROC_DIR`, which gunicorn.conf.py makes
before this module is imported), and whichever worker is asked adds them up. Without that folder,
in tests and tools, a process counts for itself.
"""

import os
from functools import cache
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.multiprocess import MultiProcessCollector

from serving import counting
from serving.processes import Processes

TYPE = CONTENT_TYPE_PLAIN_0_0_4
OWN = CollectorRegistry()
SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
BUILD_SECONDS = (0.25, 0.5, 1, 2, 4, 8, 16, 32)


def _named(name: str, said: str, labels: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "name": name,
        "documentation": said,
        "labelnames": labels,
        "namespace": "monitor",
        "registry": OWN,
    }


REQUESTS = Counter(**_named("requests", "Answers given", ("page", "kind", "status")))
LATENCY = Histogram(
    **_named("request_seconds", "From a request that is whole to its answer", ("kind",)),
    buckets=SECONDS,
)
VIEWS = Counter(
    **_named("views", "Views shown, by where they came from: memory, disk, computed", ("found",))
)
CALLBACK_FAILURES = Counter(
    **_named("callback_failures", "Callbacks that failed, of the pages or the desk", ("where",))
)
FILES = Counter(
    **_named("files", "Files asked for: kept, built, busy (told to come again), failed", ("how",))
)
BUILDING = Histogram(**_named("file_seconds", "Building one file"), buckets=BUILD_SECONDS)
TURNED_AWAY = Counter(
    **_named("turned_away", "Requests no thread saw, by status; 000: given up", ("status",))
)
LIVE = Gauge(
    **_named("edition_workers", "Workers that answer from this edition", ("edition",)),
    multiprocess_mode="livesum",
)
BROKEN_EDITIONS = Counter(**_named("edition_failures", "Editions that could not be opened"))


def answered(page: str, kind: str, status: str, seconds: float) -> None:
    """Count an answer."""
    answers, latency = _of(page, kind, status)
    answers.inc()
    latency.observe(seconds)


@cache
def _of(page: str, kind: str, status: str) -> tuple[Counter, Histogram]:
    """What counts such answers: as many as there are words (serving/kinds.py)."""
    return REQUESTS.labels(page, kind, status), LATENCY.labels(kind)


def turned(edition: str, before: str = "") -> None:
    """This process answers from an edition now, and not from the one `before` any more."""
    if before:
        LIVE.labels(before).set(0)
    LIVE.labels(edition).set(1)


def text() -> bytes:
    """All that was counted, as Prometheus reads it."""
    if counting.SETTING not in os.environ:
        return generate_latest(OWN)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    together.register(Processes(os.getppid()))
    return generate_latest(together)
