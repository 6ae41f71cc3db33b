"""First figures (初步核算数): in which years what the regions make together is one."""

from analysis.series import observations
from analysis.series.selection import Aggregate, Selection
from data.model.catalog import Catalog


def provisional_years(catalog: Catalog, topic: Selection, whole: Aggregate) -> frozenset[int]:
    """The years in which what the regions make together is a first figure, or made of one."""
    codes = topic.scope.codes
    ids = whole.parts or (topic.indicator.indicator_id,)
    found = [observations.provisional(catalog, name) for name in ids]
    computed = frozenset().union(*(one[code] for one in found for code in codes))
    published = topic.provisional.get(whole.code or "", frozenset())
    is_first = {True: computed, False: published}
    return frozenset(y for y in whole.values if y in is_first[y in whole.computed])
