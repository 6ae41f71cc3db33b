"""Why other methods are not used: all are said, with live numbers where the tables give them."""

import re
from dataclasses import replace

import pytest

from analysis.evaluation.others import others


@pytest.fixture(scope="module")
def found(catalog):
    return {one.name: one for one in others(catalog)}


def test_every_method_says_its_formula_and_why(found):
    assert len(found) == 8
    assert all(one.formula and one.why for one in found.values())


def test_numbers_are_there_where_the_tables_give_them(found):
    without = {name for name, one in found.items() if not one.shown}
    assert without == {"基尼系数、主成分分析、β 收敛"}
    assert "0.9969" in found["三地之间的相关系数"].shown
    assert "河北 0.0" in found["TOPSIS（优劣解距离法）"].shown


def test_gravity_is_the_growth_of_the_product_again(found):
    pull, product = map(float, re.findall(r"([\d.]+)%", found["引力模型"].shown))
    assert abs(pull - product) < 3 < product


def test_grey_relation_rises_with_rho_alone(found):
    grades = re.findall(r"0\.\d\d", found["灰色关联度"].shown)
    assert grades == sorted(grades) and len(set(grades)) == 3


def test_an_old_year_moves_by_a_new_one(found):
    before, after = re.findall(r"为 (\d\.\d\d)", found["全部年份的极差标准化"].shown)
    assert before != after


def test_without_measures_no_number_is_made_up(catalog):
    bare = {one.name: one.shown for one in others(replace(catalog, gap_measures=()))}
    told = {name for name, shown in bare.items() if shown}
    assert told == {"三地之间的相关系数"}
