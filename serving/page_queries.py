"""What may stand in the query of a page's file: the keys of the page, and the edition."""

from analysis import links, pages
from analysis.changes import address as changes
from analysis.pages import PAGES, Page
from analysis.query import Fault, Query, faults
from analysis.state.frequency import KEY, asked
from callbacks.site import Site, line_of
from data.model.periods import ANNUAL
from serving.api_keys import data_key


def wrong_query(site: Site, page: Page, query: str) -> tuple[Fault, ...]:
    """Everything that is wrong with the query of a file of a page."""
    catalog, options, data = site.catalog, site.options, data_key(site.catalog)
    if page == Page.CHANGES:
        listed = changes.offered(site.editions.listed(), line_of(catalog))
        return faults(query, (*changes.keys(options, listed).values(), data))
    names = PAGES[page].keys
    kind = asked(Query.of(query), options) if KEY in names else ANNUAL
    own = pages.keys(catalog, options.of(kind))
    known = [own[name] for name in names if name != links.DATA]
    return pages.faults(query, (*known, data), options.of(kind))
