"""What the ground of a map may be coloured by below the regions, as the options of a select."""

from collections.abc import Iterable
from typing import Any

from analysis.maps.area_shading import LEVEL_NAMES, parsed
from components.elements import element
from components.selects import option
from data.model.catalog import Catalog

LEVELS = {"county": "县", "prefecture": "市"}


def ground_options(catalog: Catalog, bases: Iterable[str], before: str = "") -> list[Any]:
    """The measures in groups; an option names its level, as it stands alone while the select is
    closed. Its value is the base, with `before` before it."""
    found: dict[str, list[Any]] = {}
    for base in bases:
        level, measure = parsed(catalog, base)
        group = f"{LEVEL_NAMES[level]}：{measure.group}"
        found.setdefault(group, []).append(
            option(f"{before}{base}", f"{LEVELS[level]}·{measure.name}")
        )
    return [element("optgroup", *every, label=group) for group, every in found.items()]
