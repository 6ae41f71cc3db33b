"""What our own index is made of, from the rows of the tables."""

from data.model.evaluation import IndexDesign, index_design

PART = {
    "form": "ratio", "numerator_id": "a", "denominator_id": "b", "weights_id": None,
    "direction": 1, "is_on": True, "name_zh": "甲", "note_zh": None,
}  # fmt: skip


def test_rows_are_put_in_their_order():
    dimensions = [
        {"dimension": name, "order": order, "name_zh": name, "weight": 1.0}
        for name, order in (("late", 2), ("early", 1))
    ]
    parts = [
        {**PART, "part": name, "dimension": "early", "order": order}
        for name, order in (("second", 2), ("first", 1))
    ]
    found = index_design(dimensions, parts)
    assert [one.dimension for one in found.dimensions] == ["early", "late"]
    assert [one.part for one in found.parts] == ["first", "second"]
    assert found.parts[0].indicators == ("a", "b")


def test_without_rows_there_is_none():
    assert index_design([], []) == IndexDesign()
