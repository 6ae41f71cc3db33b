"""公文版式, after GB/T 9704-2012: A4, 22 lines a page, 28 characters a line."""

from dataclasses import replace

from reports.word.design import MM, Design, Face, Page, Type

SONG = Face("Times New Roman", "宋体")
FANGSONG = Face("Times New Roman", "仿宋_GB2312")
KAI = Face("Times New Roman", "楷体_GB2312")
HEI = Face("Times New Roman", "黑体")
TITLE_SONG = Face("Times New Roman", "方正小标宋简体")
PITCH, TRACKING = 28.95, -0.25

_body = Type("Normal", FANGSONG, 16, "both", PITCH, first=2, tracking=TRACKING)
_official = {
    "Normal": _body,
    "Title": replace(
        _body,
        name="Title",
        face=TITLE_SONG,
        size=22,
        align="center",
        first=0,
        line=36,
        after=10,
        tracking=0,
        is_kept=True,
    ),
    "Subtitle": replace(
        _body, name="Subtitle", face=KAI, align="center", first=0, after=PITCH, is_kept=True
    ),
    "Mark": replace(_body, name="Mark", face=HEI, align="left", first=0, tracking=0),
    "Heading1": replace(_body, name="heading 1", align="left", face=HEI, level=1, is_kept=True),
    "Heading2": replace(_body, name="heading 2", align="left", face=KAI, level=2, is_kept=True),
    "Heading3": replace(_body, name="heading 3", align="left", level=3, is_kept=True),
    "Heading4": replace(_body, name="heading 4", align="left", level=4, is_kept=True),
    "Figure": Type("Figure", FANGSONG, 12, "center", before=6, is_kept=True),
    "Caption": Type("caption", HEI, 12, "center", before=3, after=3, is_kept=True),
    "TableCaption": Type("Table Caption", HEI, 12, "center", before=9, after=4, is_kept=True),
    "Unit": Type("Unit", FANGSONG, 10.5, "center", after=4, is_kept=True),
    "TableHead": Type("Table Head", HEI, 10.5, "left", line=15),
    "TableHeadNumber": Type("Table Head Number", HEI, 10.5, "right", line=15),
    "TableText": Type("Table Text", FANGSONG, 10.5, "left", line=15),
    "TableNumber": Type("Table Number", FANGSONG, 10.5, "right", line=15),
    "Note": Type("Note", FANGSONG, 10.5, "both", line=15),
    "Gap": Type("Gap", FANGSONG, 6, line=10),
    "NoteLast": Type("Note Last", FANGSONG, 10.5, "both", line=15, after=10),
    "FootnoteText": Type("footnote text", FANGSONG, 9, "left", line=12),
    "Contents": replace(
        _body, name="TOC Heading", face=HEI, align="center", first=0, after=14, tracking=0
    ),
    "TOC1": replace(_body, name="toc 1", size=14, line=25, first=0, align="left"),
    "TOC2": replace(_body, name="toc 2", size=14, line=25, first=0, left=1, align="left"),
    "Header": Type("header", SONG, 10.5, "left"),
    "Footer": Type("footer", SONG, 14, "right", right=1),
    "FooterEven": Type("Footer Even", SONG, 14, "left", left=1),
    "End": replace(_body, name="End Heading", face=HEI, is_kept=True, outline=1, before=PITCH),
    "EndNote": Type("End Note", FANGSONG, 12, "left", line=20),
}

OFFICIAL = Design(
    page=Page(37 * MM, 28 * MM, 26 * MM, 35 * MM, 22.5 * MM),
    types=_official,
    theme=(HEI, FANGSONG),
    own=KAI,
    small=8,
    grid=PITCH,
    figure_height=72 * MM,
    figure_type=10.5,
    figure_fonts=("仿宋_GB2312", "Times New Roman"),
    is_plain=False,
    has_head=False,
    altered={"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "宋体"},
)
