"""A report of slides is of the briefing that its address names, as it lies in the store now."""

import pytest

from analysis.reports.address import query_of, report_view
from analysis.reports.summary import report_summary
from callbacks.own_briefings import NotKept, with_briefing
from components.reports.page import shown
from data.briefings.store import NEW, Briefings
from data.package.scene_checks import known_to
from tests.written import html_of

NAME = "月度会商"
QUERY = f"report=briefing&briefing={NAME}"


@pytest.fixture
def store(tmp_path, catalog):
    found = Briefings(tmp_path, known_to(catalog))
    found.write(NAME, catalog.scenes[:2], NEW)
    return found


def test_it_has_the_pages_that_are_kept(store, catalog, options):
    chosen = with_briefing(report_view(QUERY, options)[0], store)
    assert chosen.scenes == catalog.scenes[:2]
    assert query_of(chosen, options).startswith("?report=briefing&briefing=")
    document = report_summary(catalog, chosen).document
    assert document.title == NAME


def test_the_page_offers_all_of_them_and_marks_the_one(store, catalog, options):
    for number in range(14):
        store.write(f"第{number}份", catalog.scenes[:1], NEW)
    chosen = with_briefing(report_view(QUERY, options)[0], store)
    html = html_of(shown(report_summary(catalog, chosen), catalog, options).parts["reports-bar"])
    assert all(f">{name}<" in html for name in ("预置汇报", NAME, "第0份", "第13份"))
    assert "其余 4 份" in html
    assert "/present/%E6%9C%88" in html


def test_one_that_is_not_there_is_refused_with_those_there_are(store, options):
    chosen, _ = report_view("report=briefing&briefing=没有", options)
    with pytest.raises(NotKept) as lost:
        with_briefing(chosen, store)
    assert lost.value.allowed == (NAME,)


def test_a_damaged_one_is_not_offered(store, options, tmp_path):
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    chosen, _ = report_view("report=briefing&briefing=坏", options)
    with pytest.raises(NotKept) as lost:
        with_briefing(chosen, store)
    assert lost.value.allowed == (NAME,)


def test_other_kinds_know_none(store, options):
    chosen = with_briefing(report_view(f"briefing={NAME}", options)[0], store)
    assert (chosen.briefing, chosen.briefings, chosen.scenes) == ("", (), ())
