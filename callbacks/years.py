"""The year slider is moved: the address follows, in the browser alone."""

from dash import ClientsideFunction, Dash, Input

from components.ids import Id


def register(app: Dash) -> None:
    """The slider sets the address; an answer sets the slider (assets/25-canvas.js).

    Neither is wired as an output: as a circular callback the two would make every answer
    wait for a round through the browser's callbacks first.
    """
    app.clientside_callback(
        ClientsideFunction("canvas", "chooseYears"),
        Input(Id.YEARS, "value"),
        prevent_initial_call=True,
    )
