"""The field of contents."""

from analysis.document.document import Section
from reports.word.contents import contents


def test_many_headings_leave_only_the_first_level():
    sections = [Section(f"{n}", 1 + (n % 3 > 0), f"第 {n} 个") for n in range(30)]
    found = contents(sections, ["说明"])
    assert "第 3 个" in found
    assert "第 4 个" not in found
    assert '"1-1"' in found.replace("&quot;", '"')


def test_contents_list_the_two_upper_levels_with_their_numbers():
    sections = [Section("a", 1, "总体"), Section("b", 2, "投入"), Section("c", 3, "经费")]
    found = contents(sections, ["说明"])
    assert "一、总体" in found
    assert "（一）投入" in found
    assert "经费" not in found
    assert found.index("（一）投入") < found.index("说明")
    assert found.count('w:fldCharType="begin"') == found.count('w:fldCharType="end"') == 1
