"""The table of a study: years, quarters or months by regions; the browser sorts and copies it."""

from typing import Any

from dash import html

from analysis.indicators.metadata import break_text
from analysis.indicators.summary import IndicatorSummary
from analysis.series.breaks import BREAK_MARK, is_broken, marked_years
from analysis.series.quantities import without_unit
from analysis.text.periods import years
from components.attributes import attributes
from data.model.periods import ANNUAL, written


def numbers_table(shown: IndicatorSummary) -> html.Div:
    """Years by regions, newest first; heads are buttons that sort, a button copies the whole.
    The unit stands in the caption (and goes into the heads of a copy), not in every cell. Sorting
    moves rows in the browser, so that other values are another table and not the old one changed.
    """
    marked = marked_years(shown.years, shown.breaks)
    heads_of_rows = "年份" if shown.state.view.frequency == ANNUAL else "时期"
    names = [heads_of_rows, *(r.short_zh for r in shown.regions)]
    heads = [
        html.Th(
            html.Button(name, type="button", **attributes(data_sort=str(i))),
            scope="col",
            **attributes(aria_sort="descending" if i == 0 else "none"),
        )
        for i, name in enumerate(names)
    ]
    table = html.Table(
        [
            html.Caption(f"{shown.title}（{shown.unit}）" if shown.unit else shown.title),
            html.Thead(html.Tr(heads)),
            html.Tbody([_line(shown, year, year in marked) for year in reversed(shown.years)]),
        ],
        **attributes(data_unit=shown.unit),
    )
    copy = html.Button("复制表格", type="button", className="button", **attributes(data_table=""))
    desk, years = shown.state, map(str, shown.years)
    slugs = (r.slug for r in shown.regions)
    key = " ".join([shown.indicator.indicator_id, desk.scale, str(desk.base), *years, *slugs])
    return html.Div([copy, table], className="table-box", key=key)


def _year(shown: IndicatorSummary, year: int, is_marked: bool) -> html.Th:
    """The head of a row; a break before its year is marked, with the reason. The plain year, or
    period, goes into sorting and copies."""
    name = years(year, year)
    plain = attributes(
        data_value=str(year), **({} if name == str(year) else {"data_period": written(year)})
    )
    if not is_marked:
        return html.Th(name, scope="row", **plain)
    before = max(y for y in shown.years if y < year)
    reasons = "；".join(break_text(b) for b in shown.breaks if is_broken([b], before, year))
    mark = html.Abbr(BREAK_MARK, className="break-mark", title=reasons)
    return html.Th([name, mark], scope="row", **plain)


def _line(shown: IndicatorSummary, year: int, is_marked: bool) -> html.Tr:
    cells: list[Any] = [_year(shown, year, is_marked)]
    for region in shown.regions:
        datum = shown.datum(region.region_code, year)
        is_known = datum is not None and datum.value is not None
        key = repr(datum.value) if datum is not None and is_known else ""
        note = datum.observation.note if datum is not None and datum.observation else None
        cells.append(
            html.Td(
                without_unit(datum.text, shown.unit, datum.mark) if datum is not None else "",
                className=None if is_known else "absent",
                title=note,
                **attributes(data_value=key),
            )
        )
    return html.Tr(cells)
