"""Files: what an address takes away as CSV, JSON or workbook, and the name it is kept under."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import TypeVar

from analysis import links
from analysis.indicators.address import indicators_view
from analysis.indicators.summary import IndicatorSummary, Offer, parting
from analysis.overview.latest import THEME, latest
from analysis.pages import PAGES, Page
from analysis.plan.address import PlanView, plan_view
from analysis.plan.summary import plan_summary
from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.summary import platforms_summary
from analysis.query import Fault
from analysis.regions.summary import region_summary
from analysis.state.view import Choices, view
from data.model.catalog import Catalog
from data.model.periods import written
from reports.csv import delimited, for_spreadsheets
from reports.json import document
from reports.latest import latest_sheet
from reports.place_files import places_book, places_csv, places_json
from reports.places import PlacesReport, places_report
from reports.plan_sheets import plan_sheets
from reports.profile_files import profile_book, profile_csv, profile_json
from reports.profiles import ProfileReport, profile_report
from reports.progress import ProgressReport, progress_report
from reports.progress_files import progress_book, progress_csv, progress_json
from reports.records import COLUMNS, Report, report
from reports.tables import book
from reports.xlsx import workbook

BEIJING = timezone(timedelta(hours=8))
MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
WRITERS: Mapping[str, Callable[[Catalog, Report], bytes]] = {
    "csv": lambda _, found: delimited(found),
    "json": lambda _, found: document(found),
    "xlsx": lambda catalog, found: workbook(book(catalog, found), datetime.now(BEIJING)),
}
# A file to keep is opened by a spreadsheet; what a program asks for has plain codes.
FILE_WRITERS: Mapping[str, Callable[[Catalog, Report], bytes]] = {
    **WRITERS,
    "csv": lambda _, found: for_spreadsheets(COLUMNS, found.records),
}
PROFILE_WRITERS: Mapping[str, Callable[[Catalog, ProfileReport], bytes]] = {
    "csv": lambda _, found: profile_csv(found),
    "json": lambda _, found: profile_json(found),
    "xlsx": lambda catalog, found: workbook(profile_book(catalog, found), datetime.now(BEIJING)),
}
PLACES_WRITERS: Mapping[str, Callable[[PlacesReport], bytes]] = {
    "csv": places_csv,
    "json": places_json,
    "xlsx": lambda found: workbook(places_book(found), datetime.now(BEIJING)),
}
PROGRESS_WRITERS: Mapping[str, Callable[[ProgressReport], bytes]] = {
    "csv": progress_csv,
    "json": progress_json,
}
# Of a query of the API, which no page has.
NO_KEYS = ("format=", "measure=", "limit=", "offset=", "fields=")
# Pages whose view is a file.
VIEWS = (Page.INDICATORS, Page.OVERVIEW, Page.AREAS, Page.EVALUATION, Page.PLATFORMS, Page.PLAN)


R = TypeVar("R", Report, ProfileReport, PlacesReport, ProgressReport)


@dataclass(frozen=True, slots=True)
class Body:
    """The content of an answer, the file name it is offered under ("": shown in place), and what
    else its head says."""

    content: bytes
    mimetype: str
    filename: str = ""
    filename_zh: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """What is asked for cannot be given; the faults say why."""

    def __init__(self, *found: Fault) -> None:
        super().__init__(*found)
        self.found = found


def profile_addresses(options: Choices) -> Mapping[str, tuple[str, str]]:
    """The address of every profile's file, with the region's slug and the kind of file."""
    return {
        links.file_path(Page.REGIONS, kind, slug): (slug, kind)
        for slug in options.regions
        for kind in PROFILE_WRITERS
    }


def page_file(catalog: Catalog, options: Choices, page: Page, query: str, kind: str) -> Body:
    """The view of one of VIEWS, to keep, but areas and evaluation (modules of their names)."""
    if page == Page.PLATFORMS:
        return places_file(catalog, options, query, kind)
    if page == Page.PLAN:
        return plan_file(catalog, options, query, kind)
    if page == Page.OVERVIEW and kind == "xlsx":
        return overview_book(catalog, options, query)
    return view_file(catalog, options, query, kind, page)


def overview_book(catalog: Catalog, options: Choices, query: str) -> Body:
    """The view of the overview as a workbook; that of 总体经济 has the newest values too."""
    found = view_report(catalog, options, query)
    chosen, _ = view(query, options)
    made = book(catalog, placed(found, Page.OVERVIEW, query))
    if chosen.theme == THEME and catalog.latest:
        newest = latest_sheet(latest(catalog, chosen.regions))
        made = replace(made, sheets=(*made.sheets, newest))
    plain, chinese = (f"{name}.xlsx" for name in _names(found))
    return Body(workbook(made, datetime.now(BEIJING)), MIMETYPES["xlsx"], plain, chinese)


def places_file(catalog: Catalog, options: Choices, query: str, kind: str) -> Body:
    """The list of the map of platforms, to keep."""
    chosen, _ = platforms_view(query, options, platform_choices(catalog))
    found = places_report(catalog, platforms_summary(catalog, chosen))
    found = placed(found, Page.PLATFORMS, query)
    ending = f"{catalog.version}.{kind}"
    return Body(
        PLACES_WRITERS[kind](found),
        MIMETYPES[kind],
        f"jjj-platforms-{ending}",
        f"京津冀监测_产业合作平台_{ending}",
    )


def plan_file(catalog: Catalog, options: Choices, query: str, kind: str) -> Body:
    """The dated facts of the page of the plan, to keep."""
    chosen, _ = plan_view(query, options)
    found = progress_report(catalog, chosen.view.regions, chosen.kinds, chosen.view.theme)
    found = placed(found, Page.PLAN, query)
    ending = f"{catalog.version}.{kind}"
    return Body(
        _plan_book(catalog, chosen, found) if kind == "xlsx" else PROGRESS_WRITERS[kind](found),
        MIMETYPES[kind],
        f"jjj-progress-{ending}",
        f"京津冀监测_方案措施的进展_{ending}",
    )


def _plan_book(catalog: Catalog, chosen: PlanView, found: ProgressReport) -> bytes:
    """The tasks and measures that the page shows, and their facts."""
    made = progress_book(found)
    own = plan_sheets(catalog, plan_summary(catalog, chosen.view, chosen.kinds))
    return workbook(replace(made, sheets=(*own, *made.sheets)), datetime.now(BEIJING))


def view_file(
    catalog: Catalog, options: Choices, query: str, kind: str, page: Page = Page.INDICATORS
) -> Body:
    """The view of the indicators page or the overview, to keep."""
    found = placed(view_report(catalog, options, query), page, query)
    plain, chinese = (f"{name}.{kind}" for name in _names(found))
    return Body(FILE_WRITERS[kind](catalog, found), MIMETYPES[kind], plain, chinese)


def profile_file(catalog: Catalog, options: Choices, name: tuple[str, str], query: str) -> Body:
    """A region's profile, to keep; `name` is the region's slug and the kind of file."""
    slug, kind = name
    chosen, _ = view(query, options)
    found = region_summary(catalog, slug, chosen.start, chosen.end)
    years = f"{found.start}-{found.end}.{kind}"
    made = placed(profile_report(catalog, found), Page.REGIONS, query, slug)
    return Body(
        PROFILE_WRITERS[kind](catalog, made),
        MIMETYPES[kind],
        f"jjj-region-{slug}-{years}",
        f"京津冀监测_{found.region.name_zh}_主要指标_{years}",
    )


def placed(found: R, page: Page, query: str, slug: str = "") -> R:
    """The report with the address under which its page shows the same numbers for ever; of the
    query what a page knows."""
    parts = (part for part in query.split("&") if not part.startswith(NO_KEYS))
    path = f"{PAGES[page].path}{slug}"
    return replace(found, address=links.permanent(path, "&".join(parts), found.data_digest))


def view_report(catalog: Catalog, options: Choices, query: str) -> Report:
    """The report of a query; Refused where the page would show another scale, base year or frame
    than asked for, and say so."""
    chosen, _ = indicators_view(query, options)
    found = report(catalog, chosen)
    shown = found.parts[0].study
    if shown.state.scale != chosen.scale:
        raise Refused(_offer_fault("scale", shown.offers, chosen.scale))
    if chosen.scale == "index" and chosen.base and shown.unit != f"{chosen.base}=100":
        raise Refused(_base_fault(shown, chosen.base))
    if reason := parting(catalog, chosen):
        raise Refused(Fault(reason, "against", str(chosen.against), ()))
    if shown.state.frame != chosen.frame:
        raise Refused(_offer_fault("frame", shown.frames, chosen.frame))
    return found


def _offer_fault(key: str, offers: Iterable[Offer], asked: str) -> Fault:
    """That a scale or frame does not hold, why, and which do."""
    every = tuple(offers)
    reason = next(offer.refusal for offer in every if offer.key == asked)
    return Fault(reason, key, asked, tuple(offer.key for offer in every if not offer.refusal))


def _base_fault(shown: IndicatorSummary, asked: int) -> Fault:
    years = tuple(map(str, shown.bases))
    return Fault("所选地区在该年没有可作基期的数值", "base", str(asked), years)


def _names(found: Report) -> tuple[str, str]:
    """A name for every system, and the Chinese one for those that take it."""
    study = found.parts[0].study
    row, chosen = study.indicator, study.state
    years = "-".join(map(written, (chosen.view.start, chosen.view.end)))
    return f"jjj-{row.indicator_id}-{chosen.scale}-{years}", study.file_name
