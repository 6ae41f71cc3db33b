"""The page of changes as a whole: light whatever came, and the same words in every place."""

import re
from pathlib import Path

import pytest

from analysis.changes.address import ChangesView
from analysis.changes.editions import EditionLine
from analysis.changes.summary import changes_summary
from analysis.state.view import choices
from components.changes import page
from components.ids import Id
from tests.edited import edited
from tests.written import html_of

NEW, OLD = EditionLine("b" * 16, "2026-12-01"), EditionLine("a" * 16, "2026-11-23")
MOST_ELEMENTS = 2_500  # of thousands of values that are new


def shown(before, after):
    options = choices(after)
    chosen = ChangesView(options.default(), (NEW, OLD), NEW.digest)
    return page.shown(changes_summary(before, after, chosen), after, options)


def test_every_place_of_the_page_is_filled(catalog):
    gdp = ("gdp", "110000", 2023)
    parts = shown(catalog, edited(catalog, {gdp: 1.0})).parts
    assert {Id.CHANGES, Id.CHANGES_HEAD, Id.CHANGES_SIDE, Id.NAV, Id.PAPER} <= set(parts)
    assert "2026-11-23—2026-12-01" in html_of(parts[Id.PAPER])
    assert html_of(parts[Id.CHANGES_SIDE]).count('scope="row"') == 1


def test_the_chip_of_all_themes_is_named_so(catalog):
    """Without a theme the page shows all of them, not the first."""
    chips = html_of(
        shown(catalog, edited(catalog, {("gdp", "110000", 2023): 1.0})).parts[Id.THEMES]
    )
    assert re.search(r'aria-current="true"[^>]*>全部<', chips)
    assert "总体经济" not in chips and "分工布局" in chips


@pytest.mark.thorough
def test_thousands_of_values_are_few_elements(catalog, read_once):
    """The frozen edition has half of the real one's values."""
    real = read_once(Path(__file__).parents[3] / "data")
    parts = shown(catalog, real).parts
    html = html_of(parts[Id.CHANGES]) + html_of(parts[Id.CHANGES_SIDE])
    assert len(re.findall(r"<\w", html)) < MOST_ELEMENTS
    new = html.partition('id="new"')[2].partition("<section")[0]
    told = int(re.search(r"([\d,]+) 个，", new)[1].replace(",", ""))
    counted = re.findall(r'class="many-of">([\d,]+)<', new)
    assert told == sum(int(count.replace(",", "")) for count in counted) > 3_000
