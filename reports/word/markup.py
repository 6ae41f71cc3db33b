"""WordprocessingML in small pieces: runs, paragraphs, fields, marks. Every text from elsewhere
comes in through `plain`."""

import re
from xml.sax.saxutils import escape, quoteattr

from analysis.document.look import WHITE

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML 1.0 cannot hold: controls, halves of characters, two that are none.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """A text as XML holds it, without characters that it cannot hold."""
    return escape(clean(text))


def clean(text: str) -> str:
    """A text without characters that XML cannot hold."""
    return UNWRITABLE.sub("", text)


def quoted(text: str) -> str:
    """A text as an attribute, with its quotes."""
    return quoteattr(clean(text))


def tone(role: str) -> str:
    """A colour on white by its role, as office files write it."""
    return WHITE[role].removeprefix("#").upper()


def twips(points: float) -> int:
    """Points in twentieths, as most lengths are written."""
    return round(points * 20)


def emu(points: float) -> int:
    """Points as drawings measure them."""
    return round(points * 12700)


def run(text: str, style: str = "") -> str:
    """A text, in several lines where it has line feeds; marks that Chinese and Latin share are
    Chinese ones."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    fonts = '<w:rFonts w:hint="eastAsia"/>'
    said = "<w:br/>".join(
        f'<w:t xml:space="preserve">{line}</w:t>' for line in plain(text).split("\n")
    )
    return f"<w:r><w:rPr>{named}{fonts}</w:rPr>{said}</w:r>"


def tab() -> str:
    """A tabulator."""
    return "<w:r><w:tab/></w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style; `properties` of its own follow the style's."""
    named = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
    held = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{held}{content}</w:p>"


def field(code: str, shown: str) -> str:
    """A field of one run, with what it shows until it is computed anew."""
    return f"<w:fldSimple w:instr={quoted(code)}>{run(shown)}</w:fldSimple>"


def bookmark(number: int, name: str, content: str) -> str:
    """Content under a name that links and contents lead to."""
    begin = f'<w:bookmarkStart w:id="{number}" w:name={quoted(name)}/>'
    return f'{begin}{content}<w:bookmarkEnd w:id="{number}"/>'


def on_new_page(first: str) -> str:
    """A paragraph with which a page begins: a break before it would be a paragraph too, with a page
    of its own where it is the first there."""
    begins = "<w:pageBreakBefore/>"
    if not first.startswith("<w:p><w:pPr>"):
        return first.replace("<w:p>", f"<w:p><w:pPr>{begins}</w:pPr>", 1)
    named = re.match(r"<w:p><w:pPr>(<w:pStyle [^>]*/>)?", first)
    place = named.end() if named else 0
    return f"{first[:place]}{begins}{first[place:]}"


def field_begin(code: str) -> str:
    """The begin of a field of several paragraphs, up to what it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{plain(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """Its end."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def link(name: str, content: str) -> str:
    """Content that leads to a bookmark."""
    return f'<w:hyperlink w:anchor={quoted(name)} w:history="1">{content}</w:hyperlink>'
