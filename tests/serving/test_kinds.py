"""Whatever is asked for is counted under one of a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from analysis.pages import Page
from serving.kinds import wanted

KINDS = {
    "page", "answer", "file", "api", "present", "desk", "static", "frame", "health", "metrics",
    "other",
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "page", "kind"),
    [
        ("/", "overview", "page"),
        ("/indicators", "indicators", "page"),
        ("/regions/hebei", "regions", "page"),
        ("/indicators.xlsx", "indicators", "file"),
        ("/overview.html", "overview", "file"),
        ("/regions/hebei.docx", "regions", "file"),
        ("/api/v1/observations", "-", "api"),
        ("/present", "-", "present"),
        ("/present/mine.json", "-", "present"),
        ("/present.pptx", "-", "present"),
        ("/desk/", "-", "desk"),
        ("/desk/_dash-update-component", "-", "desk"),
        ("/static/monitor.0123456789.js", "-", "static"),
        ("/_dash-component-suites/dash/deps/react.js", "-", "static"),
        ("/_dash-layout", "-", "frame"),
        ("/health", "-", "health"),
        ("/metrics", "-", "metrics"),
        ("/editions/d54568b15bb53112/indicators", "indicators", "page"),
        ("/drafts/d54568b15bb53112/", "overview", "page"),
        ("/nowhere", "other", "other"),
        ("/nowhere.php", "other", "other"),
        ("/indicators/gdp", "other", "other"),
        ("/wp-admin/indicators.xlsx", "other", "other"),
        ("", "overview", "page"),
    ],
)
def test_what_a_path_is_for(path, page, kind):
    assert wanted(path) == (page, kind)


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://jjj.example/indicators?indicator=gdp", "indicators"),
        ("http://jjj.example/", "overview"),
        ("http://jjj.example:8050/regions/hebei#top", "regions"),
        ("http://jjj.example/editions/d54568b15bb53112/plan", "plan"),
        ("", "overview"),
        ("http://jjj.example/what/ever", "other"),
    ],
)
def test_an_answer_belongs_to_the_page_it_was_asked_from(referer, page):
    assert wanted("/_dash-update-component", referer) == (page, "answer")


@given(some.text(), some.text())
def test_the_words_are_few_whatever_is_sent(path, referer):
    page, kind = wanted(f"/{path}", referer)
    assert page in {*map(str, Page), "-", "other"} and kind in KINDS
