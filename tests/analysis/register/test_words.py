"""The figures of the register in words."""

from dataclasses import replace

import pytest

from analysis.register.figures import HIDDEN, Figure
from analysis.register.words import CLOSED, LACKING, figure_text, register_note
from tests.registered import entity, registered


@pytest.mark.parametrize(
    ("kind", "figure", "text"),
    [
        ("enterprise", Figure(12, 34.5, 12), "企业 12 家，营业收入 34.5 亿元"),
        ("enterprise", Figure(12, 34.5, 11), "企业 12 家，营业收入 34.5 亿元（11 家）"),
        ("project", Figure(3), "项目 3 个"),
        ("project", Figure(3, is_value_withheld=True), "项目 3 个，总投资不列"),
        ("project", HIDDEN, "项目不列"),
        ("project", Figure(0), ""),
    ],
)
def test_a_figure_in_words(kind, figure, text):
    assert figure_text(kind, figure) == text


def test_without_a_register_one_sentence_says_so(catalog):
    assert register_note(catalog) == LACKING


def test_what_is_summed_says_how_and_of_which_year(catalog):
    rows = [entity(n) for n in range(5)]
    note = register_note(registered(catalog, rows))
    assert "2024 年营业收入按登记数值逐条相加" in note
    assert "少于 3 个" in note
    projects = [entity(n + 9, kind="project", value_year="2025") for n in range(5)]
    assert "2024 年营业收入、2025 年总投资" in register_note(registered(catalog, rows + projects))
    assert "营业收入" not in register_note(registered(catalog, rows), has_values=False)


def test_an_edition_by_its_digest_says_where_the_figures_are(catalog):
    found = registered(catalog, [entity(n) for n in range(5)])
    closed = replace(found, register=replace(found.register, is_closed=True))
    assert register_note(closed) == CLOSED
