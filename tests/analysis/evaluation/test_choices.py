"""Which choice moves the last year most: a factorial by hand."""

import numpy as np
import pytest

from analysis.evaluation.chain import Moves, Setting
from analysis.evaluation.choices import choices

GROUPS = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
NAMES = ("甲", "乙")


def found_of(values, joined=None, fewer=None, use=(1.0, 1.0, 0.0)):
    values = np.array(values)
    own = Setting(np.array(use), np.ones(2), 0, "")
    sets = {}
    for trust in ("", "AB", "A"):
        kept = values if trust == "" or fewer is None else np.array(fewer)
        sets[trust, False] = Moves(kept, GROUPS)
        sets[trust, True] = Moves(kept if joined is None else np.array(joined), GROUPS)
    off = 1.0 - own.use
    return {one.name: one.effect for one in choices(sets, own, off, NAMES, "丙")}


def test_what_changes_nothing_is_left_out():
    assert found_of([[0.1, 0.1, 0.1]]) == {}


def test_dimensions_that_move_alike_are_a_matter_of_which_one():
    """Two dimensions at ±0.1, of one part each: the geometric mean is 0, without the first −0.1,
    without the second 0.1; the arithmetic one is above only where both are in."""
    found = found_of([[0.1, -0.1, np.nan]])
    both = (0 + 100 * (np.cosh(0.1) - 1)) / 2 + 100
    assert found["去掉“甲”维度"] == pytest.approx(100 * np.exp(-0.1) - both)
    assert found["去掉“乙”维度"] == pytest.approx(100 * np.exp(0.1) - both)
    assert found["用算术平均"] == pytest.approx(100 * (np.cosh(0.1) - 1) / 3)
    assert list(found) == sorted(found, key=lambda name: -abs(found[name]))


def test_a_part_that_is_off_and_a_break_count_as_choices():
    found = found_of([[0.1, np.nan, 0.3]], joined=[[0.1, 0.2, 0.3]])
    assert found["计入丙"] > 0
    assert found["口径调整处照算"] != 0


def test_what_cannot_be_computed_is_left_out():
    found = found_of([[0.1, 0.2, 0.3]], fewer=[[np.nan] * 3])
    assert not any("发布机构" in name or "估计值" in name for name in found)
