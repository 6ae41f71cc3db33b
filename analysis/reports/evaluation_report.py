"""协同评价: how far the regions are apart, in which sectors they concentrate, our own index, the
official one, and what must be watched."""

from dataclasses import replace

from analysis.coordination.division import (
    INDEX_DECIMALS,
    QUOTIENT_DECIMALS,
    SCOPE,
    Division,
    PairPath,
)
from analysis.coordination.gaps import REFERENCE
from analysis.document.document import Cited, Document, Section, Sentence
from analysis.evaluation.address import EvaluationView
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import LIMITS, NAME, level
from analysis.evaluation.measures import (
    APART,
    DECIMALS,
    TOGETHER,
    Dispersion,
    dispersion_sources,
)
from analysis.evaluation.official import TOTAL, Official
from analysis.evaluation.summary import EvaluationSummary, evaluation_summary
from analysis.reports.asked import Asked, filter_text, named
from analysis.reports.figures.coordination import (
    dispersion_figure,
    division_figure,
    gap_figures,
)
from analysis.reports.figures.indices import index_figure, official_figure
from analysis.reports.gap_text import gap_sentences
from analysis.reports.monitoring import LEAD, RULE
from analysis.reports.problems import problems
from analysis.reports.sentences.said import Part, stated
from analysis.series.quantities import number
from analysis.text.periods import period_text, span_text
from data.model.catalog import JJJ, Catalog
from data.model.periods import written

WORDS = {APART: "apart", TOGETHER: "together"}  # in keys
NO_ORDER = "差距的缩小与扩大同时列出，不合成一个判断。"


def evaluation_report(catalog: Catalog, asked: Asked) -> Document:
    """The evaluation of the years that are asked for."""
    view = replace(asked.view, regions=asked.regions)
    found = evaluation_summary(catalog, EvaluationView(view, REFERENCE))
    watched = problems(catalog, view, tuple(catalog.themes))
    own = (source.citation for source in found.sources)
    sections = (_gaps(found), _dispersion(catalog, found), _division(found), _index(found.index),
                _official(catalog, found.official))  # fmt: skip
    return Document(
        title=f"{named(catalog, asked)}协同评价报告",
        subtitle=span_text(view.start, view.end),
        filter_text=filter_text(catalog, asked, "协同评价"),
        version=catalog.version,
        digest=catalog.digest,
        address="",
        lead=_lead(found),
        sections=(*filter(None, sections), *watched.sections),
        sources=tuple(dict.fromkeys((*own, *watched.sources))),
        remarks=(NO_ORDER, *LIMITS, RULE),
    )


def _lead(found: EvaluationSummary) -> tuple[Sentence, ...]:
    """The gap of each pair and the level of our own index: both kinds of moves."""
    said = gap_sentences(found.gaps, LEAD)
    first = [replace(one, text=f"评价结果显示：{one.text}") for one in said[:1]]
    return (*first, *said[1:], *_level(found.index, LEAD))


def _gaps(found: EvaluationSummary) -> Section | None:
    said = gap_sentences(found.gaps, "gaps")
    if found.gaps.lacking or not said:
        return None
    return Section("gaps", 1, "两地差距", said, gap_figures(found.gaps))


def _dispersion(catalog: Catalog, found: EvaluationSummary) -> Section | None:
    """What moved apart and what came together by the coefficient of variation, both named."""
    own = found.dispersions
    said = tuple(
        sentence for word in (APART, TOGETHER) if (sentence := _together(own, word)) is not None
    )
    if not said:
        return None
    figure = dispersion_figure(own, dispersion_sources(catalog, own))
    return Section("dispersion", 1, "三地差异", said, (figure,))


def _together(found: tuple[Dispersion, ...], word: str) -> Sentence | None:
    own = [one for one in found if one.plain.verdict == word]
    if not own:
        return (
            stated(f"dispersion.{WORDS[word]}", [f"按变异系数，没有{word}的项目"])
            if found
            else None
        )
    parts: list[Part] = ["按变异系数，"]
    for place, one in enumerate(own):
        first, last = one.plain.first or 0.0, one.plain.last or 0.0
        years = (one.years[0].year, one.years[-1].year)
        lead = "；" if place else ""
        parts.append(f"{lead}{one.measure.name_zh}由 {years[0]} 年的 ")
        parts += [_coefficient(one, first, years[0]), f" 变为 {years[1]} 年的 ",
                  _coefficient(one, last, years[1])]  # fmt: skip
    return stated(f"dispersion.{WORDS[word]}", [*parts, f"，{word}"])


