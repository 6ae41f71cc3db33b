"""Answers as the API gives them."""

import orjson
from flask import Response

JSON = "application/json"


def json_response(content: object, status: int) -> Response:
    """Any content as JSON, with its status."""
    return Response(orjson.dumps(content), status, content_type=JSON)
