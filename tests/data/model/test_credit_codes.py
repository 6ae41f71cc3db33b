"""The check sign of GB 32100—2015, by the standard's own example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.credit_codes import SIGNS, check_sign, is_credit_code


def test_the_example_of_the_standard():
    assert check_sign("91350100M000100Y4") == "3"
    assert is_credit_code("91350100M000100Y43")


@pytest.mark.parametrize(
    "code", ["", "91350100M000100Y44", "91350100m000100y43", "9135O100M000100Y43"]
)
def test_others_are_none(code):
    assert not is_credit_code(code)


@given(st.text(SIGNS, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_seen(body, place, sign):
    code = body + check_sign(body)
    assert is_credit_code(code)
    if code[place] != sign:
        assert not is_credit_code(code[:place] + sign + code[place + 1 :])
