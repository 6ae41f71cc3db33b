"""`/api/v1/indicators`: the catalogue, one entry an indicator."""

from functools import partial
from typing import Any

from analysis import links
from analysis.marking import marked
from analysis.query import Query
from analysis.series import observations
from data.model.catalog import Catalog, Indicator, Source
from data.model.periods import written, year_of
from reports.resources import NOTE, resource_rows
from serving.lists.listed import Asked, Found, about

# Columns of the catalogue's table that are listed as they stand; None becomes null.
COLUMNS = (
    "name_zh",
    "name_en",
    "short_zh",
    "short_en",
    "theme",
    "unit_zh",
    "unit_en",
    "decimals",
    "measure_type",
    "price_basis",
    "direction",
    "aggregation",
    "numerator_id",
    "denominator_id",
    "vintage_family",
    "superseded_by",
    "part_of",
    "visible",
    "definition_zh",
    "definition_en",
    "method_note",
    "caveat",
)


TITLE = "信息资源目录"
NAMES = (
    "indicator_id",
    *COLUMNS,
    "theme_zh",
    "first_year",
    "last_year",
    "frequencies",
    "regions",
    "breaks",
    "sources",
)


def indicators(asked: Asked) -> Found:
    """All indicators, or those of one theme, in the catalogue's order."""
    catalog = asked.catalog
    theme = Query.of(asked.query).given.get("theme")
    kept = f"theme={theme}" if theme else ""
    sources = _sources(catalog)
    rows = [row for row in catalog.indicators.values() if theme in (None, row.theme)]
    about = {
        "data_version": catalog.version,
        "data_digest": catalog.digest,
        "data_address": links.permanent(links.CATALOGUE, kept, catalog.digest),
        "mark": marked() or None,
        "count": len(rows),
    }
    return Found(about, [_entry(catalog, row, sources[row.indicator_id]) for row in rows])


def resources(asked: Asked) -> Found:
    """All indicators, or those of one theme, as a catalogue of information resources."""
    catalog = asked.catalog
    theme = Query.of(asked.query).given.get("theme") or ""
    rows = resource_rows(catalog, theme)
    filters = f"主题：{catalog.themes[theme].name_zh}" if theme else ""
    said = about(asked, links.RESOURCES, TITLE, len(rows), filters=filters, notes=[NOTE])
    return Found(said, rows)


def _sources(catalog: Catalog) -> dict[str, dict[str, Source]]:
    """The documents of each indicator's values, most recent first."""
    found: dict[str, dict[str, Source]] = {i: {} for i in catalog.indicators}
    for key, one in sorted(observations.published(catalog), key=lambda pair: -pair[0][2]):
        found[key[0]].setdefault(one.source.citation, one.source)
    for name, source in observations.sources_of_facts(catalog):
        found[name].setdefault(source.citation, source)
    return found


def _entry(catalog: Catalog, row: Indicator, sources: dict[str, Source]) -> dict[str, Any]:
    spans = observations.spans(catalog, row.indicator_id)
    held = partial(observations.has_values, catalog, row.indicator_id)
    breaks = catalog.breaks.get(row.indicator_id, ())
    return {
        "indicator_id": row.indicator_id,
        **{name: getattr(row, name) for name in COLUMNS},
        "theme_zh": catalog.themes[row.theme].name_zh,
        "first_year": min(year_of(first) for first, _ in spans.values()),
        "last_year": max(year_of(last) for _, last in spans.values()),
        "frequencies": {kind: [*map(written, ends)] for kind, ends in spans.items()},
        "regions": [r.slug for r in catalog.regions.values() if held([r.region_code])],
        "breaks": [{"before": b.before, "after": b.after, "reason": b.reason_zh} for b in breaks],
        "sources": [_document(source) for source in sources.values()],
    }


def _document(source: Source) -> dict[str, Any]:
    """A document, the bodies that published it, its date and its address, null if not known."""
    return {
        "title": source.document,
        "publisher": source.publisher_zh,
        "published": source.published,
        "address": source.address,
    }
