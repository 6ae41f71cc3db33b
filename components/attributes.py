"""Attributes with hyphens, which Python cannot write as keywords."""

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """`aria_label="…"` as `{"aria-label": "…"}`, for `data-` and `aria-` attributes."""
    return {name.replace("_", "-"): value for name, value in named.items()}
