"""In which order lists show the indicators of a theme, and what they say beside a name."""

from analysis.series import observations
from data.model.catalog import Catalog, Indicator


def listed(catalog: Catalog, theme: str) -> tuple[Indicator, ...]:
    """The indicators of a theme with values of whole years, as lists show them: headlines in the
    order of their cards, then the others in the catalogue's order, archived series last."""
    rows = [i for i in observations.annual(catalog) if i.theme == theme]
    return tuple(sorted(rows, key=lambda i: (is_archived(i), i.headline or len(rows), i.order)))


def is_archived(indicator: Indicator) -> bool:
    """Whether a series is kept for reference only."""
    return indicator.visible == "archive"


def last_year(catalog: Catalog, indicator_id: str) -> int:
    """The last year in which any region, the three together or the nation has a value."""
    return observations.span(catalog, indicator_id)[1]
