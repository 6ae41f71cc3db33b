"""How a part moves between two years: values by hand, and what has no meaning."""

from math import isclose, log

import pytest

from analysis.evaluation import forms
from data.model.evaluation import FORMS

NUMERATOR = {"beijing": 6.0, "tianjin": 3.0, "hebei": 1.0}
DENOMINATOR = {"beijing": 2.0, "tianjin": 3.0, "hebei": 5.0}
HELD = {"numerator_id": NUMERATOR, "denominator_id": DENOMINATOR}


def test_every_form_of_the_tables_is_computed():
    assert forms.FORMS.keys() == FORMS.keys()


@pytest.mark.parametrize(
    ("level", "value"),
    [
        (forms.ratio, 10 / 10),
        (forms.share_of_jinji, 0.4),
        (forms.inequality, 0.6 * log(0.6 / 0.2) + 0.3 * log(0.3 / 0.3) + 0.1 * log(0.1 / 0.5)),
        (forms.distance, 3 - 0.2),
        (forms.hebei_to_beijing, 0.2 / 3),
    ],
)
def test_a_level_by_hand(level, value):
    assert isclose(level(HELD), value)


def test_without_a_denominator_the_values_themselves_are_compared():
    assert isclose(forms.hebei_to_beijing({"numerator_id": NUMERATOR}), 1 / 6)


def test_a_change_is_the_logarithm_of_the_levels_ratio():
    after = {**HELD, "numerator_id": {**NUMERATOR, "hebei": 11.0}}
    assert isclose(forms.FORMS["ratio"].change(HELD, after), log(2))
    assert isclose(forms.FORMS["ratio"].change(after, HELD), -log(2))


def test_real_growth_per_head_by_hand():
    """Products of 100, 50, 50 grow by 10, 0 and 4 percent: 212 of 200; people from 10 to 10.2."""
    before = {
        "weights_id": {"beijing": 100.0, "tianjin": 50.0, "hebei": 50.0},
        "denominator_id": {"beijing": 4.0, "tianjin": 3.0, "hebei": 3.0},
    }
    after = {
        "numerator_id": {"beijing": 10.0, "tianjin": 0.0, "hebei": 4.0},
        "denominator_id": {"beijing": 4.2, "tianjin": 3.0, "hebei": 3.0},
    }
    assert isclose(forms.growth_per_head(before, after), log(212 / 200) - log(10.2 / 10))


def test_what_is_not_above_zero_has_no_logarithm():
    nothing = {**HELD, "numerator_id": dict.fromkeys(NUMERATOR, 0.0)}
    for name in ("ratio", "share_jinji", "theil", "spread", "ratio_hebei_beijing"):
        assert forms.FORMS[name].change(HELD, nothing) is None
        assert forms.FORMS[name].change(nothing, HELD) is None


def test_a_denominator_of_nothing_has_no_ratio():
    none = {**HELD, "denominator_id": dict.fromkeys(DENOMINATOR, 0.0)}
    assert forms.ratio(none) is None
    assert forms.distance(none) is None
    assert forms.hebei_to_beijing(none) is None
