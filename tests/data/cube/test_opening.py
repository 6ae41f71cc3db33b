"""What FACTS may say."""

import pytest

from data.cube.contract import FACTS
from data.cube.faults import WrongFacts
from data.cube.opening import opened
from tests.data.cube import stores


def test_nothing_is_no_store_and_a_folder_is_its_parquet(tmp_path):
    assert opened("", FACTS) is None
    stores.parquet_cube([("gdp", "110000", 2024, 1.0, None, "A", "A", "s")], tmp_path).close()
    cube = opened(str(tmp_path), FACTS)
    assert cube.values({}, ("value",)) == [(1.0,)]
    cube.close()


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("mysql://reader:word@host/facts", "FACTS 以 mysql:// 开头：应为一个文件夹、postgresql://"),
        ("/no/such/folder", "不是文件夹，也不是数据库地址"),
    ],
)
def test_anything_else_is_said_in_plain_words(setting, expected):
    with pytest.raises(WrongFacts, match=expected) as caught:
        opened(setting, FACTS)
    assert "word" not in str(caught.value)


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(WrongFacts, match=r"没有 \.parquet 文件"):
        opened(str(tmp_path), FACTS)


def test_what_is_not_installed_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "data.cube.postgres", None)
    with pytest.raises(WrongFacts, match="未安装：请运行 pip install"):
        opened("postgresql://host/facts", FACTS)
