"""A Deck as a file of slides, for who hands it to a process apart: the library is loaded there."""

from datetime import datetime
from pathlib import Path

from analysis.document.document import Deck


def slide_file(deck: Deck, geo: Path, made_at: datetime) -> bytes:
    """The file; maps are drawn on the boundaries in the folder `geo`."""
    from reports.slides.deck import slides

    return slides(deck, geo, made_at)
