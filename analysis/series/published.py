"""The published values: the scale that is always offered."""

from analysis.series.lineup import Derived, lineup
from analysis.series.ratios import province_codes
from analysis.series.selection import COMPARABLE, Subject
from data.model.catalog import JJJ, Catalog


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
        codes=province_codes(topic) if side.is_computed else (),
        parts=side.parts,
        published=frozenset(own) - ({JJJ} if side.is_computed else frozenset()),
    )
