"""What every cube answers: one suite over all stores, against sums made by hand here."""

import math
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.cube.contract import FACTS, Between, Measure, NotInTable, Question, Statistic
from data.cube.memory import MemoryCube
from tests.data.cube import stores
from tests.drawn import drawn

ROWS = [
    ("gdp", "110000", 2023, 43760.7, None, "A", "A", "s1"),
    ("gdp", "110000", 2024, 49843.1, None, "P", "A", "s2"),
    ("gdp", "120000", 2023, 16737.3, None, "A", "A", "s1"),
    ("gdp", "120000", 2024, None, None, "A", "A", "s2"),
    ("gdp", "130000", 2024, 47526.9, "约", "A", "B", "s2"),
    ("people", "110000", 2024, 2183.2, None, "A", "A", "s3"),
    ("people", "130109", 24288, 0.1, None, "A", "A", "s3"),
    ("people", "130109", 24289, 0.2, None, "A", "A", "s3"),
]
EXAMPLES = min(settings().max_examples, drawn(20, 200))  # each is a table of its own in a server
SERVERS = ("clickhouse", "postgres")  # take seconds to start
STORES = ["memory", "parquet", *(pytest.param(one, marks=pytest.mark.thorough) for one in SERVERS)]


@pytest.fixture(scope="module", params=STORES)
def place(request, tmp_path_factory):
    """A store, and where rows are put in it."""
    if request.param == "memory":
        return request.param, None
    if request.param == "parquet":
        return request.param, tmp_path_factory.mktemp("facts")
    found = request.getfixturevalue(request.param)
    return request.param, found.address if request.param == "postgres" else found


@pytest.fixture
def make(place):
    """Make a cube of some rows in a store; the one before it is closed."""
    name, where = place
    with ExitStack() as held:

        def build(rows):
            held.close()
            cube = stores.CUBES[name](rows, where)
            held.callback(getattr(cube, "close", lambda: None))
            return cube

        yield build


def sums(*by):
    return Question((Measure(Statistic.SUM, "value"), Measure(Statistic.COUNT)), by)


def test_values_come_in_the_order_of_the_dimensions_with_what_is_said_of_them(make):
    cube = make(ROWS[::-1])
    assert cube.values({"indicator_id": ["gdp"]}) == ROWS[:5]
    assert cube.values({"area_code": ["130109"]}, ("period", "value")) == [
        (24288, 0.1),
        (24289, 0.2),
    ]


def test_values_of_some_areas_and_a_span_of_periods(make):
    cube = make(ROWS)
    where = {
        "indicator_id": ["gdp"],
        "area_code": ["110000", "120000"],
        "period": Between(2024, 2030),
    }
    assert cube.values(where, ("area_code", "value")) == [("110000", 49843.1), ("120000", None)]


def test_a_missing_value_does_not_count_in_a_sum_and_its_row_does_in_the_count(make):
    found = make(ROWS).aggregate(sums("indicator_id", "area_code"))
    assert found[1] == ("gdp", "120000", 16737.3, 2)
    assert [row[:2] for row in found] == sorted(row[:2] for row in found)


def test_the_sum_of_no_value_is_none_and_never_zero(make):
    cube = make(ROWS)
    where = {"area_code": ["120000"], "period": [2024]}
    measures = tuple(Measure(kind, "value") for kind in Statistic)
    assert cube.aggregate(Question(measures, ("period",), where)) == [(2024, None, 0, None, None)]
    assert cube.aggregate(Question(measures, (), where)) == [(None, 0, None, None)]
    nobody = {"area_code": ["999999"]}
    assert cube.aggregate(Question(measures, (), nobody)) == [(None, 0, None, None)]
    assert cube.aggregate(Question(measures, ("period",), nobody)) == []


def test_an_empty_choice_is_no_row_and_not_all_rows(make):
    cube = make(ROWS)
    assert cube.values({"area_code": []}) == []
    assert cube.aggregate(Question((Measure(Statistic.COUNT),), (), {"area_code": []})) == [(0,)]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "question",
    [
        Question((Measure(Statistic.SUM, "value"),), ("value; DROP TABLE facts",)),
        Question((Measure(Statistic.SUM, "period"),)),
        Question((Measure(Statistic.SUM),)),
        Question((Measure(Statistic.COUNT),), (), {"status": ["A"]}),
    ],
)
def test_only_columns_of_the_table_can_be_asked_for(make, question):
    with pytest.raises(NotInTable, match="facts"):
        make(ROWS).aggregate(question)


def test_a_value_asked_for_is_a_value_and_never_a_part_of_the_question(make):
    assert make(ROWS).values({"area_code": ["' OR '1'='1"]}) == []


rows = st.lists(
    st.tuples(
        st.sampled_from(["gdp", "people", "能耗"]),
        st.sampled_from(["110000", "120000", "130109", "JJJ"]),
        st.integers(2000, 2010),
        st.none() | st.floats(-1e9, 1e9),
        st.none() | st.just("近"),
        st.sampled_from("AP"),
        st.just("A"),
        st.just("s1"),
    ),
    max_size=40,
    unique_by=lambda row: row[:3],
)


@pytest.mark.thorough
@given(rows, st.sampled_from([(), ("period",), ("area_code", "indicator_id")]))
@pytest.mark.sweep
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_are_those_made_by_hand(make, given_rows, by):
    place = {name: FACTS.columns.index(name) for name in by}
    groups = {}
    for row in given_rows:
        groups.setdefault(tuple(row[n] for n in place.values()), []).append(row[3])
    cube = make(given_rows)
    found = cube.aggregate(sums(*by))
    if not by:
        groups.setdefault((), [])
    assert [row[: len(by)] for row in found] == sorted(groups)
    for row in found:
        held = [v for v in groups[row[: len(by)]] if v is not None]
        assert row[-1] == len(groups[row[: len(by)]])
        assert (row[-2] is None) == (not held)
        if held:
            assert math.isclose(row[-2], math.fsum(held), rel_tol=1e-9, abs_tol=1e-3)
    assert cube.values({}) == MemoryCube(FACTS, given_rows).values({})


def test_what_is_said_of_rows_is_told_each_once_those_of_whom_nothing_is_last(make):
    cube = make(ROWS)
    assert cube.aggregate(Question((), ("source_id",))) == [("s1",), ("s2",), ("s3",)]
    assert cube.aggregate(Question((), ("qualifier",))) == [("约",), (None,)]
    found = cube.aggregate(Question((Measure(Statistic.COUNT),), ("indicator_id", "source_id")))
    assert found == [("gdp", "s1", 2), ("gdp", "s2", 3), ("people", "s3", 3)]


def test_rows_are_not_chosen_by_what_is_said_of_them(make):
    with pytest.raises(NotInTable):
        make(ROWS).aggregate(Question((), ("area_code",), {"source_id": ["s1"]}))
