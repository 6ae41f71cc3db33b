"""A Deck as a file, written by a process apart."""

from datetime import datetime

from analysis.document.document import Deck
from data.model.catalog import Catalog
from reports.apart import written_apart
from reports.slide_file import slide_file
from serving.files import BEIJING


def deck_slides(catalog: Catalog, deck: Deck) -> bytes:
    """The slides. Raises TooMuch."""
    return written_apart(slide_file, deck, catalog.shapes, datetime.now(BEIJING))
