"""Figures on slides: a chart, a map or a table in its box, under a caption where the slide's own
title does not say what it is."""

from pathlib import Path
from typing import Any

from analysis.document.chart import Map
from analysis.document.document import Figure
from data.boundaries import boundaries
from reports.office.charts import Undrawable
from reports.office.texts import height
from reports.slides.charts import put_chart
from reports.slides.maps import put_map
from reports.slides.sheet import CAPTION, TEXT, Box, Type
from reports.slides.tables import Sheet, fitted, put_table
from reports.slides.words import Runs, write

GAP = 6.0
ABSENT = "本站未收录可以绘图的数值。"


def is_table(figure: Figure) -> bool:
    """Whether the table itself is what is shown."""
    return figure.chart is None and figure.table is not None


def put_figure(slide: Any, figure: Figure, box: Box, geo: Path) -> list[Sheet]:
    """Draw a figure into a box; the sheets of a table that are left for further slides."""
    inner = put_caption(slide, figure, box)
    if isinstance(figure.chart, Map):
        put_map(slide, figure.chart, inner, boundaries(geo))
    elif figure.chart is not None:
        try:
            put_chart(slide, figure.chart, inner)
        except Undrawable:
            write(slide, inner, [[(ABSENT, Type(TEXT, "muted"))]])
    elif figure.table is not None:
        first, *others = fitted(figure.table, inner)
        put_table(slide, first, inner)
        return others
    return []


def put_caption(slide: Any, figure: Figure, box: Box) -> Box:
    """Title and subtitle of a figure; what is left of the box below them."""
    named = ((figure.title, Type(CAPTION, "ink", True)), (figure.subtitle, Type(CAPTION, "muted")))
    said: list[Runs] = [[(text, kind)] for text, kind in named if text]
    if not said:
        return box
    used = sum(height(text, CAPTION, box.width) for runs in said for text, _ in runs)
    write(slide, Box(box.left, box.top, box.width, used), said)
    return box.below(used + GAP)
