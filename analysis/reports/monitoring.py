"""监测简报: one theme, or several: the lead, each theme with its findings, what must be watched."""

from collections.abc import Collection
from dataclasses import replace

from analysis.coordination.gaps import REFERENCE, gaps
from analysis.document.document import Cited, Document, Section, Sentence
from analysis.reports.asked import Asked, filter_text, named, scope_of, topics_text, view_of
from analysis.reports.gap_text import gap_sentences
from analysis.reports.headline_table import headline_table
from analysis.reports.indicator_sections import NARROW, WIDE, topic_sections
from analysis.reports.problems import COUNTED, problems, rows, worsened
from analysis.reports.sentences.paragraph import paragraph
from analysis.reports.sentences.rates import FIRST
from analysis.reports.sentences.said import stated
from analysis.text.periods import span_text
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN

LEAD = "lead"
RESULT = "监测结果显示："
RULE = "本文文字按固定规则由公布数据生成，数字与图表同源；不作因果判断，不作预测。"
ROUNDED = "增减和占比按未舍入的数值计算，因四舍五入，与所列数值直接相减的结果可能略有出入。"


def monitoring(catalog: Catalog, asked: Asked) -> Document:
    """The report of the topics that are asked for, in the catalog's order."""
    extent = WIDE if len(asked.topics) == 1 else NARROW
    sections: list[Section] = []
    sources: list[str] = []
    for theme in asked.topics:
        told = topic_sections(catalog, asked, theme, extent)
        table = headline_table(catalog, asked, theme)
        sections += [Section(theme, 1, catalog.themes[theme].name_zh, (), table), *told.sections]
        sources += told.sources
    watched = problems(catalog, replace(asked.view, regions=asked.regions), asked.topics)
    return Document(
        title=_title(catalog, asked),
        subtitle=span_text(asked.view.start, asked.view.end),
        filter_text=filter_text(catalog, asked, topics_text(catalog, asked)),
        version=catalog.version,
        digest=catalog.digest,
        address="",
        lead=_lead(catalog, asked),
        sections=(*sections, *watched.sections),
        sources=tuple(dict.fromkeys((*sources, *watched.sources))),
        remarks=(*_thin(catalog, asked), ROUNDED, RULE),
    )


def _title(catalog: Catalog, asked: Asked) -> str:
    is_one = len(asked.topics) == 1
    what = catalog.themes[asked.topics[0]].name_zh if is_one else "产业协同发展"
    return f"{named(catalog, asked)}{what}监测简报"


def _lead(catalog: Catalog, asked: Asked) -> tuple[Sentence, ...]:
    """What is first of all: the leading indicator, how far regions are apart (of the whole plan),
    and how many indicators worsened."""
    return (
        *leading(catalog, asked, (FIRST, 0)),
        *(_apart(catalog, asked) if WHOLE_PLAN in asked.topics else ()),
        *worsened_counts(catalog, asked),
    )


def leading(catalog: Catalog, asked: Asked, ranks: Collection[int]) -> tuple[Sentence, ...]:
    """Of the first indicator of the topics that has a value what stands at these ranks, growth in
    real terms first; the first sentence says that these are results."""
    for theme in asked.topics:
        for row in catalog.headlines(theme):
            own = paragraph(catalog, view_of(catalog, asked, row.indicator_id), asked.frame)
            if own is None or not own.said:
                continue
            every = sorted(own.said, key=lambda one: one.rank)
            first, *others = [one.sentence for one in every if one.rank in ranks] or [
                every[0].sentence
            ]
            shown = (replace(first, text=f"{RESULT}{first.text}"), *others)
            return tuple(replace(one, key=f"{LEAD}.{one.key}") for one in shown)
    return ()


def _apart(catalog: Catalog, asked: Asked) -> tuple[Sentence, ...]:
    """What came nearer and what moved apart, of each pair, where all three are chosen."""
    if not scope_of(catalog, asked).is_complete:
        return ()
    return gap_sentences(gaps(catalog, REFERENCE, asked.view.start, asked.view.end), LEAD)


def worsened_counts(catalog: Catalog, asked: Asked) -> tuple[Sentence, ...]:
    """On how many indicators each region worsened; nothing where the edition has no watch list."""
    if not catalog.watch_signs:
        return ()
    view = replace(asked.view, regions=asked.regions)
    found = worsened(rows(catalog, view, asked.topics))
    meaning = f"{COUNTED}：{catalog.watch_signs[0].meaning_zh}"
    parts: list[str | Cited] = ["与起点相比出现回落（朝不希望的方向变动）的指标，"]
    for place, region in enumerate(scope_of(catalog, asked).regions):
        count = sum(row.region == region for row in found)
        cell = Cited(f" {count} 项", "", region.region_code, "", meaning)
        parts += [f"{'、' if place else ''}{region.short_zh}", cell if count else "没有"]
    return (stated(f"{LEAD}.worsened", parts),)


def _thin(catalog: Catalog, asked: Asked) -> tuple[str, ...]:
    """Where the data of a topic are few."""
    themes = [catalog.themes[topic] for topic in asked.topics]
    return tuple(f"{one.name_zh}：{one.thin_zh}" for one in themes if one.thin_zh)
