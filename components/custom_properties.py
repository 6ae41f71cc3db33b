"""The custom properties that stylesheets take colours and type from, as a stylesheet of their own:
published before those of the pages, of the stage and of the speaker's window."""

from collections.abc import Mapping

from components import colours, theme


def _rule(selector: str, values: Mapping[str, str]) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"


TYPE = {"font": theme.FONT}
PAGES = _rule(":root", {**colours.PAGE, **TYPE}) + _rule(
    '[data-scheme="dark"]', colours.scheme("dark")
)
STAGE = _rule("body", {**colours.STAGE, **TYPE}) + _rule(
    'body[data-scheme="light"]', colours.STAGE_LIGHT
)
NOTES = _rule("body", {**colours.NOTES, **TYPE})
