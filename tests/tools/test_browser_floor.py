"""Scripts and stylesheets use nothing younger than Chromium 86, and the check would find it."""

from pathlib import Path

import pytest

from tools import browser_floor

pytestmark = pytest.mark.thorough  # needs Node

YOUNG = {
    "at.js": "export const last = (list) => list.at(-1);",
    "findLast.js": "export const last = (list) => list.findLast(Boolean);",
    "findLastIndex.js": "export const last = (list) => list.findLastIndex(Boolean);",
    "hasOwn.js": "export const has = Object.hasOwn({}, 'a');",
    "clone.js": "export const clone = structuredClone({});",
    "timeout.js": "export const signal = AbortSignal.timeout(5);",
    "canParse.js": "export const isAddress = URL.canParse('x');",
    "inert.js": "document.body.inert = true;",
    "event.js": "document.addEventListener('scrollend', () => {});",
    "selector.js": "export const node = document.querySelector(':is(a, b)');",
    "template.js": "export const is = (name) => document.body.matches(`${name}:has(b)`);",
    "await.js": "export const one = await Promise.any([]);",
    "field.js": "export class One { #own = 1; get() { return this.#own; } }",
    "undefined.js": "export const one = notDefinedAnywhere;",
    "is.css": "a:is(b, c) { color: red; }",
    "where.css": "a:where(b) { color: red; }",
    "has.css": "a:has(b) { color: red; }",
    "not.css": "a:not(b, c) { color: red; }",
    "inset.css": "a { inset: 0; }",
    "inline.css": "a { margin-inline: 1px; }",
    "aspect.css": "a { aspect-ratio: 1; }",
    "accent.css": "a { accent-color: red; }",
    "layer.css": "@layer one { a { color: red; } }",
    "container.css": "@container (min-width: 1px) { a { color: red; } }",
    "unit.css": "a { height: 100dvh; }",
    "mix.css": "a { color: color-mix(in srgb, red, blue); }",
    "nested.css": "a { b { color: red; } }",
    "clip.css": "a { overflow: clip; }",
    "range.css": "@media (width >= 600px) { a { color: red; } }",
    "thickness.css": "a { text-decoration: underline 2px; }",
    "list.css": "a, b::details-content { color: red; }",
    "print.css": "a { print-color-adjust: exact; }",
    "wrong.css": "a { colour: red; }",
}
OLD = {
    "old.js": """
        export const text = "a".replaceAll("a", "b") ?? [1].flat()?.[0];
        document.body.replaceChildren();
        document.querySelector("a:focus-visible")?.matches("a:not(b)");
        export const is = CSS.supports("a", "b") || new ResizeObserver(() => {});
    """,
    "old.css": """
        a:focus-visible { gap: 1px; content-visibility: auto; zoom: 2; padding: max(1px, 2vw); }
        a { overflow: hidden; overflow: clip; color: rgb(1 2 3 / 4%); place-items: center; }
        a { -webkit-print-color-adjust: exact; print-color-adjust: exact; text-wrap: pretty; }
        a::details-content { display: block; }
        @supports (inset: 0) { a { inset: 0; } }
        @page plan { size: A4; @bottom-right { content: counter(page); } }
    """,
}


def test_nothing_is_younger_than_the_floor() -> None:
    assert browser_floor.faults() == ""


def test_what_is_younger_is_found_and_what_is_older_is_not(tmp_path: Path) -> None:
    for name, text in {**YOUNG, **OLD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = browser_floor.faults(["."], tmp_path)
    found = {Path(line).name for line in told.splitlines() if line.startswith(str(tmp_path))}
    assert found == set(YOUNG)
