"""nginx as a program of its own, for measurements and tests: with a folder of its own, until it is
not needed any more."""

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.browser_tools import PATH

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
TRIES, PAUSE = 100, 0.1  # until it listens; seconds between two


class NoNginx(Exception):
    """nginx is not there, or does not start."""


@contextmanager
def nginx(own: str, port: int, folder: Path) -> Iterator[None]:
    """nginx with what is its `own` in `http { }`, which listens at `port`; its files lie in
    `folder`. Raises NoNginx, with what its log says."""
    program = shutil.which("nginx", path=PATH)
    if program is None:
        raise NoNginx("没有 nginx（Debian 软件包 nginx）")
    config, log = folder / "nginx.conf", folder / "error.log"
    config.write_text(WHOLE.format(folder=folder, own=own), "utf-8")
    process = subprocess.Popen([program, "-c", str(config), "-e", str(log)])
    try:
        if not _listens(process, port):
            raise NoNginx(f"nginx 没有启动：{log.read_text('utf-8') if log.exists() else ''}")
        yield
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=20)


def _listens(process: subprocess.Popen[bytes], port: int) -> bool:
    for _ in range(TRIES):
        if process.poll() is not None:
            return False
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(PAUSE)
        else:
            return True
    return False
