"""Values of a store beside the tables: the same answers, asked for by indicator."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from analysis.series import facts, observations
from analysis.state.view import choices
from data.cube.contract import FACTS, StoreAway
from data.cube.facts import Facts
from data.cube.faults import WrongRows
from data.cube.memory import MemoryCube
from data.model.periods import period
from data.package.facts import unknown, with_facts

NAME, BELOW = "made_monthly", "made_below"
JAN, FEB, Q1 = period("2024-01"), period("2024-02"), period("2024-Q1")


class Watched:
    """A cube that counts what is asked of it, and can be away."""

    def __init__(self, cube):
        self.cube, self.table, self.asked, self.is_away = cube, cube.table, [], False

    def values(self, where, columns=()):
        self.asked.append(where)
        if self.is_away:
            raise StoreAway("数据库暂时无法读取")
        return self.cube.values(where, columns)

    def aggregate(self, question):
        return self.cube.aggregate(question)


def rows(source):
    said = (None, "A", "A", source)
    return [
        (NAME, "110000", JAN, 1.5, *said),
        (NAME, "110000", FEB, 2.5, "nearly", "P", "A", source),
        (NAME, "JJJ", Q1, 9.0, *said),
        (NAME, "120000", FEB, None, *said),
        (NAME, "110101", FEB, 0.5, *said),
        (BELOW, "110101", FEB, 7.0, *said),
        ("unknown", "110000", FEB, 7.0, *said),
    ]


@pytest.fixture
def made(catalog):
    """A catalog with a store, and the store."""

    def build(own):
        cube = Watched(MemoryCube(FACTS, own))
        plain = replace(catalog.indicators["gdp"], headline=None, real_growth_id=None)
        names = (NAME, BELOW)
        own_rows = {name: replace(plain, indicator_id=name, subtract=None) for name in names}
        indicators = MappingProxyType({**catalog.indicators, **own_rows})
        tables = {"fact_indicators": [{"indicator_id": name} for name in names]}
        whole = replace(catalog, indicators=indicators)
        return with_facts(whole, tables, Facts.of(cube)), cube

    return build


@pytest.fixture
def source(catalog):
    return next(iter(catalog.sources))


def test_an_indicator_of_the_store_is_there_with_its_spans_before_any_value_is_asked_for(
    made, source
):
    catalog, cube = made(rows(source))
    assert NAME in catalog.indicators and BELOW not in catalog.indicators
    assert BELOW in catalog.fact_indicators
    assert observations.spans(catalog, NAME) == {"Q": (Q1, Q1), "M": (JAN, period("2024-03"))}
    assert observations.has_values(catalog, NAME, ["110000"])
    assert not observations.has_values(catalog, NAME, ["120000", "130000"])
    assert observations.count(catalog) == len(catalog.observations) + 3
    assert NAME in choices(catalog).of("M").every_indicator
    assert cube.asked == []


def test_values_are_asked_for_by_indicator_once_and_only_of_the_regions(made, source):
    catalog, cube = made(rows(source))
    found = observations.columns(catalog, NAME)
    assert found["110000"] == {JAN: 1.5, FEB: 2.5}
    assert found["120000"] == {} and found["000000"] == {}
    assert found["JJJ"] == {Q1: 9.0, period("2024-03"): 9.0}
    one = observations.observation(catalog, NAME, "110000", FEB)
    assert (one.value, one.qualifier.prefix_zh, one.is_provisional) == (2.5, "近", True)
    assert one.source is catalog.sources[source]
    assert observations.observation(catalog, NAME, "120000", FEB) is None
    assert observations.observation(catalog, NAME, "JJJ", period("2024-03")).value == 9.0
    assert len(cube.asked) == 1
    assert set(cube.asked[0]["area_code"]) == {"110000", "120000", "130000", "JJJ", "000000"}


def test_indicators_of_the_tables_never_ask_the_store(made, source):
    catalog, cube = made(rows(source))
    assert observations.columns(catalog, "gdp")["110000"]
    assert observations.observation(catalog, "gdp", "110000", 2023) is not None
    assert facts.values(catalog, "gdp") == {} or cube.asked == []


def test_a_store_that_is_away_is_said_and_asked_again(made, source):
    catalog, cube = made(rows(source))
    cube.is_away = True
    with pytest.raises(StoreAway):
        observations.columns(catalog, NAME)
    cube.is_away = False
    assert observations.columns(catalog, NAME)["110000"]


def test_a_source_or_a_qualifier_that_the_tables_lack_is_named(made, source):
    catalog, _ = made(rows("no_such_source"))
    with pytest.raises(WrongRows, match=r"source_id 现为“no_such_source”"):
        observations.columns(catalog, NAME)


def test_another_content_has_another_mark(source):
    first, same = (Facts.of(MemoryCube(FACTS, rows(source))).mark for _ in range(2))
    changed = [(*row[:3], 3.5, *row[4:]) if row[2] == FEB else row for row in rows(source)]
    assert first == same != Facts.of(MemoryCube(FACTS, changed)).mark


def test_the_sources_and_the_counts_are_known_without_asking_for_values(made, source):
    catalog, cube = made(rows(source))
    assert observations.counts_of_facts(catalog) == {NAME: 3}
    assert observations.counts_of_facts(catalog, ["110000"]) == {NAME: 2}
    assert observations.counts_of_facts(catalog, ["120000"]) == {}
    assert list(observations.sources_of_facts(catalog)) == [(NAME, catalog.sources[source])]
    assert cube.asked == []


def test_what_the_tables_lack_is_said_by_column_with_where_to_add_it(made, source):
    assert unknown(made(rows(source))[0]) == ()
    own = (BELOW, "110101", JAN, 1.0, "approx?", "A", "A", "nobody")
    other = ("unknown", "110101", JAN, 1.0, "never?", "A", "A", "no_matter")
    first, second = unknown(made([*rows(source), own, other])[0])
    assert first.startswith(
        "事实库的 source_id 有数据表中没有的值：“nobody”（made_below）；"
        "请在 tables/sources.csv 补上"
    )
    assert "“approx?”（made_below）" in second and "tables/qualifiers.csv" in second
    assert "no_matter" not in first and "never?" not in second


def test_a_store_without_faults_of_its_registered_rows_has_nothing_said(made, source):
    other = ("unknown", "110101", JAN, 1.0, None, "A", "A", "no_matter")
    assert unknown(made([*rows(source), other])[0]) == ()
