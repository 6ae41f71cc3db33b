"""What a request is for, in the few words that operators count by: its page and its kind.

Whatever somebody asks for, the words are of a fixed, small number: each pair is a line of /metrics
in each process.
"""

from collections.abc import Mapping
from typing import NamedTuple

from analysis import links
from analysis.pages import PAGES, Page

ANSWER = "/_dash-update-component"
NO_PAGE = "-"  # of what belongs to every page, or to none
OTHER = "other"
WHOLE: Mapping[str, str] = {
    "/_dash-layout": "frame",
    "/_dash-dependencies": "frame",
    "/_favicon.ico": "static",
    "/health": "health",
    "/metrics": "metrics",
}
BEGINNINGS: Mapping[str, str] = {
    "_dash-component-suites": "static",
    "static": "static",
    "assets": "static",
    "present": "present",
    "desk": "desk",
}
_OF_PAGE = {place.path.strip("/"): str(page) for page, place in PAGES.items()}
_NAMES = frozenset(str(page) for page in Page)


class Wanted(NamedTuple):
    """A page's name, `NO_PAGE` or `OTHER`; a kind: page, answer (of a callback), file, api, present
    (meeting mode), desk, static, frame, health, metrics, other."""

    page: str
    kind: str


def wanted(path: str, referer: str = "") -> Wanted:
    """What a request with this path is for; that of a callback is the same for all pages, so its
    page is the one whose address it was sent from."""
    bare = _bare(path)
    if bare == ANSWER:
        return Wanted(_page(_bare(_path_of(referer))), "answer")
    if bare in WHOLE:
        return Wanted(NO_PAGE, WHOLE[bare])
    first, _, rest = bare[1:].partition("/")
    if first in BEGINNINGS:
        return Wanted(NO_PAGE, BEGINNINGS[first])
    if first == "api":
        return Wanted(NO_PAGE, "api")
    last = rest or first
    stem, dot, _ = last.rpartition(".")
    if dot:
        name = first if rest else stem
        return Wanted(name, "file") if name in _NAMES else _strange(bare)
    page = _page(bare)
    return Wanted(page, "page" if page != OTHER else OTHER)


def _strange(bare: str) -> Wanted:
    return Wanted(NO_PAGE, "present") if bare == "/present.pptx" else Wanted(OTHER, OTHER)


def _page(bare: str) -> str:
    first, _, rest = bare[1:].partition("/")
    is_deep = "/" in rest or (rest and first != Page.REGIONS)
    return OTHER if is_deep else _OF_PAGE.get(first, OTHER)


def _path_of(referer: str) -> str:
    """The path of an address as a browser says where it comes from."""
    host = referer.partition("://")[2]
    return f"/{host.partition('/')[2]}".partition("?")[0].partition("#")[0]


def _bare(path: str) -> str:
    """A path from the root of the site, without the edition that it names."""
    site = links.site()
    if site != "/" and path.startswith(site):
        path = f"/{path.removeprefix(site)}"
    for room in (links.EDITIONS, links.DRAFTS):
        if path.startswith(f"/{room}"):
            return f"/{path.removeprefix(f'/{room}').partition('/')[2]}"
    return path
