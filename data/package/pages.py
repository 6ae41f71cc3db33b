"""What single pages are made of, from the checked tables."""

from collections.abc import Mapping
from typing import Any

from data.model.evaluation import index_design
from data.model.gaps import gap_measures, sectors
from data.model.watch import signs

Tables = Mapping[str, list[dict[str, Any]]]


def of_pages(tables: Tables, in_order: Tables) -> dict[str, Any]:
    """By the Catalog's names for it; `in_order` are the tables that say their rows' order, in it.
    Empty where the edition has none of it."""
    return {
        "latest": tuple(row["indicator_id"] for row in in_order.get("latest_rows", ())),
        "watch_signs": signs(tables["watch_signs"]),
        "index": index_design(tables["index_dimensions"], tables["index_parts"]),
        "gap_measures": gap_measures(tables["gap_measures"]),
        "sectors": sectors(tables["division_sectors"]),
    }
