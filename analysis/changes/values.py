"""Published values of two editions, one beside the other: new, revised, withdrawn, restated."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.changes.restated import Restated, restated
from analysis.changes.revisions import Change, change, texts
from analysis.series import observations
from analysis.series.observations import Key
from analysis.series.quantities import Scale, quantity
from data.model.catalog import Catalog, Indicator, Observation, Region

ARCHIVED = "archive"  # series that are kept and stand behind the others


@dataclass(frozen=True, slots=True)
class Entry:
    """A value that only one of the editions has: new, or withdrawn; `reason` is why it was taken
    back, "" where that is not said."""

    indicator: Indicator
    region: Region
    period: int
    value: Observation
    reason: str = ""

    @property
    def text(self) -> str:
        """The value with its unit, its qualifier and its marks."""
        row, found = self.indicator, self.value
        plain = Scale(row.unit_zh, 1.0, row.decimals)
        return quantity(found.value, plain, found.qualifier, found.mark).text


@dataclass(frozen=True, slots=True)
class Revision:
    """A value that is another in the later edition: both as phrases without the unit, with as many
    decimals as tell them apart, `change` from one to the other (None where their units differ),
    and what else is said otherwise of it."""

    indicator: Indicator
    region: Region
    period: int
    old: Observation
    new: Observation
    old_text: str
    new_text: str
    change: Change | None
    restated: tuple[Restated, ...]


@dataclass(frozen=True, slots=True)
class Restatement:
    """A value that is the same, but of which something else is said."""

    indicator: Indicator
    region: Region
    period: int
    old: Observation
    new: Observation
    restated: tuple[Restated, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """Every value of two editions, in the order of themes, indicators, regions and periods;
    `before` and `after` are how many each has, `same` how many nothing changed of."""

    new: tuple[Entry, ...]
    revised: tuple[Revision, ...]
    withdrawn: tuple[Entry, ...]
    restated: tuple[Restatement, ...]
    same: int
    before: int
    after: int


class _Names:
    """Indicators and regions of both editions; where both have one, as the later says it."""

    def __init__(self, before: Catalog, after: Catalog) -> None:
        self.indicators = {**before.indicators, **after.indicators}
        regions = (*before.regions.values(), *after.regions.values())
        self.regions = {region.region_code: region for region in regions}
        themes = [*after.themes, *(theme for theme in before.themes if theme not in after.themes)]
        places = {theme: number for number, theme in enumerate(themes)}
        ids = {name: number for number, name in enumerate(self.indicators)}
        self._rank = {
            name: (places[row.theme], row.visible == ARCHIVED, row.order, ids[name])
            for name, row in self.indicators.items()
        }

    def ordered(self, keys: Iterable[Key]) -> list[Key]:
        """Keys in the order in which they are shown."""
        return sorted(keys, key=lambda k: (*self._rank[k[0]], self.regions[k[1]].order, k[2]))


def values(before: Catalog, after: Catalog) -> Values:
    """The values of the one edition set against those of the other."""
    old, new = dict(observations.published(before)), dict(observations.published(after))
    names = _Names(before, after)
    moved, both = _moved(before, after), old.keys() & new.keys()
    kept = names.ordered(key for key in both if old[key] != new[key] or key[0] in moved)
    revised = [key for key in kept if old[key].value != new[key].value or key[0] in moved]
    others = {key: restated(before, after, old[key], new[key]) for key in kept}
    told = set(revised)
    only_said = [key for key in kept if others[key] and key not in told]
    return Values(
        new=tuple(_entry(names, key, new[key]) for key in names.ordered(new.keys() - old.keys())),
        revised=tuple(
            _revision((before, after), names, key, (old[key], new[key])) for key in revised
        ),
        withdrawn=tuple(
            _withdrawn(names, key, old[key], after)
            for key in names.ordered(old.keys() - new.keys())
        ),
        restated=tuple(
            Restatement(*_place(names, key), old[key], new[key], others[key]) for key in only_said
        ),
        same=len(both) - len(revised) - len(only_said),
        before=len(old),
        after=len(new),
    )


def _moved(before: Catalog, after: Catalog) -> frozenset[str]:
    """The indicators that are in another unit now: the same number is another value."""
    return frozenset(
        name
        for name, row in after.indicators.items()
        if name in before.indicators and before.indicators[name].unit_zh != row.unit_zh
    )


def _place(names: _Names, key: Key) -> tuple[Indicator, Region, int]:
    return names.indicators[key[0]], names.regions[key[1]], key[2]


def _entry(names: _Names, key: Key, found: Observation) -> Entry:
    return Entry(*_place(names, key), found)


def _withdrawn(names: _Names, key: Key, found: Observation, after: Catalog) -> Entry:
    """A value that was taken back, with what the later edition says of it."""
    said = after.withdrawn.get(key)
    return Entry(*_place(names, key), found, said.reason_zh if said else "")


def _revision(
    editions: tuple[Catalog, Catalog],
    names: _Names,
    key: Key,
    pair: tuple[Observation, Observation],
) -> Revision:
    rows = (editions[0].indicators[key[0]], editions[1].indicators[key[0]])
    return Revision(
        *_place(names, key),
        *pair,
        *texts(rows, pair),
        change=change(rows, (pair[0].value, pair[1].value)),
        restated=restated(*editions, *pair),
    )
