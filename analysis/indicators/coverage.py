"""Coverage: which series of a theme are published for whom, in which years, without a break."""

from collections import Counter
from dataclasses import dataclass

from analysis.context import remembered
from analysis.indicators.ordering import is_archived, listed
from analysis.series import observations
from analysis.series.absence import NOT_HELD, NOT_PUBLISHED, WITHDRAWN, absence
from analysis.series.breaks import between
from analysis.state.scope import scope_of_codes
from analysis.state.view import choices
from analysis.text.periods import period_text
from data.model.catalog import JJJ, NATION, Catalog, Indicator, Source, Theme
from data.model.periods import frequency, per_year

# A series without a value in the last three years is counted as having ended earlier.
RECENT_YEARS = 3
ABSENT = {NOT_HELD: "none", NOT_PUBLISHED: "unpublished", WITHDRAWN: "withdrawn"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One indicator in one year. `state`: all (published for all three), some, jjj or nation
    (only for the three together, or only for the nation), unpublished
    (known not to be published for any region), withdrawn (taken back for all),
    none (none is held). `names` are the regions with
    a value; `break_reason` why it cannot be joined to its published year before, "" if it can."""

    year: int
    state: str
    names: tuple[str, ...]
    break_reason: str


@dataclass(frozen=True, slots=True)
class Track:
    """One indicator over the years; `last_year` of any value, also one after the shown years,
    and the source that most of that year's values have."""

    indicator: Indicator
    cells: tuple[Cell, ...]
    last_year: int
    source: Source
    is_archived: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """A theme's indicators by years, archived series last; `sentence` counts them."""

    theme: Theme
    years: tuple[int, ...]
    tracks: tuple[Track, ...]
    sentence: str


@remembered(32)  # the themes of a data version
def coverage(catalog: Catalog, theme: str, first: int, last: int) -> Coverage:
    """The coverage of a theme from `first` to `last`; KeyError for an unknown theme. The
    sentence counts for the last year shown, or for the year with which the pages end by default
    if that is earlier: single early values would make every other series look late."""
    years = tuple(range(first, last + 1))
    kind = frequency(last)
    tracks = tuple(_track(catalog, indicator, years) for indicator in listed(catalog, theme, kind))
    year = min(last, choices(catalog).of(kind).settled_year)
    return Coverage(catalog.themes[theme], years, tracks, _sentence(tracks, year))


def _track(catalog: Catalog, indicator: Indicator, years: tuple[int, ...]) -> Track:
    name = indicator.indicator_id
    columns = observations.columns(catalog, name)
    codes = {
        year: frozenset(c for c, values in columns.items() if year in values) for year in years
    }
    end = observations.span(catalog, name, frequency(years[0]))[1]
    marks = between(catalog.breaks.get(name, ()), years[0], end)  # others part nothing
    reasons = {b.after: b.reason_zh for b in marks}
    return Track(
        indicator=indicator,
        cells=tuple(
            Cell(year, *_state(catalog, name, codes[year], year), reasons.get(year, ""))
            for year in years
        ),
        last_year=end,
        source=_source(catalog, name, end),
        is_archived=is_archived(indicator),
    )


def _state(
    catalog: Catalog, name: str, codes: frozenset[str], year: int
) -> tuple[str, tuple[str, ...]]:
    """The state of a year in which these region codes have a value, and the regions' names."""
    found = scope_of_codes(catalog, codes)
    if found.regions:
        names = tuple(region.short_zh for region in found.regions)
        return "all" if found.is_complete else "some", names
    for code, state in ((JJJ, "jjj"), (NATION, "nation")):
        if code in codes:
            return state, (catalog.region(code).name_zh,)
    own = (region.region_code for region in catalog.provinces)
    return ABSENT[absence(catalog, name, own, [year])], ()


def _source(catalog: Catalog, name: str, year: int) -> Source:
    """The source of most of a year's values; the first region's where they differ evenly."""
    found = (
        observations.observation(catalog, name, r.region_code, year)
        for r in catalog.regions.values()
    )
    counted = Counter(observation.source for observation in found if observation)
    return counted.most_common(1)[0][0]


def _sentence(tracks: tuple[Track, ...], last: int) -> str:
    """To which year how many are full, how many ended before, how many have no region: each
    indicator is counted once, so that the parts add up to all."""
    counts = Counter(_standing(track, last) for track in tracks)
    now, when = counts["now"], period_text(last)
    parts = [
        f"{now} 项三地齐全至 {when}" if now else f"没有一项三地齐全至 {when}",
        *(f"{counts[part]} 项{word}" for part, word in _words(last).items() if counts[part]),
    ]
    return f"{len(tracks)} 项指标：{'，'.join(parts)}。"


def recent(last: int) -> int:
    """The periods of the years in which a series must have a value not to have ended."""
    return RECENT_YEARS * per_year(last)


def _words(last: int) -> dict[str, str]:
    return {
        "before": f"三地齐全至 {period_text(last - 1)}",
        "bare": "的分地区数值本站未收录",
        "ended": f"止于 {period_text(last - recent(last))}或更早",
        "other": "近年三地不齐全",
    }


def _standing(track: Track, last: int) -> str:
    """In which part of the sentence a track is counted: the first that holds."""
    full = {cell.year for cell in track.cells if cell.state == "all"}
    if last in full:
        return "now"
    if max((year for year in full if year <= last), default=0) == last - 1:
        return "before"
    if not any(cell.state in ("all", "some") for cell in track.cells):
        return "bare"
    return "ended" if track.last_year <= last - recent(last) else "other"
