"""The OpenAPI 3.1 document of files and API, written from the keys that validate the query."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, get_type_hints

from analysis.pages import PAGES, Page
from analysis.query import Key
from reports.places import FlowRow, IndustryRow, PlaceRow
from reports.profiles import ClaimRow, ProfileRow
from reports.records import Record
from serving import openapi_briefings
from serving.listing import COLUMNS
from serving.openapi_briefings import object_schema

VERSION = "1.0.0"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
FILES = {  # what a page is called, and what its JSON holds
    Page.INDICATORS: ("指标", "Observations"),
    Page.OVERVIEW: ("总览", "Observations"),
    Page.PLATFORMS: ("平台地图", "Platforms"),
}


def description(keys: Mapping[str, Key]) -> dict[str, Any]:
    """The document; the enums are the tables that the server validates with."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "京津冀产业协同发展监测",
            "version": VERSION,
            "description": (
                "查询键与页面地址相同：把页面地址的 /indicators 换成 /indicators.csv，"
                "得到同一视图的文件；地区页的文件是 /regions/hebei.csv 等。"
                "未公布的数值为 null（CSV 中留空），不以零代替。"
                "写错的查询得到 400，逐条说明键、值和可用的值。"
            ),
        },
        "paths": {
            **_file_paths(),
            **_profile_paths(),
            **_api_paths(),
            **openapi_briefings.paths(),
        },
        "components": {
            "parameters": {
                **{key.name: _parameter(key) for key in keys.values()},
                "slug": _slug(keys["region"]),
            },
            "schemas": {**_schemas(), **openapi_briefings.schemas()},
            "responses": {
                **openapi_briefings.responses(),
                "BadQuery": {
                    "description": "查询有误：每处一条",
                    "content": {"application/json": {"schema": _ref("BadQuery")}},
                },
                "Unchanged": {"description": "与 If-None-Match 所指的内容相同"},
                "Missing": {
                    "description": "没有这个地区",
                    "content": {"application/json": {"schema": _ref("Missing")}},
                },
            },
        },
    }


def _file_paths() -> dict[str, Any]:
    return {
        f"/{page}.{kind}": _get(
            f"{page}_{kind}", f"{name}页当前视图的 {kind} 文件", PAGES[page].keys, content
        )
        for page, (name, schema) in FILES.items()
        for kind, content in (
            ("csv", _csv()),
            ("json", _json(schema)),
            ("xlsx", {XLSX: {}}),
        )
    }


def _profile_paths() -> dict[str, Any]:
    """A region's profile; the CSV has its indicators, the others its claims and platforms too."""
    found = {
        f"/regions/{{slug}}.{kind}": _get(
            f"region_{kind}", f"地区页的 {kind} 文件", ("slug", *PAGES[Page.REGIONS].keys), content
        )
        for kind, content in (("csv", _csv()), ("json", _json("Profile")), ("xlsx", {XLSX: {}}))
    }
    for path in found.values():
        path["get"]["responses"]["404"] = {"$ref": "#/components/responses/Missing"}
    return found


def _slug(region: Key) -> dict[str, Any]:
    """The region of a profile, as it stands in the path."""
    return {
        "name": "slug",
        "in": "path",
        "description": "地区",
        "required": True,
        "schema": {"type": "string", "enum": list(region.allowed)},
    }


def _api_paths() -> dict[str, Any]:
    both = {**_json("Observations"), **_csv()}
    names = (*PAGES[Page.INDICATORS].keys, "format")
    return {
        "/api/v1/indicators": _get("indicators", "指标目录", ("theme",), _json("Indicators")),
        "/api/v1/observations": _get("observations", "一个视图的数值", names, both),
        "/api/v1/openapi.json": _get(
            "openapi", "本文档", (), {"application/json": {"schema": {"type": "object"}}}
        ),
    }


def _get(
    operation: str, summary: str, names: Sequence[str], content: dict[str, Any]
) -> dict[str, Any]:
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in names],
            "responses": {
                "200": {"description": summary, "content": content},
                "304": {"$ref": "#/components/responses/Unchanged"},
                "400": {"$ref": "#/components/responses/BadQuery"},
            },
        }
    }


def _parameter(key: Key) -> dict[str, Any]:
    """A key as a parameter; a list is written with commas: region=beijing,tianjin."""
    schema: Schema = {"type": "string", "enum": list(key.allowed)}
    if key.longest:
        schema = {"type": "string", "maxLength": key.longest}
    if key.is_year:
        years = [int(text) for text in key.allowed]
        schema = {"type": "integer", "minimum": min(years), "maximum": max(years)}
    if key.is_list:
        schema = {"type": "array", "items": schema, "minItems": 1}
    return {
        "name": key.name,
        "in": "query",
        "description": key.meaning,
        "required": False,
        "style": "form",
        "explode": False,
        "schema": schema,
    }


def _schemas() -> dict[str, Schema]:
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
        "breaks": _list("Break"),
        "sources": {"type": "array", "items": object_schema(title=TEXT, publisher=TEXT)},
    }
    version = {"data_version": TEXT, "data_digest": TEXT}
    about = object_schema(title=TEXT, filters=TEXT, series=_list("Series"), **version)
    return {
        "Break": a_break,
        "Series": object_schema(**series),
        "Observation": _row(Record),
        "Observations": object_schema(metadata=about, observations=_list("Observation")),
        "Indicator": object_schema(**entry),
        "ProfileIndicator": _row(ProfileRow),
        "ProfileClaim": _row(ClaimRow),
        "Platform": _row(PlaceRow),
        "PlatformIndustry": _row(IndustryRow),
        "Flow": _row(FlowRow),
        "Profile": object_schema(
            metadata=object_schema(title=TEXT, filters=TEXT, lead=TEXT, **version),
            indicators=_list("ProfileIndicator"),
            claims=_list("ProfileClaim"),
            platforms=_list("Platform"),
        ),
        "Platforms": object_schema(
            metadata=object_schema(
                title=TEXT,
                filters=TEXT,
                note=TEXT,
                points_note=TEXT,
                industries_note=TEXT,
                flows_note=TEXT,
                **version,
            ),
            platforms=_list("Platform"),
            industries=_list("PlatformIndustry"),
            flows=_list("Flow"),
        ),
        "Indicators": object_schema(
            metadata=object_schema(count=YEAR, **version), indicators=_list("Indicator")
        ),
        "Missing": object_schema(error=TEXT, allowed=TEXTS),
        "Fault": object_schema(error=TEXT, key=TEXT, value=TEXT, allowed=TEXTS),
        "BadQuery": object_schema(errors=_list("Fault")),
    }


def _row(kind: type) -> Schema:
    """The rows of a report, from their dataclass."""
    hints = get_type_hints(kind)
    return object_schema(**{field.name: OF_TYPE[hints[field.name]] for field in fields(kind)})


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _csv() -> dict[str, Any]:
    return {"text/csv": {"schema": TEXT}}


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": _ref(name)}}
