"""The page of areas as a file: `/areas.csv`, `.json`, `.xlsx`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from analysis import links
from analysis.areas.address import area_choices, areas_view, query_of
from analysis.areas.summary import areas_summary
from analysis.pages import PAGES, Page
from analysis.state.view import Choices
from data.model.catalog import Catalog
from reports.area_files import areas_book, areas_csv, areas_json
from reports.areas import AreasReport, areas_report
from reports.xlsx import workbook
from serving.files import BEIJING, MIMETYPES, Body

WRITERS: Mapping[str, Callable[[AreasReport], bytes]] = {
    "csv": areas_csv,
    "json": areas_json,
    "xlsx": lambda found: workbook(areas_book(found), datetime.now(BEIJING)),
}


def areas_file(catalog: Catalog, options: Choices, query: str, kind: str) -> Body:
    """What the page shows of a query, to keep; named by the indicator of a store, else by the
    industry."""
    known = area_choices(catalog)
    chosen, _ = areas_view(query, options, known)
    kept = query_of(chosen, options, known).removeprefix("?")
    found = replace(
        areas_report(catalog, areas_summary(catalog, chosen)),
        address=links.permanent(PAGES[Page.AREAS].path, kept, catalog.digest),
    )
    name = chosen.fact or chosen.industry or "none"
    industry = catalog.areas.industries.get(chosen.industry)
    fact = catalog.fact_indicators.get(chosen.fact)
    called = f"{fact.short_zh}_" if fact else f"{industry.short_zh}_" if industry else ""
    ending = f"{catalog.version}.{kind}"
    return Body(
        WRITERS[kind](found),
        MIMETYPES[kind],
        f"jjj-areas-{name.replace('_', '-')}-{ending}",
        f"京津冀监测_产业布局_{called}{ending}",
    )
