"""A Deck as a file of slides."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from analysis.document.document import Deck
from reports.slides.leaf import put_leaf
from reports.slides.template import empty, give_theme

AUTHOR = "京津冀产业协同发展监测"
LANGUAGE = "zh-CN"
LONGEST = 255  # characters of a property


def slides(deck: Deck, geo: Path, made_at: datetime) -> bytes:
    """The file: what it says of itself names view, edition and time; maps are drawn on the
    boundaries in the folder `geo`."""
    made = empty()
    for leaf in deck.leaves:
        put_leaf(made, deck, leaf, geo)
    give_theme(made.notes_master.part)
    _freeze(made.core_properties, deck, made_at)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _freeze(properties: Any, deck: Deck, made_at: datetime) -> None:
    """What the file says of itself."""
    properties.title = deck.title[:LONGEST]
    properties.subject = deck.filter_text[:LONGEST]
    properties.keywords = f"数据版本 {deck.version}（{deck.digest}）"
    properties.comments = deck.address[:LONGEST]
    properties.author = properties.last_modified_by = AUTHOR
    properties.category = deck.mark
    properties.language = LANGUAGE
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    properties.revision = 1
