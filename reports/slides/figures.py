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
from reports.slides.tables import Sheet, fit, parted, put_table
from reports.slides.words import Runs, write

GAP = 6.0
ABSENT = "本站未收录可以绘图的数值。"


def is_table(figure: Figure) -> bool:
    """Whether the table itself is what is shown."""
    return figure.chart is None and figure.table is not None


def put_figure(slide: Any, figure: Figure, box: Box, geo: Path) -> Sheet | None:
    """Draw a figure into a box; of a table what is left for a further slide."""
    inner = put_caption(slide, figure, box)
    if isinstance(figure.chart, Map):
        put_map(slide, figure.chart, inner, boundaries(geo))
    elif figure.chart is not None:
        try:
            put_chart(slide, figure.chart, inner)
        except Undrawable:
            write(slide, inner, [[(ABSENT, Type(TEXT, "muted"))]])
    elif figure.table is not None:
        sheet, rest = fit(figure.table, inner)
        put_table(slide, sheet, inner)
        return rest
    return None


def put_further(slide: Any, figure: Figure, sheet: Sheet, box: Box) -> Sheet | None:
    """Draw what is left of a figure's table into a box, and return what then is left."""
    inner = put_caption(slide, figure, box)
    shown, rest = parted(sheet, inner.height)
    put_table(slide, shown, inner)
    return rest


def has_room(figure: Figure, box: Box) -> bool:
    """Whether a figure fits into a box: a table with all of its rows, a picture always."""
    if not is_table(figure) or figure.table is None:
        return True
    return fit(figure.table, _below_caption(figure, box))[1] is None


def put_caption(slide: Any, figure: Figure, box: Box) -> Box:
    """Title and subtitle of a figure; what is left of the box below them."""
    said = _caption(figure)
    if said:
        used = box.height - _below_caption(figure, box).height - GAP
        write(slide, Box(box.left, box.top, box.width, used), said)
    return _below_caption(figure, box)


def _caption(figure: Figure) -> list[Runs]:
    is_said = isinstance(figure.chart, Map) and figure.chart.name == figure.title  # by its key
    title = "" if is_said else figure.title
    named = ((title, Type(CAPTION, "ink", True)), (figure.subtitle, Type(CAPTION, "muted")))
    return [[(text, kind)] for text, kind in named if text]


def _below_caption(figure: Figure, box: Box) -> Box:
    said = _caption(figure)
    used = sum(height(text, CAPTION, box.width) for runs in said for text, _ in runs)
    return box.below(used + GAP) if said else box
