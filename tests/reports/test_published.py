"""Every published value, those of a store of facts among them: counted first, asked for by part."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from data.cube.contract import FACTS, StoreAway
from data.cube.facts import Facts
from data.cube.memory import MemoryCube
from data.model.periods import period
from data.package.facts import with_facts
from reports.published import published_row, published_values

NAMES = ("made_a", "made_b")
MONTHS = tuple(period(f"2024-{month:02}") for month in range(1, 13))


class Watched:
    """A store that says what it was asked for, and may be away."""

    def __init__(self, rows):
        self.cube, self.table, self.asked, self.is_away = MemoryCube(FACTS, rows), FACTS, [], False

    def values(self, where, columns=()):
        if self.is_away:
            raise StoreAway("数据库暂时无法读取")
        self.asked.append(where)
        return self.cube.values(where, columns)

    def aggregate(self, question):
        return self.cube.aggregate(question)


@pytest.fixture
def store(catalog):
    source = next(iter(catalog.sources))
    return Watched([
        (name, code, month, 1.5, None, "A", "A", source)
        for name in NAMES for code in ("110000", "120000", "110101") for month in MONTHS
    ])  # fmt: skip


@pytest.fixture
def known(catalog, store):
    plain = replace(catalog.indicators["gdp"], headline=None, real_growth_id=None)
    themes = zip(NAMES, [plain.theme, list(catalog.themes)[-1]], strict=True)
    own = {
        name: replace(plain, indicator_id=name, subtract=None, theme=theme)
        for name, theme in themes
    }
    whole = replace(catalog, indicators=MappingProxyType({**catalog.indicators, **own}))
    tables = {"fact_indicators": [{"indicator_id": name} for name in NAMES]}
    return with_facts(whole, tables, Facts.of(store))


def test_the_list_has_the_values_of_both_and_no_area_below_the_regions(catalog, known, store):
    plain, both = published_values(catalog), published_values(known)
    assert len(both) == len(plain) + 2 * 2 * 12
    assert store.asked == []
    assert both[: len(plain)] == plain[:]
    assert store.asked == []
    added = both[len(plain) :]
    assert [key[:2] for key, _ in added[::12]] == [
        (name, code) for name in NAMES for code in ("110000", "120000")
    ]
    assert [set(one["indicator_id"]) for one in store.asked] == [{*NAMES}]


@pytest.mark.parametrize("size", [1, 7, 12, 25])
def test_parts_join_to_the_whole(catalog, known, size):
    found = published_values(known, ["110000", "120000"])
    parts = [found[start : start + size] for start in range(0, len(found), size)]
    assert [one for part in parts for one in part] == found[:]
    assert found[len(found) :] == [] and list(found) == found[:]


def test_only_the_regions_and_the_theme_that_are_asked_for(known):
    theme = known.indicators["gdp"].theme
    of_one = published_values(known, ["110000"], theme)
    assert {key[1] for key, _ in of_one} == {"110000"}
    assert {known.indicators[key[0]].theme for key, _ in of_one} == {theme}
    assert sum(key[0] in NAMES for key, _ in of_one) == 12
    other = next(n for n in known.themes if n not in {known.indicators[i].theme for i in NAMES})
    assert not any(key[0] in NAMES for key, _ in published_values(known, (), other))


def test_a_row_of_a_month_says_so(known):
    row = published_row(known, published_values(known)[-1])
    assert (row.indicator_id, row.frequency, row.period) == ("made_b", "M", "2024-12")


def test_a_store_that_is_away_fails_only_the_parts_that_have_its_values(catalog, known, store):
    store.is_away = True
    found, own = published_values(known), len(published_values(catalog))
    assert len(found[:own]) == own
    with pytest.raises(StoreAway):
        found[own:]
