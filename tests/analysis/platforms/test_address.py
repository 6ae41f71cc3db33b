"""The atlas and its query string: what goes out comes back, and nothing raises."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.platforms import address as atlases
from analysis.platforms.address import (
    LAYERS,
    LINES,
    SCHEMES,
    STATUSES,
    PlatformsView,
    platform_choices,
    platforms_view,
    query_of,
    with_layer,
)


@pytest.fixture(scope="module")
def known(catalog):
    return platform_choices(catalog)


@given(st.data())
def test_what_is_written_is_read_again(catalog, options, known, data):
    maybe = lambda values: st.none() | st.sampled_from(values)  # noqa: E731
    chosen = data.draw(
        st.builds(
            PlatformsView,
            view=st.just(options.default()),
            layers=st.sets(st.sampled_from(known.layers)).map(
                lambda some: tuple(layer for layer in known.layers if layer in some)
            ),
            industry=maybe(known.industries),
            type=maybe(known.types),
            status=maybe(STATUSES),
            search=st.text("中关村 &=?#a", max_size=20).map(lambda text: " ".join(text.split())),
            area=maybe(known.areas),
            place=maybe(known.places),
            ground=maybe(known.grounds),
            is_shaded=st.booleans(),
            lines=st.sampled_from(LINES),
            has_flows=st.booleans(),
            flow_year=maybe((2013, 2024)),
            scheme=st.sampled_from(SCHEMES),
        )
    )
    assert platforms_view(query_of(chosen, options), options, known) == (chosen, ())


@given(st.text(max_size=80))
def test_whatever_a_query_says_what_is_read_of_it_has_a_link_of_its_own(options, known, query):
    keyed = f"?layers={query}&industry={query}&place={query}&flow_year={query}"
    for text in (query, keyed):
        chosen, _ = platforms_view(text, options, known)
        assert platforms_view(query_of(chosen, options), options, known) == (chosen, ())


def test_the_default_has_no_query(options, known):
    chosen, remarks = platforms_view("", options, known)
    assert query_of(chosen, options) == ""
    assert chosen.layers == LAYERS
    assert remarks == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("layers", "wing,moon"), ("industry", "magic"), ("type", "x"), ("status", "sure"),
        ("place", "N99"), ("area", "999999"), ("ground", "county.product"), ("shade", "2"),
        ("lines", "street"), ("flow_year", "1066"), ("scheme", "blue"),
    ],
)  # fmt: skip
def test_a_bad_value_is_remarked_on_and_falls_back(options, known, key, value):
    chosen, remarks = platforms_view(f"?{key}={quote(value)}&unknown=1", options, known)
    assert len(remarks) == 1
    assert f"{key}={value}" in remarks[0]
    assert "可用" in remarks[0]
    if key != "layers":  # of several layers the known ones are kept
        assert "已改用默认值" in remarks[0]
        assert chosen == PlatformsView(options.default())
    else:
        assert "已略去" in remarks[0]
        assert chosen.layers == ("wing",)


def test_no_layer_at_all_can_be_linked_to(options, known):
    chosen, _ = platforms_view("?layers=none", options, known)
    assert chosen.layers == ()
    assert "layers=none" in query_of(chosen, options)


def test_a_layer_is_switched_on_and_off_in_the_fixed_order(options, known):
    chosen = PlatformsView(options.default())
    assert with_layer(chosen, "base", known) == ("wing", "zone", "node", "base")
    assert with_layer(chosen, "zone", known) == ("wing", "node")


def test_a_long_search_is_cut(options, known):
    chosen, _ = platforms_view("?search=" + "a" * 99, options, known)
    assert len(chosen.search) == atlases.LONGEST_SEARCH
