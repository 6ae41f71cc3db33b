"""What the overview said and says."""

from dataclasses import replace

from analysis.changes.statements import card_text, statements
from analysis.overview.summary import summary
from tests.edited import edited

GDP = [("gdp", code, 2024) for code in ("110000", "120000", "130000")]


def test_of_one_edition_nothing_is_said_otherwise(catalog):
    assert statements(catalog, catalog) == ()


def test_a_revised_value_changes_the_sentence_and_the_card_of_its_theme(catalog, options):
    other = edited(catalog, {key: catalog.observations[key].value + 100 for key in GDP})
    (one,) = statements(catalog, other)
    assert one.theme == "overall"
    view = options.default("overall")
    before, after = summary(catalog, view), summary(other, view)
    assert (one.old, one.new) == (before.finding, after.finding)
    assert one.cards[0].title == "地区生产总值"
    assert (one.cards[0].old, one.cards[0].new) == (
        card_text(before.cards[0]), card_text(after.cards[0]),
    )  # fmt: skip
    assert "2024 年" in one.cards[0].old


def test_numbers_of_different_years_each_have_theirs(catalog, options):
    """The card is of 2024: a number of another year has that beside it, the others then 2024."""
    card = summary(catalog, options.default("overall")).cards[0]
    (own,) = card.readings
    first, second = replace(own, label="北京"), replace(own, label="河北", year=2023)
    number = own.quantity.text
    absent = replace(own, label="天津", quantity=None)
    apart = replace(card, readings=(first, absent, second), change=None)
    assert card.year == 2024
    assert (
        card_text(apart) == f"北京 {number}（2024 年）、天津 本站未收录、河北 {number}（2023 年）"
    )
    same = replace(card, readings=(first, absent), change=None)
    assert card_text(same) == f"北京 {number}、天津 本站未收录（2024 年）"
