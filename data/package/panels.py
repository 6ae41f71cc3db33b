"""The observations of each indicator as a table of periods by regions."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from math import nan
from typing import Any

import numpy as np
import pandas as pd

from data.model import catalog as model
from data.model import periods

Row = dict[str, Any]


def panels(
    observations: Mapping[tuple[str, str, int], model.Observation], regions: list[Row]
) -> dict[str, pd.DataFrame]:
    """Each indicator as consecutive periods of each frequency by all region codes; what was not
    published is NaN."""
    codes = [row["region_code"] for row in regions]
    columns = pd.Index(codes, name="region_code")
    place = {code: number for number, code in enumerate(codes)}
    values: dict[str, list[tuple[int, str, float]]] = {}
    for (indicator_id, code, period), found in observations.items():
        values.setdefault(indicator_id, []).append((period, code, found.value))
    panels = {}
    for indicator_id in sorted(values):
        index = pd.Index(_consecutive(p for p, _, _ in values[indicator_id]), name="period")
        rows = {period: [nan] * len(codes) for period in index}
        for period, code, value in values[indicator_id]:
            rows[period][place[code]] = value
        panels[indicator_id] = pd.DataFrame(np.array(list(rows.values())), index, columns)
    return panels


def _consecutive(found: Iterable[int]) -> list[int]:
    """From the first to the last period of each frequency."""
    numbers = sorted(set(found))
    return [
        period
        for _, own in groupby(numbers, key=periods.frequency)
        for ends in [list(own)]
        for period in range(ends[0], ends[-1] + 1)
    ]
