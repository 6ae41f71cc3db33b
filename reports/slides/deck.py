"""A Deck as a file of slides."""

from datetime import datetime
from io import BytesIO
from typing import Any

from analysis.document.document import Deck
from data.boundaries import Boundaries
from reports.slides.leaf import put_leaf
from reports.slides.template import empty, give_theme

AUTHOR = "京津冀产业协同发展监测"
LANGUAGE = "zh-CN"


def slides(deck: Deck, boundaries: Boundaries, made_at: datetime) -> bytes:
    """The file: what it says of itself names view, edition and time."""
    made = empty()
    for leaf in deck.leaves:
        put_leaf(made, deck, leaf, boundaries)
    give_theme(made.notes_master.part)
    _freeze(made.core_properties, deck, made_at)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _freeze(properties: Any, deck: Deck, made_at: datetime) -> None:
    """What the file says of itself."""
    properties.title = deck.title
    properties.subject = deck.filter_text
    properties.keywords = f"数据版本 {deck.version}（{deck.digest}）"
    properties.comments = deck.address
    properties.author = properties.last_modified_by = AUTHOR
    properties.category = deck.mark
    properties.language = LANGUAGE
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    properties.revision = 1
