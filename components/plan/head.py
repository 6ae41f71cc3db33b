"""The head of the plan's page: the finding, how its marks are to be read, goals, principles."""

from dash import html
from dash.development.base_component import Component

from analysis.plan.direction import PLAN_START
from analysis.plan.pace import FEWEST_YEARS
from analysis.plan.summary import PlanSummary
from analysis.view_links import Links
from components import words
from components.attributes import attributes
from components.plan.distribution import key
from components.plan.links import anchor
from components.unbroken import with_units
from data.model.plan import Goal, Pace

NO_TARGET = "方案未设数值目标，不作完成率评价和综合评分。"
NO_GOAL = "均为文字表述，没有量化目标值。"
RULE = "Open SDG 平台无目标值指标的规则"


def head(found: PlanSummary, links: Links) -> list[Component | None]:
    """Title, lead, what is not done here, and how the marks are read."""
    return [
        html.Div(
            [
                html.H2(words.PAGES["plan"], className="plan-name"),
                html.Span(
                    f"{words.PLAN_NAME} · {found.filter_text}",
                    className="subtitle",
                    **attributes(data_told=""),
                ),
            ],
            className="plan-title",
        ),
        html.P(with_units(found.lead), className="plan-lead") if links.is_whole else None,
        html.P([html.Span(NO_TARGET), key()], className="plan-key"),
        _reading(found.paces),
    ]


def _reading(paces: tuple[Pace, ...]) -> html.Details:
    """The three marks, with the thresholds of the table and the rule they come from."""
    limits = "；".join(_limit(pace) for pace in paces)
    rows = (
        (
            "方向",
            "自对比基期（2013 年；无数值的用 2014 年，再无或不在所选年份内的用最早可比年）"
            f"和自 {PLAN_START} 年以来，是否朝期望的方向变动。"
            "箭头为升降，颜色为评价；中性指标和按现价计算的指标没有颜色。"
            "口径调整前后不作比较。",
        ),
        (
            "计数",
            "只计以对比基期为起点、不含价格因素的指标；总体已计数的，不再计其组成部分。"
            "其余列出，不计数。",
        ),
        (
            "速度",
            f"按{RULE}：所选年份内的年均增速（本站计算），朝期望的方向，{limits}。"
            f"不足 {FEWEST_YEARS} 年、有零或负值、跨口径调整、按现价计算"
            f"或 {PLAN_START} 年以来未朝期望方向变动的不评，并写明原因。",
        ),
        (
            "依据",
            "发布机构、最新年份、A 级（取自发布机构的页面或文件）、B 级（转引数据，非原始发布）"
            "或 C 级（仅见一处转引的数据，未经核对）、有数值的年数。",
        ),
        ("现价", "按当年价格计算的指标，升降含价格变动，不作评价。"),
    )
    return html.Details(
        [
            html.Summary("标记说明"),
            html.Dl([part for name, text in rows for part in (html.Dt(name), html.Dd(text))]),
        ],
        className="plan-reading",
    )


def _limit(pace: Pace) -> str:
    return (
        f"每年 {pace.minimum:g}% 及以上为{pace.name_zh}"
        if pace.minimum is not None
        else f"更低为{pace.name_zh}"
    )


def principles_and_goals(found: PlanSummary) -> list[Component]:
    """The goals for 2025 and what the region is to become, all in words; the principles."""
    return [
        html.Section(
            [
                html.H2("2025 年目标", id="goals-title"),
                html.P(f"{len(found.goals)} 条目标{NO_GOAL}", className="plan-gist"),
                html.Ol([_goal(goal) for goal in found.goals], className="plan-goals"),
                html.H3("定位"),
                html.Ul([_goal(goal) for goal in found.aims], className="plan-goals"),
            ],
            id="goals",
            className="panel",
            **attributes(aria_labelledby="goals-title"),
        ),
        html.Section(
            [
                html.H2(f"{len(found.principles)} 条基本原则", id="principles-title"),
                html.Ul(
                    [
                        html.Li(
                            [
                                html.Strong(one.name_zh, title=one.name_en),
                                html.Span(one.gist_zh),
                            ],
                            id=f"principle-{one.principle_id}",
                        )
                        for one in found.principles
                    ],
                    className="plan-principles",
                ),
            ],
            id="principles",
            className="panel",
            **attributes(aria_labelledby="principles-title"),
        ),
    ]


def _goal(goal: Goal) -> html.Li:
    to = anchor(f"task-{goal.theme}", "见任务") if goal.theme else None
    return html.Li([html.Span(goal.name_zh, title=goal.name_en), to], id=f"goal-{goal.goal_id}")
