"""Marks of series and values came, went or changed."""

from dataclasses import replace

from analysis.changes.items import CAME, CHANGED, WENT
from analysis.changes.marks import BREAK, SUSPECT, UNPUBLISHED, marks
from data.model.catalog import Break


def test_one_edition_has_its_own_marks(catalog):
    assert marks(catalog, catalog) == ()


def test_a_break_comes_goes_and_has_another_reason(catalog):
    def with_reason(reason):
        own = (Break("population", 2019, 2020, reason),)
        return replace(catalog, breaks={**catalog.breaks, "population": own})

    (came,) = marks(catalog, with_reason("普查"))
    assert (came.kind, came.state) == (BREAK, CAME)
    assert (came.where, came.text) == ("2019 年与 2020 年之间", "普查")
    assert [m.state for m in marks(with_reason("普查"), catalog)] == [WENT]
    (other,) = marks(with_reason("普查"), with_reason("另一原因"))
    assert (other.state, other.text) == (CHANGED, "另一原因")


def test_a_doubtful_value_and_a_known_gap_are_marks(catalog):
    doubtful = replace(catalog, suspects={**catalog.suspects, ("gdp", "110000", 2015): "存疑"})
    (one,) = marks(catalog, doubtful)
    assert (one.kind, one.where, one.text) == (SUSPECT, "北京 2015 年", "存疑")
    ((place, _), *_) = catalog.unpublished.items()
    less = {key: own for key, own in catalog.unpublished.items() if key != place}
    gone = marks(catalog, replace(catalog, unpublished=less))
    assert {(m.kind, m.state) for m in gone} == {(UNPUBLISHED, WENT)}
