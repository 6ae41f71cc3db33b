"""Bars beside or above each other, upright ones side by side or stacked."""

from analysis.document.chart import Chart, Series
from analysis.document.look import REGIONS
from components.charts.still.frame import (
    LEADING,
    WIDTH,
    grid,
    held,
    look,
    plot,
    text,
    upright,
    width,
    years,
)
from components.charts.svg import Element
from components.elements import element

THICK = 18  # pixels of a bar
AIR = 12  # between the bars of two categories
MOST_NAMED = 200  # pixels of the names beside bars
SHORTEST = 40  # pixels of the longest bar, whatever is said beside it
SHARE = 0.7  # of a category's width that its columns take


def bars(chart: Chart, wide: int) -> tuple[list[Element], int]:
    """The parts of a picture of bars below each other, and how high it is. In the hand the names
    stand above their bars."""
    is_hand = wide < WIDTH
    named = 0.0 if is_hand else min(MOST_NAMED, max(map(width, chart.categories), default=0)) + 10
    signs = _signs(chart)
    said = max((width(signs[n] + t) for n, one in enumerate(chart.series) for t in one.texts),
               default=0) + 12  # fmt: skip
    values = held(chart)
    low, high = min(0.0, *values), max(0.0, *values)
    scale = max(wide - named - said - (said if low < 0 else 0), SHORTEST) / ((high - low) or 1)
    zero = named - low * scale + (said if low < 0 else 0)
    above, tall = (LEADING if is_hand else 0), THICK * len(chart.series)
    step = above + tall + AIR
    parts: list[Element] = []
    for row, name in enumerate(chart.categories):
        top = 4 + row * step
        at = (0.0, top + 12.0) if is_hand else (named - 8, top + tall / 2 + 4)
        parts.append(text(name, *at, "start" if is_hand else "end", "still-tick"))
        for place in range(len(chart.series)):
            parts += _bar(chart, (row, place), (zero, top + above + place * THICK), scale)
    height = 8 + step * len(chart.categories)
    if len(chart.series) == 1:
        return parts, height
    keys, lines = legend(chart, height + 12, wide)
    return [*parts, *keys], height + lines * LEADING


def _bar(
    chart: Chart, at: tuple[int, int], corner: tuple[float, float], scale: float
) -> list[Element]:
    """A bar from 0 with its phrase; where there is no value what is said instead."""
    row, place = at
    one = chart.series[place]
    value, said = one.values[row], one.texts[row] if row < len(one.texts) else ""
    said = f"{_signs(chart)[place]}{said}" if said else ""
    (zero, top), middle = corner, corner[1] + THICK / 2 + 3
    if value is None:
        return [text(said, zero + 6, middle, "start", "still-tick")] if said else []
    long = abs(value) * scale
    left = zero if value >= 0 else zero - long
    x, anchor = (zero + long + 6, "start") if value >= 0 else (left - 6, "end")
    drawn = element("rect", x=f"{left:.1f}", y=f"{top:.1f}", width=f"{long:.1f}", height=THICK - 4,
                    class_=f"still-bar {_look(chart, one, row, place)}")  # fmt: skip
    return [drawn, text(said, x, middle, anchor, "still-value")]


def _signs(chart: Chart) -> list[str]:
    """What stands before the phrase of each series: the mark of its region, where several regions
    stand side by side, so that they are told apart in grey too."""
    marks = [REGIONS[one.slug].sign if one.slug in REGIONS else "" for one in chart.series]
    return (
        [f"{mark} " if mark else "" for mark in marks]
        if sum(map(bool, marks)) > 1
        else [""] * len(marks)
    )


def _look(chart: Chart, one: Series, row: int, place: int) -> str:
    """The class of a bar: of its category's region where categories are regions. What others are
    seen against is hollow."""
    if row < len(chart.slugs) and chart.slugs[row]:
        return f"ink-{chart.slugs[row]}"
    return f"{look(one, place)} is-reference" if one.is_reference else look(one, place)


def columns(chart: Chart, is_stacked: bool, wide: int) -> tuple[list[Element], int]:
    """The parts of a picture of columns over the categories, the series side by side or on each
    other, and how much the names need below it besides their first line."""
    count = len(chart.categories)
    sums = [
        sum(v for one in chart.series if (v := one.values[i]) is not None) for i in range(count)
    ]
    on = plot([*held(chart), *(sums if is_stacked else ())], wide - 12, is_from_zero=True)
    room = (on.right - on.left) / max(count, 1) * SHARE
    each = room if is_stacked else room / max(len(chart.series), 1)
    is_crowded = max(map(width, chart.categories)) > (on.right - on.left) / count
    names = (
        upright(on, chart.categories, chart.slugs)
        if chart.slugs and is_crowded
        else years(on, chart.categories)
    )
    below = LEADING * (max(map(len, chart.categories)) - 1) if chart.slugs and is_crowded else 0
    parts: list[Element] = [*grid(on, chart.decimals, ""), *names]
    for row in range(count):
        base = 0.0
        for place, one in enumerate(chart.series):
            value = one.values[row]
            if value is None:
                continue
            left = on.at(row, count) - room / 2 + (0 if is_stacked else place * each)
            ends = on.up(base), on.up(base + value)
            base += value if is_stacked else 0.0
            parts.append(
                element("rect", x=f"{left:.1f}", y=min(ends), width=f"{max(each - 1, 1):.1f}",
                        height=f"{abs(ends[0] - ends[1]):.1f}",
                        class_=f"still-bar {_look(chart, one, row, place)}")
            )  # fmt: skip
    return parts, below


def legend(chart: Chart, y: float, wide: int) -> tuple[list[Element], int]:
    """The names of the series, each in its colour, in as many lines as they need; how many those
    are."""
    parts: list[Element] = []
    x, line = 0.0, 0
    for place, one in enumerate(chart.series):
        label = f"{_signs(chart)[place]}{one.label}"
        room = width(label) + 34
        if x and x + room > wide:
            x, line = 0.0, line + 1
        below = y + line * LEADING
        parts.append(element("rect", x=f"{x:.1f}", y=f"{below - 10:.1f}", width=11, height=11,
                             class_=f"still-bar {_look(chart, one, len(chart.slugs), place)}")
                     )  # fmt: skip
        parts.append(text(label, x + 16, below, "start", "still-value"))
        x += room
    return parts, line + 1
