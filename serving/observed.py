"""Around everything that is served: each request has a number, is counted and timed, and is a line
of the log where `LOG=json` asks for it. Who may reads what was counted."""

import ipaddress
import logging
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter
from typing import Any

from serving import logs, metrics
from serving.access import Network
from serving.asking import CAME, ENVIRON, HEADER, Asking, asking, note
from serving.kinds import Wanted, wanted

METRICS = "/metrics"
FORWARDED = (
    "HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA", "HTTP_X_REMOTE_USER",
)  # fmt: skip
log = logging.getLogger(logs.REQUESTS)
Environ = dict[str, Any]
Wsgi = Callable[[Environ, Any], Iterable[bytes]]


class Observed:
    """WSGI: `inner`, observed. `readers` are the networks that may read /metrics, `is_told`: each
    request is a line of the log."""

    def __init__(self, inner: Wsgi, readers: Sequence[Network], is_told: bool) -> None:
        self._inner, self._readers, self._is_told = inner, readers, is_told

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer as `inner` does."""
        began = environ.get(CAME) or perf_counter()
        sent: dict[str, str] = {"status": "500"}  # what is sent if `inner` itself fails
        with asking(environ.get(ENVIRON, "")) as found:

            def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
                sent["status"] = status[:3]
                headers.append((HEADER, found.number))
                if self._is_told:
                    sent["bytes"] = next((v for k, v in headers if k == "Content-Length"), "")
                return start_response(status, headers, *rest)

            try:
                if environ.get("PATH_INFO") == METRICS and self.may_read(environ):
                    return _counted(start)
                return self._inner(environ, start)
            finally:
                self._put_down(environ, found, sent, perf_counter() - began)

    def may_read(self, environ: Environ) -> bool:
        """Whether a request may read what was counted: it comes from one of the networks itself,
        not through a proxy; from this machine only under a name that is the machine's, as a proxy
        may not say that it is one."""
        if any(name in environ for name in FORWARDED):
            return False
        try:
            address = ipaddress.ip_address(environ.get("REMOTE_ADDR", ""))
        except ValueError:
            return False
        is_near = any(address in network for network in self._readers)
        return is_near and (not address.is_loopback or _is_own(environ.get("HTTP_HOST", "")))

    def _put_down(
        self, environ: Environ, found: Asking, sent: dict[str, str], seconds: float
    ) -> None:
        what = wanted(environ.get("PATH_INFO", ""), environ.get("HTTP_REFERER", ""))
        metrics.answered(*what, sent["status"], seconds)
        if self._is_told:
            said = {**_line(environ, what, sent, seconds), **found.noted}
            log.info("", extra={"said": said})


def told(found: str) -> None:
    """Count where a view was found (callbacks/answers.py), and have it stand in the log."""
    metrics.VIEWS.labels(found).inc()
    note(view=found)


def _counted(start: Any) -> list[bytes]:
    content = metrics.text()
    start("200 OK", [("Content-Type", metrics.TYPE), ("Content-Length", str(len(content)))])
    return [content]


def _is_own(host: str) -> bool:
    """Whether a host with its port is this machine by its number or as localhost."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    try:
        return name == "localhost" or ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def _line(
    environ: Environ, what: Wanted, sent: dict[str, str], seconds: float
) -> dict[str, object]:
    length = sent.get("bytes", "")
    return {
        "method": environ.get("REQUEST_METHOD", "")[:10],
        "path": logs.path_said(
            environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        ),
        "query": logs.query_said(environ.get("QUERY_STRING", "")),
        "page": what.page,
        "kind": what.kind,
        "status": int(sent["status"]),
        "ms": round(seconds * 1000, 1),
        **({"bytes": int(length)} if length.isdigit() else {}),
    }
