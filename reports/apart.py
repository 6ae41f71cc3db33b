"""A file that takes its time to write, written by a process of its own with limits: pages do not
wait for it, and what it costs is bounded.

What is handed over is a Document, a Deck or a Book: plain values, made by who asks from the
summaries. `python -m reports.apart` is started by `written_apart` and by nobody else.
"""

import importlib
import os
import pickle
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.marking import mark_as, marked

ROOT = Path(__file__).parents[1]
SECONDS = 20
MEMORY = 2_000_000_000  # bytes of address space
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # a thread is memory


class TooMuch(Exception):
    """A file was not written within the limits."""


def written_apart(write: Callable[..., bytes], *given: Any, seconds: int = SECONDS) -> bytes:
    """What `write(*given)` gives, a function of a module of this floor and values that can be
    pickled. Raises TooMuch where time or memory do not suffice, RuntimeError with what went wrong
    for any other failure."""
    command = [sys.executable, "-m", "reports.apart", str(seconds)]
    named = pickle.dumps((write.__module__, write.__name__, given, marked()))
    try:
        done = subprocess.run(
            command, input=named, capture_output=True, timeout=seconds * 2, cwd=ROOT,
            env={**os.environ, **ONE_THREAD}, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise TooMuch(f"{seconds} 秒内没有写完") from error
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode < 0 or "MemoryError" in said:
        raise TooMuch(f"所需的时间或内存超出限制（{seconds} 秒、{MEMORY // 10**9} GB）")
    if done.returncode:
        raise RuntimeError(f"{write.__module__}.{write.__name__}: {said[-2000:]}")
    return done.stdout


def main() -> None:
    """Write what is asked for on standard input, within the limits, to standard output."""
    seconds = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)  # who looks at a page goes first
    module, name, given, mark = pickle.load(sys.stdin.buffer)
    mark_as(mark)
    content: bytes = getattr(importlib.import_module(module), name)(*given)
    sys.stdout.buffer.write(content)


if __name__ == "__main__":
    main()
