"""The methods of checking: the table may name these and no others, and no row of it can fail."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.checks import METHODS, NO_VALUE, check
from analysis.claims.figures import VERDICTS
from data.model.plan import Check

OPERANDS = ["S01", "S99", "sum3", "sum31", "110000", "JJJ", "tasks", "platforms:wing", "fields:x"]
rows = st.builds(
    Check,
    claim_id=st.just("S03"),
    order=st.just(1),
    method=st.sampled_from(sorted(METHODS)),
    operands=st.lists(st.sampled_from(OPERANDS), max_size=3).map(tuple),
    indicator_id=st.sampled_from([None, "va_industry", "pm25", "little_giants_batch"]),
    period=st.sampled_from([None, "2022", "2013/2022", "2022/2013", "1999"]),
    known_zh=st.sampled_from([None, "原因。"]),
)


@pytest.fixture(scope="module")
def claims(catalog):
    return {claim.claim_id: claim for claim in catalog.claims}


def test_the_table_may_name_exactly_these_methods(edition):
    text = (edition / "datapackage.json").read_text(encoding="utf-8")
    tables = {table["name"]: table for table in json.loads(text)["resources"]}
    fields = {f["name"]: f for f in tables["claim_checks"]["schema"]["fields"]}
    assert fields["method"]["constraints"]["enum"] == list(METHODS)


@given(rows, st.sampled_from(["S01", "S03", "S07", "S12", "S18"]))
def test_no_row_of_the_table_can_fail(catalog, claims, row, claim_id):
    found = check(catalog, claims[claim_id], row)
    assert found.verdict_zh == VERDICTS[found.verdict]


def test_a_row_that_names_nothing_checks_nothing(catalog, claims):
    for method in METHODS.keys() - {"none"}:
        found = check(catalog, claims["S03"], Check("S03", 1, method, (), None, None, None, None))
        assert (found.verdict, found.text) == ("unchecked", NO_VALUE), method


def test_what_does_not_fit_is_another_scope_only_with_a_reason(catalog, claims):
    """25,114.4 / 395,043.7 is 6.36 %, which is not 6.3 %."""
    row = Check("S04", 1, "share", ("S01", "000000"), "va_industry_v4", "2022", None, None)
    assert check(catalog, claims["S04"], row).verdict == "differs"
    revised = Check("S01", 1, "revision", ("sum3",), "va_industry", "2022", None, None)
    assert check(catalog, claims["S01"], revised).verdict == "differs"
