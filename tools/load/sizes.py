"""What a server takes: folders, memory of the processes, the first start and later ones."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from tools.bench.servers import Server
from tools.load.client import Answer, Connection, question
from tools.load.faults import MEGABYTE, port_of, workers
from tools.load.rows import Row

FILES = ("/reports.docx", "/reports.pptx", "/areas.pptx", "/indicators.xlsx?indicator=gdp")
MOST_MB = 1000
EACH = 0.05  # seconds between two looks at the memory
PART = "占用"


def folders(cache: Path, static: Path) -> list[Row]:
    """What lies in the folders that can be made again."""
    return [
        Row(PART, f"{name} 文件夹", _size(folder), "MB")
        for name, folder in (("CACHE_DIR", cache), ("STATIC_DIR", static))
    ]


async def taken(server: Server) -> list[Row]:
    """The memory of a server that has rested, of one of its workers, and at most while files are
    built."""
    own = [psutil.Process(pid).memory_full_info().pss / MEGABYTE for pid in workers(server)]
    rested, most = server.memory(), 0.0
    connection = Connection(port_of(server))
    for path in FILES:
        answer, peak = await _watched(server, connection.ask(question(path)))
        most = max(most, peak if answer.status == 200 else MOST_MB + 1)
    connection.close()
    return [
        Row(PART, f"全部进程（{len(own)} 个工作进程）的内存", rested, "MB"),
        Row(PART, "一个工作进程的内存", max(own), "MB"),
        Row(PART, "生成文件时全部进程的内存", most, "MB", MOST_MB),
    ]


async def _watched(server: Server, asked: Awaitable[Answer]) -> tuple[Answer, float]:
    """An answer, and the most memory seen until it was there."""
    task, most = asyncio.ensure_future(asked), 0.0
    while not task.done():
        with suppress(psutil.NoSuchProcess):  # one that builds a file ends while it is looked at
            most = max(most, server.memory())
        await asyncio.wait([task], timeout=EACH)
    return task.result(), most


def _size(folder: Path) -> float:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / MEGABYTE
