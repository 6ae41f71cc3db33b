"""Titles are broken by sense."""

import pytest

from reports.word.body import LINE, parted


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("京津冀产业协同发展监测简报", ["京津冀产业协同发展监测简报"]),
        (
            "京津冀产业协同发展实施方案：重点任务与依据",
            ["京津冀产业协同发展实施方案：", "重点任务与依据"],
        ),
        (
            "京津冀产业协同发展监测报告（2014—2024 年）",
            ["京津冀产业协同发展监测报告", "（2014—2024 年）"],
        ),
        ("字" * (LINE + 5), ["字" * (LINE + 5)]),
    ],
)
def test_a_long_title_is_broken_where_its_sense_parts(title, lines):
    assert parted(title).split("\n") == lines
