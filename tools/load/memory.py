"""What a server takes after ever new views: it must come to an end."""

import asyncio
from collections.abc import Sequence

from tools.bench.servers import Server
from tools.load.client import Connection
from tools.load.crowds import tried
from tools.load.faults import port_of
from tools.load.rows import Row, Seen
from tools.load.views import Asked, Places

AT_ONCE = 8
QUARTERS = 4
MOST_MB, MOST_GROWTH_MB = 400, 15


async def remembered(server: Server, asked: Asked, places: Places, count: int) -> list[Row]:
    """So many views that nobody has asked for, each once."""
    taken, seen = [server.memory()], Seen()
    addresses = places.unseen[:count]
    for quarter in range(QUARTERS):
        own = addresses[quarter * count // QUARTERS : (quarter + 1) * count // QUARTERS]
        await asyncio.gather(
            *(_asked(server, asked, own[at::AT_ONCE], seen) for at in range(AT_ONCE))
        )
        taken.append(server.memory())
    part = f"{len(addresses):,} 个各不相同的视图"
    at = [f"内存，{quarter * count // QUARTERS:,} 个之后" for quarter in range(QUARTERS + 1)]
    return [
        *(Row(part, name, mb, "MB") for name, mb in zip(at[:-1], taken, strict=False)),
        Row(part, at[-1], taken[-1], "MB", MOST_MB),
        Row(part, "最后四分之一的增加", taken[-1] - taken[-2], "MB", MOST_GROWTH_MB),
        Row(part, "新视图 p50", seen.ms(0.5), "ms"),
        Row(part, "失败", seen.failed, "", 0),
    ]


async def _asked(server: Server, asked: Asked, addresses: Sequence[str], seen: Seen) -> None:
    connection = Connection(port_of(server))
    for address in addresses:
        await tried(seen, connection, asked.changed(address))
    connection.close()
