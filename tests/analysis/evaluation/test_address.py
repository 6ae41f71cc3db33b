"""What the evaluation looks at stands in its address, and comes back from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.address import (
    EvaluationChoices,
    EvaluationView,
    evaluation_view,
    own_options,
    query_of,
    shared_view,
)
from analysis.evaluation.what_if import WhatIf

KNOWN = EvaluationChoices(("innovation", "green"), ("rd", "water", "power"))


@pytest.fixture
def read(options):
    def found(text=""):
        return evaluation_view(text, options, KNOWN)

    return found


def test_the_default_begins_in_2014_against_hebei(read, options):
    chosen, remarks = read()
    assert remarks == ()
    assert (chosen.view.start, chosen.view.end) == (2014, options.settled_year)
    assert (chosen.reference, chosen.sign, chosen.sort) == ("hebei", "worsened", "sign")
    assert query_of(chosen, options) == ""


@pytest.mark.parametrize(
    "query",
    [
        "?region=beijing&from=2016&to=2023&reference=beijing",
        "?weights=innovation:2,green:0.5&without=rd,power&trust=AB&base=2016",
        "?sign=all&sort=size",
    ],
)
def test_an_address_comes_back(read, options, query):
    chosen, remarks = read(query)
    assert remarks == ()
    assert query_of(chosen, options) == query


def test_a_year_before_the_first_is_the_first_without_a_remark(read):
    chosen, remarks = read("?from=2011")
    assert chosen.view.start == 2014
    assert remarks == ()


@pytest.mark.parametrize(
    "query",
    ["?reference=shanxi", "?weights=x:1", "?without=nothing", "?sign=bad", "?sort=no", "?base=1900",
     "?trust=Z", "?weights=innovation:-1", "?weights=innovation:0,green:0", "?from=nineteen"],
)  # fmt: skip
def test_what_cannot_be_read_is_default_and_remarked_on(read, options, query):
    chosen, remarks = read(query)
    assert query_of(chosen, options) == ""
    assert len(remarks) == 1
    assert query[1:].split("=")[0] in remarks[0]


def test_other_pages_take_over_the_years_that_were_chosen_here_only(read, options):
    assert shared_view(read()[0], options).start == options.first_year
    assert shared_view(read("?from=2016")[0], options).start == 2016


@given(
    st.sampled_from(["beijing", "tianjin", "hebei"]),
    st.lists(st.sampled_from(KNOWN.parts), unique=True),
    st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.25]),
    st.integers(2014, 2020),
)
def test_every_state_comes_back(options, reference, without, factor, start):
    weights = (("green", factor),) if factor != 1 else ()
    ordered = tuple(part for part in KNOWN.parts if part in without)
    view = replace(own_options(options).default(), start=start)
    chosen = EvaluationView(view, reference, WhatIf(weights, ordered, 2015))
    assert evaluation_view(query_of(chosen, options), options, KNOWN) == (chosen, ())
