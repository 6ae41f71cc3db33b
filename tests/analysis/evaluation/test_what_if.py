"""What the reader may change, in the address and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.what_if import (
    WhatIf,
    changes_in_words,
    keys,
    parsed,
    read,
    values,
    with_part,
    with_weight,
    written,
)
from analysis.query import Query
from analysis.query import written as query_of

KNOWN = ("innovation", "green", "sharing")
FACTORS = st.dictionaries(
    st.sampled_from(KNOWN), st.sampled_from([0.0, 0.25, 0.5, 2.0, 3.0]), max_size=2
)


@given(FACTORS)
def test_what_is_written_is_read_again(factors):
    own = tuple((name, factors[name]) for name in KNOWN if name in factors)
    assert parsed(written(own), KNOWN) == (own, ())


def test_weights_are_read_in_the_order_of_the_dimensions():
    found, faults = parsed(" green:0.5 , innovation:2,", KNOWN)
    assert (found, faults) == ((("innovation", 2.0), ("green", 0.5)), ())
    assert parsed("innovation:1", KNOWN) == ((), ())
    assert parsed("", KNOWN) == ((), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wealth:2", "不是维度"),
        ("innovation:-1", "0 到 100 的数"),
        ("innovation:much", "0 到 100 的数"),
        ("innovation:nan", "0 到 100 的数"),
        ("innovation:inf", "0 到 100 的数"),
        ("innovation:1e9", "0 到 100 的数"),
        ("innovation", "0 到 100 的数"),
        ("innovation:2,innovation:3", "重复"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(text, said):
    found, faults = parsed(f"{text},green:0.5", KNOWN)
    assert dict(found)["green"] == 0.5
    assert len(faults) == 1 and said in faults[0] and text.split(",")[-1] in faults[0]


def test_no_dimension_at_all_is_refused():
    found, (fault,) = parsed("innovation:0,green:0,sharing:0", KNOWN)
    assert found == () and "都是 0" in fault


@given(st.text(st.sampled_from("ein:,.0123-+_ 绿色∞"), max_size=40))
def test_nothing_raises(text):
    found, faults = parsed(text, KNOWN)
    assert all(name in KNOWN and 0 <= factor <= 100 for name, factor in found)
    assert found or faults or not text.strip(" ,") or written(found) == ""


@given(FACTORS, st.sets(st.sampled_from("abc")), st.sampled_from(["", "AB", "A"]))
def test_what_the_address_says_is_what_was_changed(factors, without, trust):
    weights = tuple((name, factors[name]) for name in KNOWN if name in factors)
    chosen = WhatIf(weights, tuple(sorted(without)), trust=trust)
    query = Query.of(query_of(values(chosen)))
    assert read(query, KNOWN, tuple("abc")) == chosen
    assert query.remarks == []


def test_what_cannot_be_read_is_remarked_on():
    query = Query.of("?weights=wealth:2&without=z&trust=C")
    assert read(query, KNOWN, ("a",)) == WhatIf()
    assert query.remarks[0].startswith(
        "链接中的 weights=wealth:2 不是维度，已略去。可用：innovation"
    )
    assert len(query.remarks) == 3
    empty = Query.of("?weights=&without=&trust=")
    assert read(empty, KNOWN, ("a",)) == WhatIf() and empty.remarks == []


def test_every_value_of_the_address_has_a_key():
    assert [key.name for key in keys(KNOWN, ("a",))] == list(values(WhatIf()))


def test_a_weight_goes_and_comes_back():
    doubled = with_weight(WhatIf(), "green", 2.0, KNOWN)
    assert doubled.weights == (("green", 2.0),) and doubled.weight("green") == 2
    assert with_weight(doubled, "green", 1.0, KNOWN) == WhatIf()
    assert with_weight(doubled, "innovation", 0.5, KNOWN).weights == (
        ("innovation", 0.5), ("green", 2.0),
    )  # fmt: skip


def test_a_part_goes_and_comes_back():
    order = ("a", "b", "c")
    without = with_part(with_part(WhatIf(), "c", False, order), "a", False, order)
    assert without.without == ("a", "c")
    assert with_part(without, "a", True, order).without == ("c",)


def test_changes_are_said_in_words(catalog):
    chosen = WhatIf((("green", 2.0),), ("carbon", "nothing"), 2016, "AB")
    assert changes_in_words(catalog.index, chosen) == (
        "绿色权重 ×2", "去掉“单位地区生产总值二氧化碳排放”", "不含估计值", "以 2016 年为 100",
    )  # fmt: skip
    assert changes_in_words(catalog.index, WhatIf()) == ()


def test_another_base_alone_only_rescales():
    assert WhatIf(base=2016).is_rescaled_only and WhatIf().is_rescaled_only
    assert not WhatIf(base=2016, trust="AB").is_rescaled_only
