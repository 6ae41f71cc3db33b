"""The address of a report: everything chosen goes there and comes back, nothing else does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reports.address import (
    BRIEFING,
    EVALUATION,
    KINDS,
    LAYOUTS,
    LONGEST_OWN,
    MONITOR,
    REGION,
    TASK,
    ReportView,
    own_options,
    query_of,
    report_view,
    shared_view,
    with_topic,
    with_topics,
)
from analysis.series.frames import FULL_NAMES

NAMES = st.from_regex(r"[a-z][a-z0-9_.-]{0,12}", fullmatch=True)
SAID = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=30)


def read(text, options):
    return report_view(text, options)[0]


@pytest.fixture
def usual(options):
    return read("", options)


def test_without_a_query_it_is_the_monitoring_report_of_all_themes(usual, options):
    assert (usual.kind, usual.layout, usual.frame) == (MONITOR, "official", "")
    assert usual.topics == tuple(options.themes)
    assert usual.view == own_options(options).default()
    assert query_of(usual, options) == ""


@pytest.mark.thorough
@given(data=st.data())
def test_what_is_written_is_read_again(data, options):
    themes = list(options.themes)
    topics = data.draw(st.lists(st.sampled_from(themes), min_size=1, unique=True))
    regions = data.draw(st.lists(st.sampled_from(list(options.regions)), min_size=1, unique=True))
    first = own_options(options).first_year
    start = data.draw(st.integers(first, options.last_year))
    end = data.draw(st.integers(start, options.last_year))
    seen = replace(options.default(), start=start, end=end,
                   regions=tuple(r for r in options.regions if r in regions))  # fmt: skip
    chosen = ReportView(
        seen,
        kind=data.draw(st.sampled_from(list(KINDS))),
        frame=data.draw(st.sampled_from(["", *FULL_NAMES])),
        layout=data.draw(st.sampled_from(LAYOUTS)),
        off=tuple(data.draw(st.lists(NAMES, max_size=6, unique=True))),
        own=tuple(data.draw(st.lists(st.tuples(NAMES, SAID), max_size=4))),
    )
    chosen = with_topics(chosen, tuple(t for t in themes if t in topics), options)
    assert report_view(query_of(chosen, options), options) == (chosen, ())


def test_a_report_begins_when_coordination_did_and_other_pages_keep_their_years(options):
    own = read("from=2011", options)
    assert own.view.start == 2014
    assert report_view("from=2011", options)[1] == ()
    assert shared_view(own.view, options).start == options.first_year
    later = read("from=2018", options)
    assert shared_view(later.view, options) == later.view


def test_a_theme_of_another_page_is_the_one_topic(options):
    found = read("theme=green&region=hebei", options)
    assert (found.topics, found.view.theme, found.regions) == (("green",), "green", ("hebei",))
    assert query_of(found, options) == "?region=hebei&theme=green"


def test_the_first_theme_alone_is_said_as_a_topic(options):
    found = read("topics=overall", options)
    assert found.topics == ("overall",)
    assert query_of(found, options) == "?topics=overall"


def test_of_all_topics_a_pressed_one_becomes_the_only_one(usual, options):
    one = with_topic(usual, "green", options)
    assert one.topics == ("green",)
    two = with_topic(one, "chains", options)
    assert set(two.topics) == {"green", "chains"}
    assert with_topic(with_topic(two, "green", options), "chains", options).topics == usual.topics


def test_a_report_of_one_region_is_of_the_first(options):
    found = read("report=region&region=tianjin,hebei", options)
    assert (found.kind, found.regions) == (REGION, ("tianjin",))
    assert read("report=task&region=tianjin,hebei", options).regions == ("tianjin", "hebei")


@pytest.mark.parametrize(
    "query,said",
    [
        ("report=poem", "report=poem"),
        ("topics=weather", "topics=weather"),
        ("layout=wide", "layout=wide"),
        ("frame=mars", "frame=mars"),
        ("from=1800", "from=1800"),
        (f"own={'a:' + 'x' * LONGEST_OWN}", "own=a:xxx"),
        (f"off={'a,' * 1300}", "off=a,a,"),
    ],
)
def test_what_cannot_be_read_is_remarked_on_and_default(usual, options, query, said):
    found, remarks = report_view(query, options)
    assert found == usual
    assert len(remarks) == 1 and said in remarks[0]


def test_own_sentences_are_one_line_each_and_bounded(options):
    found = read("own=green:甲%09乙%0Anothing%0A:without%20a%20section%0Agreen:%20%20", options)
    assert found.own == (("green", "甲 乙"),)
    long = read(f"own=green:{'字' * 250}", options)
    assert len(long.own[0][1]) == 200


def test_every_kind_says_what_it_takes():
    assert {kind: (one.topics, one.is_of_one) for kind, one in KINDS.items()} == {
        MONITOR: ("主题", False),
        REGION: ("主题", True),
        TASK: ("任务", False),
        EVALUATION: ("", False),
        BRIEFING: ("", False),
    }
