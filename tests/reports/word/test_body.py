"""Titles are broken by sense, sentences end."""

import pytest

from analysis.document.document import Section
from reports.word.body import LINE, parted
from tests.reports.word import specimen


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


def test_a_sentence_without_its_full_stop_gets_one(opened):
    said = (specimen.sentence("北京占三地的 67.4%"), specimen.sentence("河北约 967.8 亿元。", "t"))
    found = opened(specimen.document((Section("a", 1, "总体", said),)))
    assert "北京占三地的 67.4%。河北约 967.8 亿元。" in [one.text for one in found.paragraphs]
