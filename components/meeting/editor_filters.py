"""Fields of the editor's form that stand in the filters of a scene: how a map of areas is coloured,
which area is open, what the ground of a map of platforms is coloured by, which region is 1 in the
gaps, which values count in our own index. An option's value is the
part of the query that it stands for (assets/meeting/editor-layouts.js)."""

from typing import Any, NamedTuple

from analysis.areas.address import MEASURES as AREA_MEASURES
from analysis.areas.address import QUOTIENT
from analysis.evaluation.what_if import TRUST_NAMES
from analysis.maps.area_shading import bases
from analysis.maps.drill import below, openable
from analysis.meeting.slide_ground import BARE
from components.areas.bar import MEASURES
from components.elements import element
from components.grounds import ground_options
from components.selects import option
from data.model.areas import COUNTY
from data.model.catalog import Catalog


class Filter(NamedTuple):
    """A field: its name, its label, the keys of the query that its options set, and these."""

    name: str
    label: str
    keys: tuple[str, ...]
    options: list[Any]


def filters(catalog: Catalog) -> tuple[Filter, ...]:
    """The fields, in the order of the form."""
    return (
        Filter("measure", "口径", ("map",), _measures()),
        Filter("ground", "底色", ("ground", "shade"), _grounds(catalog)),
        Filter("area", "打开的地区", ("area",), [option("", "不打开"), *_areas(catalog)]),
        Filter("reference", "对照地区", ("reference",), _references(catalog)),
        Filter("trust", "所用数值", ("trust",), _trusts()),
    )


def _references(catalog: Catalog) -> list[Any]:
    """The regions that may be 1; the usual one, the last, stands in no address."""
    *others, usual = catalog.provinces
    said = [option("", f"{usual.short_zh} = 1")]
    return [*said, *(option(f"reference={r.slug}", f"{r.short_zh} = 1") for r in others)]


def _trusts() -> list[Any]:
    return [option(f"trust={key}" if key else "", name) for key, name in TRUST_NAMES.items()]


def _measures() -> list[Any]:
    return [option("" if key == QUOTIENT else f"map={key}", MEASURES[key]) for key in AREA_MEASURES]


def _grounds(catalog: Catalog) -> list[Any]:
    first = [option("", "指标"), option(f"shade={BARE}", "不着色")]
    return [*first, *ground_options(catalog, bases(catalog), "ground=")]


def _areas(catalog: Catalog) -> list[Any]:
    """The regions and the prefectures, then the counties in groups by what they lie in."""
    known = [catalog.areas.by_code[code] for code in openable(catalog)]
    wide = [area for area in known if area.level != COUNTY]
    groups = [(area, [one for one in below(catalog, area.code) if one.level == COUNTY])
              for area in wide]  # fmt: skip
    return [
        *(option(f"area={area.code}", area.name_zh) for area in wide),
        *(
            element(
                "optgroup",
                *(option(f"area={one.code}", one.name_zh) for one in own),
                label=area.name_zh,
            )
            for area, own in groups
            if own
        ),
    ]
