"""In which form a list is asked for: by the key of its query, else by the Accept of the request."""

from collections.abc import Iterable, Mapping

from analysis.query import Query
from serving.api_keys import FORMAT
from serving.files import MIMETYPES

JSON, CSV = JSON_OR_CSV = ("json", "csv")
# The versions of SDMX-CSV, the newest first, by what the key of the query calls them.
SDMX: Mapping[str, str] = {"sdmx-csv": "2.0.0", "sdmx-csv-1.0": "1.0.0"}
XLSX = "xlsx"
WITH_BOOK = (JSON, CSV, XLSX)
WITH_SDMX = (JSON, CSV, *SDMX)
SDMX_CSV = "application/vnd.sdmx.data+csv"
STRUCTURE_ML = "application/vnd.sdmx.structure+xml;version=2.1"


def media_type(kind: str) -> str:
    """The content type of a form."""
    return f"{SDMX_CSV};version={SDMX[kind]};charset=utf-8" if kind in SDMX else MIMETYPES[kind]


def asked_form(query: str, formats: tuple[str, ...], accepted: Iterable[tuple[str, float]]) -> str:
    """The form that a query asks for; where it does not, SDMX-CSV if a program `accepted` that
    above all else (media types with their quality), by its version, the newest where it names none
    that is known. Else JSON: what a
    browser accepts says nothing."""
    named = Query.of(query).given.get(FORMAT.name)
    if named:
        return named
    first, _ = max(accepted, key=lambda pair: pair[1], default=("", 0.0))
    if not first.startswith(SDMX_CSV) or not set(SDMX) <= set(formats):
        return JSON
    known = (kind for kind, version in SDMX.items() if f"version={version}" in first)
    return next(known, next(iter(SDMX)))
