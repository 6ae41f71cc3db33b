"""How far the regions are apart, and how long they have moved one way."""

from collections.abc import Iterator, Sequence
from math import log

from analysis.coordination.gaps import DECIMALS, REFERENCE, WIDER, distance, verdict
from analysis.document.document import Cited
from analysis.reports.sentences.levels import names_itself, whose
from analysis.reports.sentences.moved import FALLS, priced, rise
from analysis.reports.sentences.said import Part, Said, adverse, stated
from analysis.reports.sentences.subject import Subject
from analysis.series import reasons
from analysis.series.breaks import base_year, is_broken
from analysis.series.observations import Values
from analysis.series.quantities import number
from analysis.text.periods import period_text
from analysis.text.sentences import dated_name
from data.model.catalog import Region

LEAST_RUN = 3  # years that went one way
COLON = "∶"


def to_hebei(about: Subject) -> Iterator[Said]:
    """以河北为 1，北京、天津、河北…之比由 2014 年的 3.13∶1.62∶1 变为 2024 年的 3.54∶1.89∶1. Only of
    what can stand side by side whatever the size of a region, and within one stretch."""
    topic, scope = about.topic, about.topic.scope
    is_asked = scope.is_complete and topic.is_comparable and about.is_level
    if not is_asked or reasons.ratio_to(about.catalog, topic, REFERENCE):
        return
    base = about.catalog.regions[REFERENCE]
    others = [region for region in scope.regions if region != base]
    every = [about.exact(region.region_code) for region in scope.regions]
    years = [y for y in every[0] if y <= about.year and all(own.get(y, 0) > 0 for own in every)]
    if about.year not in years:
        return
    before = base_year(years, topic.breaks, topic.start)
    names = "、".join(region.short_zh for region in [*others, base])
    lead = f"以{base.short_zh}为 1，{names}{dated_name(topic)}之比"
    last = _ratios(about, others, base, about.year)
    size, parts = 0.0, [f"{period_text(about.year)}，{lead}为 ", *last]
    if before is not None:
        first = _ratios(about, others, base, before)
        word = "仍为" if _read(first) == _read(last) else "变为"
        parts = [f"{lead}由 {period_text(before)}的 ", *first,
                 f" {word} {period_text(about.year)}的 ", *last]  # fmt: skip
        size = _widened(about, others, base, before)
    yield Said(stated(f"{about.row.indicator_id}.gap", parts), 3, size)


def runs(about: Subject) -> Iterator[Said]:
    """截至 2024 年，三地…连续 8 年增长，北京、河北均连续 8 年增长，…（均按现价计算）: who moved
    one way in each of at least three years up to the spoken one."""
    if not about.is_level:
        return
    found = _runs(about)
    parts: list[Part] = [f"截至 {period_text(about.year)}，"]
    size, name = 0.0, dated_name(about.topic)
    for place, (years, own) in enumerate(found):
        names = "、".join(who for who, _, _ in own)
        named = names if place or name in names else f"{names}{name}"
        first = about.year - abs(years)
        formula = f"{names or name}：{first}—{about.year} 年逐年比较"
        cell = about.cell(f"连续 {abs(years)} 年", own[0][1], about.year, formula)
        verb = rise(about) if years > 0 else FALLS
        parts += ["，" if place else "", f"{named}{'均' if len(own) > 1 else ''}", cell, verb]
        size = max((size, *(adverse(about.row, v[first], v[about.year]) for _, _, v in own)))
    if found:
        parts.append(priced(about, is_each=sum(len(own) for _, own in found) > 1))
        yield Said(stated(f"{about.row.indicator_id}.run", parts), 5, size)


Owned = tuple[str, str, Values]  # who, the code, and the values


def _runs(about: Subject) -> list[tuple[int, list[Owned]]]:
    """Runs of at least so many years with those who have them: what the regions make together by
    itself, then the regions, those with the same run in one."""
    found: list[tuple[int, list[Owned]]] = []
    years = _run(about, about.together)
    if abs(years) >= LEAST_RUN and len(about.topic.scope.regions) > 1:
        found.append((years, [(whose(about), about.whole_code, about.together)]))
    apart: dict[int, list[Owned]] = {}
    for region in about.owners:
        values, code = about.apart[region.region_code], region.region_code
        if abs(own := _run(about, values)) >= LEAST_RUN and code != about.whole_code:
            who = "" if names_itself(about, code) else region.short_zh
            apart.setdefault(own, []).append((who, code, values))
    return [*found, *apart.items()] if apart or found else _single(about)


def _single(about: Subject) -> list[tuple[int, list[Owned]]]:
    """The run of the one that is chosen."""
    years = _run(about, about.together)
    is_one = len(about.topic.scope.regions) == 1 and abs(years) >= LEAST_RUN
    return [(years, [(whose(about), about.whole_code, about.together)])] if is_one else []


def _ratios(about: Subject, others: Sequence[Region], base: Region, year: int) -> list[Part]:
    below = about.exact(base.region_code)[year]
    parts: list[Part] = []
    for region in others:
        text = number(about.exact(region.region_code)[year] / below, DECIMALS)
        formula = f"{region.short_zh} ÷ {base.short_zh}"
        parts += [about.cell(text, region.region_code, year, formula), COLON]
    return [*parts, "1"]


def _read(parts: Sequence[Part]) -> list[str]:
    return [one.text for one in parts if isinstance(one, Cited)]


def _widened(about: Subject, others: Sequence[Region], base: Region, before: int) -> float:
    """The largest widening of a pair, as 100 × ln of the distances' ratio; 0 without one."""
    below = about.exact(base.region_code)
    size = 0.0
    for region in others:
        own = about.exact(region.region_code)
        first, last = (own[year] / below[year] for year in (before, about.year))
        if verdict(first, last) == WIDER:
            size = max(size, 100 * log(distance(last) / distance(first)))
    return size


def _run(about: Subject, values: Values) -> int:
    """In how many years up to the spoken one a value rose (below zero: fell) year by year, as it is
    printed; 0 where the last year did neither."""
    year, count, way = about.year, 0, 0
    while {year - 1, year} <= values.keys() and not is_broken(about.topic.breaks, year - 1, year):
        before, after = about.reads(values[year - 1]), about.reads(values[year])
        step = (after > before) - (after < before)
        if not step or (way and step != way):
            break
        way, count, year = step, count + 1, year - 1
    return way * count
