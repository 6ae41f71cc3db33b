"""The product with ordinary Dash on one of its pages: two dropdowns and a callback by pattern."""

import os
from dataclasses import replace
from typing import Any

from dash import MATCH, Input, Output, dcc, html
from dash.development.base_component import Component

from app import Settings, create_app
from callbacks import plan
from callbacks.site import Site
from serving.index import Monitor

CHOICES = {"first": ["甲", "乙"], "second": ["丙", "丁"]}


def _choice(name: str, options: list[str]) -> html.Div:
    return html.Div(
        [
            dcc.Dropdown(options, options[0], id={"kind": "choice", "index": name}),
            html.P(id={"kind": "said", "index": name}, className=f"said-{name}"),
        ]
    )


def build() -> Monitor:
    binding = plan.BINDING

    def frame(site: Site, parts: Any) -> Component:
        own = [_choice(name, options) for name, options in CHOICES.items()]
        return html.Div([*own, binding.frame(site, parts)])

    plan.BINDING = replace(binding, frame=frame)
    app = create_app(Settings.of(os.environ))

    @app.callback(
        Output({"kind": "said", "index": MATCH}, "children"),
        Input({"kind": "choice", "index": MATCH}, "value"),
    )
    def say(value: str) -> str:
        return f"已选 {value}"

    return app


app = build()
server = app.server


def follow(_building: object) -> None:
    """gunicorn.conf.py asks for it."""
    app.prepare()
