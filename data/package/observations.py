"""The observations of the tables, and what is said of single ones of them."""

from collections.abc import Collection, Mapping
from typing import Any

from data.model import catalog as model
from data.model.periods import period
from data.package.cross_checks import Tables

Row = dict[str, Any]
Key = tuple[str, str, int]  # indicator, region code and period


def observations(
    tables: Tables,
    sources: Mapping[str, model.Source],
    qualifiers: Mapping[str, model.Qualifier],
    marks: Mapping[tuple[str, str], str],
) -> dict[Key, model.Observation]:
    """The observations by indicator, region code and period, less what their indicators say is
    subtracted."""
    dates = {(_place(row), row["period"]): row["as_of_zh"] for row in tables["reference_dates"]}
    conflicts = {(_place(row), row["period"]): row["text_zh"] for row in tables["conflicts"]}
    less = {row["indicator_id"]: row["subtract"] for row in tables["indicators"]}
    found = {}
    for row in tables["observations"]:
        as_of = dates.get((_place(row), row["period"]), "")
        found[_key(row)] = model.Observation(
            value=_less(row["value"], less[row["indicator_id"]]),
            qualifier=qualifiers[row["qualifier"]] if row["qualifier"] else None,
            status=row["status"],
            trust=row["trust"],
            source=sources[row["source_id"]],
            note=row["note"],
            as_of=as_of,
            conflict=conflicts.get((_place(row), row["period"]), ""),
            mark=marks.get(("obs_status", row["status"]), "")
            + marks.get(("trust", row["trust"]), "")
            + (f"（截至 {as_of}）" if as_of else ""),
        )
    return found


def unpublished(rows: list[Row]) -> dict[tuple[str, str], tuple[model.Unpublished, ...]]:
    """What is known not to be published, by indicator and region code."""
    found: dict[tuple[str, str], tuple[model.Unpublished, ...]] = {}
    for row in rows:
        found[_place(row)] = (*found.get(_place(row), ()), model.Unpublished(**row))
    return found


def withdrawn(rows: list[Row], held: Collection[Key]) -> dict[Key, model.Withdrawn]:
    """The values that were taken back and are not held again, as they were when last taken back."""
    found = sorted((row for row in rows if _key(row) not in held), key=lambda row: row["date"])
    return {_key(r): model.Withdrawn(r["value"], r["date"], r["reason_zh"]) for r in found}


def suspects(rows: list[Row]) -> dict[Key, str]:
    """Why values are shown but nothing is compared with them."""
    return {_key(row): row["reason_zh"] for row in rows}


def published_changes(
    rows: list[Row], sources: Mapping[str, model.Source]
) -> dict[Key, model.PublishedChange]:
    """How values stand to the year before, as their publishers say."""
    return {
        _key(row): model.PublishedChange(row["change"], sources[row["source_id"]]) for row in rows
    }


def _place(row: Row) -> tuple[str, str]:
    return row["indicator_id"], row["region_code"]


def _key(row: Row) -> Key:
    return row["indicator_id"], row["region_code"], period(row["period"])


def _less(value: float, part: float | None) -> float:
    """The value less what is subtracted, in nine decimals: 105.1 less 100 stays the decimal 5.1."""
    return value if part is None else round(value - part, 9)
