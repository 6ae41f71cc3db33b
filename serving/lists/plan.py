"""The lists of the plan: its parts, measures, goals, chains, its figures, and the dated facts."""

from collections.abc import Sequence
from typing import Any

from analysis import links
from analysis.pages import Page
from analysis.plan.address import plan_view
from analysis.plan.summary import PlanSummary, plan_summary
from analysis.query import Query
from reports.claims import check_rows, checked_claims
from reports.plan_chains import chain_rows, link_rows, node_rows
from reports.plan_parts import goal_rows, measure_rows, part_rows
from reports.progress import progress_report
from reports.progress_files import progress_described
from serving.api_keys import measure_key
from serving.files import placed
from serving.lists.listed import Asked, Found, about

WHOLE = "方案全文，不受所选地区和主题影响"
IDS = "编号以逗号分隔；空为没有。"


def progress(asked: Asked) -> Found:
    """The dated facts of regions, kinds and measures (all where none is named)."""
    catalog = asked.catalog
    chosen, _ = plan_view(asked.query, asked.options)
    measures = Query.of(asked.query).some(measure_key(catalog))
    found = progress_report(catalog, chosen.view.regions, chosen.kinds, measures=measures)
    return Found(progress_described(placed(found, Page.PLAN, asked.query)), found.rows)


def parts(asked: Asked) -> Found:
    """The tasks of a view, and the safeguards."""
    found = _summary(asked)
    return _found(asked, links.PLAN, "重点任务与保障措施", part_rows(found), filters=_said(found))


def measures(asked: Asked) -> Found:
    """The measures of a view, with what speaks to each."""
    found = _summary(asked)
    rows = measure_rows(found)
    said = {"filters": _said(found), "notes": [IDS]}
    return _found(asked, links.PLAN_MEASURES, "方案措施", rows, **said)


def goals(asked: Asked) -> Found:
    """What the plan wants, in its own words."""
    rows = goal_rows(asked.catalog, _summary(asked))
    return _found(asked, links.PLAN_GOALS, "目标、定位与原则", rows, filters=WHOLE)


def speaking(asked: Asked) -> Found:
    """What speaks to the measures of a view, one a row."""
    found = _summary(asked)
    rows = link_rows(asked.catalog, found)
    return _found(asked, links.PLAN_LINKS, "各项措施的依据", rows, filters=found.topic)


def chains(asked: Asked) -> Found:
    """The chains of the plan."""
    found = _summary(asked)
    rows = chain_rows(found)
    return _found(asked, links.PLAN_CHAINS, "重点产业链", rows, filters=_regions(found))


def nodes(asked: Asked) -> Found:
    """What sources name in the chains."""
    found = _summary(asked)
    rows = node_rows(asked.catalog, found)
    return _found(asked, links.PLAN_NODES, "产业链环节", rows, filters=_regions(found))


def claims(asked: Asked) -> Found:
    """The figures of the text in a view, each with its verdict."""
    found = _summary(asked)
    rows = checked_claims(asked.catalog, found)
    said = {"filters": _said(found), "notes": [found.counts.text]}
    return _found(asked, links.CLAIMS, "方案数字及核对", rows, **said)


def checks(asked: Asked) -> Found:
    """Every check of these figures."""
    found = _summary(asked)
    rows = check_rows(found)
    return _found(asked, links.CLAIM_CHECKS, "方案数字的逐项核对", rows, filters=_said(found))


def _summary(asked: Asked) -> PlanSummary:
    chosen, _ = plan_view(asked.query, asked.options)
    return plan_summary(asked.catalog, chosen.view, chosen.kinds)


def _found(asked: Asked, path: str, title: str, rows: Sequence[Any], **more: Any) -> Found:
    return Found(about(asked, path, title, len(rows), **more), rows)


def _said(found: PlanSummary) -> str:
    return found.filter_text


def _regions(found: PlanSummary) -> str:
    return f"地区：{'、'.join(region.name_zh for region in found.regions)}"
