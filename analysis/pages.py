"""The pages: where each is, and which keys its query may have.

A page is declared here once. Its room is `analysis/<page>/`, `components/<page>/`, and
`callbacks/<page>.py` binds it, which the start looks for; a test holds that all three are there.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis import query
from analysis.areas import address as areas
from analysis.changes import address as changes
from analysis.evaluation import address as evaluation
from analysis.indicators import address as indicators
from analysis.overview import address as overview
from analysis.plan import address as plan
from analysis.platforms import address as platforms
from analysis.query import Fault, Key
from analysis.reports import address as reports
from analysis.state import view as views
from analysis.state.view import Choices
from data.model.catalog import Catalog


class Page(StrEnum):
    """The pages, by the name the browser and the address component know them by; a page is in
    the navigation, in this order, from the day it stands here (`LISTED`)."""

    OVERVIEW = "overview"
    INDICATORS = "indicators"
    AREAS = "areas"
    EVALUATION = "evaluation"
    PLAN = "plan"
    PLATFORMS = "platforms"
    REGIONS = "regions"
    REPORTS = "reports"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is, what it is called, and the keys of its query; `kinds` of files that take its
    view away, under its name; `has_regions`: the path goes on with a region's slug; `is_listed` in
    the navigation."""

    path: str
    name: str
    keys: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    has_regions: bool = False
    is_listed: bool = True


KINDS = ("csv", "json", "xlsx")
SEEN_KINDS = ("docx", "pptx")  # of documents that have what is seen
VIEW_KINDS = (*KINDS, *SEEN_KINDS)
REPORT_KINDS = ("docx", "pptx", "xlsx", "html", "json")
PAGES: Mapping[Page, Place] = {
    Page.OVERVIEW: Place("/", "总览", (*views.KEYS, *overview.KEYS), VIEW_KINDS),
    Page.INDICATORS: Place("/indicators", "指标", (*views.KEYS, *indicators.KEYS), VIEW_KINDS),
    Page.AREAS: Place("/areas", "产业布局", (*views.KEYS, *areas.KEYS), VIEW_KINDS),
    Page.EVALUATION: Place("/evaluation", "协同评价", (*views.KEYS, *evaluation.KEYS), VIEW_KINDS),
    Page.PLAN: Place("/plan", "方案任务", (*views.KEYS, *plan.KEYS), VIEW_KINDS),
    Page.PLATFORMS: Place("/platforms", "平台地图", (*views.KEYS, *platforms.KEYS), VIEW_KINDS),
    Page.REGIONS: Place("/regions/", "地区", views.KEYS, VIEW_KINDS, has_regions=True),
    Page.REPORTS: Place("/reports", "报告", (*views.KEYS, *reports.KEYS), REPORT_KINDS),
    Page.CHANGES: Place("/changes", "更新说明", changes.KEYS, VIEW_KINDS, is_listed=False),
}
LISTED = tuple(page for page, place in PAGES.items() if place.is_listed)


def page_of(path: str, options: Choices) -> Page | None:
    """The page a path leads to, None where it leads to none."""
    for page, place in PAGES.items():
        if place.has_regions:
            if slug_of(path) in options.regions:
                return page
        elif path == place.path:
            return page
    return None


def slug_of(path: str) -> str:
    """The region that the path of a profile names; "" for another path."""
    prefix = PAGES[Page.REGIONS].path
    return path.removeprefix(prefix) if path.startswith(prefix) else ""


def meant(path: str, slug: str, known: Container[str]) -> str:
    """The `known` path that a path means which is none: one with a slash too many at its end, or
    the profiles without a region, which are that of `slug`; "" where it means none."""
    bare = path.rstrip("/")
    profiles = PAGES[Page.REGIONS].path
    found = f"{profiles}{slug}" if f"{bare}/" == profiles else bare
    return found if found in known else ""


def paths(options: Choices) -> tuple[str, ...]:
    """The paths of all pages."""
    return tuple(
        path
        for place in PAGES.values()
        for path in (
            [f"{place.path}{slug}" for slug in options.regions]
            if place.has_regions
            else [place.path]
        )
    )


def keys(catalog: Catalog, options: Choices) -> Mapping[str, Key]:
    """Every key that the address of a page may have, by name."""
    return {
        **views.keys(options),
        **indicators.keys(options),
        **plan.keys(),
        **platforms.keys(options, platforms.platform_choices(catalog)),
        **areas.keys(areas.area_choices(catalog)),
        **evaluation.keys(options, evaluation.evaluation_choices(catalog)),
        **reports.keys(options),
    }


def faults(text: str, known: Sequence[Key], options: Choices) -> tuple[Fault, ...]:
    """Everything that is wrong with a query for which only the `known` keys may stand: what
    `query.faults` finds, else values that do not go together."""
    clashes = (views.clashes, indicators.clashes)
    found = query.faults(text, known)
    return found or tuple(fault for clash in clashes for fault in clash(text, options))
