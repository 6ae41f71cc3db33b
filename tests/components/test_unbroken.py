"""A number is not parted from its unit at the end of a line."""

import pytest

from components.unbroken import unbroken, with_units


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("有进展的措施 49 项", "有进展的措施 49\u00a0项"),
        ("4,866.8\u2009亿元，占 67.4%", "4,866.8\u00a0亿元，占 67.4%"),
        ("由 2.62% 升至 3.28%", "由 2.62% 升至 3.28%"),
    ],
)
def test_on_pages_lines_break_before_numbers_only(text: str, shown: str) -> None:
    assert with_units(text) == shown


def test_on_the_stage_they_break_at_no_number() -> None:
    assert unbroken("2024 年 4,866.8\u2009亿元，(2025-09-29)") == (
        "2024\u00a0年\u00a04,866.8\u00a0亿元，(2025\u2060-\u206009\u2060-\u206029)"
    )
