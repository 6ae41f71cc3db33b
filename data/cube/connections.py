"""Connections to a store: one a thread, made where it is needed and never carried into another
process (gunicorn loads the app before it makes its workers)."""

import os
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What can be closed."""

    def close(self) -> object:
        """Close it."""
        ...


C = TypeVar("C", bound=Closable)


class Connections(Generic[C]):
    """The connections of a process, each for the thread that asked for it first."""

    def __init__(self, connect: Callable[[], C]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._own = threading.local()
        self._all: list[weakref.ref[C]] = []
        before_fork(self)

    def own(self) -> C:
        """This thread's connection."""
        found: C | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._own.connection = self._connect()
            with self._lock:
                self._all = [ref for ref in self._all if ref() is not None]
                self._all.append(weakref.ref(found))
        return found

    def drop(self) -> None:
        """Forget this thread's connection, which is of no more use."""
        found: C | None = self._own.__dict__.pop("connection", None)
        if found is not None:
            found.close()

    def close(self) -> None:
        """Close all; whoever asks again gets a new one."""
        with self._lock:
            held = [found for ref in self._all if (found := ref()) is not None]
            self._all, self._own = [], threading.local()
        for found in held:
            found.close()


@contextmanager
def closed_on_failure(held: Closable) -> Iterator[None]:
    """Have something closed where this block fails: who cannot be made leaves nothing open."""
    try:
        yield
    except BaseException:
        held.close()
        raise


def before_fork(held: Closable) -> None:
    """Have something closed before this process is copied, as long as anybody has it."""
    known = weakref.ref(held)

    def close() -> None:
        if (found := known()) is not None:
            found.close()

    os.register_at_fork(before=close)
