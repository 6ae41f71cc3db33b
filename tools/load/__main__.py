"""Load and faults: ``python -m tools.load``, on this machine only.

Starts servers of its own and ends them. Prints a table; the exit status is 1 where a bar is missed,
2 where something could not be measured.
"""

import argparse
import asyncio
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.bench.__main__ import leave
from tools.bench.servers import APP, BUILD, BenchError, Server, Target, alone, serving
from tools.load import crowds, faults, fuzz, memory, sizes
from tools.load.proxy import proxied
from tools.load.rows import Row, table
from tools.load.views import Asked, Places, places

DISK_MB = 48
FILES = 20_000  # open files of the crowd


@dataclass(frozen=True, slots=True)
class Chosen:
    """How much is asked for."""

    viewers: int
    seconds: float
    views: int
    requests: int


Scenario = Callable[[Chosen, Places], list[Row]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for, and return the exit status."""
    chosen, names = _chosen(arguments)
    signal.signal(signal.SIGTERM, leave)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, most), most))
    began, rows = time.monotonic(), list[Row]()
    try:
        with alone():
            known = places(chosen.views + 1000)
            for name in names:
                _tell(f"{name} …")
                rows += SCENARIOS[name](chosen, known)
    except BenchError as error:
        print(f"未能测量：{error}。", file=sys.stderr)
        return 2
    finally:
        print(table(rows))
    missed = [row for row in rows if not row.is_met]
    print(f"\n用时 {time.monotonic() - began:.0f} 秒；未达到 {len(missed)} 项。")
    return 1 if missed else 0


def _chosen(arguments: Sequence[str] | None) -> tuple[Chosen, list[str]]:
    parser = argparse.ArgumentParser(prog="python -m tools.load", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(SCENARIOS)}; all")
    parser.add_argument("--viewers", type=int, default=10_000, help="default 10000")
    parser.add_argument("--seconds", type=float, default=crowds.MINUTE, help="default 60")
    parser.add_argument("--views", type=int, default=10_000, help="distinct views, default 10000")
    parser.add_argument("--requests", type=int, default=100_000, help="fuzzed, default 100000")
    found = parser.parse_args(arguments)
    for name in found.names:
        if name not in SCENARIOS:
            parser.error(f"没有 {name}，可选 {', '.join(SCENARIOS)}")
    chosen = Chosen(found.viewers, found.seconds, found.views, found.requests)
    return chosen, found.names or list(SCENARIOS)


@contextmanager
def _server(**environ: str) -> Iterator[Server]:
    """The product as it is shipped, rested, with a store and briefings of its own."""
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        own = {"STORE_DIR": f"{folder}/store", "BRIEFINGS_DIR": f"{folder}/briefings"}
        with serving(Target("load", APP.application, {**APP.environ, **own, **environ})) as found:
            found.rest()
            yield found


def _run(scenario: Callable[[Server, Asked], Awaitable[list[Row]]], **environ: str) -> list[Row]:
    async def within(server: Server) -> list[Row]:
        return await scenario(server, Asked(faults.port_of(server)))

    with _server(**environ) as server:
        return asyncio.run(within(server))


def _viewers(chosen: Chosen, known: Places) -> list[Row]:
    async def run(server: Server, asked: Asked) -> list[Row]:
        port = faults.port_of(server)
        crowd = crowds.Crowd(chosen.viewers, chosen.seconds)
        return await crowds.viewers(asked, port, known, crowd)

    return _run(run)


def _proxied(chosen: Chosen, known: Places) -> list[Row]:
    """The same behind nginx, as it is to be set up for so many."""

    async def run(server: Server, asked: Asked) -> list[Row]:
        with proxied(faults.port_of(server)) as door:
            crowd = crowds.Crowd(chosen.viewers, chosen.seconds, "，经 nginx")
            return await crowds.viewers(asked, door, known, crowd)

    return _run(run)


def _meeting(_chosen: Chosen, known: Places) -> list[Row]:
    async def run(server: Server, _asked: Asked) -> list[Row]:
        return await crowds.meeting(faults.port_of(server), known.unseen[-1])

    return _run(run)


def _unread(_chosen: Chosen, known: Places) -> list[Row]:
    return _run(lambda server, asked: faults.unread(server, asked, known))


def _killed(_chosen: Chosen, known: Places) -> list[Row]:
    return _run(lambda server, asked: faults.killed(server, asked, known))


def _full(_chosen: Chosen, known: Places) -> list[Row]:
    disk = BUILD / "disk"
    with faults.small_disk(disk, DISK_MB) as is_there:
        if not is_there:
            raise BenchError("磁盘写满：不能挂载小磁盘（需要管理员权限）")
        folders = {
            "STORE_DIR": "store",
            "BRIEFINGS_DIR": "briefings",
            "CACHE_DIR": "cache",
            "STATIC_DIR": "static",
        }
        environ = {name: str(disk / folder) for name, folder in folders.items()}
        return _run(
            lambda server, asked: faults.full(server, asked, known, disk), ACCESS="open", **environ
        )


def _memory(chosen: Chosen, known: Places) -> list[Row]:
    return _run(lambda server, asked: memory.remembered(server, asked, known, chosen.views))


def _sizes(_chosen: Chosen, _known: Places) -> list[Row]:
    """A start with empty folders, which compresses all files, then one as it usually is."""
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        cache, static = Path(folder) / "cache", Path(folder) / "static"
        environ = {"CACHE_DIR": str(cache), "STATIC_DIR": str(static)}
        with _server(**environ) as server:
            first, made = server.start_seconds, server.memory()
            rows = sizes.folders(cache, static)
        with _server(**environ) as server:
            return [
                Row(sizes.PART, "首次启动", first, "s"),
                Row(sizes.PART, "首次启动后全部进程的内存", made, "MB"),
                Row(sizes.PART, "再次启动", server.start_seconds, "s"),
                *rows,
                *asyncio.run(sizes.taken(server)),
            ]


def _fuzz(chosen: Chosen, _known: Places) -> list[Row]:
    async def run(server: Server, asked: Asked) -> list[Row]:
        before = faults.workers(server)
        rows = await fuzz.fuzzed(faults.port_of(server), asked, chosen.requests, _tell)
        died = len(set(before) - set(faults.workers(server)))
        return [*rows, Row(rows[0].part, "死去的工作进程", died, "", 0)]

    return _run(run)


SCENARIOS: dict[str, Scenario] = {
    "viewers": _viewers,
    "proxied": _proxied,
    "meeting": _meeting,
    "unread": _unread,
    "killed": _killed,
    "full": _full,
    "memory": _memory,
    "sizes": _sizes,
    "fuzz": _fuzz,
}


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
