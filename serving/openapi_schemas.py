"""What files and API answer, as schemas of the OpenAPI document."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from reports.area_facts import AreaFactRow
from reports.areas import CountyRow, ProductYear, ShiftRow
from reports.changes import ItemRow, MarkRow, SentenceRow, ValueRow
from reports.evaluation import WatchRow
from reports.evaluation_rows import EvaluationRow
from reports.latest import LatestRow
from reports.official_names import NameRow
from reports.place_bases import BaseRow
from reports.place_lists import ListRow, StatementRow
from reports.places import FlowRow, IndustryRow, PlaceRow
from reports.profile_coordination import CoordinationRow
from reports.profiles import ClaimRow, ProfileRow
from reports.progress import FactRow
from reports.records import Record
from serving.lists.indicators import COLUMNS
from serving.openapi_briefings import object_schema

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
YEAR: Schema = {"type": "integer"}
OF_TYPE: Mapping[Any, Schema] = {
    str: TEXT_OR_NULL,
    int: YEAR,
    int | None: {"type": ["integer", "null"]},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    float | None: {"type": ["number", "null"]},
}
A_DOCUMENT = object_schema(title=TEXT, publisher=TEXT, published=TEXT_OR_NULL, address=TEXT_OR_NULL)
DATA_VERSION = {
    "data_version": TEXT,
    "data_digest": TEXT,
    "data_address": TEXT,
    "mark": TEXT_OR_NULL,
}


def schemas() -> dict[str, Schema]:
    """Every schema of the files and of the API but those of briefings, by name."""
    return {
        **_series_schemas(),
        **_report_schemas(),
        **_platform_schemas(),
        **_changes_schemas(),
        **_areas_schemas(),
        **_evaluation_schemas(),
        "Missing": object_schema(error=TEXT, allowed=TEXTS),
        "Failure": object_schema(error=TEXT),
        "Fault": object_schema(error=TEXT, key=TEXT, value=TEXT, allowed=TEXTS),
        "BadQuery": object_schema(errors=_list("Fault")),
    }


def _series_schemas() -> dict[str, Schema]:
    """The values of a view, and the entries of the list of indicators."""
    a_break = object_schema(before=YEAR, after=YEAR, reason=TEXT)
    series = {
        **{name: TEXT for name in ("indicator_id", "name_zh", "name_en", "title", "subtitle")},
        **{name: TEXT for name in ("scale", "scale_name", "citation")},
        **{name: TEXT_OR_NULL for name in ("formula", "unit", "caveat", "absence")},
        **{name: TEXTS for name in ("notes", "sources", "publishers")},
        "is_computed": OF_TYPE[bool],
        "breaks": _list("Break"),
    }
    entry = {
        **{name: TEXT_OR_NULL for name in COLUMNS},
        **{name: TEXT for name in ("indicator_id", "theme_zh")},
        **{name: YEAR for name in ("decimals", "first_year", "last_year")},
        "regions": TEXTS,
        "frequencies": {"type": "object", "additionalProperties": TEXTS},
        "breaks": _list("Break"),
        "sources": {"type": "array", "items": A_DOCUMENT},
    }
    about = object_schema(title=TEXT, filters=TEXT, series=_list("Series"), **DATA_VERSION)
    return {
        "Break": a_break,
        "Series": object_schema(**series),
        "Observation": row(Record),
        "Observations": object_schema(metadata=about, observations=_list("Observation")),
        "Indicator": object_schema(**entry),
    }


def _report_schemas() -> dict[str, Schema]:
    """The files of a region's profile, of the plan and of names, with their rows."""
    profile = object_schema(title=TEXT, filters=TEXT, lead=TEXT, **DATA_VERSION)
    progress = object_schema(title=TEXT, filters=TEXT, note=TEXT, count=YEAR, **DATA_VERSION)
    return {
        "LatestValue": row(LatestRow),
        "Fact": row(FactRow),
        "Progress": object_schema(metadata=progress, facts=_list("Fact")),
        "ProfileIndicator": row(ProfileRow),
        "ProfileClaim": row(ClaimRow),
        "ProfileCoordination": row(CoordinationRow),
        "OfficialName": row(NameRow),
        "Profile": object_schema(
            metadata=profile,
            indicators=_list("ProfileIndicator"),
            claims=_list("ProfileClaim"),
            platforms=_list("Platform"),
            names=_list("OfficialName"),
            coordination=_list("ProfileCoordination"),
        ),
    }


def _platform_schemas() -> dict[str, Schema]:
    """The file of the map of platforms, with its rows."""
    notes = {name: TEXT for name in ("note", "points_note", "industries_note", "flows_note")}
    about = object_schema(
        title=TEXT, filters=TEXT, **notes, areas_note=TEXT_OR_NULL, **DATA_VERSION
    )
    return {
        "Platform": row(PlaceRow),
        "PlatformIndustry": row(IndustryRow),
        "Flow": row(FlowRow),
        "PlatformList": row(ListRow),
        "PlatformStatement": row(StatementRow),
        "AreaValue": row(BaseRow),
        "Platforms": object_schema(
            metadata=about,
            platforms=_list("Platform"),
            industries=_list("PlatformIndustry"),
            flows=_list("Flow"),
            lists=_list("PlatformList"),
            statements=_list("PlatformStatement"),
            areas=_list("AreaValue"),
        ),
    }


def _changes_schemas() -> dict[str, Schema]:
    """The changes between two editions."""
    editions = {name: TEXT for name in ("from_version", "from_digest")}
    about = object_schema(title=TEXT, filters=TEXT, headline=TEXT, **editions, **DATA_VERSION)
    return {
        "ChangedValue": row(ValueRow),
        "ChangedMark": row(MarkRow),
        "ChangedSentence": row(SentenceRow),
        "ChangedItem": row(ItemRow),
        "Changes": object_schema(
            metadata=about,
            values=_list("ChangedValue"),
            marks=_list("ChangedMark"),
            sentences=_list("ChangedSentence"),
            items=_list("ChangedItem"),
        ),
    }


def _areas_schemas() -> dict[str, Schema]:
    """The page of areas."""
    said = {"title": TEXT, "filters": TEXT, "notes": TEXTS, "products_note": TEXT, "sources": TEXTS}
    return {
        "AreaFact": row(AreaFactRow),
        "AreaCounty": row(CountyRow),
        "AreaShift": row(ShiftRow),
        "AreaProduct": row(ProductYear),
        "Areas": object_schema(
            metadata=object_schema(**said, **DATA_VERSION),
            facts=_list("AreaFact"),
            counties=_list("AreaCounty"),
            shift=_list("AreaShift"),
            products=_list("AreaProduct"),
        ),
    }


def _evaluation_schemas() -> dict[str, Schema]:
    """The evaluation."""
    said = {"title": TEXT, "filters": TEXT, "notes": TEXTS, "sources": TEXTS}
    return {
        "EvaluationRow": row(EvaluationRow),
        "WatchRow": row(WatchRow),
        "Evaluation": object_schema(
            metadata=object_schema(**said, **DATA_VERSION),
            rows=_list("EvaluationRow"),
            watch=_list("WatchRow"),
        ),
    }


def row(kind: type) -> Schema:
    """The rows of a report, from their dataclass."""
    hints = get_type_hints(kind)
    return object_schema(**{field.name: OF_TYPE[hints[field.name]] for field in fields(kind)})


def _list(name: str) -> Schema:
    return {"type": "array", "items": ref(name)}


def ref(name: str) -> Schema:
    """A schema by its name in the document."""
    return {"$ref": f"#/components/schemas/{name}"}
