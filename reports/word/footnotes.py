"""Footnotes: gathered while the text is written, then a part of the package."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.document.document import Cited
from reports.word.markup import DECLARED, HEADER, paragraph, run

SAME_SOURCE = "规则生成，数字与图表同源。"
SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a document in their order; a text that was said before is said again, since
    each page has its own."""

    texts: list[str] = field(default_factory=list)

    def sign(self, text: str) -> str:
        """A footnote's sign in the text, and the note itself kept for the foot of the page."""
        self.texts.append(text)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.texts)}"/></w:r>'
        )

    def part(self) -> bytes:
        """word/footnotes.xml, with the two lines that part notes from text."""
        lines = (("separator", -1), ("continuationSeparator", 0))
        parting = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
            f'w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
            for kind, number in lines
        )
        notes = "".join(
            f'<w:footnote w:id="{number}">{paragraph("FootnoteText", SIGN + run(text))}'
            "</w:footnote>"
            for number, text in enumerate(self.texts, start=1)
        )
        return f"{HEADER}<w:footnotes {DECLARED}>{parting}{notes}</w:footnotes>".encode()


def sources_note(cells: Sequence[Cited], names: Mapping[str, str]) -> str:
    """Where the numbers of a paragraph come from: by indicator, each number with its region and
    period; below that how computed ones were. `names` has the words for ids and codes."""
    by_indicator: dict[str, dict[str, None]] = {}
    for cell in cells:
        found = by_indicator.setdefault(names.get(cell.indicator_id, ""), {})
        found[_cell(cell, names)] = None
    said = [
        f"{name}：{'、'.join(found)}" if name else "、".join(found)
        for name, found in by_indicator.items()
    ]
    return f"{SAME_SOURCE}{'；'.join([*said, *_formulas(cells)])}。"


def _cell(cell: Cited, names: Mapping[str, str]) -> str:
    place = "，".join(filter(None, (names.get(cell.region_code, ""), cell.period)))
    return f"{cell.text}（{place}）" if place else cell.text


def _formulas(cells: Iterable[Cited]) -> list[str]:
    found = dict.fromkeys(cell.formula for cell in cells if cell.formula)
    return [f"计算：{'；'.join(found)}"] if found else []
