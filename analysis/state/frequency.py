"""Frequency: years, quarters or months. Which one an address asks for, and the same view at
another one. Only the indicators page has others than years."""

from dataclasses import replace

from analysis.query import Key, Query
from analysis.state.view import Choices, View
from analysis.text.periods import NAMES
from data.model import periods
from data.model.periods import ANNUAL

KEY = "freq"


def key(options: Choices) -> Key:
    """The query key of the frequency."""
    said = "、".join(f"{code}（{NAMES[code]}）" for code in options.every)
    meaning = "频率；缺省为指标所有的频率，先年后季、月"
    return Key(KEY, meaning, tuple(options.every), said=said)


def asked(query: Query, options: Choices) -> str:
    """The frequency that an address asks for: by its name, else the first that its indicator has,
    else years."""
    named = query.one(key(options))
    if named:
        return named
    indicator = query.given.get("indicator", "")
    return next((f for f, own in options.every.items() if own.theme_of(indicator)), ANNUAL)


def with_frequency(chosen: View, wanted: str, options: Choices) -> View:
    """The view at another frequency: the same indicator where it has that, else the one of the
    same subject, else the theme's first, of the periods chosen by default."""
    own = options.of(wanted)
    indicator = _counterpart(chosen, own)
    theme = own.theme_of(indicator) if indicator else None
    start = own.default(theme or (chosen.theme if chosen.theme in own.themes else None))
    return replace(start, regions=chosen.regions, indicator=indicator or start.indicator)


def _counterpart(chosen: View, own: Choices) -> str | None:
    """Of the indicators of another frequency that of the same subject; None where there is none."""
    same = chosen.indicator
    subject = own.annual.get(same, same)
    offered = own.every_indicator
    return next(
        (i for i in (same, subject) if i in offered),
        next((i for i in offered if own.annual.get(i) == subject), None),
    )


def yearly(chosen: View, options: Choices) -> View:
    """The view as the pages show it that have years only: its indicator's yearly one, and the
    years in which its periods lie."""
    if chosen.frequency == ANNUAL:
        return chosen
    own = options.of(ANNUAL)
    found = with_frequency(chosen, ANNUAL, options)
    theme = chosen.theme if chosen.theme in own.themes else found.theme
    if found.theme != theme:
        found = replace(own.default(theme), regions=chosen.regions)
    whole = options.of(chosen.frequency)
    start, end = found.start, found.end
    if chosen.start != whole.first_year:
        start = periods.year_of(chosen.start)
    if chosen.end != whole.settled_year:
        end = min(max(start, periods.year_of(chosen.end)), own.last_year)
    return replace(found, start=min(start, end), end=end)
