"""Around the slopes: their title, what they are, and the numbers behind them."""

from typing import Any

from dash import html

from analysis.areas.summary import AreasSummary
from analysis.areas.words import slopes_in_words, slopes_title
from components import theme
from components.areas.bar import To
from components.areas.tables import slopes_table
from components.attributes import attributes
from components.ids import Id
from components.words import NUMBERS_BEHIND

MARKS = {"beijing": "北京", "tianjin": "天津", "hebei": "河北各市"}


def texts(found: AreasSummary) -> list[Any]:
    """Title, marks, and the figure in words."""
    if found.lacking:
        return []
    own = [slug for slug in found.chosen.view.regions if slug in MARKS]
    return [
        html.H2(slopes_title(found), id="areas-slopes-title"),
        html.P(
            [f"{len(found.slopes)} 个地级单位", *(_mark(slug) for slug in own)],
            className="subtitle areas-marks",
        ),
        html.P(
            slopes_in_words(found.slopes, slopes_title(found), NUMBERS_BEHIND),
            id=f"{Id.AREAS_SLOPES}-described",
            className="visually-hidden",
        ),
    ]


def _mark(slug: str) -> html.Span:
    glyph = html.Span(
        theme.REGION_MARKS[slug][1],
        className=f"glyph ink-{slug}",
        **attributes(aria_hidden="true"),
    )
    return html.Span([glyph, MARKS[slug]])


def data(found: AreasSummary, to: To) -> list[Any]:
    """The table of both censuses."""
    return [] if found.lacking else [slopes_table(found.slopes, slopes_title(found), to)]
