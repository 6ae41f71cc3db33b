"""The Datum: one number of a study, with the phrase a reader sees."""

from dataclasses import dataclass, replace

from analysis.series import frames, observations
from analysis.series.absence import NOT_HELD, absence
from analysis.series.columns import Numbers
from analysis.series.distribution import Distribution
from analysis.series.frames import Group
from analysis.series.quantities import quantity
from analysis.series.selection import Selection
from data.model.catalog import JJJ, Catalog, Observation, Region
from data.model.observations import PROVISIONAL

NOT_COMPUTABLE = "无法计算"
NORMAL = "A"  # of SDMX CL_OBS_STATUS


@dataclass(frozen=True, slots=True)
class Datum:
    """One number of a study: region, year, value in the shown unit (None: none is held, or not
    computable), the phrase a reader sees, the observation it is (None where computed), and the
    mark at the end of the phrase: of a computed number that of the values of its own year; whether
    it is a first figure or made of one; `formula` says how other provinces were put together."""

    region: Region
    year: int
    value: float | None
    text: str
    observation: Observation | None
    mark: str = ""
    is_provisional: bool = False
    formula: str = ""


def data(catalog: Catalog, topic: Selection, numbers: Numbers) -> tuple[Datum, ...]:
    """Every region and year of the numbers, region by region."""
    return tuple(
        _of_group(catalog, topic, numbers, group, (year, numbers.columns[code].get(year)))
        if (group := frames.group_of(code)) is not None
        else _of_region(catalog, topic, numbers, (code, year))
        for code in numbers.columns
        for year in numbers.filled_years
    )


def others(
    catalog: Catalog, topic: Selection, numbers: Numbers, found: Distribution | None
) -> tuple[Datum, ...]:
    """The provinces of a distribution that are none of the regions chosen, in the order of their
    codes; none without a distribution."""
    if found is None:
        return ()
    places = catalog.areas.by_code
    return tuple(
        _of_group(
            catalog, topic, numbers, frames.alone(places[one.code]), (found.period, one.value)
        )
        for one in sorted(found.standings, key=lambda one: one.code)
        if one.code not in numbers.columns
    )


def _of_region(catalog: Catalog, topic: Selection, numbers: Numbers, at: tuple[str, int]) -> Datum:
    code, year = at
    name, first = topic.indicator.indicator_id, observations.provisional_mark(catalog)
    is_published = code in numbers.published
    own = observations.observation(catalog, name, code, year)
    shown = own if is_published else None
    value = numbers.columns[code].get(year)
    mark = own.mark if shown and own else _mark(catalog, topic, numbers, at)
    mark = mark if value is not None else ""
    text = _phrase(topic, numbers, value, shown, mark)
    if value is None and own is None and (is_published or code != JJJ):
        text = absence(catalog, name, [code], [year])
    is_first = bool(first) and first in mark
    return Datum(catalog.region(code), year, value, text, shown, mark, is_first)


def _of_group(
    catalog: Catalog,
    topic: Selection,
    numbers: Numbers,
    group: Group,
    found: tuple[int, float | None],
) -> Datum:
    """The number of a group of other provinces. That of one province is published where those of
    the regions are, in the same document: its source is theirs of the same year."""
    row, region = topic.indicator, group.region
    year, value = found
    ids = (*frames.parts_of(row, group.codes), *numbers.parts)
    if value is None:
        is_held = frames.has_any(catalog, ids[0], group.codes, year)
        return Datum(region, year, None, NOT_COMPUTABLE if is_held else NOT_HELD, None)
    is_first = frames.is_provisional(catalog, ids, group.codes, year)
    mark = observations.provisional_mark(catalog) if is_first else ""
    shown = None
    if numbers.published and not group.codes[1:]:
        shown = _as_published(catalog, topic, group, year, mark)
    text, made = numbers.phrase(value, mark), frames.formula(catalog, row, group)
    return Datum(region, year, value, text, shown, mark, is_first, made)


def _as_published(
    catalog: Catalog, topic: Selection, group: Group, year: int, mark: str
) -> Observation | None:
    """The value of a single province as it was published, by the source of those of the regions;
    None where none of these has a value in the year."""
    name = topic.indicator.indicator_id
    value = frames.values_of(catalog, topic.indicator, group.codes)[year]
    beside = (
        observations.observation(catalog, name, code, year) for code in topic.scope.whole.codes
    )
    model = next((one for one in beside if one is not None), None)
    if model is None:
        return None
    return replace(
        model,
        value=value,
        qualifier=None,
        status=PROVISIONAL if mark else NORMAL,
        note=None,
        as_of="",
        conflict="",
        mark=mark,
    )


def _mark(catalog: Catalog, topic: Selection, numbers: Numbers, at: tuple[str, int]) -> str:
    """The mark of a computed number: that of the values of its year it was computed from."""
    code, year = at
    ids = (topic.indicator.indicator_id, *numbers.parts)
    codes = topic.scope.whole.codes if code == JJJ else (code,)
    return observations.mark(catalog, ids, codes, year)


def _phrase(
    topic: Selection, numbers: Numbers, value: float | None, own: Observation | None, mark: str
) -> str:
    """The number as it is read: a published one with its qualifier, a computed one rounded, each
    with its mark."""
    if own is not None:
        return quantity(own.value, topic.shown, own.qualifier, mark).text
    return NOT_COMPUTABLE if value is None else numbers.phrase(value, mark)
