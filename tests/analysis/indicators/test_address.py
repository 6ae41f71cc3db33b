"""The IndicatorsView and its two-way street to the query string: links always open something."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.indicators.address import CHARTS, IndicatorsView, indicators_view, query_of
from analysis.series.frames import NAMES
from analysis.series.scales import SCALES
from analysis.state.view import View, view

OWN = ("scale", "base", "chart", "against", "events", "frame")
KEYS = ("region", "theme", "indicator", "from", "to", *OWN)


def desks(options):
    """Every desk there can be."""
    years = st.integers(options.first_year, options.last_year)
    names = [name for ids in options.indicators.values() for name in ids]
    views = st.builds(
        lambda slugs, name, span: View(
            tuple(r for r in options.regions if r in slugs),
            options.theme_of(name),
            name,
            *sorted(span),
        ),
        st.sets(st.sampled_from(list(options.regions)), min_size=1),
        st.sampled_from(names),
        st.tuples(years, years),
    )
    return st.builds(
        IndicatorsView,
        views,
        st.sampled_from(list(SCALES)),
        st.none() | years,
        st.sampled_from(CHARTS),
        st.none() | st.sampled_from(names),
        st.booleans(),
        st.sampled_from(["", *NAMES]),
    ).filter(lambda chosen: chosen.against != chosen.view.indicator)


@given(data=st.data())
def test_a_desk_survives_its_link(options, data):
    chosen = data.draw(desks(options))
    assert indicators_view(query_of(chosen, options), options) == (chosen, ())


@given(data=st.data())
def test_a_link_is_as_short_as_it_can_be(options, data):
    chosen = data.draw(desks(options))
    query = query_of(chosen, options)
    fallback = IndicatorsView(chosen.view)
    for key in OWN:
        assert (f"{key}=" in query) == (getattr(chosen, key) != getattr(fallback, key))


def test_the_default_desk_needs_no_query(options):
    assert query_of(IndicatorsView(options.default()), options) == ""
    assert (
        indicators_view("", options)
        == indicators_view("?", options)
        == (IndicatorsView(options.default()), ())
    )


def test_a_desk_without_wishes_is_the_view(options):
    query = "?region=hebei&theme=green&indicator=pm25&from=2013&to=2020"
    chosen, remarks = indicators_view(query, options)
    assert (chosen, remarks) == (IndicatorsView(view(query, options)[0]), ())
    assert query_of(chosen, options) == query


def test_a_link_reads_as_text(options):
    chosen = IndicatorsView(options.default(), "index", 2013, "multiples", "population", True)
    assert (
        query_of(chosen, options)
        == "?scale=index&base=2013&chart=multiples&against=population&events=1"
    )
    other = replace(chosen, view=view("?region=hebei", options)[0], base=None)
    assert query_of(other, options).startswith("?region=hebei&scale=index&chart=")


@given(key=st.text(min_size=1), value=st.text())
def test_unknown_keys_are_ignored(options, key, value):
    assume(key not in KEYS)
    assert indicators_view("?" + urlencode({key: value}), options) == (
        IndicatorsView(options.default()),
        (),
    )


@given(text=st.text())
def test_garbage_never_raises(options, text):
    chosen, remarks = indicators_view(text, options)
    assert indicators_view(query_of(chosen, options), options)[0] == chosen
    assert all(remarks)


@given(values=st.fixed_dictionaries({}, optional={key: st.text() for key in KEYS}))
def test_garbage_behind_known_keys_never_raises(options, values):
    chosen, remarks = indicators_view("?" + urlencode(values), options)
    assert chosen.scale in SCALES
    assert chosen.chart in CHARTS
    assert chosen.against is None or options.theme_of(chosen.against)
    assert len(remarks) <= len(values)


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("scale", "cubic", "share_nation"),
        ("scale", "", "published"),
        ("base", "1999", "2010"),
        ("base", "２０１５", "2025"),  # full-width digits
        ("base", "2015.0", "2010"),
        ("base", "", "2010"),
        ("chart", "pie", "multiples"),
        ("against", "no_such", "population"),
        ("against", "gdp", "population"),  # the indicator itself
        ("events", "yes", "1"),
        ("frame", "world", "yangtze"),
    ],
)
def test_a_bad_value_falls_back_and_is_remarked_on(options, key, value, allowed):
    chosen, (remark,) = indicators_view("?" + urlencode({key: value}), options)
    assert chosen == IndicatorsView(options.default())
    assert remark.startswith(f"链接中的 {key}={value} 无法识别")
    assert allowed in remark.partition("可用：")[2]


def test_two_bad_values_are_two_remarks_those_of_the_view_first(options):
    first, second = indicators_view("?scale=cubic&to=soon", options)[1]
    assert "to=soon" in first
    assert "scale=cubic" in second


def test_a_second_indicator_may_be_of_another_theme(options):
    assert indicators_view("?against=pm25", options) == (
        IndicatorsView(options.default(), against="pm25"),
        (),
    )


def test_events_can_be_switched_off_by_name(options):
    assert indicators_view("?events=0", options) == (IndicatorsView(options.default()), ())
