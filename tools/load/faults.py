"""What goes wrong elsewhere: clients that stop reading, a worker that is killed, a disk that is
full."""

import asyncio
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter

import orjson
import psutil  # type: ignore[import-untyped]

from tools.bench.servers import Server
from tools.load.client import Connection, Question, deaf, question
from tools.load.crowds import plain, tried
from tools.load.rows import Row, Seen
from tools.load.views import Asked, Places, files_of

DEAF = 300
PAUSE = 0.1  # seconds of a client between an answer and its next question
WARM = 5  # seconds that the others have worked before
TAKEN_WITHIN = 20  # seconds, of serving/worker.py
OWN = {"X-Jing-Jin-Ji": "1", "Sec-Fetch-Site": "same-origin"}  # what our own pages send
BRIEFINGS = "/api/v1/briefings"
MEGABYTE = 1_000_000


async def crowd(port: int, asked: Asked, places: Places, seconds: float, count: int = 32) -> Seen:
    """So many clients ask one popular view after the other."""
    seen, until = Seen(), perf_counter() + seconds

    async def one(at: int) -> None:
        await asyncio.sleep(PAUSE * at / count)
        connection = Connection(port)
        while perf_counter() < until:
            at += count
            address = places.popular[at % len(places.popular)]
            if await tried(seen, connection, asked.changed(address)) is None:
                await asyncio.sleep(0.05)
            await asyncio.sleep(PAUSE)
        connection.close()

    await asyncio.gather(*(one(at) for at in range(count)))
    return seen


async def unread(server: Server, asked: Asked, places: Places) -> list[Row]:
    """Many ask within a second for a large file and take nothing of it, while others are at
    work."""
    port = port_of(server)
    large = await largest(port)
    await crowd(port, asked, places, WARM)
    before = server.memory()
    with ExitStack() as stack:

        def arrive() -> list[socket.socket]:
            found = []
            for _ in range(DEAF):
                found.append(stack.enter_context(deaf(port, large)))
                time.sleep(1 / DEAF)
            return found

        work = crowd(port, asked, places, 10)
        silent, seen = await asyncio.gather(asyncio.to_thread(arrive), work)
        grown = server.memory() - before
        await asyncio.sleep(TAKEN_WITHIN)
        with ThreadPoolExecutor(DEAF) as each:
            kept = list(each.map(is_left, silent)).count(False)
    part = f"{DEAF} 个客户端不读取回答"
    return [
        Row(part, "其他人 p99", seen.ms(0.99), "ms", 100),
        Row(part, "其他人失败", seen.failed, "", 0),
        Row(part, "内存增加", grown, "MB", 100),
        Row(part, f"{TAKEN_WITHIN} 秒后仍占用的连接", kept, "", 0),
    ]


async def largest(port: int) -> Question:
    """The question for the largest file of the first page, plotly.js, uncompressed."""
    connection = Connection(port)
    document = await connection.ask(question("/"))
    sizes = {}
    for one in files_of(plain(document)):
        sizes[one] = len((await connection.ask(one)).body)
    connection.close()
    path = max(sizes, key=sizes.__getitem__).sent.split()[1].decode()
    return question(path, heads={"Accept-Encoding": "identity"})


def is_left(sock: socket.socket) -> bool:
    """Whether the server has given a client up: after what it had sent comes the end."""
    sock.settimeout(1)
    try:
        while sock.recv(MEGABYTE):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


async def killed(server: Server, asked: Asked, places: Places) -> list[Row]:
    """A worker is killed while all are at work; another takes its place. Then all are: until one
    answers again."""
    port, clients = port_of(server), 64
    victim = workers(server)[0]
    task = asyncio.create_task(crowd(port, asked, places, 4, clients))
    await asyncio.sleep(1)
    os.kill(victim, signal.SIGKILL)
    began = perf_counter()
    while len(set(workers(server)) - {victim}) < 2 and perf_counter() - began < 30:
        await asyncio.sleep(0.02)
    back = perf_counter() - began
    seen = await task
    after = await crowd(port, asked, places, 3, clients)
    again = await _again(server)
    part = "一个工作进程在忙时被杀"
    return [
        Row(part, "当时失败（其正在处理的）", seen.failed, "", clients),
        Row(part, "补上另一个", back * 1000, "ms", 5000),
        Row(part, "此后失败", after.failed, "", 0),
        Row("全部工作进程被杀", "再有回答", again * 1000, "ms", 5000),
    ]


async def _again(server: Server) -> float:
    """Seconds from the end of all workers until a page is answered."""
    for pid in workers(server):
        os.kill(pid, signal.SIGKILL)
    began, seen = perf_counter(), Seen()
    while perf_counter() - began < 30:
        connection = Connection(port_of(server))
        answer = await tried(seen, connection, question("/"))
        connection.close()
        if answer is not None and answer.status == 200:
            break
        await asyncio.sleep(0.02)
    return perf_counter() - began


async def full(server: Server, asked: Asked, places: Places, disk: Path) -> list[Row]:
    """The disk of store, briefings and caches is full, and then is not any more."""
    port, connection = port_of(server), Connection(port_of(server))
    before = workers(server)
    prepared = await connection.ask(
        question(f"{BRIEFINGS}/default", heads={"Accept-Encoding": "identity"})
    )
    scenes = orjson.loads(prepared.body)["scenes"]
    first = await connection.ask(written("before", scenes))
    with filled(disk):
        refused = await connection.ask(written("meanwhile", scenes))
        seen = await crowd(port, asked, places, 4)
        new = Seen()
        for address in places.unseen[-40:]:
            await tried(new, connection, asked.changed(address))
        for path in ("/indicators.xlsx?indicator=gdp", "/reports.docx", "/metrics"):
            await tried(new, connection, question(path))
        kept = await connection.ask(question(f"{BRIEFINGS}/before"))
    again = await connection.ask(written("after", scenes))
    connection.close()
    is_told = refused.status == 507 and b"error" in refused.body
    part = "磁盘写满"
    return [
        Row(part, "写满前未能保存", int(first.status != 201), "", 0),
        Row(part, "写满时保存被当作成功，或没有说明", int(not is_told), "", 0),
        Row(part, "写满时页面与文件失败", seen.failed + new.failed, "", 0),
        Row(part, "写满前保存的读不出", int(kept.status != 200), "", 0),
        Row(part, "腾出空间后未能保存", int(again.status != 201), "", 0),
        Row(part, "换过的工作进程", len(set(before) ^ set(workers(server))) // 2, "", 0),
    ]


def written(name: str, scenes: object) -> Question:
    """A briefing that is saved for the first time."""
    body = orjson.dumps({"revision": "", "scenes": scenes})
    return question(f"{BRIEFINGS}/{name}", "PUT", body, {**OWN, "Accept-Encoding": "identity"})


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Inside of this block not a byte is left on a disk."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[bool]:
    """A disk of its own in memory, for who may mount one; whether there is."""
    place.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    is_there = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield is_there
    finally:
        if is_there:
            subprocess.run(["umount", "--lazy", str(place)], check=False)


def port_of(server: Server) -> int:
    """The port a server listens on."""
    return int(server.address.rpartition(":")[2])


def workers(server: Server) -> list[int]:
    """The processes that answer."""
    return [one.pid for one in psutil.Process(server.process.pid).children()]
