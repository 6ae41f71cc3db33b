"""Sentences one after the other."""

import pytest

from analysis.document.ending import full_stop


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("北京 5,927.2 亿元", "。"),
        ("北京占 43.4%。", ""),
        ("见下：", ""),
        ("", ""),
        ("（规上）", "。"),
    ],
)
def test_a_text_without_a_mark_at_its_end_lacks_a_full_stop(text, lacks):
    assert full_stop(text) == lacks
