"""Links: every address that is written anywhere, under the path where the site stands.

Behind a proxy the site may stand under a prefix (BASE_PATH=/jjj/). The start says so once
(`stand_under`), for all of a process; a link is written with it, `path_of` takes it off an address
that comes back. All else knows paths from the root; the browser is told once (core/base.js).

An edition that was asked for by its digest stands under a path of its own below the site
(`pinned`): what it links to is of the same edition, without a page or a script knowing it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import quote

from analysis.changes import address as changes_address
from analysis.pages import PAGES, Page
from analysis.plan import address as plan_address
from analysis.platforms.address import LAYERS
from analysis.query import written
from analysis.state.view import Choices, View, query_of, with_theme
from data.model.catalog import Platform
from data.model.progress import KINDS
from data.model.scenes import LAYOUTS, Scene

API = "/api/v1/"
CATALOGUE = f"{API}indicators"
ROWS = f"{API}observations"
NAMES = f"{API}official-names"
NEWEST = f"{API}latest"
VALUES = f"{API}values"
STRUCTURE = f"{API}structure"
RESOURCES = f"{API}resources"
PACKAGE = f"{API}datapackage.json"
PLAN = f"{API}plan"
PLAN_MEASURES = f"{PLAN}/measures"
PLAN_GOALS = f"{PLAN}/goals"
PLAN_LINKS = f"{PLAN}/links"
PLAN_CHAINS = f"{PLAN}/chains"
PLAN_NODES = f"{PLAN}/nodes"
CLAIMS = f"{API}claims"
CLAIM_CHECKS = f"{CLAIMS}/checks"
PLACES = f"{API}places"
PLACE_INDUSTRIES = f"{PLACES}/industries"
PLACE_FLOWS = f"{PLACES}/flows"
PLACE_LISTS = f"{PLACES}/lists"
PLACE_STATEMENTS = f"{PLACES}/statements"
AREAS = f"{API}areas"
AREA_SHIFT = f"{AREAS}/shift"
AREA_PRODUCTS = f"{AREAS}/products"
EVALUATION = f"{API}evaluation"
WATCHED = f"{EVALUATION}/watch"
CHANGES = f"{API}changes"
CHANGED_MARKS = f"{CHANGES}/marks"
CHANGED_SENTENCES = f"{CHANGES}/sentences"
CHANGED_ITEMS = f"{CHANGES}/items"
PROGRESS = f"{API}progress"
DESCRIPTION = f"{API}openapi.json"
PRESENT = "/present"
PREVIEW = "/present/preview"
BASE = re.compile(r"/([\w.~-]+/)*")
ORIGIN = re.compile(r"https?://[\w.:\[\]-]+")
DESK = "desk/"  # below the site: an app of its own (serving/desk.py)
EDITIONS = "editions/"  # below the site: the pages of an edition, by its digest
DRAFTS = "drafts/"  # those of a draft, by the digest of what it holds
DATA = "data"  # the key of a query that asks for an edition, on every address

_under, _origin = "/", ""
_pinned: ContextVar[str] = ContextVar("pinned", default="")  # below the site, of this request


class WrongBase(ValueError):
    """The site cannot stand under this path."""


def stand_under(base: str, origin: str = "") -> None:
    """From now on the site stands under this path, which begins and ends with a slash, at this
    scheme and host ("" where they are not known). WrongBase for others."""
    global _under, _origin  # one site a process, as Dash has it with its own prefix
    if not BASE.fullmatch(base):
        raise WrongBase(f"BASE_PATH={base}：应为以 / 开头和结尾的路径，如 /jjj/")
    if origin and not ORIGIN.fullmatch(origin):
        raise WrongBase(f"SITE_ORIGIN={origin}：应为协议与主机名，如 http://jjj.example.cn")
    _under, _origin = base, origin


def site() -> str:
    """The path under which the site stands; "/" without a prefix."""
    return _under


@contextmanager
def pinned(digest: str, room: str = EDITIONS) -> Iterator[None]:
    """Inside of this block, in this thread, addresses are those of an edition, or of a draft
    (`room`); "" of the edition that is live."""
    token = _pinned.set(f"{room}{digest}/" if digest else "")
    try:
        yield
    finally:
        _pinned.reset(token)


def is_draft() -> bool:
    """Whether what is shown is a draft, and was never published."""
    return _pinned.get().startswith(DRAFTS)


def is_kept() -> bool:
    """Whether what is shown is an edition that was asked for by its digest."""
    return _pinned.get().startswith(EDITIONS)


def draft(digest: str) -> str:
    """The whole product at a draft, by the digest of what it holds."""
    return f"{_under}{DRAFTS}{digest}/"


def base() -> str:
    """The path under which pages stand: that of the site, or of an edition below it."""
    return f"{_under}{_pinned.get()}"


def address(path: str, query: str = "") -> str:
    """The address of a path from the root of the site."""
    return f"{base()}{path.removeprefix('/')}{query}"


def permanent(path: str, query: str, digest: str) -> str:
    """The address under which a path shows the same numbers for ever, those of an edition; whole
    where the start said under which host the site stands."""
    parts = query.removeprefix("?").split("&")
    kept = "&".join(part for part in parts if part and not part.startswith(f"{DATA}="))
    return f"{_origin}{_under}{path.removeprefix('/')}?{kept}{'&' if kept else ''}{DATA}={digest}"


def whole(address: str) -> str:
    """An address of the site with its host, "" where that is not known; those of other hosts and
    of places in the same page as they are."""
    if address.startswith(("#", "http://", "https://")):
        return address
    return f"{_origin}{address}" if _origin and address.startswith("/") else ""


def path_of(address: str) -> str:
    """The path, and what follows it, of an address of the site; any other as it is."""
    under = base()
    return f"/{address.removeprefix(under)}" if address.startswith(under) else address


def edition(digest: str) -> str:
    """Where an edition, or a draft, is looked at by its digest."""
    return f"{_under}{EDITIONS}{digest}/"


def desk(path: str = "") -> str:
    """The data desk, or a path below it."""
    return f"{_under}{DESK}{path}"


def page(name: Page, query: str = "", slug: str = "") -> str:
    """A page, with its query; that of a region by its `slug`."""
    return address(PAGES[name].path + slug, query)


def file(name: Page, kind: str, query: str = "", slug: str = "") -> str:
    """The view of a page as a file of a kind."""
    return address(file_path(name, kind, slug), query)


def file_path(name: Page, kind: str, slug: str = "") -> str:
    """The path of a page's file: its name, or that of the region, with the kind as its ending."""
    return f"/{name}/{slug}.{kind}" if slug else f"/{name}.{kind}"


