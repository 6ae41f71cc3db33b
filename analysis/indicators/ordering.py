"""In which order lists show the indicators of a theme, and what they say beside a name."""

from analysis.series import observations
from data.model.catalog import Catalog, Indicator
from data.model.periods import year_of


def listed(catalog: Catalog, theme: str, kind: str = "") -> tuple[Indicator, ...]:
    """The indicators of a theme with values of a frequency (of any where none is named), as lists
    show them: headlines in the order of their cards, then the others in the catalogue's order,
    archived series last."""
    rows = [
        i
        for i in catalog.indicators.values()
        if i.theme == theme and (not kind or kind in observations.spans(catalog, i.indicator_id))
    ]
    return tuple(sorted(rows, key=lambda i: (is_archived(i), i.headline or len(rows), i.order)))


def is_archived(indicator: Indicator) -> bool:
    """Whether a series is kept for reference only."""
    return indicator.visible == "archive"


def last_year(catalog: Catalog, indicator_id: str) -> int:
    """The last year in which, or in a part of which, any region, the three together or the nation
    has a value."""
    return max(year_of(last) for _, last in observations.spans(catalog, indicator_id).values())
