"""The Summary of every view: it exists, reads as text, and shows nothing unpublished."""

import math
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import combinations

import pytest

from analysis.overview.summary import summary
from analysis.series.breaks import BREAK_MARK
from analysis.series.cards import cards
from analysis.state.view import View
from data.model.catalog import Observation

REGIONS = ("beijing", "tianjin", "hebei")
SUBSETS = [subset for size in (1, 2, 3) for subset in combinations(REGIONS, size)]
WHOLE = (2010, 2025)
PARTS = ((2010, 2014), (2023, 2023))
THEMES = (
    "overall",
    "layout",
    "chains",
    "innovation",
    "digital",
    "green",
    "quality",
    "enterprises",
    "opening",
)
# Words of a program that has lost a value, and places left unfilled.
LEFTOVER = re.compile(r"(?<![A-Za-z])(?:nan|none|inf|nat)(?![A-Za-z])|[{}]", re.IGNORECASE)
NOT_PUBLISHED = "本站未收录"


def leaves(value):
    """Every text and number of a tree of dataclasses, tuples and mappings; published values, which
    others are made of, are not shown as they are."""
    if isinstance(value, Observation):
        return
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
        yield from (
            getattr(value, name)
            for name in ("text", "credit")
            if isinstance(getattr(type(value), name, None), property)
        )
    elif isinstance(value, Mapping):
        yield from leaves(tuple(value.values()))
    elif isinstance(value, tuple | frozenset):
        for part in value:
            yield from leaves(part)
    elif value is not None:
        yield value


def assert_reads_as_text(shown, what):
    for leaf in leaves(shown):
        assert isinstance(leaf, str | int | float), (what, leaf)
        if isinstance(leaf, float):
            assert math.isfinite(leaf), what
        elif isinstance(leaf, str):
            assert not LEFTOVER.search(leaf), (what, leaf)


@pytest.fixture(scope="module")
def is_published(catalog):
    """Whether an indicator has a value of somebody (by slug or short name) in a year."""
    codes = {region.slug: region.region_code for region in catalog.regions.values()}
    codes |= {region.short_zh: region.region_code for region in catalog.regions.values()}

    def answer(indicator_id, who, year):
        return (indicator_id, codes[who], int(year)) in catalog.observations

    return answer


def cells_of(shown):
    """Who, which year, and whether a number is shown, for every place that may hold one."""
    view = shown.view
    for line in shown.trend.lines:
        drawn = {point.year for piece in line.pieces for point in piece}
        yield from ((line.slug, year, year in drawn) for year in range(view.start, view.end + 1))
    for marked, *cells in shown.trend.table.rows:
        year = str(marked).removesuffix(BREAK_MARK)
        for label, cell in zip(shown.trend.table.columns[1:], cells, strict=True):
            yield label, year, cell != NOT_PUBLISHED
    for bar in shown.comparison.bars:
        yield bar.slug, shown.comparison.year, bar.value is not None
        yield bar.slug, shown.comparison.year, bar.text != NOT_PUBLISHED
    for row in shown.comparison.table.rows:
        yield row[0], shown.comparison.year, row[1] != NOT_PUBLISHED
    (card,) = (card for card in shown.cards if card.is_chosen)
    if len(card.readings) > 1:
        own = ((r.slug, r.year or card.year, r.quantity is not None) for r in card.readings)
        yield from own  # regions side by side each show their own newest value
    coloured = re.match(r"底色：(\d{4}) 年", shown.shading.caption)
    yield from ((text[:2], coloured[1], True) for text in shown.shading.texts.values())


@pytest.fixture(scope="module")
def bare(catalog):
    """The catalog without headlines: each view then has one card, that of its indicator.
    The cards beside it are those of the theme, and looked at once a theme below."""
    rows = {name: replace(row, headline=None) for name, row in catalog.indicators.items()}
    return replace(catalog, indicators=rows)


@pytest.fixture(scope="module")
def assert_whole(bare, is_published):
    def check(view):
        shown = summary(bare, view)
        assert_reads_as_text(shown, view)
        for who, year, is_shown in cells_of(shown):
            assert is_shown == is_published(view.indicator, who, year), (view, who, year)

    return check


@pytest.mark.thorough
@pytest.mark.parametrize("theme", THEMES)
def test_every_indicator_has_a_summary_for_every_choice_of_regions(bare, assert_whole, theme):
    for indicator in bare.indicators.values():
        if indicator.theme == theme:
            for subset in SUBSETS:
                assert_whole(View(subset, theme, indicator.indicator_id, *WHOLE))


@pytest.mark.thorough
@pytest.mark.parametrize("years", PARTS)
def test_every_third_indicator_has_a_summary_for_part_of_the_years(bare, assert_whole, years):
    # One, two and all regions in turn: the regions differ from one indicator to the next.
    for place, indicator in enumerate(list(bare.indicators.values())[::3]):
        for subset in (SUBSETS[place % 3], SUBSETS[3 + place % 3], SUBSETS[6]):
            assert_whole(View(subset, indicator.theme, indicator.indicator_id, *years))


@pytest.mark.thorough
@pytest.mark.parametrize("years", [WHOLE, *PARTS])
def test_every_theme_has_its_cards_for_every_choice_of_regions(catalog, options, years):
    for theme in THEMES:
        for subset in SUBSETS:
            view = replace(options.default(theme), regions=subset, start=years[0], end=years[1])
            shown = cards(catalog, view)
            assert [card.indicator for card in shown] == [
                row.indicator_id for row in catalog.headlines(theme)
            ]
            assert_reads_as_text(shown, view)


def test_the_themes_looked_at_are_all_there_are(catalog):
    assert tuple(catalog.themes) == THEMES


def test_a_year_without_any_value_shows_no_number_at_all(catalog, view_of):
    shown = summary(catalog, view_of("hitech_mfg_revenue", start=2017, end=2017))
    assert shown.trend.lines == shown.comparison.bars == shown.cards[0].readings == ()
    assert shown.shading.values == {}
    assert shown.finding == "高技术制造业营业收入（规上）在所选年份的数值本站未收录。"


def test_screen_parts_of_one_view_agree(catalog, view_of):
    shown = summary(catalog, view_of("rd_expenditure"))
    total = shown.cards[0].readings[0].quantity.text
    assert total in shown.finding
    assert shown.formula == shown.cards[0].formula
    bars = {bar.slug: bar.value for bar in shown.comparison.bars}
    ends = {line.slug: line.pieces[-1][-1].value for line in shown.trend.lines}
    assert bars == ends
    assert list(shown.shading.values.values()) == list(bars.values())


def test_a_thin_theme_says_so(catalog, view_of):
    assert "未收录分地区产品合格率" in summary(catalog, view_of("madrid_tm_apps")).thin
    assert summary(catalog, view_of("gdp")).thin == ""
