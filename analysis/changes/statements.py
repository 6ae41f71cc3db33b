"""What the overview says of each theme in two editions, as it opens there: its leading sentence
and its cards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.series.cards import Card, cards
from analysis.series.selection import aggregate, selection
from analysis.state.view import choices
from analysis.text.periods import period_text
from analysis.text.sentences import finding
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class CardChange:
    """A card that says something else: its title, and what it said and says; "" where there is
    none."""

    title: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A theme of whose overview something is said otherwise: its leading sentence before and after
    ("" where the theme is not in that edition), and the cards that are others."""

    theme: str
    name: str
    old: str
    new: str
    cards: tuple[CardChange, ...]

    @property
    def is_said_otherwise(self) -> bool:
        """Whether the leading sentence is another."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class _Said:
    """What an edition says of a theme; `cards` are titles and texts by indicator."""

    name: str = ""
    lead: str = ""
    cards: Mapping[str, tuple[str, str]] | None = None


def statements(before: Catalog, after: Catalog) -> tuple[Statement, ...]:
    """The themes of which something is said otherwise, in the order of the later edition."""
    old, new = _said(before), _said(after)
    found = (
        _statement(theme, old.get(theme, _Said()), new.get(theme, _Said()))
        for theme in dict.fromkeys([*new, *old])
    )
    return tuple(one for one in found if one.is_said_otherwise or one.cards)


def _said(catalog: Catalog) -> dict[str, _Said]:
    """Theme by theme, in all regions and the usual years."""
    options = choices(catalog)
    found = {}
    for theme, name in options.themes.items():
        view = options.default(theme)
        topic = selection(catalog, view, view.indicator)
        lead = finding(catalog, topic, aggregate(catalog, topic))
        shown = {card.indicator: (card.title, card_text(card)) for card in cards(catalog, view)}
        found[theme] = _Said(name, lead, shown)
    return found


def _statement(theme: str, old: _Said, new: _Said) -> Statement:
    return Statement(
        theme,
        new.name or old.name,
        old.lead,
        new.lead,
        tuple(_cards(old.cards or {}, new.cards or {})),
    )


def _cards(
    old: Mapping[str, tuple[str, str]], new: Mapping[str, tuple[str, str]]
) -> Iterable[CardChange]:
    for name in dict.fromkeys([*new, *old]):
        was, now = old.get(name, ("", "")), new.get(name, ("", ""))
        if was[1] != now[1]:
            yield CardChange(now[0] or was[0], was[1], now[1])


def card_text(card: Card) -> str:
    """What a card says: its numbers with their year, each with its own where they differ, and the
    change; why there is none."""
    if not card.readings:
        return card.scope
    is_one = len(card.readings) == 1
    year = f"（{period_text(card.year)}）" if card.year else ""
    are_apart = any(reading.year for reading in card.readings)
    said = "、".join(
        ("" if is_one else f"{one.label} ")
        + one.text
        + (year if are_apart and one.quantity and not one.year else "")
        for one in card.readings
    )
    moved = f"，{card.change.phrase}" if card.change else ""
    return f"{said}{'' if are_apart else year}{moved}"
