"""The paths of the documents that take a moment to be built, for OpenAPI, and how a path of the
document is written."""

from collections.abc import Sequence
from typing import Any

from analysis import links
from analysis.pages import PAGES, SEEN_KINDS, Page
from analysis.reports.address import LONGEST_KEPT, NAME

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EDITION = "edition_"  # before the names of keys that mean an edition on one page, years elsewhere
ENDS = ("from", "to")  # of a view: with `freq`, quarters and months too
SEEN_CONTENT: dict[str, dict[str, Any]] = {"docx": {DOCX: {}}, "pptx": {PPTX: {}}}
JSON = "application/json"
HTML: dict[str, Any] = {"text/html": {}}
SECTION = {"type": "string", "pattern": f"^{NAME.pattern}$", "description": "所在部分的编号"}
SENTENCE = {"type": "string", "pattern": r"\S", "description": "一句话"}
# What is sent with the question for a report (serving/sent_own.py).
SENT: dict[str, Any] = {
    "schema": {
        "type": "object",
        "properties": {
            "own": {
                "type": "array",
                "description": f"编写者补充的句子，合计不超过 {LONGEST_KEPT} 字",
                "items": {
                    "type": "array",
                    "prefixItems": [SECTION, SENTENCE],
                    "items": False,
                    "minItems": 2,
                    "maxItems": 2,
                },
            }
        },
        "required": ["own"],
        "additionalProperties": False,
    },
    "example": {"own": [["problems", "以上情况供会议讨论。"]]},
}
REPORT_CONTENT: dict[str, dict[str, Any]] = {
    "docx": {DOCX: {}},
    "pptx": {PPTX: {}},
    "xlsx": {XLSX: {}},
    "html": {"text/html": {}},
    "json": {JSON: {"schema": {"type": "object"}}},
}


def seen_paths() -> dict[str, Any]:
    """What a page shows as a document to go on working in."""
    found = {
        _seen_path(page, kind): get(
            f"{page}_{kind}",
            f"{place.name}页当前视图的 {kind} 文件",
            ("slug", *place.keys) if place.has_regions else parameters(page),
            SEEN_CONTENT[kind],
        )
        for page, place in PAGES.items()
        for kind in place.kinds
        if kind in SEEN_KINDS and page != Page.REPORTS
    }
    for path, one in found.items():
        if "{slug}" in path:
            one["get"]["responses"]["404"] = {"$ref": "#/components/responses/Missing"}
    return _built(found)


def single_paths() -> dict[str, Any]:
    """Every page as one file that needs nothing but itself, and a briefing with its stage."""
    found = {
        _seen_path(page, "html"): get(
            f"{page}_html",
            f"{place.name}页当前视图的单文件网页",
            ("slug", *place.keys) if place.has_regions else parameters(page),
            HTML,
        )
        for page, place in PAGES.items()
        if page != Page.REPORTS
    }
    found[f"{links.PRESENT}/{{name}}.html"] = get(
        "briefing_html", "汇报及其放映的单文件网页", ("name",), HTML
    )
    for path, one in found.items():
        if "{" in path:
            name = "Missing" if "{slug}" in path else "NotHere"
            one["get"]["responses"]["404"] = {"$ref": f"#/components/responses/{name}"}
    return _built(found)


def parameters(page: Page) -> tuple[str, ...]:
    """The parameters of a page's file, by their names in the document."""
    is_of_editions = page == Page.CHANGES
    return tuple(f"{EDITION}{k}" if is_of_editions and k in ENDS else k for k in PAGES[page].keys)


def _seen_path(page: Page, kind: str) -> str:
    return f"/regions/{{slug}}.{kind}" if PAGES[page].has_regions else f"/{page}.{kind}"


def report_paths() -> dict[str, Any]:
    """A report; while the server builds others, who asks is told when to come again."""
    place = PAGES[Page.REPORTS]
    found = {
        f"/{Page.REPORTS}.{kind}": _report(kind, parameters(Page.REPORTS)) for kind in place.kinds
    }
    return _built(found)


def _report(kind: str, names: Sequence[str]) -> dict[str, Any]:
    """A report of what its address says, and one with sentences that are sent besides."""
    told = f"报告的 {kind} 文件"
    found = get(f"report_{kind}", told, names, REPORT_CONTENT[kind])
    more = get(f"report_{kind}_with", f"{told}，含另行提交的补充文字", names, REPORT_CONTENT[kind])
    post = {**more["get"], "requestBody": {"required": True, "content": {JSON: SENT}}}
    post["responses"]["413"] = {"$ref": "#/components/responses/TooLarge"}
    return {**found, "post": post}


def _built(found: dict[str, Any]) -> dict[str, Any]:
    """The same, with what is answered where a file that takes its time is not built."""
    for operation in (one for path in found.values() for one in path.values()):
        for status, name in (("422", "TooMuch"), ("503", "Busy")):
            operation["responses"][status] = {"$ref": f"#/components/responses/{name}"}
    return found


def get(
    operation: str, summary: str, names: Sequence[str], content: dict[str, Any]
) -> dict[str, Any]:
    """A path that is read, under its name, with its parameters and what it answers."""
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "parameters": [
                {"$ref": f"#/components/parameters/{name}"} for name in (*names, links.DATA)
            ],
            "responses": {
                "200": {
                    "description": summary,
                    "content": {kind: dict(each) for kind, each in content.items()},
                },
                "304": {"$ref": "#/components/responses/Unchanged"},
                "400": {"$ref": "#/components/responses/BadQuery"},
            },
        }
    }
