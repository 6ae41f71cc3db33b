"""Every number of every sentence of the reports is that of the tables (recomputed.py beside this),
of all indicators, years and regions."""

from collections import Counter
from itertools import combinations

import pytest

from analysis.reports.sentences.paragraph import paragraph
from analysis.series.frames import FULL_NAMES, PROVINCES
from analysis.state.view import View, choices
from tests.data.tables.recomputed import CODES, Tables, checked

SCOPES = [chosen for n in (3, 1, 2) for chosen in combinations(CODES, n)]
STARTS = (2014, 2010, 2018)


@pytest.fixture(scope="module")
def tables():
    return Tables()


def views(catalog, tables, starts, scopes, ends):
    for name in choices(catalog).every_indicator:
        held = sorted({year for own in tables.values[name].values() for year in own})
        for end in held[-ends:]:
            for start in starts:
                if start <= end:
                    for scope in scopes:
                        row = catalog.indicators[name]
                        yield View(scope, row.theme, name, start, end)


def recount(catalog, tables, views, frame=""):
    kinds, keys = Counter(), Counter()
    for view in views:
        found = paragraph(catalog, view, frame)
        for one in found.said if found else ():
            scope = tuple(CODES[slug] for slug in view.regions)
            try:
                kinds.update(checked(tables, one.sentence, scope))
            except AssertionError as fault:
                raise AssertionError((view, one.sentence.text)) from fault
            keys[one.sentence.key.split(".")[1]] += 1
    return kinds, keys


KINDS = {"published", "together", "percent", "points", "average", "share", "share moved", "nation",
         "ratio", "run", "said"}  # fmt: skip
RULES = {"level", "each", "rates", "yearly", "real", "said", "average", "share", "nation", "gap",
         "run", "break", "doubt", "late"}  # fmt: skip


@pytest.mark.thorough
def test_the_numbers_of_the_newest_sentences_are_those_of_the_tables(catalog, tables):
    kinds, keys = recount(catalog, tables, views(catalog, tables, (2014,), SCOPES[:2], 1))
    assert kinds.keys() == KINDS
    assert keys.keys() == RULES


@pytest.mark.thorough
def test_every_number_of_every_sentence_is_that_of_the_tables(catalog, tables):
    kinds, _ = recount(catalog, tables, views(catalog, tables, STARTS, SCOPES, 99))
    assert min(kinds[kind] for kind in KINDS) > 10
    assert sum(kinds.values()) > 100_000


@pytest.mark.thorough
@pytest.mark.parametrize("frame", FULL_NAMES)
def test_what_the_regions_are_seen_against_is_that_of_the_tables(catalog, tables, frame):
    seen = views(catalog, tables, (2014,), SCOPES[:2], 3)
    kinds, keys = recount(catalog, tables, seen, frame)
    assert keys["standing" if frame == PROVINCES else "frame"] > 20
    assert kinds["rank"] == 0 or frame == PROVINCES
