"""The View and its two-way street to the query string: links always open something."""

import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.state.view import View, query_of, view, with_indicator, with_region, with_theme

KEYS = ("region", "theme", "indicator", "from", "to")


def views(options):
    """Every view there can be."""
    years = st.integers(options.first_year, options.last_year)
    pairs = [(theme, name) for theme, names in options.indicators.items() for name in names]
    return st.builds(
        lambda slugs, pair, span: View(
            tuple(r for r in options.regions if r in slugs), *pair, *sorted(span)
        ),
        st.sets(st.sampled_from(list(options.regions)), min_size=1),
        st.sampled_from(pairs),
        st.tuples(years, years),
    )


@given(data=st.data())
def test_a_view_survives_its_link(options, data):
    chosen = data.draw(views(options))
    assert view(query_of(chosen, options), options) == (chosen, ())


@given(data=st.data())
def test_a_link_is_as_short_as_it_can_be(options, data):
    chosen = data.draw(views(options))
    fallback = options.default(chosen.theme)
    query = query_of(chosen, options)
    assert ("region=" in query) == (chosen.regions != fallback.regions)
    assert ("indicator=" in query) == (chosen.indicator != fallback.indicator)
    assert ("from=" in query) == (chosen.start != fallback.start)
    assert ("to=" in query) == (chosen.end != fallback.end)


def test_the_default_view_needs_no_query(options):
    assert query_of(options.default(), options) == ""
    assert view("", options) == view("?", options) == (options.default(), ())


def test_the_default_view_is_the_whole_of_the_first_theme(options):
    assert options.default() == View(("beijing", "tianjin", "hebei"), "overall", "gdp", 2010, 2024)
    assert options.last_year == 2025  # a single early value does not move the default


def test_a_link_reads_as_text(options):
    chosen = View(("beijing", "hebei"), "green", "pm25", 2013, 2020)
    assert (
        query_of(chosen, options)
        == "?region=beijing,hebei&theme=green&indicator=pm25&from=2013&to=2020"
    )


def test_a_link_with_only_an_indicator_opens_its_theme(options):
    for theme, names in options.indicators.items():
        for name in names:
            chosen, remarks = view(f"?indicator={name}", options)
            assert (chosen.theme, chosen.indicator, remarks) == (theme, name, ())


def test_a_theme_opens_at_its_first_headline(options):
    assert view("?theme=green", options)[0].indicator == "so2_emissions"
    assert with_theme(options.default(), "digital", options).indicator == "software_revenue"


@given(key=st.text(min_size=1), value=st.text())
def test_unknown_keys_are_ignored(options, key, value):
    assume(key not in KEYS)
    assert view("?" + urlencode({key: value}), options) == (options.default(), ())


@given(text=st.text())
def test_garbage_never_raises(options, text):
    chosen, remarks = view(text, options)
    assert view(query_of(chosen, options), options)[0] == chosen
    assert all(remarks)


@given(values=st.fixed_dictionaries({}, optional={key: st.text() for key in KEYS}))
def test_garbage_behind_known_keys_never_raises(options, values):
    chosen, remarks = view("?" + urlencode(values), options)
    assert set(chosen.regions) <= set(options.regions)
    assert chosen.regions
    assert chosen.indicator in options.indicators[chosen.theme]
    assert options.first_year <= chosen.start <= chosen.end <= options.last_year
    assert len(remarks) <= len(values)


@pytest.mark.parametrize(
    "query", ["?%FF%FE=%ED%A0%80", "?theme=%00", "?&&=&;=", "?from=%", "??to=x"]
)
def test_bytes_that_are_no_text_never_raise(options, query):
    assert view(query, options)[0] == options.default()


@given(key=st.sampled_from(KEYS), value=st.text())
def test_a_bad_value_falls_back_and_is_remarked_on(options, key, value):
    good = {*options.regions, *options.themes, *map(str, range(2010, 2026))}
    good |= {name for names in options.indicators.values() for name in names}
    assume(not good & {part.strip() for part in value.split(",")})
    chosen, remarks = view("?" + urlencode({key: value}), options)
    assert chosen == options.default()
    assert len(remarks) == 1
    assert f"{key}={value[:40]}" in remarks[0]
    assert "可用" in remarks[0]


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("region", "shanghai", "beijing"),
        ("theme", "weather", "green"),
        ("indicator", "no_such", "gdp"),
        ("from", "1999", "2010"),
        ("to", "2099", "2025"),
        ("to", "２０２０", "2025"),  # full-width digits
        ("from", "2015.5", "2010"),
        ("from", "-2015", "2010"),
        ("to", "", "2025"),
    ],
)
def test_a_remark_says_what_may_stand_there(options, key, value, allowed):
    chosen, (remark,) = view("?" + urlencode({key: value}), options)
    assert chosen == options.default()
    assert re.search(rf"{key}={re.escape(value)}.*可用：.*{allowed}", remark)


def test_a_known_region_beside_an_unknown_one_is_kept_and_the_other_remarked_on(options):
    chosen, (remark,) = view("?region=hebei,shanghai", options)
    assert chosen.regions == ("hebei",)
    assert "hebei,shanghai" in remark


def test_regions_stand_in_their_order_whatever_the_link_says(options):
    assert view("?region=hebei,%20beijing", options) == (
        replace(options.default(), regions=("beijing", "hebei")),
        (),
    )


def test_years_the_wrong_way_round_fall_back_and_are_remarked_on(options):
    chosen, (remark,) = view("?from=2020&to=2015", options)
    assert (chosen.start, chosen.end) == (2010, 2015)
    assert "from=2020" in remark
    assert "2015" in remark.partition("可用")[2]


def test_an_indicator_of_another_theme_is_remarked_on(options):
    chosen, (remark,) = view("?theme=green&indicator=gdp", options)
    assert (chosen.theme, chosen.indicator) == ("green", "so2_emissions")
    assert "indicator=gdp" in remark
    assert "绿色低碳" in remark


def test_two_bad_values_are_two_remarks(options):
    remarks = view("?region=shanghai&to=soon", options)[1]
    assert len(remarks) == 2
    assert {key for key in KEYS for remark in remarks if f" {key}=" in remark} == {"region", "to"}


@given(data=st.data())
def test_switching_a_region_leaves_at_least_one_on(options, data):
    chosen = data.draw(views(options))
    slug = data.draw(st.sampled_from(list(options.regions)))
    switched = with_region(chosen, slug, options)
    assert switched.regions
    if chosen.regions == (slug,):
        assert switched == chosen
    else:
        assert (slug in switched.regions) != (slug in chosen.regions)
        assert with_region(switched, slug, options) == chosen
    assert replace(switched, regions=chosen.regions) == chosen


@given(data=st.data())
def test_switching_theme_or_indicator_keeps_regions_and_years(options, data):
    chosen = data.draw(views(options))
    theme = data.draw(st.sampled_from(list(options.themes)))
    moved = with_theme(chosen, theme, options)
    assert (moved.regions, moved.start, moved.end) == (chosen.regions, chosen.start, chosen.end)
    assert moved.indicator in options.indicators[theme]
    other = with_indicator(moved, options.indicators[theme][-1])
    assert replace(other, indicator=moved.indicator) == moved


def test_a_bad_theme_keeps_the_good_indicator(options):
    chosen, remarks = view("?theme=xx&indicator=rd_expenditure", options)
    assert (chosen.theme, chosen.indicator) == ("innovation", "rd_expenditure")
    assert len(remarks) == 1
