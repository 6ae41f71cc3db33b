"""Where what was computed is kept between starts: of exactly this data, code and settings."""

from analysis import links
from data import marks
from data.cache import Cache
from data.cube.facts import Facts
from data.package.digests import digest_if_whole
from serving.settings import ROOT, Settings

MAKERS = tuple(ROOT / name for name in ("data", "analysis", "components", "callbacks"))
LIBRARIES = ("dash", "frictionless", "numpy", "orjson", "pandas", "pypinyin")


def cache_of(settings: Settings, facts: Facts | None) -> Cache:
    """What was computed from exactly this data and these facts by exactly this code and these
    libraries."""
    data = digest_if_whole(settings.data_folder) or "0"
    said = links.base(), settings.origin, settings.map_review, settings.mark  # in answers
    code = marks.mark(MAKERS, LIBRARIES, *said, *([facts.mark] if facts else []))
    return Cache(settings.cache_folder / f"{data}-{code}")
