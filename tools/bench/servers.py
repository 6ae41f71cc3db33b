"""Servers under measurement: gunicorn with the app's own settings, started and always ended."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from data.files import locked

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
STATIC = BUILD / "static"
CACHE = BUILD / "cache"
HOST = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8101, 8199
WORKERS = 2
START_SECONDS = 120  # the very first start also compresses the static files
POLL_SECONDS = 0.005
IDLE = 0.05  # CPU seconds in a second, below which a server does nothing
MEGABYTE = 1024 * 1024


class BenchError(Exception):
    """The measurement cannot go on; the message says why, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, its master process, and how long it took to answer."""

    address: str
    process: subprocess.Popen[bytes]
    start_seconds: float

    def memory(self) -> float:
        """Proportional memory (PSS) of master and workers together, in MB."""
        return sum(float(p.memory_full_info().pss) for p in self._members()) / MEGABYTE

    def rest(self) -> None:
        """Wait until the workers have done what they do by themselves after a start."""
        deadline, used = time.monotonic() + START_SECONDS, self._work()
        while time.monotonic() < deadline:
            time.sleep(1)
            before, used = used, self._work()
            if used - before < IDLE:
                return
        raise BenchError(f"{self.address} 启动后一直在忙")

    def _work(self) -> float:
        """CPU seconds used so far."""
        times = [p.cpu_times() for p in self._members()]
        return sum(float(t.user + t.system) for t in times)

    def _members(self) -> list[psutil.Process]:
        master = psutil.Process(self.process.pid)
        return [master, *master.children(recursive=True)]


@dataclass(frozen=True, slots=True)
class Target:
    """What gunicorn is asked to serve, and the environment that is its own."""

    name: str
    application: str
    environ: Mapping[str, str]


APP = Target("app", "app:server", {"STATIC_DIR": str(STATIC), "CACHE_DIR": str(CACHE)})
FLOOR = Target("floor", "tools.bench.floor_app:server", {"BENCH_FLOOR": str(BUILD / "floor")})


@contextmanager
def serving(target: Target) -> Iterator[Server]:
    """The target, answering, on a port of its own; it is ended whatever happens."""
    port = free_port()
    log = BUILD / f"{target.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, **target.environ, "HOST": HOST, "PORT": str(port),
               "WEB_CONCURRENCY": str(WORKERS)}  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", target.application]
    began = time.perf_counter()
    with log.open("wb") as written:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL,
            stdout=written, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        address = f"http://{HOST}:{port}"
        wait_for(f"{address}/health", process, log)
        yield Server(address, process, time.perf_counter() - began)
    finally:
        end(process)


@contextmanager
def alone() -> Iterator[None]:
    """One measurement at a time: two would slow each other down and share their folder."""
    with locked(BUILD / "lock", is_patient=False) as is_held:
        if not is_held:
            raise BenchError("另一次测量正在进行")
        yield


def free_port() -> int:
    """A port that nobody listens on, from 8101."""
    for port in range(FIRST_PORT, LAST_PORT + 1):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((HOST, port))
            except OSError:
                continue
            return port
    raise BenchError(f"{FIRST_PORT} 到 {LAST_PORT} 之间没有空闲端口")


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return at the first answer with status 200."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(POLL_SECONDS)
    raise BenchError(f"服务未能启动，详见 {log.relative_to(ROOT)}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask gunicorn to stop; if it does not, end its own session's processes."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
