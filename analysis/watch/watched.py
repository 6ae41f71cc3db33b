"""The watch list: what worsened, stalled, is volatile, late or in doubt, over all themes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from analysis.context import remembered
from analysis.series import observations
from analysis.series.breaks import since_break
from analysis.series.observations import Values
from analysis.series.quantities import (
    PERCENT_UNITS,
    POINTS,
    Quantity,
    Scale,
    number,
    quantity,
    rounded,
)
from analysis.series.selection import selection
from analysis.state.scope import scope
from analysis.state.view import COORDINATED_SINCE, View, choices
from analysis.watch import signs
from data.model.catalog import Break, Catalog, Indicator, Region
from data.model.watch import LATE, STALLED, SUSPECT, VOLATILE, WORSENED, Sign

IMPROVING = {"higher_better": 1, "lower_better": -1}
CURRENT = "现价，含价格变动"
COMPARED = (WORSENED, STALLED, VOLATILE)  # signs that set two values against each other


@dataclass(frozen=True, slots=True)
class Watched:
    """An indicator of a region that shows a sign. `first` and `last` are the years that were set
    against each other, with their values, also as read; `change` says by how much in words, `size`
    is that number, signed and not rounded, in `unit` (% or 个百分点, else the indicator's own);
    None where nothing was compared. `finding` says what the sign rests on, `caveats` what must be
    known with it."""

    sign: Sign
    indicator: Indicator
    region: Region
    first: int
    last: int
    first_value: float
    last_value: float
    first_text: str
    last_text: str
    change: str
    size: float | None
    unit: str
    finding: str
    caveats: tuple[str, ...]


@dataclass(frozen=True)
class _Series:
    """The values of an indicator in one region in the years of a view, and the stretch after the
    last break, without values in doubt, that is compared."""

    catalog: Catalog
    view: View
    indicator: Indicator
    region: Region

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and region by their codes."""
        return self.indicator.indicator_id, self.region.region_code

    @property
    def breaks(self) -> tuple[Break, ...]:
        return self.catalog.breaks.get(self.indicator.indicator_id, ())

    @cached_property
    def values(self) -> Values:
        name, code = self.key
        every = observations.columns(self.catalog, name)[code]
        return {y: v for y, v in every.items() if self.view.start <= y <= self.view.end}

    @cached_property
    def compared(self) -> Values:
        name, code = self.key
        doubtful = observations.suspects(self.catalog, name)
        sound = {y: v for y, v in self.values.items() if (code, y) not in doubtful}
        return {year: sound[year] for year in since_break(sound, self.breaks)}

    @property
    def improving(self) -> int:
        """1 or -1: the wanted direction; 0 where none is."""
        return IMPROVING.get(self.indicator.direction, 0)

    @property
    def has_worsened(self) -> bool:
        way = self.improving
        return bool(way) and signs.has_worsened(self.compared, way, self.indicator.decimals)

    @cached_property
    def shown(self) -> Scale:
        """The unit that the indicator's own page shows values in."""
        return selection(self.catalog, self.view, self.indicator.indicator_id).shown

    def text(self, year: int) -> str:
        """The value of a year with its unit and its mark."""
        name, code = self.key
        mark = observations.mark(self.catalog, [name], [code], year)
        return quantity(self.values[year], self.shown, mark=mark).text


def watch_list(catalog: Catalog, view: View) -> tuple[Watched, ...]:
    """What is to be watched of the yearly indicators with a page, in the years and regions of a
    view; the signs in their order, in each the themes in theirs. Nothing without the signs' table.

    Values are compared from the first year after the last break within the years to the last;
    values in doubt are not. Expected is the last year of the view, at most the one that most
    headline indicators reach (`usual_year`)."""
    return _watch_list(catalog, _plain(catalog, view))


@remembered(32)
def _watch_list(catalog: Catalog, view: View) -> tuple[Watched, ...]:
    expected = min(view.end, choices(catalog).usual_year)
    found = [
        _row(series, sign, finding)
        for series in _series(catalog, view)
        for sign in (catalog.watch_signs if series.values else ())
        if (finding := _finding(series, sign, expected))
    ]
    return tuple(sorted(found, key=lambda one: one.sign.order))


def worsened_count(catalog: Catalog, view: View) -> int:
    """How many rows of the watch list are of what worsened."""
    return _worsened_count(catalog, _plain(catalog, view)) if catalog.watch_signs else 0


@remembered(256)
def _worsened_count(catalog: Catalog, view: View) -> int:
    return sum(series.has_worsened for series in _series(catalog, view))


def _plain(catalog: Catalog, view: View) -> View:
    """The regions and years of a view, which are all that matters here; coordination is looked at
    since it began."""
    start = max(view.start, min(COORDINATED_SINCE, view.end))
    return replace(choices(catalog).default(), regions=view.regions, start=start, end=view.end)


def _series(catalog: Catalog, view: View) -> Iterator[_Series]:
    for names in choices(catalog).indicators.values():
        for name in names:
            for region in scope(catalog, view.regions).regions:
                yield _Series(catalog, view, catalog.indicators[name], region)


def _finding(series: _Series, sign: Sign, expected: int) -> str:
    """What a sign rests on, in words; "" where the series does not show it."""
    values, way, decimals = series.compared, series.improving, series.indicator.decimals
    least = sign.threshold or 0
    if sign.sign == LATE:
        years = sorted(series.values)
        return f"最新为 {years[-1]} 年" if signs.is_late(years, expected, least) else ""
    if sign.sign == SUSPECT:
        return _doubts(series)
    if not way or len(values) < 2:
        return ""
    if sign.sign == WORSENED and series.has_worsened:
        return f"{min(values)}—{max(values)} 年"
    if sign.sign == STALLED and signs.has_stalled(values, way, decimals, least):
        best = signs.best_year(values, way, decimals)
        return f"{best} 年 {series.text(best)} 为最好，此后没有再达到"
    if sign.sign == VOLATILE and signs.is_volatile(values, decimals, least):
        turned, chances = signs.turns(values, decimals)
        return f"方向转变 {turned} 次（可以转变 {chances} 次）"
    return ""


def _doubts(series: _Series) -> str:
    name, code = series.key
    found = []
    for year in sorted(series.values):
        doubt = observations.doubt(series.catalog, name, code, year)
        one = observations.observation(series.catalog, name, code, year)
        said = doubt or (one.conflict if one else "")
        found += [f"{year} 年 {series.text(year)}：{said}"] if said else []
    return "；".join(found)


def _row(series: _Series, sign: Sign, finding: str) -> Watched:
    is_compared = sign.sign in COMPARED
    years = sorted(series.compared if is_compared else series.values)
    first, last = years[0], years[-1]
    amount, unit, text = _change(series, first, last) if is_compared else (None, "", "")
    return Watched(
        sign=sign,
        indicator=series.indicator,
        region=series.region,
        first=first,
        last=last,
        first_value=series.values[first],
        last_value=series.values[last],
        first_text=series.text(first),
        last_text=series.text(last),
        change=text,
        size=amount,
        unit=unit,
        finding=finding,
        caveats=tuple(_caveats(series, first, is_compared)),
    )


def _change(series: _Series, first: int, last: int) -> tuple[float, str, str]:
    """The change from one year to the other: of percentages in percentage points, else in percent;
    of values that are not above zero in their own unit."""
    before, after = series.values[first], series.values[last]
    row = series.indicator
    decimals = max(row.decimals, 1)
    if row.unit_zh in PERCENT_UNITS:
        amount, unit = round(after - before, 9), POINTS
    elif before > 0 and after > 0:
        amount, unit, decimals = (after / before - 1) * 100, "%", 1
    else:
        amount, unit = round(after - before, 9), row.unit_zh
    if not rounded(amount, decimals):
        return amount, unit, "不足 0.1%" if unit == "%" and amount else "持平"
    verb = "上升" if amount > 0 else "下降"
    return amount, unit, f"{verb} {Quantity(number(abs(amount), decimals), unit).text}"


def _caveats(series: _Series, first: int, is_compared: bool) -> Iterator[str]:
    row = series.indicator
    if is_compared and first > min(series.values):
        reasons = {b.after: b.reason_zh for b in series.breaks}
        why = f"（{reasons[first]}）" if first in reasons else ""
        yield f"自 {first} 年起比较{why}"
    if is_compared and row.price_basis == "current":
        yield CURRENT
    if row.caveat:
        yield row.caveat.removesuffix("。")
