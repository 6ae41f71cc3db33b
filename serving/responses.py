"""Answers as the API gives them, and files to keep."""

from urllib.parse import quote

import orjson
from flask import Response

from analysis.marking import marked_name

JSON = "application/json"
COMPRESSED = (  # workbooks and documents are already
    "text/html",
    "text/csv",
    JSON,
    "application/vnd.sdmx.data+csv",
    "application/vnd.sdmx.structure+xml",
)


def json_response(content: object, status: int) -> Response:
    """Any content as JSON, with its status."""
    return Response(orjson.dumps(content), status, content_type=JSON)


def offer(response: Response, filename: str, filename_zh: str) -> Response:
    """Have an answer kept as a file: under its Chinese name (RFC 5987), which bears the mark of the
    site, or under the plain one where that is not understood."""
    named = marked_name(filename_zh)
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{filename}\"; filename*=UTF-8''{quote(named, safe='')}"
    )
    return response
