"""The page `/plan`: what the plan asks for, what can be seen of it, and what cannot."""

from typing import Any

from dash import html

from analysis import links as addresses
from analysis.pages import Page
from analysis.plan.progress import word
from analysis.plan.summary import PlanSummary
from analysis.state.view import Choices, View
from analysis.view_links import Links
from components import filters, paper, shell
from components.attributes import attributes
from components.content import Content, Parts, content
from components.ids import Id
from components.parts import Html
from components.plan.chains import chains_section
from components.plan.head import head, principles_and_goals
from components.plan.ledger import ledger_section
from components.plan.pattern import fields_section, pattern_section
from components.plan.rail import rail
from components.plan.task import safeguard_section, task_section
from components.plan.timeline import timeline_section
from data.model.catalog import Catalog, Platform
from data.model.progress import KINDS

MAIN = (
    Id.PLAN_HEAD,
    Id.PLAN_GOALS,
    Id.PLAN_TIMELINE,
    Id.PLAN_TASKS,
    Id.PLAN_CHAINS,
    Id.PLAN_PATTERN,
    Id.PLAN_SAFEGUARDS,
    Id.PLAN_LEDGER,
)


def frame(parts: Parts) -> html.Main:
    """The page with its places: contents at the left, the parts of the plan beside."""
    rail = Html(
        Id.PLAN_RAIL,
        parts.get(Id.PLAN_RAIL),
        tag="nav",
        className="plan-rail",
        aria_label="本页内容",
    )
    main = html.Div([Html(place, parts.get(place)) for place in MAIN], className="plan-main")
    return html.Main(
        html.Div([rail, main], className="plan"),
        className="sheet",
        **shell.main(Page.PLAN),
    )


def shown(found: PlanSummary, catalog: Catalog, options: Choices) -> Content:
    """What a briefing puts into the page."""
    view = found.view
    links = Links(view, options, found.kinds)
    task = "" if links.is_whole else found.tasks[0].task.name_zh

    def to(other: View) -> str:
        return addresses.plan(other, options, other.theme, found.kinds)

    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.PLAN, view, catalog),
        **filters.bar_texts(view, options, to),
        **paper.head(
            catalog, Page.PLAN, view, {"主题": found.topic, "进展": _kinds(found, catalog)}
        ),
        Id.PLAN_RAIL: rail(found, catalog.plan.tasks, links),
        **_parts(found, catalog, links),
    }
    return content(Page.PLAN, shell.title(Page.PLAN, catalog, view, task), texts, {})


def _parts(found: PlanSummary, catalog: Catalog, links: Links) -> dict[Id, Any]:
    """The parts of the page: all of the plan, or what belongs to one task."""
    whole = links.is_whole
    task = found.tasks[0]
    fields = found.fields if whole else task.fields
    places = _places(found, catalog) if whole else task.platforms
    chains = found.chains if whole else task.chains
    when = timeline_section(found, catalog, links)
    return {
        Id.PLAN_HEAD: head(found, links),
        Id.PLAN_GOALS: principles_and_goals(found) if whole else [],
        Id.PLAN_TIMELINE: when if whole else [],
        Id.PLAN_TASKS: [
            *(task_section(one, catalog, links) for one in found.tasks),
            None if whole else when,
        ],
        Id.PLAN_CHAINS: chains_section(
            chains, found.regions, found.stages, catalog, found.register_note
        ),
        Id.PLAN_PATTERN: [fields_section(fields), pattern_section(places, catalog)],
        Id.PLAN_SAFEGUARDS: _safeguards(found, catalog, links) if whole else [],
        Id.PLAN_LEDGER: ledger_section(found.ledger, found.counts, catalog, links),
    }


def _kinds(found: PlanSummary, catalog: Catalog) -> str:
    """The kinds of facts that are shown, in words; "" where all are."""
    chosen = [] if found.kinds == KINDS else found.kinds
    return "、".join(word(catalog, kind) for kind in chosen)


def _places(found: PlanSummary, catalog: Catalog) -> tuple[Platform, ...]:
    """The platforms that lie in the chosen regions."""
    codes = {region.region_code for region in found.regions}
    return tuple(p for p in catalog.platforms if codes & set(p.region_codes))


def _safeguards(found: PlanSummary, catalog: Catalog, links: Links) -> html.Section:
    return html.Section(
        [
            html.H2(f"{len(found.safeguards)} 项保障措施", id="safeguards-title"),
            *(safeguard_section(one, catalog, links) for one in found.safeguards),
        ],
        id="safeguards",
        className="panel plan-safeguards",
        **attributes(aria_labelledby="safeguards-title"),
    )
