"""The changes from one edition to another: all that the page, its file and an approver see."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from analysis.changes.address import ChangesView
from analysis.changes.difference import Changes, changes
from analysis.changes.editions import name
from analysis.changes.groups import Valued
from analysis.changes.sentences import headline
from analysis.state.scope import scope
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN

WHOLE = "全部主题"
V = TypeVar("V", bound=Valued)


def narrowed(found: Changes, chosen: Collection[str] | None, theme: str = WHOLE_PLAN) -> Changes:
    """The changes of some regions (their codes; None: all, with those of the three together and of
    the nation) and of a theme, to which nothing belongs that is of none. The counts stay those of
    the editions."""

    def of(every: Iterable[V]) -> tuple[V, ...]:
        return tuple(
            one
            for one in every
            if (chosen is None or one.region.region_code in chosen)
            and theme in (WHOLE_PLAN, one.indicator.theme)
        )

    return replace(
        found,
        new=of(found.new),
        revised=of(found.revised),
        withdrawn=of(found.withdrawn),
        restated=of(found.restated),
        marks=tuple(m for m in found.marks if theme in (WHOLE_PLAN, m.indicator.theme)),
        items=tuple(i for i in found.items if theme in (WHOLE_PLAN, i.theme)),
        statements=tuple(s for s in found.statements if theme in (WHOLE_PLAN, s.theme)),
    )


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """How much of a theme changed."""

    theme: str
    name: str
    revised: int
    new: int
    withdrawn: int
    restated: int
    said: int


@dataclass(frozen=True, slots=True)
class ChangesSummary:
    """What the page shows: the two editions by their names, the changes of its regions and theme,
    their headline, and by theme how much of it changed in these regions; `names` are those of the
    themes of either edition, `topic` the theme that is chosen."""

    chosen: ChangesView
    editions: tuple[str, str]
    topic: str
    filter_text: str
    headline: str
    found: Changes
    themes: tuple[ThemeRow, ...]
    names: Mapping[str, str]


def changes_summary(before: Catalog, after: Catalog, chosen: ChangesView) -> ChangesSummary:
    """The summary of two editions, those that are chosen, as their catalogs."""
    regions = scope(after, chosen.view.regions)
    names = {row.theme: row.name_zh for c in (before, after) for row in c.themes.values()}
    codes = None if regions.is_complete else regions.codes
    own = narrowed(changes(before, after), codes)
    found = narrowed(own, codes, chosen.view.theme)
    editions = tuple(name(one, chosen.listed) for one in chosen.ends)
    topic = WHOLE if chosen.view.theme == WHOLE_PLAN else names[chosen.view.theme]
    return ChangesSummary(
        chosen=chosen,
        editions=(editions[0], editions[1]),
        topic=topic,
        filter_text=f"{topic} · {regions.name}",
        headline=headline(found, (editions[0], editions[1])),
        found=found,
        themes=tuple(filter(None, (_row(own, theme, names[theme]) for theme in names))),
        names=names,
    )


def _row(found: Changes, theme: str, called: str) -> ThemeRow | None:
    """None where nothing of the theme changed."""
    values = (found.revised, found.new, found.withdrawn, found.restated)
    counts = [sum(one.indicator.theme == theme for one in every) for every in values]
    said = next((s for s in found.statements if s.theme == theme), None)
    counts.append(0 if said is None else said.is_said_otherwise + len(said.cards))
    return ThemeRow(theme, called, *counts) if any(counts) else None