def _coefficient(one: Dispersion, value: float, year: int) -> Cited:
    formula = "变异系数 = 标准差 ÷ 平均数"
    return Cited(number(value, DECIMALS), one.measure.opens, JJJ, written(year), formula)


def _division(found: EvaluationSummary) -> Section | None:
    own = found.division
    if own.lacking:
        return None
    said = (_most(own), *(_pair(one) for one in own.pairs if one.verdict))
    return Section("division", 1, "分工", said, (division_figure(own),))


def _most(own: Division) -> Sentence:
    """2024 年各行业的区位商，北京其他行业最高，为 1.40；…."""
    parts: list[Part] = [f"{period_text(own.last)}区位商最高的行业{own.leaving}，"]
    for place, region in enumerate(own.regions):
        quotient, row = own.most(region.region_code)
        text = number(quotient.value or 0.0, QUOTIENT_DECIMALS)
        cell = Cited(text, row.sector.indicator_id, region.region_code, written(own.last),
                     "行业占当地的比重 ÷ 行业占三地的比重")  # fmt: skip
        parts += [f"{'，' if place else ''}{region.short_zh}为{row.sector.name_zh}（", cell, "）"]
    return stated("division.most", [*parts, f"；{SCOPE}"])


def _pair(one: PairPath) -> Sentence:
    """京冀两地的克鲁格曼专业化指数由 2016 年的 0.848 变为 2024 年的 0.802，结构趋近."""
    ends = (min(one.krugman), max(one.krugman))
    first, last = (
        Cited(number(one.krugman[year], INDEX_DECIMALS), "", "", written(year),
              f"{one.name}各行业比重之差的绝对值之和")
        for year in ends
    )  # fmt: skip
    parts: list[Part] = [f"{one.name}两地的克鲁格曼专业化指数由 {ends[0]} 年的 ", first,
                         f" 变为 {ends[1]} 年的 ", last, f"，{one.verdict}"]  # fmt: skip
    return stated(f"division.{_ascii(one.name)}", parts)


def _ascii(pair: str) -> str:
    """A pair in letters, for a key: 京冀 as jingji."""
    letters = {"京": "bj", "津": "tj", "冀": "hb"}
    return "".join(letters.get(sign, "x") for sign in pair)


def _index(own: OpenIndex) -> Section | None:
    said = _level(own, "index")
    return Section("index", 1, NAME, said, (index_figure(own),)) if said else None


def _level(own: OpenIndex, key: str) -> tuple[Sentence, ...]:
    """自算指数 2024 年为 143.0（2014 年=100），权重不同时在 135.1—151.5 之间."""
    if own.lacking or own.bands is None:
        return ()
    year, low, high = own.years[-1], *own.bands.weights.last
    formula = f"链式几何，{own.count} 项"
    cell = Cited(level(own.values[-1]), "", JJJ, written(year), formula)
    ends = [Cited(level(one), "", JJJ, written(year), "各维度权重随机取值，5%—95%")
            for one in (low, high)]  # fmt: skip
    parts: list[Part] = [
        f"{period_text(year)}，{NAME}为 ", cell,
        f"（{own.years[0]} 年=100），权重不同时在 ", ends[0], "—", ends[1],
        " 之间；自算指数不是官方指数",
    ]  # fmt: skip
    return (stated(f"{key}.level", parts),)


def _official(catalog: Catalog, own: Official) -> Section | None:
    """What the newest edition prints of its own year: nothing of another."""
    if own.lacking or not own.bases:
        return None
    base = own.bases[0]
    said = []
    for series, mark in base.newest:
        if not mark.text:
            continue
        cell = Cited(f"{mark.text}{mark.mark}", "", JJJ, str(mark.year))
        name = "指数" if series.dimension == TOTAL else f"指数中的{series.name}分指数"
        parts: list[Part] = [f"{mark.year} 年，京津冀区域协同发展{name}为 ", cell,
                             f"（{base.base} 年=100）"]  # fmt: skip
        if mark.change_text:
            change = Cited(mark.change_text.lstrip("+−"), "", JJJ, str(mark.year), "与指数同时公布")
            verb = "降低" if mark.change_text.startswith("−") else "提高"
            parts += [f"，比上年{verb} ", change, " 点（同期公布）"]
        said.append(stated(f"official.{series.dimension}", parts))
    editions = (one for one in catalog.areas.index_editions if one.base == base.base)
    figure = official_figure(base, tuple(dict.fromkeys(one.source for one in editions)))
    return Section("official", 1, "官方指数", tuple(said[:5]), (figure,)) if said else None
