"""The measures behind the picture: first and last in one table, every year in a fold."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.measures import (
    DECIMALS,
    FORMULAS,
    NOTE,
    Dispersion,
    Moved,
    YearDispersion,
    both_sides,
)
from analysis.series.absence import NOT_HELD
from analysis.series.quantities import gap_unit, number
from analysis.text.periods import span_text
from analysis.view_links import Links
from components.elements import element
from components.evaluation.tables import cell, scrolled
from data.model.catalog import Region

TITLE = "差距的各项度量"
NOT_COMPUTED = "不计算"
HEADS = ("指标", "最低 ÷ 最高", "变异系数", "变异系数（人口加权）", "泰尔指数")


def tree(found: Sequence[Dispersion], regions: Sequence[Region], ways: Links) -> list[Any]:
    """What moved apart beside what came together; formulas and all years below."""
    if not found:
        return []
    names = {region.region_code: region.short_zh for region in regions}
    return [
        html.H2(TITLE, id="evaluation-measures-title"),
        html.P([both_sides(tuple(found)), NOTE], className="subtitle"),
        scrolled(f"{TITLE}表", HEADS, (_row(one, names, ways) for one in found), "measures-table"),
        html.Details(
            [
                html.Summary("公式与逐年数值"),
                html.Dl(
                    [part for name, said in FORMULAS for part in (html.Dt(name), html.Dd(said))],
                    className="measures-formulas",
                ),
                *(part for one in found if one.years for part in _years(one, names)),
            ],
            className="measures-years",
        ),
    ]


def _row(one: Dispersion, names: Mapping[str, str], ways: Links) -> Component:
    name = html.A(one.measure.name_zh, href=ways.indicator(one.measure.opens))
    if not one.years:
        return html.Tr([html.Th(name, scope="row"), html.Td(NOT_HELD, colSpan=len(HEADS) - 1)])
    first, last = one.years[0], one.years[-1]
    said = f"{first.year}—{last.year} 年间口径调整，不比较" if one.reason else ""
    foot = html.Span(said or span_text(first.year, last.year), className="row-foot")
    return html.Tr(
        [
            html.Th([name, foot], scope="row"),
            *(
                cell(label, said)
                for label, said in zip(
                    HEADS[1:],
                    (
                        _ends(first, last, names, is_compared=not one.reason),
                        _moved(one.plain),
                        _moved(one.weighted),
                        _moved(one.theil, f"以{one.weight}为权"),
                    ),
                    strict=True,
                )
            ),
        ]
    )


def _ends(
    first: YearDispersion, last: YearDispersion, names: Mapping[str, str], is_compared: bool
) -> list[Any]:
    """The lowest as a part of the highest, and which regions these are."""
    shown = [first, last] if is_compared and first is not last else [last]
    pairs = dict.fromkeys(f"{names[low]} ÷ {names[high]}" for low, high in (y.ends for y in shown))
    return [
        " → ".join(number(year.lowest_to_highest, DECIMALS) for year in shown),
        html.Span("，后为 ".join(pairs), className="row-foot"),
    ]


def _moved(moved: Moved, said: str = "") -> list[Any]:
    """A coefficient first and last, which way it went, and what else is `said` of it."""
    if moved.last is None:
        return [NOT_COMPUTED]
    foot = "，".join(part for part in (moved.verdict, said) if part)
    text = moved.text or number(moved.last, DECIMALS)
    return [text, html.Span(foot, className="row-foot") if foot else None]


def _years(one: Dispersion, names: Mapping[str, str]) -> list[Component]:
    """Every year of a measure, under its name and formula."""
    unit = one.measure.unit_zh
    shares = [f"{name}占三地（%）" for name in names.values()] if one.years[0].shares else []
    heads = [
        "年份",
        *(f"{name}（{unit}）" for name in names.values()),
        f"极差（{gap_unit(unit)}）",
        *shares,
        *HEADS[2:],
    ]
    rows = (_year(year, one.measure.decimals, names) for year in one.years)
    title = f"{one.measure.name_zh}：{one.formula}"
    return [html.H3(title, className="evaluation-part"), scrolled(title, heads, rows)]


def _year(year: YearDispersion, decimals: int, names: Mapping[str, str]) -> Any:
    values = [number(year.values[code], decimals) for code in names]
    apart = "" if year.spread is None else number(year.spread, decimals)
    shares = [number(year.shares[code], 1) for code in names if code in year.shares]
    found = [
        NOT_COMPUTED if value is None else number(value, DECIMALS)
        for value in (year.plain, year.weighted, year.theil)
    ]
    cells = [*values, apart, *shares, *found]
    name = element("th", f"{year.year}{year.mark}", scope="row")
    return element("tr", name, *(element("td", text) for text in cells))
