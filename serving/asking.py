"""The request that is being answered, as the log knows it: its number, and what is noted of it.

The number comes from a proxy (`X-Request-ID`), or is made here; it stands in the answer's head, in
every line of the log that is written meanwhile, and beside the words of a failure, so that who
reads them can tell an operator which line to look for.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

HEADER = "X-Request-ID"
ENVIRON = "HTTP_X_REQUEST_ID"
CAME = "monitor.came"  # in the environment: when the request was there whole (perf_counter)
SANE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")
Noted = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Asking:
    """A request: its number, and what is noted for its line of the log."""

    number: str
    noted: dict[str, Noted] = field(default_factory=dict)


_now: ContextVar[Asking | None] = ContextVar("asking", default=None)


def number_of(given: str) -> str:
    """The number that came with a request if it is sane, else a new one."""
    return given if SANE.fullmatch(given) else secrets.token_hex(6)


@contextmanager
def asking(given: str) -> Iterator[Asking]:
    """Inside of this block, in this thread, a request is answered that came with this number."""
    found = Asking(number_of(given))
    token = _now.set(found)
    try:
        yield found
    finally:
        _now.reset(token)


def number() -> str:
    """The number of the request that is being answered; "" outside of one."""
    found = _now.get()
    return found.number if found else ""


def note(**said: Noted) -> None:
    """Have something stand in the line of the request that is being answered, if one is."""
    found = _now.get()
    if found is not None:
        found.noted.update(said)


def with_number(words: str) -> str:
    """Words of a failure, and after them by which number the log knows the request."""
    found = number()
    return f"{words}（编号 {found}）" if found else words
