"""What a draft changes, what is asked about that, and what the checks find."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis.changes.plausibility import Question
from analysis.changes.summary import ChangesSummary
from components.changes.others import items_section, marks_section, sentences_section
from components.changes.values import (
    new_section,
    restated_section,
    revised_section,
    withdrawn_section,
)
from components.desk.ids import answer, deed, form
from components.desk.parts import button, field, message, table
from components.unbroken import dated
from data.package.faults import Fault

ANSWER, FOR_ALL = "answer", "for-all"
MANY = 3  # questions from which on one answer may be given to all
HEADS = ("指标、地区与时期", "数值", "疑问", "说明")
FAULTS = ("表", "行", "列", "现值", "问题")
MOST = 200
SOUND = "数据检查通过。"


def changes_parts(
    found: ChangesSummary,
    asked: Sequence[Question],
    answers: Mapping[str, str],
    may_edit: bool,
    beside: Sequence[Any] = (),
) -> list[Any]:
    """What was changed `beside` them, the changes in a sentence, the questions, then every
    change."""
    others = "其他数据" if beside else ""
    said = found.headline.partition("相比，")[2].replace("所选范围内", others)
    return [
        *beside,
        html.P(dated(f"与 {found.editions[0]} 版相比，{said}"), className="lead fs-6"),
        *_questions(asked, answers, may_edit),
        html.Div(
            [
                revised_section(found),
                new_section(found),
                withdrawn_section(found),
                restated_section(found),
                marks_section(found),
                sentences_section(found),
                items_section(found),
            ],
            className="changes changes-main",
        ),
    ]


def _questions(asked: Sequence[Question], answers: Mapping[str, str], may_edit: bool) -> list[Any]:
    """What must be answered in words before the draft can be submitted."""
    if not asked:
        return []
    unanswered = sum(one.key not in answers for one in asked)
    told = f"有 {len(asked)} 个疑问，{unanswered} 个尚未说明" if unanswered else "疑问均已说明"
    after = "。全部说明后才能提交。" if unanswered else "。"
    rows = [(one.place, one.value, _text(one), _said(one, answers, may_edit)) for one in asked]
    parts: list[Any] = [
        message(told + after, "warning" if unanswered else "success"),
        table("需要说明的数值", HEADS, rows, is_stacked=True),
    ]
    if may_edit:
        parts += [_for_all()] if unanswered >= MANY else []
        parts.append(html.Div([button("保存说明", deed(ANSWER))], className="desk-row"))
    return parts


def _for_all() -> html.Div:
    """One reason for all that is left, as a census revises many values at once."""
    control = dbc.Input(id=form(FOR_ALL), maxlength=500, size="sm")
    return field("其余疑问的统一说明", control, "原因相同时填写一次；已单独说明的不变")


def _text(one: Question) -> list[Any]:
    usual = html.Div(f"通常：{one.usual}", className="form-text") if one.usual else None
    return [one.text, usual]


def _said(one: Question, answers: Mapping[str, str], may_edit: bool) -> Any:
    said = answers.get(one.key, "")
    if not may_edit:
        return said or "尚未说明"
    # What is typed and not yet kept stays when the page is made anew.
    field = dbc.Textarea(
        id=answer(one.key),
        value=said,
        rows=2,
        maxlength=500,
        size="sm",
        persistence=True,
        persistence_type="session",
    )
    hidden = html.Span(f"说明：{one.place}", className="visually-hidden")
    return html.Label([hidden, field], className="desk-pick")


def faults_parts(found: Sequence[Fault]) -> list[Any]:
    """What the checks of the start find in a draft, fault by fault."""
    if not found:
        return [message(SOUND)]
    told = f"数据检查发现 {len(found)} 处错误，改正后才能提交。"
    more = f"（列出前 {MOST} 处）" if len(found) > MOST else ""
    rows = [(f.file, f.row, f.column, f.value, f.expected) for f in found[:MOST]]
    return [message(told + more, "danger"), table("数据检查发现的错误", FAULTS, rows)]
