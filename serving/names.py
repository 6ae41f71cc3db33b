"""`/api/v1/official-names`: what bodies recognised or named, for programs, with the documents."""

import orjson

from analysis import links
from analysis.marking import marked
from analysis.state.view import Choices, view
from analysis.text.official_names import name_groups
from data.model.catalog import Catalog
from reports.columns import cells, header
from reports.csv import separated
from reports.json import entry
from reports.official_names import NAME_COLUMNS, name_rows
from serving.files import MIMETYPES, Body


def official_names(catalog: Catalog, options: Choices, query: str, kind: str) -> Body:
    """The names that lie in any of the regions a query names (all where it names none), by list,
    as JSON or CSV; what is not known is null, in CSV empty."""
    slugs = view(query, options)[0].regions
    codes = [catalog.regions[slug].region_code for slug in slugs]
    rows = name_rows(catalog, name_groups(catalog, codes))
    if kind == "csv":
        return Body(separated(header(NAME_COLUMNS), cells(NAME_COLUMNS, rows)), MIMETYPES["csv"])
    about = {
        "data_version": catalog.version,
        "data_digest": catalog.digest,
        "data_address": links.permanent(links.NAMES, query, catalog.digest),
        "mark": marked() or None,
        "count": len(rows),
    }
    found = {"metadata": about, "names": [entry(row) for row in rows]}
    return Body(orjson.dumps(found), MIMETYPES["json"])
