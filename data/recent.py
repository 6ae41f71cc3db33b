"""What is kept in memory of late: what was asked for once does not drive out what is asked for
again and again.

Two parts, each of what was used last: one takes what is new, and what is asked for once more, or
was there not long ago, stands in the other. Who looks through thousands of views passes through the
first alone. (2Q: T. Johnson, D. Shasha, A Low Overhead High Performance Buffer Management
Replacement Algorithm, VLDB 1994.)
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

K = TypeVar("K")
V = TypeVar("V")

KNOWN = 2_000  # keys of what was there not long ago
NEW = 0.25  # part of the size that is there for what is new


class Recent(Generic[K, V]):
    """At most `most` of what `size` says of a value (bytes), for several threads."""

    def __init__(self, most: int, size: Callable[[V], int]) -> None:
        self._new: LRUCache[K, V] = LRUCache(most * NEW, size)
        self._used: LRUCache[K, V] = LRUCache(most * (1 - NEW), size)
        self._known: LRUCache[K, None] = LRUCache(KNOWN)
        self._size = size
        self._lock = Lock()

    def get(self, key: K, is_use: bool = True) -> V | None:
        """What is kept; None if it is not. Not `is_use`: it is looked at and stays where it is."""
        with self._lock:
            if not is_use:
                return self._used.get(key, self._new.get(key))
            if key in self._new:
                self._used[key] = self._new.pop(key)
            return self._used.get(key)

    def keep(self, key: K, value: V) -> None:
        """Keep a value in the place of the one before; what is larger than all that is new may be
        is not kept."""
        with self._lock:
            part = self._used if key in self._known else self._new
            self._known[key] = None
            for one in (self._used, self._new):
                one.pop(key, None)
            if self._size(value) <= self._new.maxsize:
                part[key] = value

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._new) + len(self._used)
