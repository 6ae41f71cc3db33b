"""A Document as a Word file, written by a process apart."""

from datetime import datetime

from analysis.document.document import Document
from analysis.document.names import names
from data.model.catalog import Catalog
from reports.apart import written_apart
from reports.word.layouts import Layout
from reports.word_file import word_file
from serving.files import BEIJING


def document_text(catalog: Catalog, document: Document, layout: Layout) -> bytes:
    """The file. Raises TooMuch."""
    now = datetime.now(BEIJING)
    return written_apart(word_file, document, layout, now, names(catalog), catalog.shapes)
