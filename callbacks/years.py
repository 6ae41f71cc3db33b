"""The year slider and the address follow each other, in the browser alone."""

from dash import ClientsideFunction, Dash, Input, Output

from components.ids import Id


def register(app: Dash) -> None:
    """The one circular callback: whichever of the two changed sets the other."""
    app.clientside_callback(
        ClientsideFunction("navigation", "years"),
        Output(Id.YEARS, "value"),
        Output(Id.URL, "search"),
        Input(Id.YEARS, "value"),
        Input(Id.URL, "search"),
        prevent_initial_call=False,
    )
