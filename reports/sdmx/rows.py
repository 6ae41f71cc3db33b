"""Observations in SDMX-CSV 1.0 and 2.0 (sdmx-csv field guides): one row an observation.

A value that there is none of is a row without OBS_VALUE whose OBS_STATUS is O; a list of published
values has no such row. Periods are SDMX's own: 2024, 2024-Q1, 2024-01.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO

from analysis.marking import marked
from data.model.catalog import Catalog
from data.model.periods import frequency, period
from reports.published import PublishedRow
from reports.records import Record, Report, decimals, plain_number
from reports.sdmx.codes import area
from reports.sdmx.components import COMPONENTS, FLOW_ID, MISSING

PUBLISHED, NORMAL = "published", "A"
COLUMNS = tuple(one.name for one in COMPONENTS)
# What stands before the columns of an observation, by the version of SDMX-CSV.
LEADING: Mapping[str, Mapping[str, str]] = {
    "1.0.0": {"DATAFLOW": FLOW_ID},
    "2.0.0": {"STRUCTURE": "dataflow", "STRUCTURE_ID": FLOW_ID, "ACTION": "I"},
}
Values = Mapping[str, str]


def sdmx_csv(rows: Iterable[Values], catalog: Catalog, version: str) -> bytes:
    """The rows of a version ("1.0.0", "2.0.0"), UTF-8, a comma between; KeyError for another.
    Every one says of which edition it is."""
    leading = LEADING[version]
    of_all = {"DATA_VERSION": f"{catalog.version} {catalog.digest}", "MARK": marked()}
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*leading, *COLUMNS])
    for row in rows:
        whole = {**row, **of_all}
        writer.writerow([*leading.values(), *(whole.get(name, "") for name in COLUMNS)])
    return out.getvalue().encode()


def of_view(report: Report) -> Callable[[Sequence[Record]], list[Values]]:
    """How rows of a view are written."""
    parts = {part.study.indicator.indicator_id: part.study for part in report.parts}

    def written(rows: Sequence[Record]) -> list[Values]:
        return [
            {
                **_own(row, parts[row.indicator_id].state.scale),
                "FREQ": frequency(period(row.period)),
                "DECIMALS": str(decimals(parts[row.indicator_id])),
                "IS_COMPUTED": str(row.is_computed).lower(),
                "FORMULA": row.formula,
            }
            for row in rows
        ]

    return written


def of_published(rows: Sequence[PublishedRow]) -> list[Values]:
    """How published values are written."""
    return [
        {
            **_own(row, PUBLISHED),
            "FREQ": row.frequency,
            "DECIMALS": str(row.decimals),
            "IS_COMPUTED": "false",
        }
        for row in rows
    ]


def _own(row: Record | PublishedRow, scale: str) -> Values:
    """What both kinds of rows have; what is computed of normal values is normal."""
    return {
        "INDICATOR": row.indicator_id,
        "REF_AREA": area(row.region_code),
        "SCALE": scale,
        "TIME_PERIOD": row.period,
        "OBS_VALUE": "" if row.value is None else plain_number(row.value),
        "OBS_STATUS": MISSING if row.value is None else row.status or NORMAL,
        "UNIT_MEASURE": row.unit,
        "QUALIFIER": row.qualifier,
        "AS_OF": row.as_of,
        "TRUST": row.trust,
        "SOURCE": row.source,
        "PUBLISHER": row.publisher,
        "COMMENT_OBS": row.note,
    }
