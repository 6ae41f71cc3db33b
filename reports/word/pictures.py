"""Charts and maps in a line of the text. A chart is a part of the package with its workbook, so
that its data can be opened; a map is a group of shapes."""

from pathlib import Path

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart

from analysis.document.chart import Chart, Map
from data.boundaries import boundaries
from reports.office.bars import NARROW_GAP
from reports.office.charts import Undrawable, native
from reports.office.frame import Frame
from reports.word.design import Design
from reports.word.markup import NAMESPACES, emu, quoted, run

LAST = b"</c:chartSpace>"
# A part's first relation, which is the workbook's.
DATA = (
    b'<c:externalData xmlns:r="%s" r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    % NAMESPACES["r"].encode()
)
END = b"</c:chart>"
NO_FRAME = b"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
MAP_HEIGHT = 1.28  # of a chart's
LEAST_HEIGHT = 96.0
BAR, THIN_BAR = 24.0, 13.8  # points a bar needs, alone and in a group, each with its phrase
KEY = 32.0  # of the names of the series above


class Pictures:
    """The pictures of one document, each numbered for those who list them; `geo` is the folder of
    the boundaries."""

    def __init__(self, part: DocumentPart, design: Design, geo: Path) -> None:
        self._part = part
        self._design = design
        self._geo = geo
        self._count = 0

    def chart(self, chart: Chart) -> str:
        """A chart as wide as the text; in words where it has no value."""
        size = self._design.figure_type
        width, height = self._design.page.text_width, self._height(chart)
        frame = Frame(width, height, size, *self._design.figure_fonts, self._design.is_plain)
        try:
            drawn = native(chart, frame)
        except Undrawable:
            return run("本站未收录")
        self._count += 1
        xml = drawn.xml.replace(LAST, DATA + LAST).replace(END, END + NO_FRAME)
        part = self._new(f"charts/chart{self._count}.xml", CONTENT_TYPE.DML_CHART, xml)
        book = self._new(
            f"embeddings/chart{self._count}.xlsx", CONTENT_TYPE.SML_SHEET, drawn.workbook
        )
        part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        key = self._part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        return self._inline("c", f'<c:chart r:id="{key}"/>', (width, height), chart)

    def map(self, found: Map) -> str:
        """A map with its legend, as high as it needs; what draws it is loaded for it."""
        from reports.office.map_drawing import drawing
        from reports.word.map_shapes import group

        room = (self._design.page.text_width * 0.72, self._design.figure_height * MAP_HEIGHT)
        shapes, width = group(
            drawing(found, boundaries(self._geo), room, self._design.figure_type),
            room[1],
            self._design,
        )
        self._count += 1
        return self._inline("wpg", shapes, (width, room[1]), found)

    def _height(self, chart: Chart) -> float:
        """A chart's height: bars one below the other need room each."""
        if chart.kind != chart.kind.BARS:
            return self._design.figure_height
        many, rows = len(chart.series), len(chart.categories)
        is_grouped = many > 1 and rows > 1
        group = (many + NARROW_GAP) * THIN_BAR if is_grouped else many * BAR
        height = rows * group + (KEY if many > 1 else BAR)
        return min(max(height, LEAST_HEIGHT), self._design.page.text_height * 0.66)

    def _new(self, name: str, kind: str, content: bytes) -> Part:
        return Part(PackURI(f"/word/{name}"), kind, content, self._part.package)

    def _inline(
        self, kind: str, content: str, size: tuple[float, float], shown: Chart | Map
    ) -> str:
        """A drawing that stands like a letter; it is heard as what it shows."""
        width, height = map(emu, size)
        uri = NAMESPACES[kind]
        drawn = (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{self._count}" name={quoted(f"图 {self._count}")} '
            f"descr={quoted(shown.told)}/><wp:cNvGraphicFramePr/>"
            f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )
        if kind == "c":
            return f"<w:r>{drawn}</w:r>"
        # Programs before 2010 know no shapes of this kind, and say so in place of them.
        choice = f'<mc:Choice Requires="{kind}">{drawn}</mc:Choice>'
        other = f"<mc:Fallback>{_text(shown.name)}</mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{choice}{other}</mc:AlternateContent></w:r>"


def _text(text: str) -> str:
    return run(text).removeprefix("<w:r>").removesuffix("</w:r>").partition("</w:rPr>")[2]
