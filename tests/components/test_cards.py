"""Cards of the overview."""

from analysis.overview.summary import summary
from components.cards import card
from components.elements import written


def test_a_cards_year_is_never_parted(catalog, view_of):
    shown = summary(catalog, view_of("gdp")).cards
    texts = [written(card(one, "/")) for one in shown]
    assert any("2024\u00a0年</span>" in text for text in texts)
    assert not any(" 年</span>" in text.partition("card-foot")[2] for text in texts)
