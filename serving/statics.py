"""Static files: written out once, compressed once, served by WhiteNoise without our code.

Dash reads its scripts from installed packages and compresses them anew for each visitor.
Here every file a page needs is written below one folder under the path its address has,
with gzip and brotli beside it, and a fingerprint in every address we choose ourselves.
"""

import hashlib
import logging
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from wsgiref.headers import Headers

from dash import Dash
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from serving.headers import SECURITY_HEADERS

log = logging.getLogger(__name__)

# Dash fingerprints by version and file time, we by content: such addresses never change meaning.
FINGERPRINTED = re.compile(r"^/static/|^/assets/|\.v[\w-]+m\d+\.")
DAY = 86_400


def bootstrap_css() -> Path:
    """Bootstrap's stylesheet in the installed Bootstrap-Flask package."""
    found = files("flask_bootstrap") / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
    return Path(str(found))


def full_plotly() -> Path:
    """plotly's own plotly.js in its installed package: every trace, four times the size."""
    return Path(str(files("plotly") / "package_data" / "plotly.min.js"))


def publish(folder: Path, source: Path) -> str:
    """Copy a file below `folder` under a name with its fingerprint; its address."""
    return _publish(folder, source, source.read_bytes())


def publish_text(folder: Path, name: str, text: str) -> str:
    """Write a text below `folder` as `publish` does a file; its address."""
    return _publish(folder, Path(name), text.encode())


def publish_together(folder: Path, name: str, sources: Iterable[Path | str]) -> str:
    """Several files and texts as one, in their order: a browser asks for only six at a time."""
    texts = (s if isinstance(s, str) else s.read_text(encoding="utf-8") for s in sources)
    return publish_text(folder, name, "\n".join(texts))


def _publish(folder: Path, name: Path, content: bytes) -> str:
    mark = hashlib.sha256(content).hexdigest()[:10]
    address = f"/static/{name.stem}.{mark}{name.suffix}"
    _write(folder, address, content)
    return address


def serve(app: Dash, folder: Path) -> None:
    """Write out the page's scripts and styles, compress what is new, put WhiteNoise in front."""
    client = app.server.test_client()
    html = client.get("/").get_data(as_text=True)
    for address in _addresses(html):
        with client.get(address) as response:
            if response.status_code == 200:
                _write(folder, address.partition("?")[0], response.get_data())
    _compress(folder)
    app.server.wsgi_app = WhiteNoise(
        app.server.wsgi_app,
        root=str(folder),
        max_age=DAY,
        immutable_file_test=lambda _path, url: bool(FINGERPRINTED.search(url)),
        add_headers_function=_secure,
    )


def _secure(headers: Headers, _path: str, _url: str) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers[name] = value


def _addresses(html: str) -> list[str]:
    named = re.findall(r'(?:src|href)="(/[^"?]+\.(?:js|css|ico)(?:\?[^"]*)?)"', html)
    return [address for address in named if not address.startswith("/static/")]


def _write(folder: Path, address: str, content: bytes) -> None:
    path = folder / address.lstrip("/")
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    for stale in path.parent.glob(f"{path.name}.*"):
        stale.unlink()
    path.write_bytes(content)


def _compress(folder: Path) -> None:
    """gzip and brotli beside each file that has none yet; a minute's work, once."""
    compressor = Compressor(quiet=True)
    fresh = [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix not in (".br", ".gz")
        and compressor.should_compress(path.name)
        and not path.with_name(path.name + ".gz").is_file()
    ]
    if not fresh:
        return
    log.warning("正在压缩 %d 个静态文件（仅首次，约十秒）…", len(fresh))
    for path in fresh:
        list(compressor.compress(str(path)))
