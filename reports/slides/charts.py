"""Native charts on slides: each with its own part and the workbook that opens under 编辑数据."""

from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from analysis.document.chart import Chart
from reports.office.charts import native
from reports.office.frame import Frame
from reports.slides.sheet import TEXT, Box
from reports.slides.words import describe


def put_chart(slide: Any, chart: Chart, box: Box) -> None:
    """Draw a chart into a box. Undrawable for one without a value."""
    made = native(chart, Frame(box.width, box.height, TEXT))
    package = slide.part.package
    name = package.next_partname(ChartPart.partname_template)
    part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, made.xml)
    part.chart_workbook.update_from_xlsx_blob(made.workbook)
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    place = (Pt(v) for v in (box.left, box.top, box.width, box.height))
    frame = slide.shapes._add_chart_graphicFrame(relation, *place)
    describe(frame, chart.name or "图", chart.told)
