"""The part of the OpenAPI document that tells of briefings, from the schema that checks them."""

from typing import Any

from data.briefings.file import NAME, REVISION, SCENES_SCHEMA
from data.model.needs import POPULATION
from serving.own_page import HEADER

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
REVISION_SEEN = "k3v9"
COUNT: Schema = {"type": "integer", "minimum": 0}
TOKEN: Schema = {
    "type": "string",
    "maxLength": 40,
    "description": "这一次保存的标记，次次不同；空为尚未保存",
}
SITE: Schema = {
    "name": "Sec-Fetch-Site",
    "in": "header",
    "required": True,
    "description": "浏览器自己写上；没有它的环境须有与主机相同的 Origin",
    "schema": {"type": "string", "enum": ["same-origin"]},
    "example": "same-origin",
}
OURS: Schema = {
    "name": HEADER,
    "in": "header",
    "required": True,
    "description": "本站页面的标记，别处的表单写不出",
    "schema": {"type": "string", "enum": ["1"]},
    "example": "1",
}
NAMED: Schema = {
    "name": "name",
    "in": "path",
    "required": True,
    "description": "汇报的名字；default 为预置汇报，只能读",
    "schema": {"type": "string", "pattern": NAME},
    "example": "一季度形势",
}
EXPECTED: Schema = {
    "name": "revision",
    "in": "query",
    "required": True,
    "description": "所见的 revision；已被修改则得到 409",
    "schema": {"type": "string", "pattern": REVISION},
    "example": REVISION_SEEN,
}

SCENE = {"scene_id": "one", "layout": "chart", "theme": "overall", "indicator_id": POPULATION}
SENT: dict[str, Any] = {
    "BriefingToWrite": {"revision": "", "scenes": [SCENE]},
    "SceneToAdd": {"address": f"/indicators?indicator={POPULATION}"},
}
BRIEFING = {
    "name": "一季度形势",
    "title": "一季度形势",
    "revision": REVISION_SEEN,
    "owner": "",
    "scenes": [SCENE],
    "titles": ["地区生产总值"],
}
LISTED = {"name": "一季度形势", "title": "一季度形势", "revision": REVISION_SEEN, "scenes": 1}
GIVEN: dict[str, Any] = {
    "Briefing": BRIEFING,
    "BriefingList": {"briefings": [{**LISTED, "owner": "", "fault": "", "editable": True}]},
}
STORED = ("400", "403", "409", "413", "422")  # how a write may be refused


def paths() -> dict[str, Any]:
    """The addresses of briefings, each with its methods."""
    return {
        "/api/v1/briefings": {
            "get": _operation(
                "list_briefings", "全部汇报", (), {"200": _json("BriefingList")}, ("304",)
            )
        },
        "/api/v1/briefings/{name}": _one(),
        "/api/v1/briefings/{name}/scenes": {
            "post": _operation(
                "add_scene",
                "把一个页面地址作为一页加在最后；没有这份汇报则新建",
                (NAMED, SITE, OURS),
                {"200": _json("Briefing"), "201": _json("Briefing")},
                STORED,
            )
            | _body("SceneToAdd")
        },
    }


def _one() -> dict[str, Any]:
    """One briefing, with its methods."""
    return {
        "get": _operation(
            "read_briefing",
            "一份汇报",
            (NAMED,),
            {"200": _json("Briefing")},
            ("304", "404", "422"),
        ),
        "put": _operation(
            "write_briefing",
            "写一份汇报，新的 revision 为空",
            (NAMED, SITE, OURS),
            {"200": _json("Briefing"), "201": _json("Briefing")},
            STORED,
        )
        | _body("BriefingToWrite"),
        "delete": _operation(
            "delete_briefing",
            "删去一份汇报",
            (NAMED, SITE, OURS, EXPECTED),
            {"204": {"description": "已删去"}},
            (*STORED, "404"),
        ),
    }


def schemas() -> dict[str, Schema]:
    """The schemas these addresses name."""
    scenes = {**SCENES_SCHEMA, "minItems": 0}
    entry = {"name": TEXT, "title": TEXT, "revision": TOKEN, "scenes": COUNT}
    entry |= {"fault": TEXT, "owner": TEXT}
    titles = {"type": "array", "items": TEXT}
    return {
        "BriefingEntry": object_schema(**entry, editable={"type": "boolean"}),
        "BriefingList": object_schema(
            briefings={"type": "array", "items": _ref("BriefingEntry")},
        ),
        "Briefing": object_schema(
            name=TEXT, title=TEXT, revision=TOKEN, owner=TEXT, scenes=scenes, titles=titles
        ),
        "BriefingToWrite": object_schema(revision=TOKEN, scenes=SCENES_SCHEMA),
        "SceneToAdd": object_schema(address={"type": "string", "maxLength": 2000}),
        "Refusal": {
            "type": "object",
            "properties": {
                "error": TEXT,
                "revision": TOKEN,
                "allowed": {"type": "array", "items": TEXT},
            },
            "required": ["error"],
            "additionalProperties": False,
        },
    }


def responses() -> dict[str, Any]:
    """The refusals these addresses share."""
    return {
        "NotHere": _refusal("没有这份汇报"),
        "OtherSite": _refusal("不是本站页面的请求，内容不是 JSON，未登录，或汇报属于他人"),
        "Stale": _refusal("已被修改；revision 为现在的标记，空为已不在"),
        "TooLarge": _refusal("内容太大"),
        "Damaged": {
            "description": "文件已损坏，原样未动：每处一条",
            "content": {"application/json": {"schema": _ref("BadQuery")}},
        },
    }


SHARED = {
    "304": "Unchanged",
    "400": "BadQuery",
    "403": "OtherSite",
    "404": "NotHere",
    "409": "Stale",
    "413": "TooLarge",
    "422": "Damaged",
}


def _operation(
    name: str,
    summary: str,
    parameters: tuple[Schema, ...],
    answers: dict[str, Any],
    refusals: tuple[str, ...] = (),
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": list(parameters),
        "responses": {
            **answers,
            **{code: {"$ref": f"#/components/responses/{SHARED[code]}"} for code in refusals},
        },
    }


def _body(name: str) -> dict[str, Any]:
    content = {"application/json": {"schema": _ref(name), "example": SENT[name]}}
    return {"requestBody": {"required": True, "content": content}}


def object_schema(**properties: Schema) -> Schema:
    """An object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _json(name: str) -> dict[str, Any]:
    content = {"schema": _ref(name), "example": GIVEN[name]}
    return {"description": name, "content": {"application/json": content}}


def _refusal(description: str) -> dict[str, Any]:
    content = {"application/json": {"schema": _ref("Refusal")}}
    return {"description": description, "content": content}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
