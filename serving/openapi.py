"""The OpenAPI 3.1 document of files and API, written from the keys that validate the query."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from analysis import links
from analysis.pages import PAGES, Page
from analysis.query import Key
from data.model.periods import ANNUAL
from serving import openapi_briefings, openapi_lists, openapi_schemas
from serving.openapi_documents import (
    EDITION,
    ENDS,
    XLSX,
    get,
    parameters,
    report_paths,
    seen_paths,
    single_paths,
)
from serving.openapi_examples import with_examples
from serving.openapi_parameters import parameter
from serving.openapi_schemas import TEXT, ref

VERSION = "1.1.0"
ABOUT = (
    "查询参数与页面地址相同：将页面地址中的 /indicators 改为 /indicators.csv，"
    "即得同一视图的文件；地区页的文件为 /regions/hebei.csv 等。"
    "没有数值的为 null（CSV 中留空），不以零代替；备注注明本站未收录或未公布。"
    "/api/v1/ 下的列表可用 limit 和 offset 分段读取，响应头 Link 给出其他各段的地址"
    "（同一数据版本），X-Total-Count 为全部行数；fields 选取字段。"
    "响应带 ETag，以 If-None-Match 再问而内容未变时得到 304。"
    "查询参数有误时返回 400，逐条列出参数、取值和可用值。"
)
FILES = {  # what a page's JSON holds
    Page.INDICATORS: "Observations",
    Page.OVERVIEW: "Observations",
    Page.AREAS: "Areas",
    Page.EVALUATION: "Evaluation",
    Page.PLATFORMS: "Platforms",
    Page.PLAN: "Progress",
    Page.CHANGES: "Changes",
}


def every(keys: Mapping[str, Mapping[str, Key]]) -> dict[str, Key]:
    """The keys of all frequencies as one: those of years, with the indicators and the periods of
    the others."""
    found = dict(keys[ANNUAL])
    for name in ("indicator", "against"):
        ids = (own[name].allowed for own in keys.values())
        found[name] = replace(found[name], allowed=tuple(dict.fromkeys(chain(*ids))))
    others = [(kind, own) for kind, own in keys.items() if kind != ANNUAL]
    for name in ENDS if others else ():
        said = "，".join(f"freq={kind} 时为 {own[name].said}" for kind, own in others)
        found[name] = replace(found[name], meaning=f"{found[name].meaning}；指标页 {said}")
    return found


def description(keys: Mapping[str, Key], editions: Mapping[str, Key]) -> dict[str, Any]:
    """The document; the enums are the tables that the server validates with. `editions` are the
    keys of the changes between two editions."""
    found = {
        "openapi": "3.1.0",
        "info": {"title": "京津冀产业协同发展监测", "version": VERSION, "description": ABOUT},
        "paths": {
            **_file_paths(),
            **_profile_paths(),
            **seen_paths(),
            **single_paths(),
            **report_paths(),
            **openapi_lists.paths(),
            links.DESCRIPTION: get(
                "openapi", "本文档", (), {"application/json": {"schema": {"type": "object"}}}
            ),
            **openapi_briefings.paths(),
        },
        "components": _components(keys, editions),
    }
    return with_examples(found)


def _components(keys: Mapping[str, Key], editions: Mapping[str, Key]) -> dict[str, Any]:
    known = openapi_schemas.schemas()
    return {
        "parameters": {
            **{key.name: parameter(key) for key in keys.values()},
            **openapi_lists.parameters(),
            **{f"{EDITION}{end}": parameter(editions[end]) for end in ENDS},
            "slug": _slug(keys["region"]),
            "name": openapi_briefings.NAMED,
        },
        "schemas": {**known, **openapi_lists.schemas(known), **openapi_briefings.schemas()},
        "responses": _responses(),
    }


def _responses() -> dict[str, Any]:
    """What is answered instead of what was asked for."""
    return {
        **openapi_briefings.responses(),
        "BadQuery": {
            "description": "查询参数有误，逐条列出",
            "content": {"application/json": {"schema": ref("BadQuery")}},
        },
        "Unchanged": {"description": "内容与 If-None-Match 所指的相同"},
        "TooMuch": {
            "description": "文件太大，在限定的时间和内存内没有生成",
            "content": {"application/json": {"schema": ref("Failure")}},
        },
        "Busy": {
            "description": "正在生成其他文件，按 Retry-After 的秒数再试",
            "headers": {"Retry-After": {"schema": {"type": "integer"}}},
            "content": {"application/json": {"schema": ref("Failure")}},
        },
        "Missing": {
            "description": "没有该地区",
            "content": {"application/json": {"schema": ref("Missing")}},
        },
    }


def _file_paths() -> dict[str, Any]:
    return {
        f"/{page}.{kind}": get(
            f"{page}_{kind}",
            f"{PAGES[page].name}页当前视图的 {kind} 文件",
            parameters(page),
            content,
        )
        for page, schema in FILES.items()
        for kind, content in (
            ("csv", _csv()),
            ("json", _json(schema)),
            ("xlsx", {XLSX: {}}),
        )
    }


def _profile_paths() -> dict[str, Any]:
    """A region's profile; the CSV has its indicators, the others its claims and platforms too."""
    found = {
        f"/regions/{{slug}}.{kind}": get(
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
        "example": region.allowed[-1],
    }


def _csv() -> dict[str, Any]:
    return {"text/csv": {"schema": TEXT}}


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": ref(name)}}
