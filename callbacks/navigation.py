"""Another page is asked for → its frame comes, filled; it is opened → it stands in the page.

Two steps, because a page is asked for while its link is still held down: it waits in the address
component (assets/core/address.js) until the link is let go. The first page of a visit comes with
the document (app.index) and takes the second step only.
"""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from callbacks.answers import Answers
from callbacks.outputs import shell_outputs
from components.ids import Id
from components.parts import NAMESPACE


def register(app: Dash, answers: Answers) -> None:
    """The page follows the path of the address."""

    @app.callback(
        output={**shell_outputs(), "frame": Output(Id.ADDRESS, "frame")},
        inputs=[Input(Id.ADDRESS, "page")],
        prevent_initial_call=True,
    )
    def bring_page(question: object) -> dict[str, Any]:
        return answers.page(question)

    app.clientside_callback(
        ClientsideFunction(NAMESPACE, "openedPage"),
        Output(Id.PAGE, "children"),
        Input(Id.ADDRESS, "opened"),
        prevent_initial_call=True,
    )
