"""Editions made of another one: some values set, changed, or taken away."""

from dataclasses import replace
from types import MappingProxyType

from data.model.catalog import Catalog, Observation
from data.package.panels import panels

Key = tuple[str, str, int]


def edited(
    catalog: Catalog,
    values: dict[Key, Observation | float | None],
    digest: str = "",
    version: str = "",
) -> Catalog:
    """The catalog with these values: a number instead of the one that is there, an observation of
    one's own, or None for no value. It is another edition, by its digest and version."""
    found = dict(catalog.observations)
    for key, value in values.items():
        if value is None:
            del found[key]
        elif isinstance(value, Observation):
            found[key] = value
        else:
            found[key] = replace(found.get(key) or _like(catalog, key), value=value)
    names = {key[0] for key in values}
    touched = {key: one for key, one in found.items() if key[0] in names}
    regions = [{"region_code": code} for code in next(iter(catalog.panels.values())).columns]
    return replace(
        catalog,
        observations=MappingProxyType(found),
        panels=MappingProxyType({**catalog.panels, **panels(touched, regions)}),
        digest=digest or "e" * len(catalog.digest),
        version=version or "2026-12-01",
    )


def _like(catalog: Catalog, key: Key) -> Observation:
    """What is said of another value of the same indicator."""
    return next(one for other, one in catalog.observations.items() if other[0] == key[0])
