"""A Document as a Word file, for who hands it to a process apart: the library is loaded there."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from analysis.document.document import Document
from reports.word.layouts import Layout


def word_file(
    document: Document, layout: Layout, exported: datetime, names: Mapping[str, str], geo: Path
) -> bytes:
    """The file; maps are drawn on the boundaries in the folder `geo`."""
    from reports.word.writer import word

    return word(document, layout, exported, names, geo)
