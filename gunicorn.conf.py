"""How gunicorn runs the app: one load, several workers, slow clients kept off them."""

import gc
import logging
import os
import threading
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
keepalive = 30
limit_request_line = 8190  # what gunicorn allows: a long query gets our words, not its own
timeout = 60
preload_app = True  # the tables are read once and shared by the workers
accesslog = None
control_socket_disable = True

logging.basicConfig(level=logging.INFO, format="%(message)s")

PREPARED = ("prepare_views", "prepare_deck")


def post_worker_init(worker: Any) -> None:
    """Each worker prepares the likely views beside its first requests, in some ten seconds."""
    prepared = getattr(worker.wsgi, "extensions", {})
    tasks = [prepared[name] for name in PREPARED if name in prepared]  # the bench's app has none

    def prepare() -> None:
        for task in tasks:
            task()
        gc.freeze()  # what is kept for good need not be looked through at every collection

    threading.Thread(target=prepare, name="prepare-views", daemon=True).start()


def when_ready(_server: object) -> None:
    """Say where to look, once it can be looked at; before the workers are made, leave the tables
    out of their garbage collections, which would also copy them into each worker."""
    gc.collect()
    gc.freeze()
    logging.getLogger("jing-jin-ji").info("京津冀产业协同发展监测：http://%s", bind)
