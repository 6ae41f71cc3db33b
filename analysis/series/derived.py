"""The numbers of each scale. Which may be offered at all is decided in `analysis.series.scales`."""

from collections.abc import Callable

from analysis.series import growth as growing
from analysis.series import ratios as divided
from analysis.series.lineup import Derived, lineup
from analysis.series.selection import COMPARABLE, Subject
from data.model.catalog import JJJ, Catalog


def derived(catalog: Catalog, topic: Subject, key: str, base: int | None = None) -> Derived:
    """The numbers of a scale, whether or not it should be offered; without numbers where nothing
    can be computed. `base` is the base year that was asked for an index."""
    if key == "index":
        return growing.index(catalog, topic, base)
    return _MAKERS[key](catalog, topic)


def published(catalog: Catalog, topic: Subject) -> Derived:
    """The published values in the shown unit; the three together may be computed."""
    side = lineup(catalog, topic)
    own = side.shown(with_nation=topic.indicator.measure_type in COMPARABLE)
    divisor = topic.shown.divisor
    return Derived(
        columns={c: {y: v / divisor for y, v in side.within(own[c]).items()} for c in own},
        unit=topic.shown.unit,
        decimals=topic.shown.decimals,
        notes=side.remark,
        codes=divided.province_codes(topic) if side.is_computed else (),
        parts=side.parts,
        published=frozenset(own) - ({JJJ} if side.is_computed else frozenset()),
    )


_MAKERS: dict[str, Callable[[Catalog, Subject], Derived]] = {
    "published": published,
    "share3": divided.share_of_three,
    "share_nation": divided.share_of_nation,
    "per_capita": divided.per_capita,
    "change": growing.change,
    "growth": growing.growth,
    "ratio_hebei": divided.ratio_to_hebei,
}
