"""What a file that came in must be said of."""

import pytest

from components.desk.intake import MOST_SOURCES, STATUS, TRUST, file_parts
from data.imports.reading import parsed
from data.imports.recognise import recognised

HEAD = "地区,指标,单位,期间,数值,来源\n"


def shown(sources: int) -> str:
    rows = "".join(f"北京市,地区生产总值,亿元,{2000 + n},1,公报{n}\n" for n in range(2))
    found = recognised(parsed((HEAD + rows).encode(), "表.csv"))
    names = [f"公报{n}" for n in range(sources)]
    return str(file_parts(found, names, {}, {}, {STATUS: {}, TRUST: {}}))


@pytest.mark.parametrize("sources", [1, MOST_SOURCES])
def test_every_publication_that_is_asked_about_can_be_described(sources: int) -> None:
    text = shown(sources)
    assert text.count("Legend(") == sources
    assert f"来源“公报{sources - 1}”" in text


def test_too_many_publications_are_said_and_what_to_do() -> None:
    text = shown(MOST_SOURCES + 1)
    assert text.count("Legend(") == 0
    assert f"有 {MOST_SOURCES + 1} 个来源尚未收录" in text
    assert "请分成几个文件上传" in text
