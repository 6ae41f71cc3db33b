"""Dated facts as they are shown: folded, linked, told apart by mark and word."""

from dataclasses import replace

import pytest

from analysis.plan.progress import Progress, progress
from components.elements import written
from components.plan.facts import fact_row, marks, measure_facts
from data.model.progress import KINDS
from tests.data.model.test_progress import dated


def test_many_facts_are_folded_beyond_three(catalog):
    six = progress(catalog, catalog.provinces, "chains-8")
    first, _, rest = written(measure_facts(six, KINDS, catalog)).partition("<details")
    assert first.count('class="fact"') == rest.count('class="fact"') == 3
    assert "其余 3 条" in rest
    assert first.index(six.facts[0].fact_zh) < first.index(six.facts[2].fact_zh)


def test_three_are_not_and_none_are_nothing(catalog):
    assert "<details" not in written(measure_facts(Progress(dated(*"123")), KINDS, catalog))
    assert measure_facts(Progress(dated("2024")), ("before",), catalog) is None


def test_a_fact_says_when_what_where_and_who(catalog):
    (fact,) = dated("2024-04-09")
    text = written(fact_row(fact, catalog))
    for part in ("2024-04-09", "进展", "北京、河北：", "签约项目 14 个", "产业对接大会"):
        assert part in text
    assert "河北省工业和信息化厅、人民日报" in text
    assert "<a" not in text
    linked = written(fact_row(replace(fact, address="http://a.gov.cn/1"), catalog))
    assert 'href="http://a.gov.cn/1"' in linked


def test_what_all_three_did_has_the_mark_of_them_together(catalog):
    (fact,) = dated("2024-04-09")
    text = written(fact_row(replace(fact, region_codes=("110000", "120000", "130000")), catalog))
    assert text.count("glyph") == text.count("glyph ink-jjj") == 1
    assert "三地：" in text


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("result", ["●", "◆"]), ("arrangement", ["○", "◇"]), ("before", ["○", "◇"])],
)
def test_a_kind_is_told_by_the_form_too(kind, expected):
    shapes = marks(kind, ("beijing", "hebei"))
    assert [one.children for one in shapes] == expected
    assert all(("was" in one.className) == (kind == "before") for one in shapes)
