"""A key of a query as a parameter of the OpenAPI document."""

from typing import Any

from analysis.query import Key
from serving.openapi_documents import ENDS
from serving.openapi_examples import parameter_example

WITHIN = r"^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$"


def parameter(key: Key) -> dict[str, Any]:
    """A key as a parameter; a list is written with commas: region=beijing,tianjin."""
    schema: dict[str, Any] = {"type": "string", "enum": list(key.allowed)}
    if key.longest:
        schema = {"type": "string", "maxLength": key.longest}
    if key.is_year:
        years = [int(text) for text in key.allowed]
        schema = {"type": "integer", "minimum": min(years), "maximum": max(years)}
        if key.name in ENDS:
            schema = {"anyOf": [schema, {"type": "string", "pattern": WITHIN}]}
    if key.whole:
        schema = {"type": "integer", "minimum": key.whole[0], "maximum": key.whole[1]}
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
        **parameter_example(key),
    }
