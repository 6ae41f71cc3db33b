"""A page that needs nothing but itself: styles, figures and scripts stand in it, and its own policy
lets nothing else in. It is read from a stick, without a server or a network."""

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from components.elements import element, written


def single_file(
    title: str,
    style: str,
    body: Sequence[Any],
    scripts: Sequence[str] = (),
    frozen: str = "",
    **attributes: Any,
) -> bytes:
    """The whole file in UTF-8. `scripts` run in their order once the body is read; without any
    none may. `frozen` is JSON, fit to stand in a script element (`inside`), that they read. The
    `attributes` are the body's, as `element` takes them."""
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, scripts)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        written(element("title", title)),
        f"<style>{style}</style>",
    ]
    text = "".join(
        [
            '<!doctype html><html lang="zh-CN" data-base=""><head>',
            *head,
            "</head>",
            written(element("body", *body, **attributes)).removesuffix("</body>"),
            f'<script type="application/json" id="frozen">{frozen}</script>' if frozen else "",
            *(f"<script>{script}</script>" for script in scripts),
            "</body></html>",
        ]
    )
    return text.encode()


def policy(style: str, scripts: Sequence[str]) -> str:
    """Nothing but these: no request leaves the file. A script that draws sets styles as it goes, so
    that where there is one they may stand in line."""
    ran = " ".join(map(_hash, scripts)) or "'none'"
    looks = "'unsafe-inline'" if scripts else _hash(style)
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {ran}",
            f"style-src {looks}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def inside(text: str) -> str:
    """A text of JSON or a script as it may stand inside of a script element."""
    return text.replace("<", "\\u003c")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
