"""`/api/v1/latest`: 主要指标最新进度 for programs, from the same summary as the panel."""

from dataclasses import asdict
from typing import Any

from analysis import links
from analysis.marking import marked
from analysis.overview.latest import latest
from analysis.state.view import Choices, view
from data.model.catalog import Catalog
from reports.latest import latest_rows


def newest(catalog: Catalog, options: Choices, query: str) -> dict[str, Any]:
    """The newest values of the regions that a query names (all where it names none), of the three
    together where all are chosen, and of the nation."""
    found = latest(catalog, view(query, options)[0].regions)
    rows = [asdict(row) for row in latest_rows(found)]
    return {
        "metadata": {
            "data_version": catalog.version,
            "data_digest": catalog.digest,
            "data_address": links.permanent(links.NEWEST, query, catalog.digest),
            "mark": marked() or None,
            "count": len(rows),
            "notes": list(found.legend),
        },
        "latest": rows,
    }
