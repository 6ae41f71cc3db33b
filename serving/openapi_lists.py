"""The part of the OpenAPI document that tells of the lists, from the table that answers them."""

from collections.abc import Mapping
from typing import Any

from analysis import links
from analysis.query import Key
from serving.api_keys import LIMIT, OFFSET, fields_key, format_key
from serving.files import MIMETYPES
from serving.lists.formats import SDMX, SDMX_CSV, STRUCTURE_ML, WITH_SDMX, XLSX
from serving.lists.listed import COUNT, Listed
from serving.lists.paging import TOTAL
from serving.lists.table import LISTS
from serving.openapi_briefings import object_schema
from serving.openapi_documents import EDITION, ENDS, get
from serving.openapi_parameters import parameter
from serving.openapi_schemas import DATA_VERSION, TEXT, TEXT_OR_NULL, Schema, ref
from serving.openapi_schemas import row as row_schema

PART = "PartOfList"
PACKAGE = "各列表的 Data Package（第 2 版）描述"
OBJECT: Schema = {"type": "object"}
STRUCTURE = "观测值的数据结构、代码表与概念（SDMX-ML 2.1）"
HEADERS = {
    TOTAL: {"description": "全部行数", "schema": COUNT},
    "Link": {"description": "首、前、后、末各部分的地址（RFC 8288）", "schema": TEXT},
}


def paths() -> dict[str, Any]:
    """Every list."""
    return {one.path: _path(one) for one in LISTS} | {
        links.STRUCTURE: get("structure", STRUCTURE, (), {STRUCTURE_ML: {"schema": TEXT}}),
        links.PACKAGE: get("datapackage", PACKAGE, (), {"application/json": {"schema": OBJECT}}),
    }


def _path(listed: Listed) -> dict[str, Any]:
    names = [
        f"{EDITION}{key}" if listed.is_of_editions and key in ENDS else key for key in listed.keys
    ]
    content = {"application/json": {"schema": ref(listed.schema)}}
    if "csv" in listed.formats:
        content["text/csv"] = {"schema": TEXT}
    if XLSX in listed.formats:
        content[MIMETYPES[XLSX]] = {}
    for version in SDMX.values() if listed.formats == WITH_SDMX else ():
        content[f"{SDMX_CSV};version={version}"] = {"schema": TEXT}
    found = get(listed.operation, listed.title, (*names, LIMIT.name, OFFSET.name), content)
    found["get"]["parameters"] += [parameter(key) for key in own_keys(listed)]
    found["get"]["responses"]["200"]["headers"] = HEADERS
    return found


def own_keys(listed: Listed) -> tuple[Key, ...]:
    """The keys of a list that mean something else in each list: which fields, and in what form."""
    own = (fields_key(listed.fields),)
    return (*own, format_key(listed.formats)) if len(listed.formats) > 1 else own


def parameters() -> dict[str, Any]:
    """The keys that all lists have."""
    return {key.name: parameter(key) for key in (LIMIT, OFFSET)}


def schemas(known: Mapping[str, Schema]) -> dict[str, Schema]:
    """The schemas of the lists, and those of their rows that are not `known`."""
    rows = {one.row: row_schema(one.kind) for one in LISTS if one.row not in known and one.kind}
    every = {**known, **rows}
    part = object_schema(total=COUNT, limit=COUNT, offset=COUNT, next=TEXT_OR_NULL)
    return {**rows, PART: part, **{one.schema: _schema(one, every[one.row]) for one in LISTS}}


def _schema(listed: Listed, whole: Schema) -> Schema:
    """A list: what is said of it, of its part where the answer is one, and its rows, whole or with
    the fields that were asked for."""
    about = object_schema(**{name: dict(found) for name, found in listed.said.items()})
    about["properties"] |= {**DATA_VERSION, "page": ref(PART)}
    about["required"] = [name for name in about["properties"] if name != "page"]
    some = {
        "type": "object",
        "description": f"{links.API} 的 fields 参数所选的字段",
        "properties": whole["properties"],
        "minProperties": 1,
        "additionalProperties": False,
    }
    rows = {"type": "array", "items": {"anyOf": [ref(listed.row), some]}}
    return object_schema(metadata=about, **{listed.name: rows})
