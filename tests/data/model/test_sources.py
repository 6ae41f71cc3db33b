"""How a source is named to readers."""

import pytest

from data.model.sources import Source


def source(title, part="", bodies=("国家统计局",)):
    return Source("s1", title, part or None, bodies, None, None, None)


@pytest.mark.parametrize(
    ("title", "part", "citation"),
    [
        ("《中国统计年鉴》", "表7-6（2019年）", "国家统计局《中国统计年鉴》表7-6（2019年）"),
        ("“国家数据”", "年度数据", "国家统计局“国家数据”年度数据"),
        ("2019年京津冀区域发展指数", "解读", "国家统计局 2019年京津冀区域发展指数 解读"),
        ("空气质量状况", "（北京日报报道）", "国家统计局 空气质量状况（北京日报报道）"),
    ],
)
def test_a_citation_is_the_bodies_then_the_title_then_its_part(title, part, citation):
    assert source(title, part).citation == citation


def test_several_bodies_are_one_text_and_stay_apart():
    joint = source("《公报》", bodies=("国家统计局", "财政部"))
    assert (joint.publisher_zh, joint.publishers_zh) == (
        "国家统计局、财政部",
        ("国家统计局", "财政部"),
    )
