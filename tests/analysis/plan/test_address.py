"""The address of the plan's page: a view, and kinds of facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.address import PlanView, plan_view, query_of, with_kind
from data.model.progress import KINDS


@given(kinds=st.lists(st.sampled_from(KINDS), min_size=1, unique=True))
def test_what_is_written_is_read_again(options, kinds):
    chosen = PlanView(options.default("green"), tuple(k for k in KINDS if k in kinds))
    assert plan_view(query_of(chosen, options), options) == (chosen, ())


def test_the_default_is_all_kinds_and_is_not_written(options):
    assert query_of(PlanView(options.default()), options) == ""
    assert plan_view("", options)[0].kinds == KINDS


def test_an_unknown_kind_is_remarked_on(options):
    found, remarks = plan_view("?kind=rumour", options)
    assert found.kinds == KINDS
    assert "kind=rumour" in remarks[0]


@pytest.mark.parametrize(
    ("kinds", "kind", "expected"),
    [
        (("result",), "result", ("result",)),
        (("result",), "arrangement", ("result", "arrangement")),
        (KINDS, "arrangement", ("result", "before")),
    ],
)
def test_the_last_kind_stays_on(kinds, kind, expected):
    assert with_kind(kinds, kind) == expected
