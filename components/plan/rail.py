"""The contents of the plan's page: its parts, and how each task stands at a glance."""

from dash import html
from dash.development.base_component import Component

from analysis.plan.summary import PlanSummary
from analysis.plan.tasks import TaskBrief
from analysis.view_links import Links
from components.plan.distribution import bar
from components.plan.links import anchor, opened
from data.model.plan import Task

CELL = 4  # pixels of an indicator in the small bars


def rail(found: PlanSummary, tasks: tuple[Task, ...], links: Links) -> list[Component]:
    """Every part of the page; the tasks that are not shown lead to their own view."""
    shown = {one.task.task_id: one for one in found.tasks}
    items = [_task(task, shown.get(task.task_id), links) for task in tasks]
    return [
        html.Ul(
            [
                _part("goals", "目标与原则") if links.is_whole else _whole(links),
                html.Li(
                    [html.Span("八项任务", className="rail-label"), html.Ol(items)],
                    className="rail-tasks",
                ),
                *_parts(found, links.is_whole),
            ]
        )
    ]


def _parts(found: PlanSummary, is_whole: bool) -> list[html.Li]:
    tasks = found.tasks
    chains = len(found.chains) if is_whole else len(tasks[0].chains)
    fields = is_whole or bool(tasks[0].fields)
    places = is_whole or bool(tasks[0].platforms)
    parts = [
        ("timeline", "进展时间轴", True),
        ("chains", f"{chains} 条产业链", bool(chains)),
        ("fields", "集群与前沿领域", fields),
        ("pattern", "空间格局", places),
        ("safeguards", f"{len(found.safeguards)} 项保障措施", is_whole),
        ("ledger", f"{found.counts.claims} 个数字", bool(found.counts.claims)),
    ]
    return [_part(name, text) for name, text, is_there in parts if is_there]


def _part(name: str, text: str) -> html.Li:
    return html.Li(anchor(name, text))


def _whole(links: Links) -> html.Li:
    return html.Li(opened(links.plan(), "← 方案要点"))


def _task(task: Task, shown: TaskBrief | None, links: Links) -> html.Li:
    """A task by the name of its theme, with its bars if it is on the page."""
    number = html.Span(str(task.order), className="rail-number")
    name: list[Component | str] = [number, links.options.themes[task.task_id]]
    if shown is None:
        return html.Li(opened(links.plan(task.task_id), html.Span(name), title=task.name_zh))
    done = f" · {shown.progressed} 有进展" if shown.progressed else ""
    foot = f"{len(shown.measures)} 项措施 · {shown.bare} 暂无指标{done}"
    bars = html.Span([bar(one, CELL, 5) for one in shown.spread], className="rail-bars")
    children = [html.Span(name), bars, html.Span(foot, className="row-foot")]
    return html.Li(anchor(f"task-{task.task_id}", children, title=task.name_zh))
