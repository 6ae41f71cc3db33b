"""The numbers of a frame: a scale's own formula, applied to what other provinces make together;
and why a frame is not offered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analysis.series import frames, measures
from analysis.series.columns import LOCAL_NOTE, Numbers
from analysis.series.frames import GROUPS, Group
from analysis.series.nation import denominator
from analysis.series.observations import Values
from analysis.series.ratios import is_flow, per_head
from analysis.series.selection import Selection
from data.model.catalog import NATION, Catalog
from data.model.needs import POPULATION

# The values of provinces together, and their population, as a scale shows them.
Taken = Callable[[Values, Values], Values]
ALONE = ("published", "share_nation", "per_capita", "change", "points")
BASED = ("index", "growth")  # taken against a year of the regions' own numbers
NOTHING_HELD = "本版数据没有其他省（区、市）的数值。"
AMONG_THREE = "该数值形式只在三地之间比较。"


def framed(
    catalog: Catalog,
    topic: Selection,
    key: str,
    numbers: Numbers,
    groups: Mapping[str, Sequence[str]],
) -> dict[str, Values]:
    """What provinces make together, by the key of each group of their codes, as a scale shows
    it, in the selection's own years. `numbers` are the scale's of the regions: index and average
    growth are of their years. Nothing in a scale that only compares regions."""
    if not is_taken(key, numbers):
        return {name: {} for name in groups}
    taken, row = _taken(catalog, topic, key, numbers), topic.indicator
    heads = catalog.indicators.get(POPULATION) if key == "per_capita" else None
    found: dict[str, Values] = {}
    for name, codes in groups.items():
        people = frames.values_of(catalog, heads, codes) if heads else {}
        values = taken(frames.values_of(catalog, row, codes), people)
        found[name] = {y: v for y, v in values.items() if y in topic.years}
    return found


def is_taken(key: str, numbers: Numbers) -> bool:
    """Whether a scale takes values of others than the regions that it compares: those of a base
    need its year."""
    return key in ALONE or (key in BASED and bool(numbers.years))


def _taken(catalog: Catalog, topic: Selection, key: str, numbers: Numbers) -> Taken:
    """How a scale takes values. KeyError for one that takes none."""
    breaks, divisor = topic.breaks, topic.shown.divisor
    if key == "published":
        return lambda values, _: {y: v / divisor for y, v in values.items()}
    if key == "share_nation":
        whole = denominator(catalog, topic.indicator, topic.years).values
        return lambda values, _: measures.ratio(values, whole, 100)
    if key == "per_capita":
        _, factor, _ = per_head(catalog, topic)
        return lambda values, people: measures.ratio(
            values, measures.means(people) if is_flow(topic.indicator) else people, factor
        )
    if key == "change":
        return lambda values, _: measures.changes(values, breaks)
    if key == "points":
        return lambda values, _: measures.differences(values, breaks)
    if key == "index":
        base = numbers.years[0]
        return lambda values, _: measures.index(_within(values, topic), breaks, base)
    if key == "growth":
        first, last = numbers.years[0], numbers.years[-1]
        return lambda values, _: _growth(values, first, last)
    raise KeyError(key)


def _within(values: Values, topic: Selection) -> Values:
    return {y: v for y, v in values.items() if y in topic.years}


def _growth(values: Values, first: int, last: int) -> Values:
    rate = measures.average_growth(values, first, last)
    return {} if rate is None else {last: rate}


def beside(catalog: Catalog, topic: Selection, key: str, numbers: Numbers, frame: str) -> Numbers:
    """The numbers with those of a frame that is one: the nation, unless it stands there already,
    or a group of provinces, and how that was made."""
    if frame == frames.NATION and NATION not in numbers.columns:
        own = {y: v / topic.shown.divisor for y, v in topic.columns[NATION].items()}
        is_local = topic.indicator.nation_share_denominator == "local"
        return replace(
            numbers,
            columns={**numbers.columns, NATION: own},
            notes=(*numbers.notes, *([LOCAL_NOTE] if is_local else [])),
            published=numbers.published | {NATION},
        )
    group = GROUPS.get(frame)
    if group is None:
        return numbers
    values = framed(catalog, topic, key, numbers, {frame: group.codes})[frame]
    said = frames.note(catalog, topic.indicator, group, topic.years)
    return replace(
        numbers,
        columns={**numbers.columns, group.region.region_code: values},
        notes=(said, *numbers.notes),
    )


def refusal(catalog: Catalog, topic: Selection, key: str, numbers: Numbers, frame: str) -> str:
    """Why the nation or a group is not offered beside the numbers of a scale, in one sentence; ""
    if it is."""
    if frame == frames.NATION:
        return _nation_refusal(topic, key, numbers)
    group = GROUPS[frame]
    if not catalog.areas.provinces:
        return NOTHING_HELD
    if not is_taken(key, numbers):
        return AMONG_THREE
    if framed(catalog, topic, key, numbers, {frame: group.codes})[frame]:
        return ""
    if key != "published" and _within(
        frames.values_of(catalog, topic.indicator, group.codes), topic
    ):
        return f"没有{group.region.short_zh}与所选地区同期可比的数值。"
    return _lack(topic, group)


def _nation_refusal(topic: Selection, key: str, numbers: Numbers) -> str:
    if numbers.columns.get(NATION):
        return ""
    if key == "share_nation":
        return "比重即以全国为 100%，不另列全国。"
    if not topic.has(NATION):
        return "所选年份全国的数值本站未收录。"
    if not topic.has_nation_of_same_scope:
        return "全国数与分地区数口径不同，不并列。"
    return "" if key == "published" else AMONG_THREE


def _lack(topic: Selection, group: Group) -> str:
    name, row = group.region.short_zh, topic.indicator
    if len(group.codes) == 1:
        return f"所选年份{name}可比的数值本站未收录。"
    if row.aggregation not in ("sum", "ratio"):
        return f"该指标不可加总，不计算{name}的数值。"
    return f"所选年份没有{name}各省（市）数值齐全的年份。"
