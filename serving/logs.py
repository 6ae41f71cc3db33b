"""How the log is written: sentences, or one JSON object a line (`LOG=json`).

Every line that is written while a request is answered has its number. Of a request itself the
JSON log says what it was for, how it ended and how long it took; of its query the names of the
keys, and the values only of those that choose from the tables: nothing that a person has typed.
"""

import logging
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import orjson

from analysis.pages import PAGES
from serving import asking

SETTING = "LOG"
TEXT, JSON = "text", "json"
REQUESTS = "monitor.requests"
# Keys that choose from lists of ours, so that their values are nobody's words.
TYPED = {"own", "search"}
CHOICES = frozenset(key for place in PAGES.values() for key in place.keys) - TYPED | {"data"}
PLAIN = re.compile(r"[\w,.:\-—]{1,80}")
# Names that people give to their briefings.
GIVEN = re.compile(r"(/present/|/api/v1/briefings/)[^/]+")
LONGEST = 200  # characters of a path
MOST_KEYS = 30


class WrongLog(ValueError):
    """LOG is neither of its two values."""


def form(environ: Mapping[str, str]) -> str:
    """How the log is to be written. Raises WrongLog."""
    said = environ.get(SETTING, "").strip() or TEXT
    if said not in (TEXT, JSON):
        raise WrongLog(f"{SETTING}={said}：应为 {TEXT} 或 {JSON}")
    return said


class Sentences(logging.Formatter):
    """A message as it is, after it the number of its request, then the trace."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's name
        """The message of a record."""
        return asking.with_number(super().formatMessage(record))


class Lines(logging.Formatter):
    """A record as a JSON object in one line: time, level, logger, message, number of the request,
    thread and trace where there are such, and what else it was given as `said`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "pid": record.process,
        }
        if record.threadName and not record.threadName.startswith(("ThreadPool", "MainThread")):
            line["thread"] = record.threadName
        if found := asking.number():
            line["request"] = found
        if record.getMessage():
            line["message"] = record.getMessage()
        line |= getattr(record, "said", {})
        if record.exc_info:
            line["trace"] = "".join(traceback.format_exception(*record.exc_info))
        return orjson.dumps(line, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def path_said(path: str) -> str:
    """A path as the log has it: without the names that people gave."""
    kept = GIVEN.sub(r"\1*", path)[:LONGEST]
    return "".join(letter if letter.isprintable() else "?" for letter in kept)


def query_said(query: str) -> dict[str, str]:
    """The keys of a query; "" stands for every value that is not one of our own choices."""
    said: dict[str, str] = {}
    for pair in query.split("&")[:MOST_KEYS] if query else ():
        key, _, value = pair.partition("=")
        name, meant = unquote(key)[:40], unquote(value)
        is_ours = name in CHOICES and PLAIN.fullmatch(meant)
        said[name if name.isidentifier() else "?"] = meant if is_ours else ""
    return said


def settings(how: str) -> dict[str, Any]:
    """What `logging.config` and gunicorn take for this form: one way out for all, to stderr."""
    made = f"{__name__}.{'Lines' if how == JSON else 'Sentences'}"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"own": {"()": made}},
        "handlers": {
            "own": {
                "class": "logging.StreamHandler",
                "formatter": "own",
                "stream": "ext://sys.stderr",
            }
        },
        "root": {"level": "INFO", "handlers": ["own"]},
        "loggers": {
            name: {"level": "INFO", "handlers": ["own"], "propagate": False, "qualname": name}
            for name in ("gunicorn.error", REQUESTS)
        },
    }
