"""The index of the search: pinyin as the words are read, small enough to be fetched."""

import gzip
import json

import pytest

from components.search.index import index_json, syllables


@pytest.fixture(scope="module")
def text(catalog):
    return index_json(catalog)


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("地区生产总值", "di qu sheng chan zong zhi"),
        ("其他行业增加值", "qi ta hang ye zeng jia zhi"),  # not xing
        ("比上年增长", "bi shang nian zeng zhang"),  # not chang
        ("长途光缆", "chang tu guang lan"),  # not zhang
        ("协调发展", "xie tiao fa zhan"),  # not diao
        ("信息化调查", "xin xi hua diao cha"),  # not tiao
        ("城镇化率", "cheng zhen hua lv"),  # not shuai
        ("占比重", "zhan bi zhong"),  # not chong
    ],
)
def test_a_character_of_several_readings_is_read_as_in_its_word(word, spelled):
    assert list(syllables(word)) == spelled.split()


def test_letters_and_digits_spell_themselves_and_signs_nothing():
    assert list(syllables("R&D（2014）")) == ["r", "", "d", "", "2", "0", "1", "4", ""]


def test_every_name_has_one_syllable_a_character(catalog):
    for indicator in catalog.indicators.values():
        for name in (indicator.short_zh, indicator.name_zh):
            spelled = syllables(name)
            assert len(spelled) == len(name)
            assert all(part.isascii() for part in spelled)


def test_the_index_is_small(text):
    assert len(gzip.compress(text.encode())) < 60_000


def test_the_index_keeps_names_as_they_are(text):
    group = json.loads(text)[0]
    row = next(row for row in group["rows"] if row["i"] == "rd_expenditure")
    assert (row["s"], row["c"]) == ("R&D经费内部支出", "r  d jing fei nei bu zhi chu")
