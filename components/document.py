"""A page that stands alone, outside Dash, as a whole HTML document."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from analysis import links
from components.elements import element, written

NO_SCRIPT = "本页需启用浏览器的 JavaScript 功能。"


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of what a page loads: stylesheets, and scripts that run once it is read."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


def document(
    title: str, loaded: Links, body: Sequence[Any], schemes: str | None = None, **attributes: Any
) -> str:
    """The document. `schemes` are the colour schemes it has, where it has others than light;
    `attributes` are its body's, spelled as `element` takes them."""
    page = element(
        "html",
        element("head", *_head(title, loaded, schemes)),
        element("body", html.Noscript(NO_SCRIPT), *body, **attributes),
        lang="zh-CN",
        data_base=links.base(),
    )
    return f"<!doctype html>{written(page)}"


def _head(title: str, loaded: Links, schemes: str | None) -> list[Any]:
    return [
        element("meta", char_set="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content=schemes) if schemes else None,
        element("title", title),
        element("link", rel="icon", href="data:,"),  # none: it is not worth a request
        *(element("link", rel="stylesheet", href=address) for address in loaded.styles),
        *(element("script", src=address, defer=True) for address in loaded.scripts),
    ]
