"""The texts of a study: heading, table, metadata, notes below and beside the picture."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.indicators.metadata import break_text, limits, metadata, unit_shown
from analysis.indicators.pairing import Pairing
from analysis.indicators.summary import IndicatorSummary
from analysis.series.breaks import BREAK_MARK
from analysis.text.periods import period_text, span_text, years
from components import sources
from components.attributes import attributes
from components.indicators.described import described
from components.indicators.strip import provinces_table
from components.indicators.table import numbers_table
from data.model.catalog import Catalog

WITH_LINES = ("line", "multiples")
EVENTS_NOTE = "政策时点仅标注时间，不表示因果关系。"


def heading(shown: IndicatorSummary, pair: Pairing | None, kind: str) -> list[Component]:
    """Title and subtitle as headings, and the picture in words for those who do not see it."""
    title, subtitle = titles(shown, pair, kind)
    return [
        html.H2(
            title,
            id="study-title",
            **attributes(
                data_indicator=shown.indicator.indicator_id,
                data_frequency=shown.state.view.frequency,
                data_told="",
            ),
        ),
        html.P(subtitle, className="subtitle", id="study-subtitle", **attributes(data_told="")),
        html.P(described(shown, pair, kind), className="visually-hidden", id="study-described"),
    ]


def titles(shown: IndicatorSummary, pair: Pairing | None, kind: str) -> tuple[str, str]:
    """Title and subtitle; with a second indicator both are named, in bars the year is."""
    if pair is not None:
        first, second = ("纵向", "横向") if kind == "scatter" else ("上", "下")
        hollow = "" if kind == "scatter" else shown.hollow or pair.across.hollow
        return (
            f"{shown.indicator.short_zh} 与 {pair.across.indicator.short_zh}",
            f"{first}：{shown.subtitle}；{second}：{pair.across.subtitle}{hollow}",
        )
    year = shown.common_year if kind == "bars" and shown.state.scale != "growth" else None
    if year is None:
        hollow = shown.hollow if kind in WITH_LINES else ""
        return shown.title, f"{shown.subtitle}{hollow}"
    return (
        f"{shown.indicator.short_zh}，{shown.dated(year)}",
        f"{shown.basis}，{_bar_years(shown, year)}",
    )


def _bar_years(shown: IndicatorSummary, year: int) -> str:
    """The year of the bars; if it is not the last one chosen, why an earlier one stands in."""
    end = shown.state.view.end
    if year >= end:
        return period_text(year)
    is_partial = any(d.year > year and d.value is not None for d in shown.data)
    reason = "尚未齐全" if is_partial else "无可比数值" if shown.is_computed else "无数值"
    return f"{period_text(year)}（{span_text(year + 1, end)}{reason}）"


def picture_texts(
    shown: IndicatorSummary, pair: Pairing | None, kind: str, version: str
) -> dict[str, str]:
    """What a picture that is taken away says by itself."""
    title, subtitle = titles(shown, pair, kind)
    view = shown.state.view
    regions = "、".join(r.short_zh for r in shown.regions)
    filtered = f"地区：{regions}；年份：{years(view.start, view.end)}；数据版本 {version}。"
    return {
        "data_title": title,
        "data_subtitle": subtitle,
        "data_caption": "\n".join([filtered, *_said(shown, pair, kind), _credit(shown, pair)]),
        "data_name": shown.file_name + (f"_对照{pair.across.indicator.short_zh}" if pair else ""),
    }


def worded(
    shown: IndicatorSummary, pair: Pairing | None, catalog: Catalog, kind: str
) -> list[Component]:
    """The table (a second one of a second indicator) or the metadata, where they are chosen
    instead of a picture."""
    both = (shown, *([pair.across] if pair is not None else []))
    if kind == "table":
        found = shown.distribution
        every = [provinces_table(shown, found)] if found is not None else []
        return [*(numbers_table(one) for one in both), *every]
    return [_metadata(one, catalog) for one in both] if kind == "meta" else []


def _metadata(shown: IndicatorSummary, catalog: Catalog) -> html.Dl:
    known = {
        "来源": sources.listed(shown.evidence.documents),  # named as links
        "单位": unit_shown(catalog, shown.indicator),
    }
    pairs = [
        part
        for term, text in metadata(catalog, shown)
        for part in (html.Dt(term), html.Dd(known.get(term, text)))
    ]
    return html.Dl(pairs, className="metadata")


def foot(shown: IndicatorSummary, pair: Pairing | None, kind: str) -> list[Component]:
    """Formula, breaks, notes and credit, each on its line."""
    lines = [html.P(text, className="note", title=text) for text in _said(shown, pair, kind)]
    every = "；".join(shown.evidence.sources)
    return [*lines, html.P(_credit_line(shown, pair), className="credit", title=every)]


def _said(shown: IndicatorSummary, pair: Pairing | None, kind: str) -> list[str]:
    """What must be known to read the numbers, a line each: formula, correlations with their n,
    breaks, notes. The page and the picture that is taken away say the same."""
    lines = [
        f"计算：{shown.formula}" if shown.formula else "",
        "；".join(path.verdict for path in pair.paths) if pair is not None else "",
        pair.note if pair is not None else "",
        *_said_of(shown, "" if pair is None else shown.indicator.short_zh, kind),
        *(_said_of(pair.across, pair.across.indicator.short_zh, kind) if pair is not None else ()),
        EVENTS_NOTE if shown.state.events and kind == "line" and pair is None else "",
    ]
    return [line for line in lines if line]


def _credit_line(shown: IndicatorSummary, pair: Pairing | None) -> list[Any]:
    """As `_credit`, with links to the documents."""
    own = sources.credit(shown.evidence.documents)
    if pair is None or pair.across.evidence.credit == shown.evidence.credit:
        return own
    names = [one.indicator.short_zh for one in (shown, pair.across)]
    return [names[0], *own, f"；{names[1]}", *sources.credit(pair.across.evidence.documents)]


def _credit(shown: IndicatorSummary, pair: Pairing | None) -> str:
    """Where the numbers are from; of two indicators each by its name, unless it is the same."""
    credit = shown.evidence.credit
    if pair is None or pair.across.evidence.credit == credit:
        return credit
    return (
        f"{shown.indicator.short_zh}{credit}；"
        f"{pair.across.indicator.short_zh}{pair.across.evidence.credit}"
    )


def _said_of(shown: IndicatorSummary, name: str, kind: str) -> tuple[str, str]:
    """A study's breaks, with their mark in a table, and notes; with its name where two studies
    share a picture."""
    owner = f"{name}：" if name else ""
    sign = f"{BREAK_MARK} " if kind == "table" else ""
    breaks = "；".join(map(break_text, shown.breaks))
    notes = "".join(f"{note.rstrip('。')}。" for note in (*shown.notes, *shown.evidence.legend))
    return f"{owner}{sign}口径调整：{breaks}" if breaks else "", f"{owner}{notes}" if notes else ""


def side(shown: IndicatorSummary, pair: Pairing | None, catalog: Catalog) -> list[Component | None]:
    """What the indicator is, how to cite it, and next to that what it cannot say; of a second
    indicator the last two."""
    rows = dict(metadata(catalog, shown)) | {"单位": unit_shown(catalog, shown.indicator)}
    kept = [(term, rows[term]) for term in ("定义", "单位", "可加性", "增速") if term in rows]
    other = pair.across if pair is not None else None
    return [
        html.H2("指标说明"),
        html.Dl([part for term, text in kept for part in (html.Dt(term), html.Dd(text))]),
        *_limits(shown, catalog, "使用说明与局限"),
        *_limits(other, catalog, f"对照：{other.indicator.short_zh}" if other else ""),
        html.H3("引用"),
        html.P(
            "\n".join([shown.citation, *([other.citation] if other else [])]),
            id="citation",
            className="citation",
        ),
        html.Button(
            "复制引用", type="button", className="button", **attributes(data_copy="citation")
        ),
    ]


def _limits(shown: IndicatorSummary | None, catalog: Catalog, title: str) -> list[Component]:
    """What a study's numbers cannot say, and what they rest on; nothing without either."""
    if shown is None:
        return []
    explained = shown.evidence.legend  # stands at the foot, with the picture
    cannot = [text for text in limits(catalog, shown) if text not in shown.notes]  # these too
    proof = "".join(note for note in shown.evidence.told if note not in explained)
    lines: list[Component] = [html.H3(title)] if cannot or proof else []
    if cannot:
        lines.append(html.Ul([html.Li(text) for text in cannot]))
    return [*lines, html.P(proof, className="note")] if proof else lines
