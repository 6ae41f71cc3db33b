"""Text from tables in figures: plotly reads tags, entities and %{…} in all that it writes."""

ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("%{", "%&#x7b;"))


def plain(text: str) -> str:
    """A text that plotly.js writes as it stands, whatever is in it. Every name, unit and note that
    a figure takes from the tables goes through here; tags are put around it afterwards."""
    for sign, written in ESCAPES:
        text = text.replace(sign, written)
    return text
