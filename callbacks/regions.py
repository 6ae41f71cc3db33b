"""The pages of the regions: the address changes → the profile shows its region and years."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from analysis.pages import Page, slug_of
from analysis.regions.summary import region_summary
from analysis.state.view import View, view
from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from callbacks.site import Binding, Remarks, Site
from components.content import Content, Parts
from components.ids import Id
from components.regions import page

Profiled = tuple[str, View]  # the region's slug, and the view whose years and links it keeps


def _read(site: Site, path: str, query: str) -> tuple[Profiled, Remarks]:
    """The region its path names; a path that names none is the first region chosen."""
    chosen, remarks = view(query, site.options)
    slug = slug_of(path)
    return (slug if slug in site.options.regions else chosen.regions[0], chosen), remarks


def _show(site: Site, profiled: Profiled) -> Content:
    slug, chosen = profiled
    found = region_summary(site.catalog, slug, chosen.start, chosen.end)
    return page.shown(found, site.catalog, chosen, site.options)


def _frame(_site: Site, parts: Parts) -> Component:
    return page.frame(parts)


BINDING = Binding(_read, _show, _frame)


def register(app: Dash, answers: Answers) -> None:
    """The profile follows the address."""

    @app.callback(
        output={**shell_outputs(), Id.PROFILE: Output(Id.PROFILE, "tree")},
        inputs=[Input(Id.ADDRESS, "regions")],
        prevent_initial_call=True,
    )
    def show_profile(question: object) -> dict[str, Any]:
        return answers.to(Page.REGIONS, question)
