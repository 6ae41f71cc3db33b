"""A list of the API: where it is, what may be asked of it, what its rows are, who finds them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from analysis import links
from analysis.marking import marked
from analysis.state.view import Choices
from data.model.catalog import Catalog
from reports.columns import Columns
from reports.json import entry
from reports.sdmx.rows import Values
from serving.changes import ChangesFiles
from serving.lists.formats import JSON, JSON_OR_CSV

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
COUNT: Schema = {"type": "integer", "minimum": 0}
# What is said of every list that is no older than these words.
SAID: Mapping[str, Schema] = {"title": TEXT, "filters": TEXT, "notes": TEXTS, "count": COUNT}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked: the data that are served, the query as it was given, what there is to
    be set beside the data, and in which `form` the answer shall be."""

    catalog: Catalog
    options: Choices
    query: str
    changes: ChangesFiles
    form: str = JSON


@dataclass(frozen=True, slots=True)
class Found:
    """What a list has for a query: what must be known of it, and all its rows; `settled` are keys
    that the query left open, with their values: with them it means the same for ever; `as_sdmx`
    says how rows that are observations are written in SDMX, `row_of` makes a row of what stands
    for it: only those of the part that is asked for are made."""

    about: dict[str, Any]
    rows: Sequence[Any]
    settled: Mapping[str, str] = field(default_factory=dict)
    as_sdmx: Callable[[Sequence[Any]], list[Values]] | None = None
    row_of: Callable[[Any], Any] = lambda row: row


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its `path`; under which `name` its rows stand in JSON, and `row`, the schema of one;
    its `title`; the `keys` of its query, those of the changes where it `is_of_editions`; the `kind`
    of its rows (else the `named` fields) and their `columns` in CSV; `said`, what is told of it
    besides the data version; `is_indented` for people. `find` computes it."""

    path: str
    name: str
    row: str
    title: str
    keys: tuple[str, ...]
    kind: type | None
    columns: Columns
    find: Callable[[Asked], Found]
    said: Mapping[str, Schema] = field(default_factory=lambda: SAID)
    is_of_editions: bool = False
    formats: tuple[str, ...] = JSON_OR_CSV
    as_entry: Callable[[Any], dict[str, Any]] = entry
    is_indented: bool = False
    named: tuple[str, ...] = ()

    @property
    def operation(self) -> str:
        """Its name in the description of the API: plan_measures."""
        return self.path.removeprefix(links.API).replace("/", "_").replace("-", "_")

    @property
    def schema(self) -> str:
        """The name of its schema there: PlanMeasurePage."""
        return f"{self.row}Page"

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of its rows."""
        return self.named or tuple(one.name for one in fields(self.kind or object))


def about(asked: Asked, path: str, title: str, count: int, **more: Any) -> dict[str, Any]:
    """What is said of every list: title, `filters` and `notes` among `more`, how many rows it has,
    the data version, and the address under which the same rows stay."""
    catalog = asked.catalog
    return {
        "title": title,
        "filters": "",
        "notes": [],
        **more,
        "count": count,
        "data_version": catalog.version,
        "data_digest": catalog.digest,
        "data_address": links.permanent(path, asked.query, catalog.digest),
        "mark": marked() or None,
    }
