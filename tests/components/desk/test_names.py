"""What a field for an indicator holds, and which names are asked about."""

from decimal import Decimal

import pytest

from components.desk.names import indicator_of, label, names_parts, question_parts
from data.imports.mapping import Proposal, Suggestion
from data.imports.names import SAME, Subject


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地区生产总值（gdp）", "gdp"),
        ("增加值（第二产业）（va_secondary）", "va_secondary"),
        (" gdp ", "gdp"),
        ("", None),
        (None, None),
    ],
)
def test_the_id_is_read_out_of_a_label(text, found):
    assert indicator_of(text) == found


def test_a_label_is_read_back():
    assert indicator_of(label("gdp", "地区生产总值（现价）")) == "gdp"


def suggestion(question="", times="1"):
    factor = Decimal(times) if times else None
    return Suggestion("gdp", SAME, factor, Decimal(0), question)


def text(parts):
    return str([part.to_plotly_json() for part in parts])


def test_what_is_sure_is_folded_and_what_is_not_is_open():
    sure, asked, none = (Subject(name, "亿元", "A") for name in ("甲", "乙", "丙"))
    said = Proposal(
        {sure: (suggestion(),), asked: (suggestion("是否换算？"),), none: ()},
        {"北京市": "110000", "某地": None, "上海市": None},
        ("上海市",),
        {none: (suggestion(),)},
    )
    open_, folded, areas, elsewhere = names_parts(said, {"gdp": "总值（gdp）"}, {"110000": "北京"})
    assert open_.open
    assert not folded.open
    assert "2 个名称需要确认" in text([open_])
    assert "相近的指标：总值（gdp）" in text([open_])
    assert "1 个名称已识别" in text([folded])
    assert "某地" in text([areas])
    assert "上海市" in text([elsewhere])
    assert "上海市" not in text([areas])


def test_only_what_is_asked_is_confirmed():
    assert question_parts(0, None) == []
    assert question_parts(0, suggestion()) == []
    assert len(question_parts(0, suggestion("是否换算？"))) == 2
    assert question_parts(0, suggestion("不能换算", ""))[1] is None
