"""A page's view as a Document: what is seen, with its title, filters, sources and address."""

from collections.abc import Callable, Mapping

from analysis import links
from analysis.document.document import Document
from analysis.marking import marked
from analysis.pages import PAGES, Page
from analysis.reports.views.areas import areas
from analysis.reports.views.evaluation import evaluation
from analysis.reports.views.indicators import indicators
from analysis.reports.views.overview import overview
from analysis.reports.views.plan import plan
from analysis.reports.views.platforms import platforms
from analysis.reports.views.regions import regions
from analysis.reports.views.seen import Seen
from analysis.state.view import Choices
from data.model.catalog import Catalog

VIEWS: Mapping[Page, Callable[[Catalog, Choices, str], Seen]] = {
    Page.OVERVIEW: overview,
    Page.INDICATORS: indicators,
    Page.AREAS: areas,
    Page.EVALUATION: evaluation,
    Page.PLAN: plan,
    Page.PLATFORMS: platforms,
}


def page_view(
    catalog: Catalog, options: Choices, page: Page, query: str, slug: str = ""
) -> Document:
    """What a page shows of a query; `slug` is the region of a profile. KeyError for a page that is
    no view of numbers."""
    if page == Page.REGIONS:
        found = regions(catalog, options, query, slug)
    else:
        found = VIEWS[page](catalog, options, query)
    return document_of(catalog, page, found, slug)


def document_of(catalog: Catalog, page: Page, found: Seen, slug: str = "") -> Document:
    """What is seen of a page as a Document of this data."""
    kept = found.query.removeprefix("?")
    return Document(
        title=found.title,
        subtitle="",
        filter_text=found.filter_text,
        version=catalog.version,
        digest=catalog.digest,
        address=links.permanent(f"{PAGES[page].path}{slug}", kept, catalog.digest),
        lead=found.lead,
        sections=found.sections,
        sources=found.sources,
        remarks=found.remarks,
        mark=marked(),
    )
