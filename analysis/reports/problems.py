"""存在的问题: what worsened and what stalled, the largest move first, and how many rows the watch
list has of each sign."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from analysis.coordination.measured import sources
from analysis.document.document import Cited, Section, Sentence
from analysis.evaluation.watch_part import BASIS
from analysis.reports.figures.coordination import watch_figure
from analysis.reports.indicator_sections import Told
from analysis.reports.sentences.moved import percent_formula, points_formula
from analysis.reports.sentences.said import MOST, Part, adverse, stated
from analysis.series.quantities import POINTS
from analysis.state.view import View
from analysis.text.provisional import in_words
from analysis.watch.watched import CURRENT, Watched, watch_list
from data.model.catalog import Catalog, Source
from data.model.periods import written
from data.model.watch import STALLED, WORSENED

KEY, NAME = "problems", "存在的问题"
COUNTED = "回落清单计数"
SINCE = "自 "  # how a caveat on the years begins


def problems(catalog: Catalog, view: View, themes: Collection[str]) -> Told:
    """The section of the watch list in the regions and years of a view, of these themes."""
    every = rows(catalog, view, themes)
    worse = worsened(every)
    stalls = [row for row in every if row.sign.sign == STALLED]
    said = [*counts(catalog, every), *(sentence(catalog, row) for row in worse)]
    shown = (*said[: MOST - min(1, len(stalls))], *(stalled(catalog, row) for row in stalls))[:MOST]
    listed = (*worse, *stalls)
    found = watched_sources(catalog, listed)
    figure = watch_figure(listed, "回落和停滞的指标", found)
    figures = (replace(figure, footnotes=(BASIS,)),) if listed else ()
    section = Section(KEY, 1, NAME, shown, figures)
    return Told((section,), tuple(source.citation for source in found))


def watched_sources(catalog: Catalog, found: Sequence[Watched]) -> tuple[Source, ...]:
    """The publications of the values that are set against each other."""
    every = (
        source
        for row in found
        for source in sources(
            catalog,
            (row.indicator.indicator_id,),
            (row.region.region_code,),
            (row.first, row.last),
        )
    )
    return tuple(dict.fromkeys(every))


def rows(catalog: Catalog, view: View, themes: Collection[str]) -> tuple[Watched, ...]:
    """The watch list of some themes."""
    found = watch_list(catalog, view)
    return tuple(row for row in found if row.indicator.theme in themes)


def worsened(found: Sequence[Watched]) -> tuple[Watched, ...]:
    """What worsened, the largest adverse move first."""
    own = [row for row in found if row.sign.sign == WORSENED]
    return tuple(sorted(own, key=lambda row: -_size(row)))


def counts(catalog: Catalog, found: Sequence[Watched]) -> tuple[Sentence, ...]:
    """How many rows there are of each sign, each indicator counted once a region."""
    counted = Counter(row.sign.sign for row in found)
    if not catalog.watch_signs:
        return ()
    if not found:
        return (stated(f"{KEY}.count", ["按固定规则检查，没有回落、停滞或滞后的指标"]),)
    parts: list[Part] = ["按固定规则检查（每个地区的每项指标计一次），"]
    shown = [sign for sign in catalog.watch_signs if counted[sign.sign]]
    for place, sign in enumerate(shown):
        cell = Cited(f"{counted[sign.sign]} 项", "", "", "", f"{COUNTED}：{sign.meaning_zh}")
        parts += ["、" if place else "", f"{sign.name_zh} ", cell]
    return (stated(f"{KEY}.count", parts),)


def sentence(catalog: Catalog, row: Watched) -> Sentence:
    """天津…由 2018 年的 3,559 亿元降至 2024 年的 3,268 亿元，下降 8.2%（现价，含价格变动）."""
    code, name = row.region.region_code, row.indicator.indicator_id
    verb = "升至" if row.last_value > row.first_value else "降至"
    first, last = (
        Cited(in_words(catalog, row.indicator, text), name, code, written(year))
        for text, year in ((row.first_text, row.first), (row.last_text, row.last))
    )
    word, _, amount = row.change.partition(" ")
    formula = points_formula if row.unit == POINTS else percent_formula
    number = Cited(amount or word, name, code, written(row.last), formula(row.last, row.first))
    parts: list[Part] = [
        f"{row.region.short_zh}{row.indicator.short_zh}由 {row.first} 年的 ", first,
        f"{verb} {row.last} 年的 ", last, "，", *([f"{word} "] if amount else []), number,
        _bracket(row),
    ]  # fmt: skip
    return stated(f"{KEY}.{name}.{row.region.slug}", parts)


def stalled(catalog: Catalog, row: Watched) -> Sentence:
    """北京…以 2017 年的 … 为最好，此后没有再达到，2024 年为 …."""
    code, name = row.region.region_code, row.indicator.indicator_id
    best, _, rest = row.finding.partition(" 年 ")
    text = rest.partition(" 为最好")[0]
    parts: list[Part] = [
        f"{row.region.short_zh}{row.indicator.short_zh}以 {best} 年的 ",
        Cited(in_words(catalog, row.indicator, text), name, code, best),
        f"为最好，此后没有再达到，{row.last} 年为 ",
        Cited(in_words(catalog, row.indicator, row.last_text), name, code, written(row.last)),
        _bracket(row),
    ]
    return stated(f"{KEY}.{name}.{row.region.slug}.stalled", parts)


def _size(row: Watched) -> float:
    return adverse(row.indicator, row.first_value, row.last_value)


def _bracket(row: Watched) -> str:
    """From which year on values are compared, and that prices play a part."""
    since = [one.partition("（")[0] for one in row.caveats if one.startswith(SINCE)]
    said = [*since, *(one for one in row.caveats if one == CURRENT)]
    return f"（{'；'.join(said)}）" if said else ""
