"""The mark of a region, where words name it."""

from dash import html

from components import theme
from components.attributes import attributes


def glyph(slug: str) -> html.Span:
    """A region's mark in its colour, for the eye only."""
    hidden = attributes(aria_hidden="true")
    return html.Span(theme.REGION_MARKS[slug][1], className=f"glyph ink-{slug}", **hidden)
