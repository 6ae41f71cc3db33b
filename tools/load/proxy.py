"""nginx before the server, as deploy/nginx.conf has it, with ports and folders of a run."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench.servers import ROOT, BenchError
from tools.nginx import NoNginx, nginx
from tools.ports import unused_port

OWN = ROOT / "deploy" / "nginx.conf"
CACHE, SITE, DOOR = "/var/cache/nginx/jing-jin-ji", "server 127.0.0.1:8050;", "listen 80;"


@contextmanager
def proxied(port: int) -> Iterator[int]:
    """The port of an nginx before the server at `port`. Raises BenchError where it does not
    start."""
    with tempfile.TemporaryDirectory(prefix="load-nginx-") as name:
        door, folder = unused_port(), Path(name)
        own = configuration(OWN.read_text("utf-8"), folder, port, door)
        try:
            with nginx(own, door, folder):
                yield door
        except NoNginx as missing:
            raise BenchError(str(missing)) from missing


def configuration(own: str, folder: Path, port: int, door: int) -> str:
    """What is shipped, with the site at `port`, the door at `door` and its own `folder`. Raises
    BenchError where one of the three is not in it."""
    changes = {
        CACHE: f"{folder}/cache",
        SITE: f"server 127.0.0.1:{port};",
        DOOR: f"listen 127.0.0.1:{door};",
    }
    for before, after in changes.items():
        if own.count(before) != 1:
            raise BenchError(f"{OWN.name} 中应有一处“{before}”")
        own = own.replace(before, after)
    return own
