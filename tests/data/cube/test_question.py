"""How questions are written in each dialect."""

import pytest

from data.cube.contract import FACTS, Between, Measure, Question, Statistic
from data.cube.question import DIALECTS, Writing

SUM = Question((Measure(Statistic.SUM, "value"),), ("area_code",), {"period": Between(2020, 2024)})


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        (
            "duckdb",
            'SELECT "area_code", SUM(CAST("value" AS DOUBLE)) AS "m0" FROM "facts" '
            'WHERE "period" BETWEEN $p0 AND $q0 GROUP BY "area_code" ORDER BY "area_code"',
        ),
        (
            "postgres",
            'SELECT "area_code", SUM(CAST("value" AS DOUBLE PRECISION)) AS "m0" FROM "facts" '
            'WHERE "period" BETWEEN %(p0)s AND %(q0)s GROUP BY "area_code" '
            'ORDER BY "area_code" COLLATE "C"',
        ),
        (
            "clickhouse",
            'SELECT "area_code", sumOrNull(CAST("value" AS Nullable(Float64))) AS "m0" '
            'FROM "facts" WHERE "period" BETWEEN {p0: Int64} AND {q0: Int64} '
            'GROUP BY "area_code" ORDER BY "area_code"',
        ),
    ],
)
def test_a_sum_in_each_dialect(dialect, expected):
    writing = Writing(FACTS, dialect, frozenset({"indicator_id", "area_code"}))
    assert writing.sums(SUM) == (expected, {"p0": 2020, "q0": 2024})


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_value_is_bound_and_the_same_shape_is_the_same_text(dialect):
    writing = Writing(FACTS, dialect)
    evil = "x' OR ''='"
    first, bound = writing.rows({"area_code": [evil, "110000"]}, ("value",))
    second, _ = writing.rows({"area_code": ["120000"]}, ("value",))
    assert first is second
    assert evil not in first
    assert bound == {"p0": [evil, "110000"]}


def test_an_empty_choice_is_written_as_nothing_and_binds_nothing():
    sql, bound = Writing(FACTS, "duckdb").rows({"area_code": []}, ("value",))
    assert "WHERE FALSE" in sql
    assert bound == {}
