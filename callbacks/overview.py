"""The address changes: the page shows its view (assets/25-canvas.js draws it)."""

from typing import Any

from dash import Dash, Input, Output

from callbacks.answers import Answers
from components.ids import Id


def register(app: Dash, answers: Answers) -> None:
    """One answer per address; the first one comes with the page itself."""

    @app.callback(
        Output(Id.CANVAS, "answer"), Input(Id.CANVAS, "address"), prevent_initial_call=True
    )
    def show_view(address: object) -> dict[str, Any]:
        return answers.to(address)
