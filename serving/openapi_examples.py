"""Examples of the OpenAPI document: of every request, in its parameters, and of every answer.

What a list answers to its example is stored (`examples.json`, of the tests' frozen edition, where a
test asks for it again); of a file the example is the address under which it is.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson

from analysis import links
from analysis.query import Key
from serving.api_keys import LIMIT

STORED = Path(__file__).parent / "examples.json"
JSON = "application/json"
BY_ENDS = ("region",)  # lists, of which the example has the first and the last
FIRST = ("indicator", "sector", "report", "slug")
ROWS = 2
FAULT = {"error": "没有该取值", "key": "region", "value": "shanghai"}
ANSWERS: Mapping[str, Any] = {  # refusals that several operations share
    "BadQuery": {"errors": [{**FAULT, "allowed": ["beijing", "tianjin", "hebei"]}]},
    "Missing": {"error": "没有该地址", "allowed": ["/regions/hebei.csv"]},
    "Busy": {"error": "服务器正在生成其他文件，请稍后再试"},
    "TooMuch": {"error": "文件太大：请减少主题、年份或页数"},
    "NotHere": {"error": "没有这份汇报"},
    "OtherSite": {"error": "请求不是来自本站的页面"},
    "Stale": {"error": "已被修改", "revision": "k3v9"},
    "TooLarge": {"error": "内容太大"},
}


def parameter_example(key: Key) -> dict[str, Any]:
    """The example of a parameter as a part of it; nothing where the request is as good without."""
    if key.name == LIMIT.name:
        return {"example": ROWS}
    if not key.allowed:  # an edition that lacks what it chooses from
        return {}
    if key.name in BY_ENDS:
        return {"example": list(dict.fromkeys((key.allowed[0], key.allowed[-1])))}
    if key.name in FIRST:
        return {"example": key.allowed[0]}
    if key.is_year and key.name in ("from", "to"):
        years = key.allowed[-6:]
        return {"example": int(years[0] if key.name == "from" else years[-1])}
    return {}


def with_examples(document: dict[str, Any]) -> dict[str, Any]:
    """The document with an example at every answer that has content."""
    shared = document["components"]
    for name, found in ANSWERS.items():
        shared["responses"][name]["content"][JSON]["example"] = found
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            address = example_address(path, operation, shared["parameters"])
            for answer in operation["responses"].values():
                for kind, content in answer.get("content", {}).items():
                    if "example" not in content:
                        asked = method.upper(), address
                        content.update(_answer(operation["operationId"], kind, asked))
    return document


def example_address(path: str, operation: Mapping[str, Any], shared: Mapping[str, Any]) -> str:
    """The address of the example of a request, with its path and query."""
    query: dict[str, str] = {}
    for one in operation["parameters"]:
        found = shared[one["$ref"].rpartition("/")[2]] if "$ref" in one else one
        if "example" not in found:
            continue
        value = found["example"]
        text = ",".join(value) if isinstance(value, list) else str(value)
        if found["in"] == "path":
            path = path.replace(f"{{{found['name']}}}", text)
        elif found["in"] == "query":
            query[found["name"]] = text
    return links.address(path, f"?{urlencode(query, safe=',')}" if query else "")


def _answer(operation: str, kind: str, asked: tuple[str, str]) -> dict[str, Any]:
    method, address = asked
    stored = _stored().get(operation)
    if kind == JSON and stored is not None:
        return {"example": stored}
    whole = links.whole(address)  # a relative address is no URI
    found = {"summary": f"{method} {address}", **({"externalValue": whole} if whole else {})}
    return {"examples": {"file": found}}


@cache
def _stored() -> Mapping[str, Any]:
    found: Mapping[str, Any] = orjson.loads(STORED.read_bytes()) if STORED.exists() else {}
    return found
