"""The floor: static files from WhiteNoise and two JSON endpoints, without any framework on top.

Files are compressed beforehand and cached like the app's own (serving/statics.py), gunicorn
runs it with the same settings, so that only the framework differs.
"""

import json
import os
import re
from pathlib import Path

from flask import Flask, Response, jsonify
from flask_compress import Compress
from whitenoise import WhiteNoise

FINGERPRINTED = re.compile(r"^/static/|^/assets/")
DAY = 86_400
PUBLIC, ANSWER = "public", "answer.json"


def create(folder: Path) -> Flask:
    """The floor whose files lie in `folder`/public, beside one of the app's answers."""
    text = (folder / ANSWER).read_text("utf-8")
    answer = json.loads(text)
    as_long = "x" * (len(text.encode()) - len('{"payload":""}\n'))
    server = Flask(__name__)
    server.json.ensure_ascii = False  # type: ignore[attr-defined]
    server.config["COMPRESS_REGISTER"] = False  # only where an endpoint asks for it
    compress = Compress(server)

    @server.get("/health")
    def health() -> Response:
        return jsonify(status="ok")

    @server.post("/small")
    def small() -> Response:
        return jsonify(ok=True)

    @server.post("/same-size")
    def same_size() -> Response:
        return jsonify(payload=as_long)

    @server.post("/same-answer")
    @compress.compressed()
    def same_answer() -> Response:
        return jsonify(answer)

    server.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        server.wsgi_app, root=str(folder / PUBLIC), index_file=True, max_age=DAY,
        immutable_file_test=lambda _path, url: bool(FINGERPRINTED.search(url)),
    )  # fmt: skip
    return server


def follow(_building: object) -> None:
    """The floor follows no edition; gunicorn.conf.py asks every app for it."""


def __getattr__(name: str) -> Flask:
    """`server` is built when gunicorn asks for it."""
    if name != "server":
        raise AttributeError(name)
    return create(Path(os.environ["BENCH_FLOOR"]))
