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
            f'<w:footnote w:id="{number}">{paragraph("FootnoteText", SIGN + run(" ") + run(text))}'
            "</w:footnote>"
            for number, text in enumerate(self.texts, start=1)
        )
        return f"{HEADER}<w:footnotes {DECLARED}>{parting}{notes}</w:footnotes>".encode()


def sources_note(cells: Sequence[Cited], names: Mapping[str, str]) -> str:
    """Where the numbers of a paragraph come from: by indicator and period, each region with its
    numbers; at the end how computed ones were. `names` has the words for ids and codes."""
    groups: dict[str, dict[str, dict[str, None]]] = {}
    for cell in cells:
        head = names.get(cell.indicator_id, "")
        when = f"（{_period(cell.period)}）" if cell.period else ""
        found = groups.setdefault(f"{head}{when}", {})
        found.setdefault(names.get(cell.region_code, ""), {})[cell.text] = None
    said = [_group(head, found) for head, found in groups.items()]
    return f"{SAME_SOURCE}{'；'.join([*said, *_formulas(cells)])}。"


def _group(head: str, found: Mapping[str, Mapping[str, None]]) -> str:
    """R&D 经费（2024 年）：北京 3,278.4 亿元、67.4%，天津 620.6 亿元."""
    regions = [f"{region} {'、'.join(texts)}".strip() for region, texts in found.items()]
    return f"{head}：{'，'.join(regions)}" if head else "，".join(regions)


def _period(text: str) -> str:
    """A year in words; another period as it is written."""
    return f"{text} 年" if text.isdigit() else text


def _formulas(cells: Iterable[Cited]) -> list[str]:
    found = dict.fromkeys(cell.formula for cell in cells if cell.formula)
    return [f"计算：{'；'.join(found)}"] if found else []
