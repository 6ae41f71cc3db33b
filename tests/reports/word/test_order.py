"""Elements stand in the order that the schema of WordprocessingML (ISO 29500) asks for."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from reports.word.layouts import Layout
from tests.reports.word import specimen

ORDERS = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i color spacing kern sz szCs vertAlign lang",
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "w:tcPr": "tcW tcBorders vAlign",
    "w:sectPr": "headerReference footerReference footnotePr pgSz pgMar pgNumType cols docGrid",
    "w:style": "name basedOn next uiPriority qFormat pPr rPr tblPr",
    "w:lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "w:settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr compat "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "w:font": "altName charset family pitch",
}
PARTS = ("document", "styles", "numbering", "settings", "fontTable", "footnotes", "footer1")


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("name", PARTS)
def test_children_stand_in_the_order_of_the_schema(write, layout, name):
    with ZipFile(BytesIO(write(specimen.rich(), layout))) as package:
        root = parse_xml(package.read(f"word/{name}.xml"))
    wrong = []
    for parent, order in ORDERS.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
        for element in root.iter(qn(parent)):
            found = [places[child.tag] for child in element]
            if found != sorted(found):
                wrong.append((parent, [child.tag for child in element]))
    assert wrong == []
