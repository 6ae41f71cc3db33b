"""Whose a briefing is: it stays with who made it, and who made it or an admin may change it."""

from dataclasses import dataclass

from data.briefings.file import Briefing


class NotTheirs(Exception):
    """The briefing is somebody else's; `owner` says whose."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        super().__init__(owner)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: by name, "" where nobody is known; `is_admin` may write what is others'."""

    name: str = ""
    is_admin: bool = False


ANYBODY = Writer(is_admin=True)  # where the site is open to everybody


def owner_of(before: Briefing | None, by: Writer) -> str:
    """Whose the briefing is that is written. Raises NotTheirs."""
    owner = before.owner if before else ""
    if owner and owner != by.name and not by.is_admin:
        raise NotTheirs(owner)
    return owner or by.name
