"""`/api/v1/latest`: 主要指标最新进度 for programs, from the same summary as the panel."""

from analysis import links
from analysis.marking import marked
from analysis.overview.latest import latest
from analysis.state.view import view
from reports.latest import latest_rows
from serving.lists.listed import Asked, Found


def newest(asked: Asked) -> Found:
    """The newest values of the regions that a query names (all where it names none), of the three
    together where all are chosen, and of the nation."""
    catalog = asked.catalog
    found = latest(catalog, view(asked.query, asked.options)[0].regions)
    rows = latest_rows(found)
    about = {
        "data_version": catalog.version,
        "data_digest": catalog.digest,
        "data_address": links.permanent(links.NEWEST, asked.query, catalog.digest),
        "mark": marked() or None,
        "count": len(rows),
        "notes": list(found.legend),
    }
    return Found(about, rows)
