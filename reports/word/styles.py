"""The styles of a text document, made of its design: word/styles.xml, and the levels of its
headings (word/numbering.xml)."""

from reports.word.design import Design, Face, Type
from reports.word.markup import DECLARED, HEADER, plain, twips

LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
MOST_LEVELS = 4
# 一、（一）1.（1）: how the number of a level is written, and in which numerals.
LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
ALIGNED = {"left": "left", "right": "right", "center": "center", "both": "both"}


def styles(design: Design) -> str:
    """word/styles.xml."""
    body = design.types["Normal"]
    return (
        f"{HEADER}<w:styles {DECLARED}>"
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(body.face)}<w:kern w:val="2"/>'
        f'<w:sz w:val="{round(body.size * 2)}"/><w:szCs w:val="{round(body.size * 2)}"/>{LANGUAGE}'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{''.join(_style(key, each, design) for key, each in design.types.items())}"
        f"{_characters(design)}{_table()}</w:styles>"
    )


def fonts(face: Face) -> str:
    """The typeface of a run."""
    if face.is_theme:
        latin, east = f"{face.latin}HAnsi", f"{face.chinese}EastAsia"
        return (
            f'<w:rFonts w:hint="eastAsia" w:asciiTheme="{latin}" w:eastAsiaTheme="{east}" '
            f'w:hAnsiTheme="{latin}" w:cstheme="{face.latin}Bidi"/>'
        )
    latin, east = plain(face.latin), plain(face.chinese)
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:eastAsia="{east}" '
        f'w:hAnsi="{latin}" w:cs="{latin}"/>'
    )


def _style(key: str, each: Type, design: Design) -> str:
    is_default = key == "Normal"
    ranks = "" if is_default else '<w:basedOn w:val="Normal"/>'
    follows = "" if is_default or each.next == key else f'<w:next w:val="{each.next}"/>'
    return (
        f'<w:style w:type="paragraph"{_default(is_default)} w:styleId="{key}">'
        f'<w:name w:val="{each.name}"/>{ranks}{follows}<w:qFormat/>'
        f"<w:pPr>{_of_paragraph(each, design)}</w:pPr><w:rPr>{_of_run(each)}</w:rPr></w:style>"
    )


def _default(is_default: bool) -> str:
    return ' w:default="1"' if is_default else ""


def _of_paragraph(each: Type, design: Design) -> str:
    kept = "<w:keepNext/>" if each.is_kept else '<w:keepNext w:val="0"/>'
    numbered = (
        f'<w:numPr><w:ilvl w:val="{each.level - 1}"/><w:numId w:val="1"/></w:numPr>'
        if each.level
        else ""
    )
    is_gridded = design.grid is not None and each.line == design.grid
    outer = each.level or each.outline
    outline = f'<w:outlineLvl w:val="{outer - 1}"/>' if outer else ""
    return (
        f'{kept}<w:widowControl w:val="0"/>{numbered}<w:snapToGrid w:val="{int(is_gridded)}"/>'
        f'{_spacing(each)}{_indents(each)}<w:jc w:val="{ALIGNED[each.align]}"/>{outline}'
    )


def _spacing(each: Type) -> str:
    pitch = (
        f'w:line="{twips(each.line)}" w:lineRule="exact"'
        if each.line is not None
        else f'w:line="{round(each.leading * 240)}" w:lineRule="auto"'
    )
    return f'<w:spacing w:before="{twips(each.before)}" w:after="{twips(each.after)}" {pitch}/>'


def _indents(each: Type) -> str:
    """Indents in characters, and their lengths for programs that do not know these."""
    width = each.size + each.tracking
    pairs = (("left", each.left), ("right", each.right), ("firstLine", each.first))
    said = (
        f'w:{side}Chars="{count * 100}" w:{side}="{twips(width * count)}"' for side, count in pairs
    )
    return f"<w:ind {' '.join(said)}/>"


def _of_run(each: Type) -> str:
    bold = "<w:b/><w:bCs/>" if each.is_bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    colour = f'<w:color w:val="{each.colour}"/>' if each.colour else ""
    tracking = f'<w:spacing w:val="{twips(each.tracking)}"/>'
    size = round(each.size * 2)
    return (
        f'{fonts(each.face)}{bold}{colour}{tracking}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _characters(design: Design) -> str:
    """What stands within a paragraph: the sign of a footnote, a link, what a person added, the
    texts of a wide table."""
    small = round(design.small * 2)
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="Own"><w:name w:val="Own Words"/>'
        f"<w:rPr>{fonts(design.own)}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Small"><w:name w:val="Small Table"/>'
        f'<w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>'
    )


def _table() -> str:
    """The style that every table has: no lines, which a table says itself."""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="25" w:type="dxa"/>'
        '<w:left w:w="70" w:type="dxa"/><w:bottom w:w="25" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def numbering(design: Design) -> str:
    """word/numbering.xml: the levels of headings, each bound to its style, so that a heading moved
    or taken out is numbered anew."""
    levels = "".join(_level(place, design) for place in range(MOST_LEVELS))
    return (
        f'{HEADER}<w:numbering {DECLARED}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _level(place: int, design: Design) -> str:
    numerals, written = LEVELS[place]
    key = f"Heading{place + 1}"
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{numerals}"/>'
        f'<w:pStyle w:val="{key}"/><w:suff w:val="nothing"/><w:lvlText w:val="{written}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{_indents(design.types[key])}</w:pPr></w:lvl>'
    )
