"""The search boxes: comboboxes whose parts name each other."""

import pytest

from components.elements import written
from components.indicators.find import find_box
from components.search.site import site_search

ADDRESS = "/static/search.json"


def of_site():
    return written(site_search(ADDRESS).tree)


def of_desk():
    return written(find_box(ADDRESS))


@pytest.mark.parametrize(
    ("html", "place", "name", "listed"),
    [(of_site(), "search", "全站查找", "查找结果"), (of_desk(), "find", "查找指标", "指标")],
    ids=["site", "desk"],
)
def test_a_box_names_its_index_and_its_parts(html, place, name, listed):
    assert f'data-index="{ADDRESS}"' in html
    assert html.count("<input") == 1
    for part in (f'aria-label="{name}"', 'role="combobox"', f'aria-controls="{place}-list"'):
        assert part in html
    assert f'<div aria-label="{listed}" id="{place}-list" role="listbox"></div>' in html
    assert 'aria-live="polite"' in html


def test_the_box_of_the_site_says_its_key_and_has_a_button_for_narrow_headers():
    assert 'aria-keyshortcuts="/"' in of_site()
    assert (
        '<button aria-controls="search-input" aria-expanded="false" aria-label="全站查找"'
        in of_site()
    )
    assert "aria-keyshortcuts" not in of_desk()
