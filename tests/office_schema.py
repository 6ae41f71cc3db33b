"""Parts of office files against the schema (ISO/IEC 29500-4, transitional): the order and number of
the children of every element that our files have. The schema's own files are not free to be kept
here; these rules are written from it, for the elements used, and an element that has none is a
fault."""

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = {C: "c", A: "a", P: "p"}
FILLS = "a:noFill|a:solidFill|a:gradFill|a:pattFill"
TYPE = f"a:ln {FILLS} a:effectLst a:latin a:ea a:cs a:sym a:hlinkClick"
SHAPE = f"a:xfrm a:custGeom|a:prstGeom {FILLS} a:ln a:effectLst"
FLAGS = (
    "c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize "
    "c:separator"
)
LABEL = f"c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos {FLAGS}"
AXIS = (
    "c:axId! c:scaling! c:delete c:axPos! c:majorGridlines c:minorGridlines c:title c:numFmt "
    "c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx! c:crosses"
)
BODY = "a:bodyPr! a:lstStyle a:p+"
SHAPES = "p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic*"
# In order; ! must be there, + at least once, * any number, others at most once; | are choices.
ORDER = {
    "c:chartSpace": "c:date1904 c:roundedCorners c:chart! c:spPr c:txPr c:externalData",
    "c:chart": "c:title c:autoTitleDeleted c:plotArea! c:legend c:plotVisOnly c:dispBlanksAs "
               "c:showDLblsOverMax",
    "c:plotArea": "c:layout c:lineChart|c:barChart|c:scatterChart+ c:catAx|c:valAx* c:spPr",
    "c:lineChart": "c:grouping! c:varyColors c:ser* c:dLbls c:marker c:smooth c:axId+",
    "c:barChart": "c:barDir! c:grouping c:varyColors c:ser* c:dLbls c:gapWidth c:overlap c:axId+",
    "c:scatterChart": "c:scatterStyle! c:varyColors c:ser* c:dLbls c:axId+",
    "c:ser": "c:idx! c:order! c:tx c:spPr c:invertIfNegative c:marker c:dPt* c:dLbls "
             "c:cat|c:xVal c:val|c:yVal c:smooth",
    "c:dPt": "c:idx! c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr",
    "c:dLbls": f"c:dLbl* c:numFmt c:spPr c:txPr c:dLblPos {FLAGS}",
    "c:dLbl": f"c:idx! {LABEL}",
    "c:marker": "c:symbol c:size c:spPr",
    "c:catAx": f"{AXIS} c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl",
    "c:valAx": f"{AXIS} c:crossBetween c:majorUnit c:minorUnit",
    "c:scaling": "c:logBase c:orientation c:max c:min",
    "c:majorGridlines": "c:spPr",
    "c:title": "c:tx c:layout c:overlay c:spPr c:txPr",
    "c:legend": "c:legendPos c:layout c:overlay c:spPr c:txPr",
    "c:layout": "c:manualLayout",
    "c:manualLayout": "c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h",
    "c:tx": "c:strRef|c:rich",
    "c:strRef": "c:f! c:strCache",
    "c:numRef": "c:f! c:numCache",
    "c:strCache": "c:ptCount c:pt*",
    "c:numCache": "c:formatCode c:ptCount c:pt*",
    "c:pt": "c:v!",
    "c:cat": "c:strRef|c:numRef",
    "c:val": "c:numRef",
    "c:xVal": "c:strRef|c:numRef",
    "c:yVal": "c:numRef",
    "c:rich": BODY,
    "c:txPr": BODY,
    "c:spPr": SHAPE,
    "c:externalData": "c:autoUpdate",
    "p:sld": "p:cSld! p:clrMapOvr p:transition p:timing",
    "p:notes": "p:cSld! p:clrMapOvr",
    "p:cSld": "p:bg p:spTree!",
    "p:clrMapOvr": "a:masterClrMapping|a:overrideClrMapping",
    "p:spTree": f"p:nvGrpSpPr! p:grpSpPr! {SHAPES}",
    "p:grpSp": f"p:nvGrpSpPr! p:grpSpPr! {SHAPES}",
    "p:nvGrpSpPr": "p:cNvPr! p:cNvGrpSpPr! p:nvPr!",
    "p:grpSpPr": "a:xfrm",
    "p:sp": "p:nvSpPr! p:spPr! p:style p:txBody",
    "p:nvSpPr": "p:cNvPr! p:cNvSpPr! p:nvPr!",
    "p:cNvSpPr": "a:spLocks",
    "p:nvPr": "p:ph",
    "p:cxnSp": "p:nvCxnSpPr! p:spPr! p:style",
    "p:nvCxnSpPr": "p:cNvPr! p:cNvCxnSpPr! p:nvPr!",
    "p:graphicFrame": "p:nvGraphicFramePr! p:xfrm! a:graphic!",
    "p:nvGraphicFramePr": "p:cNvPr! p:cNvGraphicFramePr! p:nvPr!",
    "p:cNvGraphicFramePr": "a:graphicFrameLocks",
    "p:xfrm": "a:off a:ext",
    "p:spPr": SHAPE,
    "p:txBody": BODY,
    "a:graphic": "a:graphicData!",
    "a:graphicData": "c:chart|a:tbl",
    "a:tbl": "a:tblPr a:tblGrid! a:tr*",
    "a:tblPr": "a:tableStyleId",
    "a:tblGrid": "a:gridCol*",
    "a:tr": "a:tc*",
    "a:tc": "a:txBody a:tcPr",
    "a:txBody": BODY,
    "a:tcPr": f"a:lnL a:lnR a:lnT a:lnB {FILLS}",
    "a:xfrm": "a:off a:ext a:chOff a:chExt",
    "a:custGeom": "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst!",
    "a:prstGeom": "a:avLst",
    "a:pathLst": "a:path*",
    "a:path": "a:moveTo|a:lnTo|a:close*",
    "a:moveTo": "a:pt!",
    "a:lnTo": "a:pt!",
    "a:solidFill": "a:srgbClr|a:schemeClr",
    "a:pattFill": "a:fgClr a:bgClr",
    "a:fgClr": "a:srgbClr",
    "a:bgClr": "a:srgbClr",
    "a:p": "a:pPr a:r|a:br|a:fld* a:endParaRPr",
    "a:pPr": "a:lnSpc a:spcBef a:spcAft a:buClr a:buFont a:buNone|a:buAutoNum|a:buChar a:defRPr",
    "a:spcBef": "a:spcPct|a:spcPts",
    "a:r": "a:rPr a:t!",
    "a:fld": "a:rPr a:pPr a:t",
    "a:rPr": TYPE,
    "a:defRPr": TYPE,
    "a:endParaRPr": TYPE,
    "a:bodyPr": "a:noAutofit|a:normAutofit|a:spAutoFit",
    **dict.fromkeys(("a:ln", "a:lnB"), f"{FILLS} a:prstDash a:round|a:bevel|a:miter"),
}  # fmt: skip
# Whole numbers that may not be below 0.
UNSIGNED = {"c:axId", "c:crossAx", "c:idx", "c:order", "c:ptCount", "c:tickLblSkip"}


