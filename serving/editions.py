"""Several editions of the data side by side: the app of the live one, and those of pinned ones.

An edition is a whole app (app.create_app). The one that is live stands at the site's path; one
that is asked for by its digest, `?data=<digest>` on any address, under a path of its own below it
(`analysis.links.pinned`), so that everything it links to, its scripts ask for and its files say is
of the same edition. A thread looks which edition is live, builds its app beside the one that
answers and swaps one reference: requests in flight end where they began.
"""

import logging
import os
import random
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from cachetools import LRUCache

from analysis import links
from serving import metrics
from serving.index import Monitor

log = logging.getLogger(__name__)

PINNED = 4  # apps of editions that were asked for by their digest, some 20 MB each
LOOK = 0.5  # seconds between two looks at which edition is live
APART = 1.0  # seconds within which the workers begin to build a new edition, one after the other
NO_EDITION = (
    "monitor.no_edition"  # in the environment of a request: the edition that there is none of
)


class Asked(NamedTuple):
    """An edition or a draft that was asked for by its digest, and under which path it stands."""

    digest: str
    room: str


class Live(NamedTuple):
    """An edition that is or was live, and its app."""

    digest: str
    app: Monitor


LIVE = Asked("", links.EDITIONS)
Environ = dict[str, Any]
Wsgi = Callable[[Environ, Any], Iterable[bytes]]
Build = Callable[[Path], Monitor]  # the app of a data package, in the addresses of the moment


class Editions(Protocol):
    """Which editions there are (data/editions)."""

    def live(self) -> str: ...  # noqa: D102  # the digest of the one that is live now
    def path(self, digest: str) -> Path | None: ...  # noqa: D102  # its folder
    def draft(self, digest: str) -> Path | None: ...  # noqa: D102  # that of what is no edition yet


class EditionApps:
    """WSGI: each request to the app of the edition it asks for.

    `build` makes the app of a folder; raises what app.create_app raises. The first one is built at
    once, so that a start with broken tables fails. `may_preview` says of a request whether it may
    see a draft.
    """

    def __init__(
        self, editions: Editions, build: Build, may_preview: Callable[[Environ], bool]
    ) -> None:
        self._editions, self._build, self._may_preview = editions, build, may_preview
        self._pinned: LRUCache[Asked, Monitor] = LRUCache(PINNED)
        self._lock = threading.Lock()
        self._building: dict[Asked, threading.Lock] = {}
        self._preparing = threading.Lock()
        self._broken = ""
        self._before: Live | None = None  # turned away from, and soon back to
        self.digest = editions.live()
        self.app = self._built(editions.path(self.digest))

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer from the edition that is asked for, or from the one that is live."""
        which, path, query = asked(environ)
        if which is None:
            return _answered(self.app, environ, start_response, LIVE)
        app = self._other(which, environ)
        if app is None:
            inside = {**environ, NO_EDITION: which.digest, "QUERY_STRING": query}
            return _answered(self.app, inside, start_response, LIVE)
        under = f"{links.site()}{which.room}{which.digest}"
        inside = {**environ, "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": under}
        return _answered(app, inside, start_response, which)

    def _other(self, which: Asked, environ: Environ) -> Monitor | None:
        """The app of a pinned edition or a draft, built when it is first asked for; None if there
        is none, nobody may see it, or its tables cannot be used any more."""
        is_draft = which.room == links.DRAFTS
        if is_draft and not self._may_preview(environ):
            return None
        with self._lock:
            found = self._pinned.get(which)
        if found is not None:
            return found
        folder = (self._editions.draft if is_draft else self._editions.path)(which.digest)
        if folder is None:
            return None
        with self._lock:
            mine = self._building.setdefault(which, threading.Lock())
        with mine:  # who asks meanwhile waits for the same app
            found = self._pinned.get(which) or self._built_pinned(which, folder)
            if found is not None:
                with self._lock:
                    self._pinned[which] = found
        return found

    def _built_pinned(self, which: Asked, folder: Path) -> Monitor | None:
        try:
            with links.pinned(*which):
                return self._built(folder)
        except Exception:
            metrics.BROKEN_EDITIONS.inc()
            log.exception("版本 %s 的数据未能打开。", which.digest)
            return None

    def _built(self, folder: Path | None) -> Monitor:
        if folder is None:
            raise LookupError("没有这一版数据")
        return self._build(folder)

    def turn(self) -> bool:
        """Turn to the edition that is live now; whether another one answers from now on. One that
        cannot be built is told in the log once, and the one before goes on answering."""
        live = self._editions.live()
        if live in (self.digest, self._broken):
            return False
        try:
            before = self._before
            is_back = before is not None and before.digest == live
            app = before.app if before and is_back else self._built(self._editions.path(live))
        except Exception:
            self._broken = live
            metrics.BROKEN_EDITIONS.inc()
            log.exception("版本 %s 的数据未能打开，仍用版本 %s。", live, self.digest)
            return False
        metrics.turned(live, self.digest)
        self._before = Live(self.digest, self.app)
        self.app, self.digest, self._broken = app, live, ""
        log.info("数据已换为版本 %s。", live)
        return True

    def watch(self, building: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        """Turn whenever another edition becomes live, for ever; every worker has a thread that
        does. They begin apart: while one builds, inside of `building()`, the others answer with
        all they have. The likely answers of what is live are made ready beside it: who publishes
        and takes back at once does not wait for them."""
        metrics.turned(self.digest)
        self._prepare()
        while True:
            time.sleep(LOOK)
            if self._editions.live() not in (self.digest, self._broken):
                time.sleep(random.Random(os.getpid()).uniform(0, APART))
                with building():
                    is_other = self.turn()
                if is_other:
                    self._prepare()

    def _prepare(self) -> None:
        """Have the likely answers of the live edition ready, in a thread of its own."""
        given = (self.app,)
        threading.Thread(target=self._prepared, args=given, name="prepare", daemon=True).start()

    def _prepared(self, app: Monitor) -> None:
        """One edition after the other; one that is live no longer is left."""
        with self._preparing:
            if app is self.app:
                app.prepare()


def _answered(app: Monitor, environ: Environ, start_response: Any, which: Asked) -> Iterable[bytes]:
    with links.pinned(*which):
        answer: Iterable[bytes] = app.server.wsgi_app(environ, start_response)
    return answer


def asked(environ: Environ) -> tuple[Asked | None, str, str]:
    """Which edition or draft a request asks for (None: the live edition), and its path and query
    as that one's app knows them. A path below an edition comes before a key of the query."""
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    inside = path
    if links.site() != "/" and path.startswith(links.site()):
        inside = f"/{path.removeprefix(links.site())}"
    for room in (links.EDITIONS, links.DRAFTS):
        if inside.startswith(f"/{room}"):
            digest, _, rest = inside.removeprefix(f"/{room}").partition("/")
            return Asked(digest or "?", room), f"/{rest}", query
    pairs = query.split("&")
    digests = [pair for pair in pairs if pair.startswith(f"{links.DATA}=")]
    if not digests:
        return None, path, query
    kept = "&".join(pair for pair in pairs if pair not in digests)
    return Asked(digests[-1].partition("=")[2] or "?", links.EDITIONS), inside, kept
