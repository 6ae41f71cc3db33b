"""How gunicorn runs the app: one load, several workers, slow clients kept off them."""

import ctypes
import gc
import importlib
import logging
import logging.config
import os
import socket
import threading
from collections.abc import Callable
from typing import Any

from serving import counting, logs

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "serving.worker.WholeRequests"
threads = 4
keepalive = 30
limit_request_line = 8190  # what gunicorn allows: a long query gets our words, not its own
timeout = 60
worker_tmp_dir = str(counting.IN_MEMORY) if os.access(counting.IN_MEMORY, os.W_OK) else None
preload_app = True  # the tables are read once and shared by the workers
accesslog = None
control_socket_disable = True

SENT_AHEAD = 131_072  # bytes, which Linux doubles; unasked it takes 1.6 MB for who does not read

# Before anything counts, each master has a folder of its own for what its workers count.
os.environ["PROMETHEUS_MULTIPROC_DIR"] = counting.fresh_folder()
logconfig_dict = logs.settings(os.environ.get(logs.SETTING, "").strip())
logging.config.dictConfig(logconfig_dict)
# glibc gives each thread an arena of its own and does not give back what one of them had: two are
# enough, and spare a tenth of the memory after use. Other C libraries have no such setting.
M_ARENA_MAX = -8
getattr(ctypes.CDLL(None), "mallopt", lambda *_: 0)(M_ARENA_MAX, 2)

gc.disable()  # in the master: what is made at start stays, to look through it takes a fifth of it


def post_fork(_server: object, _worker: object) -> None:
    """A worker collects its garbage; the master makes none."""
    gc.enable()


def post_worker_init(worker: Any) -> None:
    """Beside the requests each worker has the likely answers ready and follows the editions that
    become live: `follow()` stands beside the app's `server`."""
    module = importlib.import_module(worker.app.app_uri.partition(":")[0])
    follow: Callable[[Any], None] = module.follow
    threading.Thread(target=follow, args=(worker.undisturbed,), name="follow", daemon=True).start()


def child_exit(_server: object, worker: Any) -> None:
    """A worker has ended: it is at no edition any more; what it counted stays counted."""
    counting.forget(worker.pid)


def on_exit(_server: object) -> None:
    """The master ends, and with it what was counted."""
    counting.clear()


def when_ready(server: Any) -> None:
    """Say where to look, once it can be looked at; before the workers are made, leave the tables
    out of their garbage collections, which would also copy them into each worker. Each connection
    inherits from its listener how much the system sends ahead."""
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENT_AHEAD)
    gc.collect()
    gc.freeze()
    logging.getLogger("jing-jin-ji").info("京津冀产业协同发展监测：http://%s", bind)
