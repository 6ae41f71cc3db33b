"""The ids of the desk. What comes and goes has an id of parts, so that a callback takes whatever
of it there is."""

from enum import StrEnum


class DeskId(StrEnum):
    """What is always there, or in every draft."""

    PLACE = "place"  # the address
    TURN = "turn"  # another value after every deed: what is shown is made anew
    SAID = "said"  # what came of the last deed
    WHO = "who"
    EDITIONS = "editions"
    DRAFTS = "drafts"
    BEGIN = "begin"  # of another draft
    TEMPLATE = "template"
    TEMPLATE_LINK = "template-link"
    DRAFT = "draft"
    LEDGER = "ledger"
    DIALOG = "dialog"
    DIALOG_TITLE = "dialog-title"
    DIALOG_SAID = "dialog-said"  # what is missing in it
    ASKED = "asked"  # the deed that the dialog asks the reason of
    UPLOAD = "upload"
    PROGRESS = "progress"
    PROGRESS_TEXT = "progress-text"
    RECEIVED = "received"  # the id and name of the file that came in
    FILE = "file"  # what it says
    NAMES = "names"  # what its names stand for
    DRAWN = "drawn"  # which draft is shown, and the digest of its package
    CHECKED = "checked"
    CHANGES = "changes"


def deed(name: str, subject: str = "") -> dict[str, str]:
    """A button that does something to something at once."""
    return {"act": name, "on": subject}


def ask(name: str, subject: str) -> dict[str, str]:
    """A button that asks for a reason first."""
    return {"ask": name, "on": subject}


def template(name: str) -> dict[str, str]:
    """What is chosen of the template."""
    return {"template": name}


def form(name: str) -> dict[str, str]:
    """A field that a deed reads."""
    return {"form": name}


def answer(key: str) -> dict[str, str]:
    """What is said to a question."""
    return {"answer": key}


def choice(name: str) -> dict[str, str]:
    """What a file does not say itself."""
    return {"choice": name}


def pick(number: int) -> dict[str, int]:
    """The indicator of a name of a file, by its place among them."""
    return {"pick": number}


def question(number: int) -> dict[str, int]:
    """Where it stands what is asked about it."""
    return {"question": number}


def confirmed(number: int) -> dict[str, int]:
    """That this was looked at."""
    return {"confirmed": number}


def area(number: int) -> dict[str, int]:
    """The region of a name of a file, by its place among those that were not recognised."""
    return {"area": number}


def source(number: int, field: str) -> dict[str, str | int]:
    """A field of a publication, by its place among those that are not known."""
    return {"source": number, "field": field}
