"""Editions made of another one: some values set, changed, or taken away."""

from dataclasses import replace
from types import MappingProxyType

import pandas as pd

from data.model.catalog import Catalog, Observation
from data.package.load import _consecutive

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
    panels = dict(catalog.panels)
    for name in {key[0] for key in values}:
        panels[name] = _panel(found, name, list(catalog.panels[name].columns))
    return replace(
        catalog,
        observations=MappingProxyType(found),
        panels=MappingProxyType(panels),
        digest=digest or "e" * len(catalog.digest),
        version=version or "2026-12-01",
    )


def _like(catalog: Catalog, key: Key) -> Observation:
    """What is said of another value of the same indicator."""
    return next(one for other, one in catalog.observations.items() if other[0] == key[0])


def _panel(found: dict[Key, Observation], name: str, codes: list[str]) -> pd.DataFrame:
    own = {key: one.value for key, one in found.items() if key[0] == name}
    index = pd.Index(_consecutive(period for _, _, period in own), name="period")
    rows = [[own.get((name, code, period), float("nan")) for code in codes] for period in index]
    return pd.DataFrame(rows, index, pd.Index(codes, name="region_code"), dtype=float)
