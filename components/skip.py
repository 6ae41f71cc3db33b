"""The way past what every page begins with, for those who come by keyboard."""

from typing import Any

from dash import html

MAIN = "main"  # the id of each page's main element


def skip_link() -> html.A:
    """The first link of a page, seen while it has the focus."""
    return html.A("跳到主要内容", href=f"#{MAIN}", className="skip-link")


def target() -> dict[str, Any]:
    """What makes the main element the place where the link leads to."""
    return {"id": MAIN, "tabIndex": -1}
