"""The difference of two editions in lines: one sentence, then every value that is another."""

from types import SimpleNamespace

from tools import editions_diff


def test_an_edition_says_nothing_otherwise_than_itself(catalog):
    found = editions_diff.changes(catalog, catalog)
    (line,) = editions_diff.lines(found)
    assert "没有变动" in line


def test_questions_are_those_of_the_desk_by_their_keys(catalog, monkeypatch):
    asked = SimpleNamespace(key="k1", place="北京 2025 年", value="1 亿元", text="请核对")
    monkeypatch.setattr(editions_diff, "load", lambda _: catalog)
    monkeypatch.setattr(editions_diff, "questions", lambda *_, **__: (asked,))
    found = editions_diff.questions_of(None, None)
    assert found == {"k1": "北京 2025 年，1 亿元：请核对"}
