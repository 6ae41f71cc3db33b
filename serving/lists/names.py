"""`/api/v1/official-names`: what bodies recognised or named, for programs, with the documents."""

from analysis import links
from analysis.marking import marked
from analysis.state.view import view
from analysis.text.official_names import name_groups
from reports.official_names import name_rows
from serving.lists.listed import Asked, Found


def official_names(asked: Asked) -> Found:
    """The names that lie in any of the regions a query names (all where it names none), by list."""
    catalog = asked.catalog
    slugs = view(asked.query, asked.options)[0].regions
    codes = [catalog.regions[slug].region_code for slug in slugs]
    rows = name_rows(catalog, name_groups(catalog, codes))
    about = {
        "data_version": catalog.version,
        "data_digest": catalog.digest,
        "data_address": links.permanent(links.NAMES, asked.query, catalog.digest),
        "mark": marked() or None,
        "count": len(rows),
    }
    return Found(about, rows)
