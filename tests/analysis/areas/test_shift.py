"""How an industry moved from one census to the next: the shares that one computes by hand from
the published counts, and the sentence from them."""

import pytest

from analysis.areas.shift import region_slopes, shift_text, slopes
from analysis.areas.structure import three, units

ALL = ("110000", "120000", "130000")


def percent(value):
    return round(value, 1)


@pytest.mark.parametrize(
    ("name", "first", "last", "change"),
    [("北京", 15.6, 8.2, -7.4), ("天津", 27.0, 20.7, -6.3), ("河北", 12.8, 18.7, 5.9)],
)
def test_the_share_of_manufacturing_moved_from_region_to_region(catalog, name, first, last, change):
    (found,) = (one for one in region_slopes(catalog, "manufacturing") if one.name == name)
    assert (percent(found.first), percent(found.last)) == (first, last)
    assert found.change == pytest.approx(change)


def test_a_share_is_the_count_over_all_that_are_employed(catalog):
    """北京 2010: 152,617 of 977,387."""
    (found,) = (one for one in slopes(catalog, "manufacturing") if one.code == "110000")
    assert found.first == pytest.approx(152617 / 977387 * 100)


def test_the_base_is_the_three_together_and_no_mean_of_theirs(catalog):
    assert percent(three(catalog, "manufacturing")) == 16.7


def test_there_are_thirteen_units(catalog):
    assert len(units(catalog)) == len(slopes(catalog, "ict")) == 13


def test_the_sentence_says_regions_and_prefectures(catalog):
    said = shift_text(catalog, "manufacturing", ALL)
    assert said == (
        "2010—2020 年，制造业就业人口比重：北京由 15.6% 降到 8.2%，天津由 27.0% 降到 20.7%，"
        "河北由 12.8% 升到 18.7%；11 个设区市全部上升，衡水升 13.6 个百分点。"
    )


def test_the_sentence_is_of_the_regions_chosen(catalog):
    said = shift_text(catalog, "manufacturing", ("110000",))
    assert said == "2010—2020 年，制造业就业人口比重：北京由 15.6% 降到 8.2%。"
    assert shift_text(catalog, "manufacturing", ()) == ""


@pytest.mark.parametrize("industry", ["agriculture", "mining", "real_estate", "ict"])
def test_the_counts_in_the_sentence_are_those_of_the_prefectures(catalog, industry):
    said = shift_text(catalog, industry, ALL)
    own = [one.change for one in slopes(catalog, industry) if one.code not in ALL]
    rose, fell = sum(c > 0 for c in own), sum(c < 0 for c in own)
    for count, word in ((rose, "上升"), (fell, "下降")):
        told = f"全部{word}" if count == len(own) else f"{count} 个{word}"
        assert (told in said) == bool(count)
