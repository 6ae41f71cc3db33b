"""Values of a file into the tables of a base edition: what is new, revised or withdrawn, and
nothing else touched.

Pure: texts of tables in, texts of tables out. A row whose value does not change keeps every byte.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from decimal import Decimal

from data.imports.cells import CellFault
from data.imports.characters import bare
from data.imports.mapping import Mapped
from data.imports.rows import Key, Row, TableText
from data.model.sources import beside

OBSERVATIONS, SOURCES, WITHDRAWN = "observations", "sources", "withdrawn"
QUOTED = (
    "B"  # trust class of a file's values, until who knows that it is its publisher's own says so
)
VALUE_KEY = ("indicator_id", "region_code", "period")
WITHDRAWN_KEY = (*VALUE_KEY, "date")
WITHDRAWN_HEAD = "indicator_id,region_code,period,value,date,reason_zh\n"
# Tables that say something of single values: what they say of a withdrawn one goes with it.
SAYING = ("reference_dates", "conflicts", "suspects")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A publication as sources.csv has it: its title, the part of it, its bodies (apart by
    semicolons), its date as far as it is known, its address."""

    title_zh: str
    publishers_zh: str
    part_zh: str = ""
    published: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person has said of a file: the publication of its values, by the file's own words for
    it ("" for values that name none); the status and trust class of values that say none; why
    values are withdrawn; and on which day this is done."""

    sources: Mapping[str, SourceRow]
    on: date
    status: str = "A"
    trust: str = "A"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that comes, changes or goes: its indicator, region code and period, and as the tables
    write it before and after."""

    key: Key
    before: str
    after: str


@dataclass(slots=True)
class Merged:
    """The tables that change, by name, as text; what is new, revised and withdrawn; how many values
    stay as they are; and what could not be done, by cell."""

    tables: dict[str, str] = field(default_factory=dict)
    new: list[Change] = field(default_factory=list)
    revised: list[Change] = field(default_factory=list)
    withdrawn: list[Change] = field(default_factory=list)
    unchanged: int = 0
    faults: list[CellFault] = field(default_factory=list)


def merged(tables: Mapping[str, str], values: Iterable[Mapped], given: Given) -> Merged:
    """The tables of an edition (CSV text by name) with values put in."""
    work = _Work(tables, given)
    for one in values:
        if one.origin.is_withdrawn:
            work.withdraw(one)
        elif one.value is not None:
            work.put(one)
    return work.done()


class _Work:
    """Tables being changed."""

    def __init__(self, tables: Mapping[str, str], given: Given) -> None:
        texts = {WITHDRAWN: WITHDRAWN_HEAD, **tables}
        self.observations = TableText(texts[OBSERVATIONS], VALUE_KEY)
        self.sources = TableText(texts[SOURCES], ("source_id",))
        self.gone = TableText(texts[WITHDRAWN], WITHDRAWN_KEY)
        self.saying = {n: TableText(texts[n], VALUE_KEY) for n in SAYING if n in texts}
        self.given = given
        self.ids: dict[str, str | None] = {}  # of sources, by the file's words for them
        self.found = Merged()

    def put(self, one: Mapped) -> None:
        """A value, new or revised; one that the table has already is left alone."""
        key, after = _key(one), plain(one.value or Decimal(0))
        before = self.observations.row(key)
        said = {"qualifier": one.origin.qualifier, "status": one.origin.status}
        if before is not None and _is_same(before, after, said):
            self.found.unchanged += 1
            return
        source = self._source(one)
        if source is None:
            return
        self.observations.put(
            dict(zip(VALUE_KEY, key, strict=True))
            | {"value": after, "source_id": source, "trust": self.given.trust}
            | {"note": one.origin.note, "provenance": _original(one)}
            | said
            | {"status": said["status"] or self.given.status}
        )
        changed = self.found.new if before is None else self.found.revised
        changed.append(Change(key, before["value"] if before else "", after))

    def withdraw(self, one: Mapped) -> None:
        """A value taken back: it leaves the observations and is known as withdrawn."""
        key = _key(one)
        before = self.observations.row(key)
        reason = one.origin.note or self.given.reason
        if before is None or not reason:
            expected, remedy = (
                ("没有收录这个数值，无可撤回", "请删去这一行，或改正指标、地区和期间")
                if before is None
                else ("撤回须写明理由", "请在“备注”一列写明")
            )
            self.found.faults.append(CellFault(one.origin.cell, expected, remedy))
            return
        self.gone.put(
            dict(zip(VALUE_KEY, key, strict=True))
            | {"value": before["value"], "date": self.given.on.isoformat(), "reason_zh": reason}
        )
        for table in (self.observations, *self.saying.values()):
            table.take(key)
        self.found.withdrawn.append(Change(key, before["value"], ""))

    def done(self) -> Merged:
        """What has changed."""
        changed = {
            OBSERVATIONS: self.observations,
            SOURCES: self.sources,
            WITHDRAWN: self.gone,
            **self.saying,
        }
        self.found.tables = {
            name: table.text(name in (OBSERVATIONS, SOURCES, WITHDRAWN))
            for name, table in changed.items()
            if table.is_changed
        }
        return self.found

    def _source(self, one: Mapped) -> str | None:
        """The id of a value's publication; None, with a fault, where nobody has said which."""
        text = one.origin.source_text
        if text not in self.ids:
            row = self.given.sources.get(text) or self._known(text) or self.given.sources.get("")
            self.ids[text] = self._id(row) if row else None
        if self.ids[text] is None:
            fault = CellFault(one.origin.cell, "没有写明来源", "请填写出版物与发布单位")
            self.found.faults.append(fault)
        return self.ids[text]

    def _id(self, row: SourceRow) -> str:
        """The id of an equal row of the table, else of a new one."""
        wanted = asdict(row)
        for known in self.sources.rows():
            if all(known.get(name, "") == text for name, text in wanted.items()):
                return known["source_id"]
        numbers = [int(known["source_id"][1:]) for known in self.sources.rows()]
        source_id = f"s{max(numbers, default=0) + 1:03}"
        self.sources.put({"source_id": source_id, **wanted})
        return source_id

    def _known(self, text: str) -> SourceRow | None:
        """The publication that a file names as our pages do: by title and part."""
        for row in self.sources.rows():
            if text and bare(beside(row["title_zh"], row["part_zh"])) == bare(text):
                return SourceRow(**{one.name: row[one.name] for one in fields(SourceRow)})
        return None


def _original(one: Mapped) -> str:
    """What the file has for a value that was converted, for whoever keeps the tables."""
    given = Decimal(repr(one.origin.value))
    return "" if given == one.value else f"原值{plain(given)}{one.origin.unit_text}，已换算"


def _is_same(before: Row, after: str, said: Mapping[str, str]) -> bool:
    """Whether a row has a value already, and what the file says of it, if it says anything."""
    is_said = all(not text or text == before[name] for name, text in said.items())
    return is_said and Decimal(before["value"]) == Decimal(after)


def _key(one: Mapped) -> Key:
    return one.indicator_id, one.region_code, one.period


def plain(value: Decimal) -> str:
    """A number as the tables write it: a full stop, no exponent, no zeros at the end."""
    return f"{value.normalize() + 0:f}"
