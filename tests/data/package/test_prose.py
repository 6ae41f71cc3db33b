"""Prose of the tables has a space beside its numbers, however it was typed."""

import re
from dataclasses import fields

import pytest

from data.model.catalog import Indicator
from data.package.prose import PROSE, spaced, spaced_tables

PARTED = re.compile("[㐀-鿿][0-9]|[0-9%][㐀-鿿]")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("北京2019年按0.19取值", "北京 2019 年按 0.19 取值"),
        ("下降15%，2023年增长210%的", "下降 15%，2023 年增长 210% 的"),
        ("2016—2023年与《2024年公报》表9-12", "2016—2023 年与《2024年公报》表 9-12"),
        ("2025 年为初步核算数（2020年）", "2025 年为初步核算数（2020 年）"),
        ("PM2.5、5G、R&D", "PM2.5、5G、R&D"),
    ],
)
def test_a_space_stands_between_numbers_and_characters(typed, shown):
    assert spaced(typed) == shown == spaced(shown)


def test_only_prose_that_is_there_is_spaced():
    tables = {
        "sources": [{"title_zh": "2021年通信业统计数据", "part_zh": "表1", "checked_zh": None}],
        "claims": [{"note": "10年"}],
    }
    assert spaced_tables(tables) == {
        "sources": [{"title_zh": "2021年通信业统计数据", "part_zh": "表 1", "checked_zh": None}],
        "claims": [{"note": "10年"}],
    }


def test_the_notes_of_indicators_are_spaced(catalog):
    texts = [getattr(one, c) or "" for one in catalog.indicators.values()
             for c in PROSE["indicators"] if c in {f.name for f in fields(Indicator)}]  # fmt: skip
    assert any(re.search("[0-9] 年", text) for text in texts)
    assert [t for t in texts if PARTED.search(re.sub("《[^》]*》", "", t))] == []
