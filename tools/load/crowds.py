"""People: many with time to think, and a meeting that opens one link at once."""

import asyncio
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import brotli

from tools.load.client import Answer, Connection, Lost, Question, question
from tools.load.rows import Row, Seen
from tools.load.views import STARTED, Asked, Places, files_of

MINUTE = 60.0
THINK = 8.0  # seconds between two changes, on average
CHANGES = 2  # of each viewer
NEW = 0.1  # part of the viewers whose browser has none of the files yet
P99_MS, OPENED_MS, WHOLE_MS = 100.0, 1000.0, 5000.0


async def tried(seen: Seen, connection: Connection, asked: Question) -> Answer | None:
    """An answer, noted as what it is; None where none came."""
    before = connection.reopened
    try:
        answer = await connection.ask(asked)
    except (Lost, OSError, TimeoutError):
        seen.lost += 1
        return None
    finally:
        seen.reopened += connection.reopened - before
    seen.take(answer)
    return answer


def plain(answer: Answer) -> bytes:
    """The body as it was before it was compressed."""
    coding = answer.heads.get("content-encoding", "")
    if coding == "br":
        return bytes(brotli.decompress(answer.body))
    return gzip.decompress(answer.body) if coding == "gzip" else answer.body


async def visit(asked: Asked, port: int, addresses: list[str], is_new: bool) -> tuple[Seen, Seen]:
    """Somebody opens a page, reads, and changes the view some times; what they saw of the server's
    own answers, and of files."""
    seen, files, chance = Seen(), Seen(), Random(repr(addresses))
    connection = Connection(port)
    try:
        document = await tried(seen, connection, question(addresses[0]))
        for path in STARTED:
            await tried(seen, connection, question(path))
        if is_new and document is not None:
            for one in files_of(plain(document)):
                await tried(files, connection, one)
        for address in addresses[1:]:
            await asyncio.sleep(chance.expovariate(1 / THINK))
            await tried(seen, connection, asked.changed(address))
    finally:
        connection.close()
    return seen, files


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people come within so many seconds, each at a moment of their own, `by` this way."""

    count: int
    within: float
    by: str = ""


async def viewers(asked: Asked, port: int, places: Places, crowd: Crowd) -> list[Row]:
    """What a crowd sees."""
    chance = Random(20230518)

    async def one() -> tuple[Seen, Seen]:
        way = [places.first(chance), *(places.next(chance) for _ in range(CHANGES))]
        is_new = chance.random() < NEW
        await asyncio.sleep(chance.uniform(0, crowd.within))
        return await visit(asked, port, way, is_new)

    found = await asyncio.gather(*(one() for _ in range(crowd.count)))
    seen, files = together(one[0] for one in found), together(one[1] for one in found)
    part = f"{crowd.count:,} 人在 {crowd.within:.0f} 秒内到来{crowd.by}"
    return [
        Row(part, "回答", len(seen.seconds)),
        Row(part, "回答 p50", seen.ms(0.5), "ms"),
        Row(part, "回答 p99", seen.ms(0.99), "ms", P99_MS),
        Row(part, "最慢的回答", seen.ms(1), "ms"),
        Row(part, "文件 p99", files.ms(0.99), "ms"),
        Row(part, "失败", seen.failed + files.failed, "", 0),
        Row(part, "重新连接", seen.reopened + files.reopened),
    ]


async def meeting(port: int, address: str, count: int = 200) -> list[Row]:
    """So many people open one link within a second, with empty browsers."""
    chance, wholes, opened, files = Random(1), Seen(), Seen(), Seen()

    async def one() -> None:
        await asyncio.sleep(chance.random())
        connection, began = Connection(port), asyncio.get_running_loop().time()
        document = await tried(opened, connection, question(address))
        for asked in files_of(plain(document)) if document else ():
            await tried(files, connection, asked)
        for path in STARTED:
            await tried(files, connection, question(path))
        wholes.seconds.append(asyncio.get_running_loop().time() - began)
        connection.close()

    await asyncio.gather(*(one() for _ in range(count)))
    part = f"{count} 人在 1 秒内打开同一新链接"
    return [
        Row(part, "页面正文 p99", opened.ms(0.99), "ms", OPENED_MS),
        Row(part, "连同全部文件 p99", wholes.ms(0.99), "ms", WHOLE_MS),
        Row(part, "失败", opened.failed + files.failed, "", 0),
    ]


def together(several: Iterable[Seen]) -> Seen:
    """What all of them have seen."""
    whole = Seen()
    for one in several:
        whole.seconds += one.seconds
        whole.lost += one.lost
        whole.reopened += one.reopened
        for status, count in one.refused.items():
            whole.refused[status] = whole.refused.get(status, 0) + count
    return whole