def plan(view: View, options: Choices, slug: str, kinds: tuple[str, ...] = KINDS) -> str:
    """The page of the plan for a theme, in the view's regions and years, with the dated facts of
    these kinds."""
    chosen = plan_address.PlanView(with_theme(view, slug, options), kinds)
    return page(Page.PLAN, plan_address.query_of(chosen, options))


def changes(chosen: changes_address.ChangesView, options: Choices) -> str:
    """What changed between two editions."""
    return page(Page.CHANGES, changes_address.query_of(chosen, options))


def watched(view: View, options: Choices) -> str:
    """The watch list of the evaluation, in the regions and years of a view."""
    return evaluation("watch", query_of(view, options))


def evaluation(panel: str, query: str = "") -> str:
    """A panel of the evaluation by its id in the page: gaps, division, official …"""
    return f"{page(Page.EVALUATION, query)}#{panel}-panel"


def place(found: Platform) -> str:
    """The platform on the map, with its layer alone where that is not shown by itself."""
    layer = "" if found.tier in LAYERS else f"layers={found.tier}&"
    return page(Page.PLATFORMS, f"?{layer}place={found.platform_id}")


def indicator(indicator_id: str) -> str:
    """An indicator, in all regions and the usual years."""
    return page(Page.INDICATORS, f"?indicator={indicator_id}")


def theme(slug: str) -> str:
    """The overview of a theme, in all regions and the usual years."""
    return page(Page.OVERVIEW, f"?theme={slug}")


def part(kind: str, name: str) -> str:
    """A part of the whole plan: a task, measure, safeguard, goal, chain, claim … by its id."""
    return f"{page(Page.PLAN)}#{kind}-{name}"


def permanent_part(kind: str, name: str, digest: str) -> str:
    """A part of the whole plan as an edition has it for ever."""
    return f"{permanent(PAGES[Page.PLAN].path, '', digest)}#{kind}-{name}"


def scene(scene_id: str) -> str:
    """A scene of the prepared briefing, in meeting mode."""
    return address(PRESENT, f"?scene={scene_id}")


def stage_file(name: str) -> str:
    """A briefing with its stage as one file."""
    return address(f"{PRESENT}/{quote(name)}.html")


def meeting(view: View, options: Choices, scenes: Iterable[Scene]) -> str:
    """Meeting mode as a view leads there: at the first of the prepared `scenes` that shows data of
    its theme, for its regions where it has not all. Without either the briefing begins as
    prepared."""
    chosen = view.regions if len(view.regions) < len(options.regions) else ()
    if view.theme == options.default().theme and not chosen:
        return address(PRESENT)
    of_theme = (s for s in scenes if s.theme == view.theme and not LAYOUTS[s.layout].is_words)
    own = next((scene.scene_id for scene in of_theme), "")
    return address(PRESENT, written({"scene": own, "region": "-".join(chosen)}))
