"""Every field of a row stands in a column, in the JSON alone by name, or this test says so."""

from dataclasses import dataclass, fields

import pytest

from reports.columns import FileColumn, cells, header
from reports.places import (
    FLOW_COLUMNS,
    INDUSTRY_COLUMNS,
    PLACE_COLUMNS,
    FlowRow,
    IndustryRow,
    PlaceRow,
)
from reports.profiles import CLAIM_COLUMNS, PROFILE_COLUMNS, ClaimRow, ProfileRow
from reports.progress import FACT_COLUMNS, FactRow
from reports.records import COLUMNS, Record


@pytest.mark.parametrize(
    ("row", "columns", "json_alone"),
    [
        (Record, COLUMNS, {"text"}),
        (ProfileRow, PROFILE_COLUMNS, {"theme", "caveat"}),  # the caveat has a sheet of its own
        (ClaimRow, CLAIM_COLUMNS, set()),
        (PlaceRow, PLACE_COLUMNS, {"tier"}),
        (IndustryRow, INDUSTRY_COLUMNS, set()),
        (FlowRow, FLOW_COLUMNS, set()),
        (FactRow, FACT_COLUMNS, {"part_id", "kind"}),
    ],
)
def test_every_field_of_a_row_stands_in_one_column(row, columns, json_alone):
    used = [
        field
        for column in columns
        for field in ([column.fields] if isinstance(column.fields, str) else column.fields)
    ]
    assert len(used) == len(set(used))
    assert set(used) == {field.name for field in fields(row)} - json_alone
    assert len(set(header(columns))) == len(columns)


@dataclass(frozen=True)
class Row:
    code: str
    name: str
    is_known: bool
    value: float | None


def test_cells_are_words_and_numbers_in_the_order_of_the_columns():
    columns = (
        FileColumn("状态", 10, ("code", "name")),
        FileColumn("已知", 10, "is_known"),
        FileColumn("数值", 10, "value", 1),
    )
    rows = [Row("A", "正常值", True, 1.5), Row("", "", False, None)]
    assert header(columns) == ("状态", "已知", "数值")
    assert cells(columns, rows) == (("A 正常值", "是", 1.5), ("", "否", None))
