"""`GET /health`: whether the app answers, and with which data and which plotly.js."""

from dash import Dash
from flask import Response, jsonify

from analysis.series import observations
from data.model.catalog import Catalog


def register(app: Dash, catalog: Catalog, plotly: str) -> None:
    """`plotly` is "slim" or "full": which build of plotly.js the pages use."""

    @app.server.get("/health")
    def health() -> Response:
        return jsonify(
            status="ok",
            data_version=catalog.version,
            data_digest=catalog.digest,
            indicators=len(catalog.indicators),
            observations=observations.count(catalog),
            plotly_js=plotly,
        )
