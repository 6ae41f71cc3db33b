"""The page that shows how the API is read runs as it stands, and its output is what is shown."""

import ast
import contextlib
import io
import os
import re
import threading
from pathlib import Path

import pytest
from dash import Dash, html
from werkzeug.serving import make_server

from callbacks.site import OneEdition
from serving import api

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)
SITE = "http://127.0.0.1:8050"


@pytest.fixture(scope="module")
def site(catalog):
    """The address of an app that is served over a socket."""
    app = Dash("page", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    server = make_server("127.0.0.1", 0, app.server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def output_of(code, known):
    """What a block prints, and the value of its last line if that is an expression, as a notebook
    shows it."""
    found = ast.parse(code)
    last = found.body.pop() if isinstance(found.body[-1], ast.Expr) else None
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(found, str(PAGE), "exec"), known)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), str(PAGE), "eval"), known)
            if value is not None:
                print(value)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


@pytest.mark.thorough
def test_the_page_runs_and_shows_what_comes_out(site):
    text = PAGE.read_text(encoding="utf-8")
    known, shown, made = {}, [], text
    for block in BLOCK.finditer(text):
        found = output_of(block["code"].replace(SITE, site), known)
        shown.append((block["output"] or "", found))
        if block["output"] is not None:
            new = f"```python\n{block['code']}```\n\n```text\n{found}```\n"
            made = made.replace(block[0], new, 1)
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(made, encoding="utf-8")
    assert len(shown) > 8
    for before, found in shown:
        assert found == before, "UPDATE_GOLDEN=1 pytest tests/serving/test_api_page.py"
