"""The Table: the numbers of a picture as text, for reading, copying and export."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Caption, column names, and rows of text; numbers keep their qualifier."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
