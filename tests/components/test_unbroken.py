"""A number is not parted from its unit at the end of a line."""

import pytest

from components.unbroken import dated, unbroken, with_units


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


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("与 2026-11-23 版相比", ["2026-11-23"]),
        ("2026-11-28.2 版，2026-10 起", ["2026-11-28.2", "2026-10"]),
        ("自 2026-11-28 18:00，至 2099-01-01 08:00", ["2026-11-28 18:00", "2099-01-01 08:00"]),
        ("编号 12026-11-28，2010-2024 年，1-2", []),
        ("", []),
    ],
)
def test_a_date_stays_on_one_line_and_the_text_is_what_it_was(text: str, whole: list[str]) -> None:
    parts = dated(text)
    assert [part.children for part in parts if not isinstance(part, str)] == whole
    assert "".join(part if isinstance(part, str) else part.children for part in parts) == text
