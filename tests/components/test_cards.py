"""Cards of the overview."""

from analysis.overview.summary import summary
from components.cards import card, spoken
from components.elements import written


def test_a_cards_year_is_never_parted(catalog, view_of):
    shown = summary(catalog, view_of("gdp")).cards
    texts = [written(card(one, "/")) for one in shown]
    assert any("2024\u00a0年</span>" in text for text in texts)
    assert not any(" 年</span>" in text.partition("card-foot")[2] for text in texts)


def test_a_value_of_another_year_than_the_cards_has_its_year_seen_and_heard(catalog, view_of):
    found = next(one for one in summary(catalog, view_of("pm25")).cards if one.is_chosen)
    text = written(card(found, "/"))
    assert '<span class="number">30.5</span><span class="reading-year">2024\u00a0年</span>' in text
    assert text.count("reading-year") == 1
    assert "30.5\u2009微克/立方米（2024 年），天津 41.0\u2009微克/立方米" in spoken(found)
