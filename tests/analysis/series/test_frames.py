"""Frames: what other provinces make together, by hand and as a property; and when they are none."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.series import frames
from analysis.series.framed import beside, framed, refusal
from analysis.series.scales import numbers_of
from data.model.areas import ProvinceValues
from data.model.catalog import NATION

YANGTZE, GUANGDONG = (frames.GROUPS[key].codes for key in ("yangtze", "guangdong"))
MEMBERS = ("310000", "320000", "330000", "340000")


@pytest.fixture(scope="module")
def with_values(catalog):
    """The catalog with other values of the provinces in place of its own."""

    def build(values):
        rows = {
            key: ProvinceValues(MappingProxyType(dict(own)), "A") for key, own in values.items()
        }
        return replace(catalog, areas=replace(catalog.areas, provinces=rows))

    return build


@pytest.fixture(scope="module")
def taken(catalog, topic_of):
    """A group's values in a scale."""

    def build(indicator_id, key, frame):
        topic = topic_of(indicator_id)
        numbers = numbers_of(catalog, topic, key)
        codes = frames.GROUPS[frame].codes
        return framed(catalog, topic, key, numbers, {frame: codes})[frame]

    return build


@pytest.fixture(scope="module")
def why(catalog, topic_of):
    def build(indicator_id, key, frame, **span):
        topic = topic_of(indicator_id, **span)
        return refusal(catalog, topic, key, numbers_of(catalog, topic, key), frame)

    return build


def test_the_values_of_the_three_are_the_published_ones(catalog, published):
    found = frames.provinces(catalog, "gdp")
    assert len(found) == 31
    assert found["110000"][2024] == float(published["gdp", "110000", 2024])
    assert found["440000"][2024] == 141488.9


def test_what_is_subtracted_is_subtracted_for_all(catalog):
    found = frames.provinces(catalog, "gdp_index_prev100")
    assert found["310000"][2025] == pytest.approx(5.4)


def test_a_sum_is_that_of_its_members(catalog):
    found = frames.values_of(catalog, catalog.indicators["gdp"], YANGTZE)
    assert found[2024] == 331110.1  # 53,759.5 + 136,696.9 + 90,007 + 50,646.7


def test_a_ratio_is_made_of_summed_numerator_and_denominator(catalog):
    found = frames.values_of(catalog, catalog.indicators["gdp_per_capita"], YANGTZE)
    # 331,110.1 亿元 / ((23,761 + 23,799) / 2) 万人 x 10,000
    assert found[2024] == pytest.approx(331110.1 / 23780 * 10000)


def test_one_province_keeps_its_own_published_ratio(catalog):
    found = frames.values_of(catalog, catalog.indicators["gdp_per_capita"], GUANGDONG)
    assert found[2023] == 108745


def test_what_cannot_be_put_together_is_not(catalog):
    assert frames.values_of(catalog, catalog.indicators["cpi_prev100"], YANGTZE) == {}


@given(
    values=st.dictionaries(
        st.tuples(st.just("gdp"), st.integers(2015, 2024)),
        st.dictionaries(st.sampled_from(MEMBERS), st.floats(0, 1e6), min_size=1),
        min_size=1,
    )
)
def test_all_members_or_nothing(with_values, values):
    changed = with_values(values)
    found = frames.values_of(changed, changed.indicators["gdp"], YANGTZE)
    whole = {year for (_, year), own in values.items() if set(own) == set(MEMBERS)}
    assert found.keys() == whole
    for year in whole:
        assert found[year] == pytest.approx(sum(values["gdp", year].values()), abs=1e-6)


@pytest.mark.parametrize(
    ("indicator", "scale", "frame", "year", "expected"),
    [
        ("gdp", "published", "guangdong", 2024, 141488.9),
        ("gdp", "change", "yangtze", 2024, (331110.1 / 316175.9 - 1) * 100),
        ("gdp", "index", "guangdong", 2024, 141488.9 / 46821.3 * 100),
        ("rd_expenditure", "per_capita", "guangdong", 2023, 4802.6161 / 12681.5 * 1e4),
        ("cpi_prev100", "published", "yangtze", 2024, None),
        ("gdp", "share3", "yangtze", 2024, None),
        ("gdp", "ratio_hebei", "yangtze", 2024, None),
    ],
)
def test_a_scale_takes_a_frame_by_its_own_formula(
    taken, indicator, scale, frame, year, expected
) -> None:
    found = taken(indicator, scale, frame).get(year)
    assert found == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("indicator", "scale", "frame", "said"),
    [
        ("gdp", "published", "yangtze", ""),
        ("gdp", "published", "nation", ""),
        ("gdp", "share3", "yangtze", "只在三地之间比较"),
        ("gdp", "share_nation", "nation", "比重即以全国为 100%"),
        ("cpi_prev100", "published", "yangtze", "不可加总"),
        ("jjj_idx_innovation", "published", "guangdong", "本站未收录"),
    ],
)
def test_only_frames_that_hold_are_offered(why, indicator, scale, frame, said):
    assert said in (found := why(indicator, scale, frame))
    assert bool(found) == bool(said)


def test_an_edition_without_other_provinces_says_so(with_values, topic_of):
    bare, topic = with_values({}), topic_of("gdp")
    numbers = numbers_of(bare, topic, "published")
    assert refusal(bare, topic, "published", numbers, "yangtze") == (
        "本版数据没有其他省（区、市）的数值。"
    )


def test_the_nation_stands_there_once(catalog, topic_of):
    per_head = topic_of("gdp_per_capita")
    numbers = numbers_of(catalog, per_head, "published")
    assert beside(catalog, per_head, "published", numbers, "nation") is numbers
    topic = topic_of("gdp")
    found = beside(catalog, topic, "published", numbers_of(catalog, topic, "published"), "nation")
    assert found.columns[NATION] == topic.columns[NATION]


def test_a_frame_names_its_members_and_the_years_without_one(with_values, topic_of):
    four = dict.fromkeys(MEMBERS, 1.0)
    short = {code: 1.0 for code in MEMBERS[1:]}
    changed, topic = with_values({("gdp", 2023): short, ("gdp", 2024): four}), topic_of("gdp")
    numbers = numbers_of(changed, topic, "published")
    said = beside(changed, topic, "published", numbers, "yangtze").notes[0]
    assert said == "长三角：上海、江苏、浙江、安徽合计（本站计算）；2023 年数值不齐，不计算。"


def test_a_frame_without_a_value_in_the_base_year_says_so(with_values, topic_of):
    four = dict.fromkeys(MEMBERS, 2.0)
    rows = {("gdp", y): four for y in (2020, 2021)}
    changed, topic = with_values(rows), topic_of("gdp")
    numbers = numbers_of(changed, topic, "index")
    assert refusal(changed, topic, "index", numbers, "yangtze") == (
        "没有长三角与所选地区同期可比的数值。"
    )
