"""What a part of a page says, as its HTML."""

from components.content import Part, value_of
from components.elements import written


def html_of(part: Part) -> str:
    """The HTML of a text."""
    return written(value_of(part))
