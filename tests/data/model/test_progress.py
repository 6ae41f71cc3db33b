"""Dated facts: how they are read, and what is newer."""

from data.model.progress import KINDS, facts, newest

ROW = {
    "fact_id": "green-4-f1",
    "measure_id": "green-4",
    "date": "2024-04-09",
    "region_codes": "110000;130000",
    "kind": "result",
    "fact_zh": "签约项目 14 个",
    "document_zh": "产业对接大会",
    "publisher_zh": "河北省工业和信息化厅;人民日报",
    "address": None,
    "trust": "B",
}


def dated(*dates):
    return facts({**ROW, "fact_id": f"green-4-f{n}", "date": d} for n, d in enumerate(dates, 1))


def test_regions_and_publishers_are_read_apart():
    (fact,) = facts([ROW])
    assert fact.region_codes == ("110000", "130000")
    assert fact.source_zh == "产业对接大会，河北省工业和信息化厅、人民日报"
    assert (fact.year, fact.address) == (2024, None)


def test_the_newest_stands_first_and_the_less_exact_after_the_exact_of_its_year():
    found = dated("2024", "2023-11", "2024-04-09", "2025", "2024-04", "2024-12")
    expected = ["2025", "2024-12", "2024-04-09", "2024-04", "2024", "2023-11"]
    assert [fact.date for fact in found] == expected


def test_facts_of_one_date_keep_their_order():
    assert [fact.fact_id for fact in newest(dated("2024", "2024", "2024"))] == [
        "green-4-f1", "green-4-f2", "green-4-f3",
    ]  # fmt: skip


def test_the_plan_has_its_facts_the_newest_first(catalog):
    found = catalog.plan.facts
    assert found == newest(found)
    assert {fact.kind for fact in found} == set(KINDS)
