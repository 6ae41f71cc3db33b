"""What every map must say of its review: maps of China are published under a number (审图号)."""

from data.model.catalog import Catalog


def review(catalog: Catalog) -> str:
    """The number of the maps' review, or that they are for use within only."""
    return f"审图号：{catalog.map_review}" if catalog.map_review else "内部研究用图，未送审"
