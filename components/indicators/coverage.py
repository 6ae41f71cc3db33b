"""The coverage of a theme as one picture: a table of marks, indicators by years."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from dash import html

from analysis.indicators.coverage import Cell, Coverage, Track
from analysis.text.periods import period_text, short
from components.attributes import attributes
from components.elements import tree
from components.filters import change
from data.model.periods import ANNUAL, MONTHLY, QUARTERLY, frequency, part_of_year, year_of

# The class of a mark, and what it says.
LEGEND = (
    ("all", "三地齐全"),
    ("some-2", "两地"),
    ("some-1", "一地"),
    ("jjj", "仅京津冀整体"),
    ("nation", "仅全国"),
    ("none", "本站未收录"),
    ("unpublished", "未公布"),
    ("withdrawn", "已撤回"),
    ("break", "口径调整"),
)
WORDS = dict(LEGEND)
RARE = ("unpublished", "withdrawn")  # marks that are explained only where they occur
BY = {ANNUAL: "分年度", QUARTERLY: "分季度", MONTHLY: "分月"}
PART = {QUARTERLY: "Q{}", MONTHLY: "{}"}  # a period below its year
KEPT = "region,from,to"  # of the address, by the link of a row


def coverage_picture(found: Coverage, address_of: Callable[[str], str]) -> html.Figure:
    """The picture of a theme's coverage; `address_of` gives an indicator's query string ("" for
    the default view)."""
    name = found.theme.name_zh
    kind = frequency(found.years[0])
    table = html.Table(
        [
            html.Caption(f"{name}：各指标{BY[kind]}数据情况", className="visually-hidden"),
            _head(found.years) if kind == ANNUAL else _parted_head(found.years),
            *(
                _body(tuple(tracks), is_archived, len(found.years), address_of)
                for is_archived, tracks in groupby(found.tracks, lambda track: track.is_archived)
            ),
        ],
        className=None if kind == ANNUAL else "parted",
    )
    return html.Figure(
        [
            html.Figcaption(found.sentence),
            _legend({cell.state for track in found.tracks for cell in track.cells}),
            html.Div(
                table,
                className="coverage-scroll",
                role="region",
                tabIndex=0,
                **attributes(aria_label=f"{name}：指标覆盖"),
            ),
        ],
        className="coverage",
    )


def _legend(states: Collection[str]) -> html.Ul:
    """The marks in words, the rare ones only where they occur; for those who hear
    the page each cell says what its mark means."""
    return html.Ul(
        [
            html.Li(
                [html.Span(className=f"sign {kind}"), f"空白：{text}" if kind == "none" else text]
            )
            for kind, text in LEGEND
            if kind not in RARE or kind in states
        ],
        className="legend",
        **attributes(aria_hidden="true"),
    )


def _head(years: Iterable[int]) -> html.Thead:
    names = ["指标", *map(short, years), "最新年份", "来源"]
    return html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))


def _parted_head(periods: Sequence[int]) -> html.Thead:
    """Quarters or months under the years they lie in: side by side they would need their year
    each, and there are dozens."""
    years = [html.Th("指标", scope="col", rowSpan=2)]
    years += [
        html.Th(str(year), scope="colgroup", colSpan=len(list(own)))
        for year, own in groupby(periods, year_of)
    ]
    years += [html.Th(name, scope="col", rowSpan=2) for name in ("最新一期", "来源")]
    parts = [
        html.Th(
            PART[frequency(period)].format(part_of_year(period)),
            scope="col",
            title=period_text(period),
        )
        for period in periods
    ]
    return html.Thead([html.Tr(years), html.Tr(parts)])


def _body(
    tracks: tuple[Track, ...], is_archived: bool, width: int, address_of: Callable[[str], str]
) -> html.Tbody:
    rows = [_row(track, address_of) for track in tracks]
    if is_archived:
        title = html.Th(f"历史序列 {len(tracks)} 项", colSpan=width + 3, scope="rowgroup")
        rows.insert(0, html.Tr(title, className="archive"))
    return html.Tbody(rows)


def _row(track: Track, address_of: Callable[[str], str]) -> html.Tr:
    indicator, source = track.indicator, track.source
    link = change(
        address_of(indicator.indicator_id),
        keep=KEPT,
        children=indicator.short_zh,
        title=f"{indicator.name_zh}，单位：{indicator.unit_zh}",
        **attributes(data_row=indicator.indicator_id),
    )
    return html.Tr(
        [
            html.Th(link, scope="row"),
            *(_cell(cell) for cell in track.cells),
            html.Td(short(track.last_year)),
            html.Td(source.publisher_zh, title=source.document),
        ]
    )


def _cell(cell: Cell) -> Any:
    """A mark with the same in words, and on hovering why it cannot be joined to what was."""
    plain = _mark(cell.state, cell.names)
    if not cell.break_reason:
        return plain
    reason = f"{period_text(cell.year)}起与此前不可比：{cell.break_reason}"
    kind, said = _kind(cell.state, cell.names)
    words = html.I(f"{said}，{WORDS['break']}")
    title = f"{said}。{reason}" if cell.state == "some" else reason
    return tree(html.Td(words, className=f"{kind} break", title=title))


@cache
def _mark(state: str, names: tuple[str, ...]) -> Any:
    """A cell without a break: made once, as a picture repeats it hundreds of times."""
    if state == "none":
        return tree(html.Td())
    kind, said = _kind(state, names)
    title = said if state == "some" else None
    return tree(html.Td(html.I(said), className=kind, title=title))


def _kind(state: str, names: tuple[str, ...]) -> tuple[str, str]:
    """The class of a mark and what it says: for some of the regions, which."""
    if state == "some":
        return f"some-{len(names)}", "、".join(names)
    return state, WORDS[state]
