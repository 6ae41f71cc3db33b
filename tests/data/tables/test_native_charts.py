"""Every indicator of the real tables as native charts: what opens under 编辑数据 are the numbers of
the page's own table, and no part has a fault."""

import re
from io import BytesIO

import openpyxl
import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.meeting.slide_pictures import table
from analysis.reports.figures.lines import study_figure
from analysis.series.quantities import MINUS
from analysis.state.view import View
from reports.office.charts import Undrawable, native
from reports.office.frame import Frame
from tests.office_schema import part_faults

pytestmark = pytest.mark.thorough
FRAME = Frame(880, 330)
NUMBER = re.compile(rf"{MINUS}?[\d,]+(?:\.\d+)?")
SCALES = ("published", "share3", "index", "growth", "ratio_hebei")


def drawn_of(made):
    """The numbers of the workbook by row and by the name of the line, whose pieces are one."""
    heads, *rows = openpyxl.load_workbook(BytesIO(made.workbook))["Sheet1"].iter_rows(
        values_only=True
    )
    return {
        (row[0], head.partition("（至 ")[0]): value
        for row in rows
        for head, value in zip(heads[1:], row[1:], strict=True)
        if value is not None
    }


@pytest.mark.parametrize("scale", SCALES)
def test_the_workbook_of_every_indicator_has_the_cells_of_its_table(catalog, options, scale):
    wrong, count = {}, 0
    for theme, names in options.indicators.items():
        for name in names:
            view = View(tuple(options.regions), theme, name, options.first_year, options.last_year)
            found = indicator_summary(catalog, IndicatorsView(view, scale))
            figure = study_figure(found, table(found))
            try:
                made = native(figure.chart, FRAME) if figure.chart else None
            except Undrawable:
                made = None
            if made is None:
                continue
            if found_faults := part_faults(made.xml):
                wrong[name, "schema"] = found_faults
            behind = {
                (row[0].rstrip("※"), head): cell
                for row in figure.table.rows
                for head, cell in zip(figure.table.columns[1:], row[1:], strict=True)
            }
            for place, value in drawn_of(made).items():
                count += 1
                if not is_same(value, behind.get(place, "")):
                    wrong[name, place] = (value, behind.get(place))
    assert count > 500
    assert wrong == {}


def is_same(value, cell):
    """Whether a cell says a number as it is shown: rounded, 无 for nothing, 不足 below what it can
    show."""
    if cell.startswith("无"):
        return value == 0
    found = NUMBER.search(cell)
    if found is None:
        return False
    said = found.group().replace(",", "").replace(MINUS, "-")
    if cell.startswith("不足"):
        return 0 < value < float(said)
    half = 0.5 * 10 ** -len(said.partition(".")[2])
    return abs(float(said) - value) <= half + 1e-9
