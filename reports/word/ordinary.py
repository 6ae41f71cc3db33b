"""一般版式: a plain modern report, its typefaces those of the theme."""

from reports.word.design import MM, Design, Face, Page, Type
from reports.word.markup import tone

INK, MUTED, ACCENT, SEAL = map(tone, ("ink", "muted", "accent", "tier-wing"))
MAJOR, MINOR = Face("major", "major", is_theme=True), Face("minor", "minor", is_theme=True)

_text = Type("Normal", MINOR, 12, "both", leading=1.5, after=4, first=2, colour=INK)
_ordinary = {
    "Normal": _text,
    "Title": Type(
        "Title", MAJOR, 22, leading=1.15, after=4, colour=INK, is_bold=True, is_kept=True
    ),
    "Subtitle": Type("Subtitle", MINOR, 12, leading=1.2, after=12, colour=MUTED, is_kept=True),
    "Mark": Type("Mark", MAJOR, 12, after=12, colour=SEAL, is_bold=True),
    "Heading1": Type(
        "heading 1",
        MAJOR,
        16,
        leading=1.15,
        before=20,
        after=8,
        colour=ACCENT,
        is_bold=True,
        is_kept=True,
        level=1,
    ),
    "Heading2": Type(
        "heading 2",
        MAJOR,
        13,
        leading=1.2,
        before=12,
        after=5,
        colour=INK,
        is_bold=True,
        is_kept=True,
        level=2,
    ),
    "Heading3": Type(
        "heading 3",
        MAJOR,
        12,
        leading=1.2,
        before=8,
        after=4,
        colour=INK,
        is_bold=True,
        is_kept=True,
        level=3,
    ),
    "Heading4": Type(
        "heading 4",
        MAJOR,
        12,
        leading=1.2,
        before=6,
        after=4,
        colour=INK,
        is_kept=True,
        level=4,
    ),
    "Figure": Type("Figure", MINOR, 12, "center", before=4, is_kept=True),
    "Caption": Type(
        "caption",
        MAJOR,
        10.5,
        "center",
        before=2,
        after=3,
        colour=INK,
        is_bold=True,
        is_kept=True,
    ),
    "TableCaption": Type(
        "Table Caption",
        MAJOR,
        10.5,
        "center",
        before=10,
        after=4,
        colour=INK,
        is_bold=True,
        is_kept=True,
    ),
    "Unit": Type("Unit", MINOR, 9, "center", after=4, colour=MUTED, is_kept=True),
    "TableHead": Type("Table Head", MAJOR, 9.5, "left", line=14, colour=INK, is_bold=True),
    "TableHeadNumber": Type(
        "Table Head Number", MAJOR, 9.5, "right", line=14, colour=INK, is_bold=True
    ),
    "TableText": Type("Table Text", MINOR, 9.5, "left", line=14, colour=INK),
    "TableNumber": Type("Table Number", MINOR, 9.5, "right", line=14, colour=INK),
    "Note": Type("Note", MINOR, 9, "both", line=13.5, colour=MUTED),
    "Gap": Type("Gap", MINOR, 6, line=10),
    "NoteLast": Type("Note Last", MINOR, 9, "both", line=13.5, after=10, colour=MUTED),
    "FootnoteText": Type("footnote text", MINOR, 9, "left", line=12.5, colour=MUTED),
    "Contents": Type(
        "TOC Heading", MAJOR, 14, before=10, after=8, colour=ACCENT, is_bold=True, is_kept=True
    ),
    "TOC1": Type("toc 1", MINOR, 12, leading=1.3, before=3, after=1, colour=INK),
    "TOC2": Type("toc 2", MINOR, 11, leading=1.25, after=1, left=2, colour=MUTED),
    "Header": Type("header", MINOR, 9, colour=MUTED),
    "Footer": Type("footer", MINOR, 10.5, "right", colour=MUTED),
    "FooterEven": Type("Footer Even", MINOR, 10.5, "left", colour=MUTED),
    "End": Type(
        "End Heading",
        MAJOR,
        13,
        leading=1.2,
        before=18,
        after=5,
        colour=ACCENT,
        is_bold=True,
        is_kept=True,
        outline=1,
    ),
    "EndNote": Type("End Note", MINOR, 9.5, "left", line=15, after=2, colour=MUTED),
}

ORDINARY = Design(
    page=Page(26 * MM, 25 * MM, 25 * MM, 24 * MM, 12 * MM),
    types=_ordinary,
    theme=(Face("Arial", "微软雅黑"), Face("Times New Roman", "宋体")),
    own=Face("Times New Roman", "楷体"),
    small=8,
    grid=None,
    figure_height=78 * MM,
    figure_type=9.5,
    figure_fonts=("微软雅黑", "Arial"),
    is_plain=False,
    has_head=True,
    altered={"微软雅黑": "黑体"},
)