def named(element: etree._Element) -> str:
    """c:ser for {…/chart}ser."""
    name = etree.QName(element)
    return f"{PREFIXES.get(name.namespace or '', '?')}:{name.localname}"


def faults(root: etree._Element) -> list[str]:
    """What the schema would refuse, element by element."""
    found = []
    for element in root.iter(etree.Element):
        found += _children(element)
        name, value = named(element), element.get("val")
        if name in UNSIGNED and not str(value).isdigit():
            found.append(f"{name} val={value}")
    return found


def _children(element: etree._Element) -> Iterator[str]:
    name, children = named(element), [named(child) for child in element]
    if name == "c:marker" and element.get("val") is not None:
        return
    if name == "c:chart" and element.get(f"{{{R}}}id"):
        return
    rule = ORDER.get(name)
    if rule is None:
        yield from [f"{name}: {children} is not known"] if children else []
        return
    for part in rule.split():
        choices = part.rstrip("!+*").split("|")
        taken = list(takewhile(lambda child: child in choices, children))  # noqa: B023
        children = children[len(taken) :]
        yield from _counted(name, part, len(taken))
    if children:
        yield f"{name}: {children[0]} is out of order or unknown"


def _counted(name: str, part: str, count: int) -> Iterator[str]:
    if count > 1 and part[-1] not in "+*":
        yield f"{name}: {part} {count} times"
    if not count and part[-1] in "!+":
        yield f"{name}: no {part}"
