"""The page of a text document: its size and grid, the number below it, the line above it."""

from reports.lengths import length
from reports.word.design import Design
from reports.word.markup import DECLARED, HEADER, paragraph, run, tab, tone, twips

GAP = 4.0  # half characters between what stands at the left and at the right


def section(design: Design, footers: tuple[str, str], head: str) -> str:
    """The section of a whole document; `footers` are the relations of the odd and the even one,
    `head` that of the line above the page, "" for none."""
    page = design.page
    heads = (
        f'<w:headerReference w:type="even" r:id="{head}"/>'
        f'<w:headerReference w:type="default" r:id="{head}"/>'
        if head
        else ""
    )
    odd, even = footers
    # Lines only: with lines and characters LibreOffice sets half as many of them in a line.
    grid = f'<w:docGrid w:type="lines" w:linePitch="{twips(design.grid)}"/>' if design.grid else ""
    return (
        f'<w:sectPr>{heads}<w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:footerReference w:type="default" r:id="{odd}"/>'
        '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/>'
        '<w:numRestart w:val="eachPage"/></w:footnotePr>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
        f'w:header="{twips(page.footer)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{grid}</w:sectPr>'
    )


def odd_footer() -> str:
    """The page number of a right page, at its right: — 1 —."""
    return _footer("Footer")


def even_footer() -> str:
    """That of a left page, at its left."""
    return _footer("FooterEven")


def _footer(style: str) -> str:
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    content = paragraph(style, f"{run('— ')}{number}{run(' —')}")
    return f"{HEADER}<w:ftr {DECLARED}>{content}</w:ftr>"


def header(design: Design, left: str, right: str) -> str:
    """The line above every page; of what stands at its left as much as there is room for."""
    place = twips(design.page.text_width)
    left = _shortened(left, design.page.text_width * 2 / design.types["Header"].size, right)
    edge = (
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="'
        f'{tone("rule")}"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{place}"/></w:tabs>'
    )
    content = paragraph("Header", f"{run(left)}{tab()}{run(right)}", edge)
    return f"{HEADER}<w:hdr {DECLARED}>{content}</w:hdr>"


def _shortened(text: str, line: float, beside: str) -> str:
    """A text in the rest of a line of so many half characters, with a gap before what is beside."""
    room = line - length(beside) - GAP
    if length(text) <= room:
        return text
    kept = next(text[:end] for end in range(len(text), -1, -1) if length(text[:end]) <= room - 2)
    return f"{kept}…"
