"""Values that were taken back are known while no value has taken their place."""

from data.package.observations import withdrawn


def row(period, value, date, reason="有误"):
    return {
        "indicator_id": "gdp",
        "region_code": "110000",
        "period": period,
        "value": value,
        "date": date,
        "reason_zh": reason,
    }


def test_a_value_is_withdrawn_until_it_is_held_again():
    rows = [row("2020", 1.0, "2026-11-01"), row("2021", 2.0, "2026-11-02")]
    found = withdrawn(rows, {("gdp", "110000", 2021): None})
    assert list(found) == [("gdp", "110000", 2020)]
    assert found["gdp", "110000", 2020].value == 1.0


def test_what_was_withdrawn_twice_is_as_it_was_last():
    rows = [
        row("2020-Q1", 2.0, "2026-11-02", "第二次"),
        row("2020-Q1", 1.0, "2026-11-01", "第一次"),
    ]
    (found,) = withdrawn(rows, {}).values()
    assert (found.value, found.reason_zh) == (2.0, "第二次")
