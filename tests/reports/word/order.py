"""The order in which the schema (ISO/IEC 29500, and the shapes of Word 2010) has the children of
the elements that text documents of ours have. What stands in none of these lists is a fault."""

from docx.oxml.ns import nsmap

from reports.word.markup import NAMESPACES

ORDERS = {
    "w:pPr": "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr "
    "w:shd w:tabs w:snapToGrid w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr",
    "w:rPr": "w:rStyle w:rFonts w:b w:bCs w:i w:color w:spacing w:kern w:sz w:szCs w:vertAlign "
    "w:lang",
    "w:tbl": "w:tblPr w:tblGrid w:tr",
    "w:tblPr": "w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook "
    "w:tblCaption",
    "w:tblBorders": "w:top w:left w:bottom w:right w:insideH w:insideV",
    "w:tr": "w:trPr w:tc",
    "w:tc": "w:tcPr w:p",
    "w:tcPr": "w:tcW w:tcBorders w:vAlign",
    "w:sectPr": "w:headerReference w:footerReference w:footnotePr w:pgSz w:pgMar w:pgNumType "
    "w:cols w:docGrid",
    "w:style": "w:name w:basedOn w:next w:uiPriority w:qFormat w:pPr w:rPr w:tblPr",
    "w:lvl": "w:start w:numFmt w:pStyle w:suff w:lvlText w:lvlJc w:pPr w:rPr",
    "w:settings": "w:zoom w:defaultTabStop w:evenAndOddHeaders w:characterSpacingControl "
    "w:footnotePr w:compat w:themeFontLang w:clrSchemeMapping w:decimalSymbol w:listSeparator",
    "w:font": "w:altName w:charset w:family w:pitch",
    "wp:inline": "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
    "wpg:wgp": "wpg:cNvGrpSpPr wpg:grpSpPr wps:wsp",
    "wps:wsp": "wps:cNvPr wps:cNvSpPr wps:spPr wps:txbx wps:bodyPr",
    "wps:spPr": "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln",
    "mc:AlternateContent": "mc:Choice mc:Fallback",
}
SPACES = {**nsmap, **NAMESPACES}
PARTS = ("document", "styles", "numbering", "settings", "fontTable", "footnotes", "footer1")


def tag(name):
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def disordered(root):
    """Each element whose children stand in another order, or have one that is in no list."""
    wrong = []
    for parent, order in ORDERS.items():
        places = {tag(child): place for place, child in enumerate(order.split())}
        for element in root.iter(tag(parent)):
            found = [places.get(child.tag, -1) for child in element]
            if found != sorted(found) or -1 in found:
                wrong.append((parent, [child.tag.rpartition("}")[2] for child in element]))
    return wrong
