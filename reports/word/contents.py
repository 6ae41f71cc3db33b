"""The contents of a document: the field that lists its headings."""

from collections.abc import Sequence

from analysis.document.document import Section
from analysis.document.numbering import numbers
from reports.word.markup import field_begin, field_end, link, paragraph, run

LISTED = 2  # levels that the contents have, one where these are too many
MOST = 24  # entries


def mark_of(place: int) -> str:
    """The name under which the contents lead to the section at a place."""
    return f"_Toc{place + 1:08d}"


def contents(sections: Sequence[Section], last: Sequence[str]) -> str:
    """The field: its entries as long as nobody has it computed anew, those of the `last` headings,
    which have no number, too. Pages are counted by the program that sets the text, so the entries
    have none before that."""
    count = sum(section.level <= LISTED for section in sections)
    deepest = LISTED if count <= MOST else 1
    entries = [
        (f"TOC{section.level}", link(mark_of(place), run(f"{number}{section.heading}")))
        for place, (section, number) in enumerate(
            zip(sections, numbers(one.level for one in sections), strict=True)
        )
        if section.level <= deepest
    ]
    after = enumerate(last, start=len(sections))
    entries += [("TOC1", link(mark_of(place), run(heading))) for place, heading in after]
    begin = field_begin(f' TOC \\o "1-{deepest}" \\h \\z \\u ')
    held = [content for _, content in entries]
    held[0], held[-1] = f"{begin}{held[0]}", f"{held[-1]}{field_end()}"
    lines = (paragraph(style, each) for (style, _), each in zip(entries, held, strict=True))
    return f"{paragraph('Contents', run('目　录'))}{''.join(lines)}"
