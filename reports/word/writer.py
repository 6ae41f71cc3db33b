"""A Document as DOCX."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from analysis.document.document import Document
from reports.word.body import Writing, body
from reports.word.footnotes import Footnotes
from reports.word.layouts import DESIGNS, Layout
from reports.word.markup import DECLARED, clean
from reports.word.pictures import Pictures
from reports.word.skeleton import skeleton
from reports.xlsx import PRODUCT

LONGEST_FACT = 255  # characters of a property
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word(
    document: Document,
    layout: Layout,
    exported: datetime,
    names: Mapping[str, str],
    geo: Path,
) -> bytes:
    """The document in a layout. `names` has the words for the indicators and regions that cells
    name by id and code, `geo` is the folder of the boundaries of its maps;
    `exported` stands at its end."""
    design = DESIGNS[layout]
    opened = docx.Document(BytesIO(skeleton(design, (document.title, document.mark))))
    writing = Writing(design, Pictures(opened.part, design, geo), names)
    written = body(document, exported, writing)
    held = parse_xml(f"<w:body {DECLARED}>{written}</w:body>")
    section = opened.element.body[-1]
    for each in list(held):
        section.addprevious(each)
    _footnotes(opened, writing.footnotes)
    _facts(opened, document, exported)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _footnotes(opened: Opened, found: Footnotes) -> None:
    """The part that python-docx does not know."""
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, found.part(), opened.part.package)
    opened.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _facts(opened: Opened, document: Document, exported: datetime) -> None:
    """What the file says of itself to whoever looks at its properties."""
    facts = opened.core_properties
    facts.title, facts.subject = _fact(document.title), _fact(document.filter_text)
    facts.author = facts.last_modified_by = PRODUCT
    facts.category, facts.language = _fact(document.mark), "zh-CN"
    facts.version, facts.comments = _fact(document.version), _fact(document.address)
    facts.keywords, facts.identifier = "京津冀 产业协同", _fact(document.digest)
    facts.created = facts.modified = exported.astimezone(UTC).replace(tzinfo=None)
    facts.revision = 1


def _fact(text: str) -> str:
    return clean(text)[:LONGEST_FACT]
