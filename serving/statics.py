"""Static files: written out once, compressed once, served by WhiteNoise without our code.

Dash reads its scripts from installed packages and compresses them anew for each visitor.
Here every file a page needs is written below one folder under the path its address has,
with gzip and brotli beside it, and a fingerprint in every address we choose ourselves.

Two servers of different versions may share the folder while one replaces the other: each file is
put in place whole, one start writes at a time, and what is not needed any more is swept late
(`sweep`).
"""

import hashlib
import json
import logging
import os
import re
import time
from collections.abc import Iterable, Set
from importlib.resources import files
from pathlib import Path
from wsgiref.headers import Headers

from dash import Dash
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from analysis import links
from data.files import PARTIAL, locked, write_whole
from serving.headers import SECURITY_HEADERS

log = logging.getLogger(__name__)

# Dash fingerprints by version and file time, we by content: such addresses never change meaning.
FINGERPRINTED = re.compile(r"^/static/|^/assets/|\.v[\w-]+m\d+\.")
DAY = 86_400  # seconds
OURS = re.compile(r"\.[0-9a-f]{10}\.\w+(?:\.gz|\.br)?$")  # a name with a fingerprint of `publish`
LOCK = ".lock"
UNPUBLISHED = ".unpublished.json"  # since when a file of ours is not published any more

_swept: set[Path] = set()  # by this process, which may serve other editions from the same folder


def bootstrap_css() -> Path:
    """Bootstrap's stylesheet in the installed Bootstrap-Flask package."""
    found = files("flask_bootstrap") / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
    return Path(str(found))


def full_plotly() -> Path:
    """plotly's own plotly.js in its installed package: every trace, four times the size."""
    return Path(str(files("plotly") / "package_data" / "plotly.min.js"))


class Statics:
    """The static files of one app below `folder`, which servers of other versions may share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._published: set[str] = set()

    def publish(self, source: Path) -> str:
        """Copy a file below the folder under a name with its fingerprint; its address."""
        return self._publish(source, source.read_bytes())

    def publish_text(self, name: str, text: str) -> str:
        """Write a text below the folder as `publish` does a file; its address."""
        return self._publish(Path(name), text.encode())

    def publish_together(self, name: str, sources: Iterable[Path | str]) -> str:
        """Several files and texts as one, in their order: a browser asks for only six at a time."""
        texts = (s if isinstance(s, str) else s.read_text(encoding="utf-8") for s in sources)
        return self.publish_text(name, "\n".join(texts))

    def read(self, address: str) -> str:
        """The text of what was published under an address; "" where it is none of ours."""
        name = address.partition("/static/")[2]
        path = self._folder / "static" / name
        return path.read_text(encoding="utf-8") if name and path.is_file() else ""

    def address_of(self, name: str) -> str:
        """The address under which this app published what is called so; "" where it did not."""
        stem, _, ending = name.rpartition(".")
        own = (one for one in self._published if one.startswith(f"/static/{stem}."))
        return next((links.address(one) for one in own if one.endswith(f".{ending}")), "")

    def _publish(self, name: Path, content: bytes) -> str:
        mark = hashlib.sha256(content).hexdigest()[:10]
        path = f"/static/{name.stem}.{mark}{name.suffix}"
        self._write(path, content)
        self._published.add(path)
        return links.address(path)

    def serve(self, app: Dash) -> None:
        """Write out the page's scripts and styles, compress what is new, sweep what nobody needs
        any more, put WhiteNoise in front."""
        client = app.server.test_client()
        html = client.get("/").get_data(as_text=True)
        for path in _paths(html):
            with client.get(path) as response:
                if response.status_code == 200:
                    self._write(path.partition("?")[0], response.get_data())
        with locked(self._folder / LOCK):
            if self._folder not in _swept:  # an app that is built later may not need what others do
                _swept.add(self._folder)
                sweep(self._folder, self._published)
            _compress(self._folder)
            found = _found(app, self._folder)
        for name in (LOCK, UNPUBLISHED):
            found.files.pop(f"/{name}", None)  # they are ours, no page's
        app.server.wsgi_app = found

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name.lstrip("/")
        if path.is_file() and path.read_bytes() == content:
            return
        with locked(self._folder / LOCK):
            path.parent.mkdir(parents=True, exist_ok=True)
            for stale in path.parent.glob(f"{path.name}.*"):
                stale.unlink()
            write_whole(path, content)


def sweep(folder: Path, published: Set[str]) -> None:
    """Remove files of our own fingerprints that no start has published for a day: those that are
    not in `published` (paths) now, and were not at a start more than a day ago either.

    The first start without a file only writes down when that was: a server of the version before
    may still run beside it, and pages it has sent may still ask for the file. A start that
    publishes the file again strikes it out. What others put into the folder is left alone.
    """
    record, now = folder / UNPUBLISHED, time.time()
    known, waiting = _times(record), {}
    for path in (folder / "static").glob("*"):
        address = f"/static/{path.name.removesuffix('.gz').removesuffix('.br')}"
        if address in published or not OURS.search(path.name):
            continue
        if now - known.get(path.name, now) > DAY:
            path.unlink(missing_ok=True)
        else:
            waiting[path.name] = known.get(path.name, now)
    for path in folder.rglob(f".*{PARTIAL}"):
        path.unlink(missing_ok=True)  # of a start that died: we alone write now
    write_whole(record, json.dumps(waiting).encode())


def _times(record: Path) -> dict[str, float]:
    """Since when which file is not published; nothing where that cannot be read."""
    try:
        found = json.loads(record.read_bytes())
        return {str(name): float(since) for name, since in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _found(app: Dash, folder: Path) -> WhiteNoise:
    """WhiteNoise with every file that is there now."""
    return WhiteNoise(
        app.server.wsgi_app,
        root=str(folder),
        max_age=DAY,
        immutable_file_test=lambda _path, url: bool(FINGERPRINTED.search(url)),
        add_headers_function=_secure,
    )


def _secure(headers: Headers, _path: str, _url: str) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers[name] = value


def _paths(html: str) -> list[str]:
    """The paths of the scripts and styles in a document that are not written out already."""
    named = re.findall(r'(?:src|href)="(/[^"?]+\.(?:js|css|ico)(?:\?[^"]*)?)"', html)
    paths = (links.path_of(address) for address in named)
    return [path for path in paths if not path.startswith("/static/")]


class _WholeFiles(Compressor):  # type: ignore[misc]  # whitenoise has no types
    """WhiteNoise's compressor, whose files are there whole or not at all."""

    def write_data(self, path: str, data: bytes, suffix: str, stat_result: os.stat_result) -> str:
        """Put a compressed file beside its original, of the same age."""
        filename = path + suffix
        write_whole(Path(filename), data)
        os.utime(filename, (stat_result.st_atime, stat_result.st_mtime))
        return filename


def _compress(folder: Path) -> None:
    """gzip and brotli beside each file that has none yet; a minute's work, once."""
    compressor = _WholeFiles(quiet=True)
    fresh = [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix not in (".br", ".gz")
        and not path.name.startswith(".")
        and compressor.should_compress(path.name)
        and not path.with_name(path.name + ".gz").is_file()
    ]
    if not fresh:
        return
    log.warning("正在压缩 %d 个静态文件（仅首次，约十秒）…", len(fresh))
    for path in fresh:
        list(compressor.compress(str(path)))
