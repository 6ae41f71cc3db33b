"""The cube of a table that fits in memory: pandas, the default."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from data.cube.contract import (
    Between,
    Measure,
    Question,
    Row,
    Statistic,
    Table,
    check,
    check_columns,
)


class MemoryCube:
    """A cube of rows that are held, each as long as the table has columns; texts that repeat are
    kept once."""

    def __init__(self, table: Table, rows: Iterable[Row]) -> None:
        self.table = table
        frame = pd.DataFrame(list(rows), columns=list(table.columns))
        for name in table.measures:
            frame[name] = frame[name].astype(float)
        frame = frame.sort_values(list(table.dimensions), kind="stable", ignore_index=True)
        texts = [n for n in table.columns if n not in table.measures and frame[n].dtype != "int64"]
        self._frame = frame.astype(dict.fromkeys(texts, "category"))

    def values(
        self,
        where: Mapping[str, Collection[str] | Collection[int] | Between],
        columns: Sequence[str] = (),
    ) -> list[Row]:
        """As Cube.values."""
        chosen = list(columns or self.table.columns)
        check(self.table, Question((), where=where))
        check_columns(self.table, chosen)
        return _rows(self._frame.loc[self._mask(where), chosen])

    def aggregate(self, question: Question) -> list[Row]:
        """As Cube.aggregate."""
        check(self.table, question)
        found = self._frame[self._mask(question.where)]
        if not question.by:
            return [tuple(_whole(found, measure) for measure in question.measures)]
        groups = found.groupby(list(question.by), observed=True, sort=True, dropna=False)
        columns = {
            str(number): groups.size()
            if not measure.column
            else groups[measure.column].agg(measure.statistic)
            if measure.statistic != Statistic.SUM
            else groups[measure.column].sum(min_count=1)
            for number, measure in enumerate(question.measures)
        }
        return _rows(pd.DataFrame(columns, index=groups.size().index).reset_index())

    def _mask(
        self, where: Mapping[str, Collection[str] | Collection[int] | Between]
    ) -> "pd.Series[bool]":
        mask = pd.Series(True, index=self._frame.index)
        for name, wanted in where.items():
            column = self._frame[name]
            mask &= (
                column.between(wanted.first, wanted.last)
                if isinstance(wanted, Between)
                else column.isin(list(wanted))
            )
        return mask


def _whole(frame: pd.DataFrame, measure: Measure) -> Any:
    """A measure of all rows."""
    if not measure.column:
        return len(frame)
    column = frame[measure.column].dropna()
    if measure.statistic == Statistic.COUNT:
        return len(column)
    return float(column.agg(measure.statistic)) if len(column) else None


def _rows(frame: pd.DataFrame) -> list[Row]:
    """The rows as tuples of Python's own values, what is missing as None."""
    columns = [
        [None if value != value else value for value in frame[name].tolist()] for name in frame
    ]
    return list(zip(*columns, strict=True))
