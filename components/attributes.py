"""Attributes with hyphens, which Python cannot write as keywords."""

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """`aria_label="…"` as `{"aria-label": "…"}`, for `data-` and `aria-` attributes."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def hyphenated(named: dict[str, Any]) -> dict[str, Any]:
    """The same with `aria_…` and `data_…` as HTML writes them; other names stay."""
    return {
        name.replace("_", "-") if name.startswith(("aria_", "data_")) else name: value
        for name, value in named.items()
    }
