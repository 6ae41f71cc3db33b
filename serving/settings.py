"""The settings of the product, from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.cube.opening import SETTING as FACTS
from data.package import load as package
from serving import logs, own_page
from serving.access import OPEN, Network, networks

METRICS, LOOPBACK = "METRICS_FROM", "127.0.0.1, ::1"
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where data, written-out static files, people's briefings and what was computed lie; the path
    and the host names under which the site stands; the number of the maps' review; the mark
    that everything bears; who may read /metrics and how the log is written. HOST, PORT
    and WEB_CONCURRENCY are gunicorn's (gunicorn.conf.py)."""

    data_folder: Path = package.FOLDER
    static_folder: Path = ROOT / "build" / "static"
    plotly_bundle: Path = ROOT / "build" / "vendor" / "plotly.min.js"
    scripts_folder: Path = ROOT / "build" / "scripts"
    briefings_folder: Path = ROOT / "var" / "briefings"
    cache_folder: Path = ROOT / "build" / "cache"
    base_path: str = "/"
    map_review: str = ""
    origin: str = ""
    hosts: frozenset[str] = own_page.names("", "")
    store_folder: Path = ROOT / "var" / "store"
    proxies: tuple[Network, ...] = ()
    is_open: bool = False
    mark: str = ""
    metrics_from: tuple[Network, ...] = networks(LOOPBACK)
    log: str = logs.TEXT
    facts: str = field(default="", repr=False)  # it may hold a password

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings of an environment: DATA_DIR, STATIC_DIR, PLOTLY_BUNDLE, SCRIPTS_DIR,
        BRIEFINGS_DIR, CACHE_DIR, BASE_PATH, MAP_REVIEW_NUMBER, SITE_ORIGIN, ALLOWED_HOSTS
        (beside HOST), STORE_DIR, TRUSTED_PROXIES, ACCESS, MARK, METRICS_FROM, LOG, FACTS.
        Raises WrongProxies, WrongLog."""
        default = cls()
        return cls(
            Path(environ.get("DATA_DIR") or default.data_folder),
            Path(environ.get("STATIC_DIR") or default.static_folder),
            Path(environ.get("PLOTLY_BUNDLE") or default.plotly_bundle),
            Path(environ.get("SCRIPTS_DIR") or default.scripts_folder),
            Path(environ.get("BRIEFINGS_DIR") or default.briefings_folder),
            Path(environ.get("CACHE_DIR") or default.cache_folder),
            environ.get("BASE_PATH") or default.base_path,
            environ.get("MAP_REVIEW_NUMBER", "").strip(),
            environ.get("SITE_ORIGIN", "").strip().rstrip("/"),
            own_page.names(environ.get(own_page.SETTING, ""), environ.get("HOST", "")),
            Path(environ.get("STORE_DIR") or default.store_folder),
            networks(environ.get("TRUSTED_PROXIES", "")),
            environ.get("ACCESS", "").strip() == OPEN,
            environ.get("MARK", "").strip(),
            networks(environ.get(METRICS, LOOPBACK), METRICS),
            logs.form(environ),
            environ.get(FACTS, "").strip(),
        )
