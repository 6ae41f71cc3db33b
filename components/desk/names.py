"""What a file calls indicators and regions, and what these stand for here."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from components.desk.ids import area, confirmed, pick, question
from components.desk.intake import NAMES
from components.desk.parts import fold, message, select, table
from data.imports.mapping import Proposal, Suggestion
from data.imports.names import Subject

HEADS = ("文件中的名称", "单位", "本站指标", "核对")
AREAS = ("文件中的地区", "本站地区")
LEFT_OUT = "（不并入）"
CHECKED = "已核对"
FREQUENCIES = {"A": "", "Q": "（季度）", "M": "（月度）"}
NO_NAME = "（文件未注明）"


def label(indicator_id: str, name: str) -> str:
    """An indicator as fields offer it."""
    return f"{name}（{indicator_id}）"


def indicator_of(text: str | None) -> str | None:
    """The id in what a field holds, a label or an id alone; None where it is empty."""
    found = (text or "").strip()
    if not found:
        return None
    return found.rpartition("（")[2].removesuffix("）") if found.endswith("）") else found


def names_parts(said: Proposal, labels: Mapping[str, str], regions: Mapping[str, str]) -> list[Any]:
    """Each name with the indicator that is proposed. What is sure is folded; what is asked about
    is open, and must be confirmed."""
    rows = [
        (
            bool(found and not found[0].question),
            _row((number, wanted), found, said.alike.get(wanted, ()), labels),
        )
        for number, (wanted, found) in enumerate(said.subjects.items())
    ]
    sure = [row for is_sure, row in rows if is_sure]
    open_ = [row for is_sure, row in rows if not is_sure]
    parts: list[Any] = []
    if open_:
        title = f"{len(open_)} 个名称需要确认（留空则不并入）"
        parts.append(
            fold(title, table("需要确认的名称", HEADS, open_, is_stacked=True), is_open=True)
        )
    if sure:
        parts.append(fold(f"{len(sure)} 个名称已识别", table("已识别的名称", HEADS, sure)))
    unknown = unknown_areas(said)
    if unknown:
        options = {"": LEFT_OUT, **regions}
        areas = [(text, select(area(n), options, "")) for n, text in enumerate(unknown)]
        title = f"{len(areas)} 个地区名称需要确认"
        parts.append(fold(title, table("需要确认的地区", AREAS, areas), is_open=True))
    if said.elsewhere:
        told = f"不在本站收录范围的 {len(said.elsewhere)} 个地区不并入：{'、'.join(said.elsewhere)}"
        parts.append(message(told, "light"))
    return parts


def unknown_areas(said: Proposal) -> tuple[str, ...]:
    """Names of regions that were not recognised."""
    return tuple(t for t, code in said.regions.items() if not code and t not in said.elsewhere)


def _row(
    place: tuple[int, Subject],
    found: Sequence[Suggestion],
    alike: Sequence[Suggestion],
    labels: Mapping[str, str],
) -> tuple[Any, ...]:
    """A name by its place; what is only alike is said, and never filled in."""
    number, wanted = place
    best = found[0] if found else None
    near = f"相近的指标：{'、'.join(labels[one.indicator_id] for one in alike)}" if alike else ""
    value = labels[best.indicator_id] if best else ""
    name = f"{wanted.name or NO_NAME}{FREQUENCIES.get(wanted.frequency, '')}"
    field = dbc.Input(id=pick(number), value=value, list=NAMES, debounce=True, size="sm")
    hidden = html.Span(f"{name} 对应的本站指标", className="visually-hidden")
    return (
        name,
        wanted.unit,
        [
            html.Label([hidden, field], className="desk-pick"),
            html.Div(near, className="form-text") if near else None,
        ],
        html.Div(question_parts(number, best), id=question(number)),
    )


def question_parts(number: int, found: Suggestion | None) -> list[Any]:
    """What is asked about an indicator, with a mark that it was looked at."""
    if found is None or not found.question:
        return []
    mark = dbc.Checkbox(id=confirmed(number), label=CHECKED, value=False)
    return [html.Div(found.question), mark if found.factor is not None else None]
