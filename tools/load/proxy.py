"""nginx before the server, as deploy/nginx.conf has it, with ports and folders of a run."""

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench.servers import ROOT, BenchError
from tools.browser_tools import PATH

OWN = ROOT / "deploy" / "nginx.conf"
CACHE, SITE, DOOR = "/var/cache/nginx/jing-jin-ji", "server 127.0.0.1:8050;", "listen 80;"
WHOLE = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 20000; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  {own}
}}
"""


@contextmanager
def proxied(port: int) -> Iterator[int]:
    """The port of an nginx before the server at `port`. Raises BenchError where it does not
    start."""
    program = shutil.which("nginx", path=PATH)
    if program is None:
        raise BenchError("没有 nginx（Debian 软件包 nginx）")
    with tempfile.TemporaryDirectory(prefix="load-nginx-") as name:
        door = _free_port()
        config = Path(name) / "nginx.conf"
        config.write_text(configuration(OWN.read_text("utf-8"), Path(name), port, door), "utf-8")
        process = subprocess.Popen([program, "-c", str(config), "-e", f"{name}/error.log"])
        try:
            _wait(door, process)
            yield door
        finally:
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=20)


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
    return WHOLE.format(folder=folder, own=own)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(door: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", door), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise BenchError("nginx 没有启动")
