"""The outputs that the callbacks of all pages share."""

from dash import Output

from components.ids import Id


def shell_outputs() -> dict[str, Output]:
    """Header, filter bar and head on paper, which follow the view on every page, the remarks on
    the address, and whose answer this is. Each page's callback sets them, hence
    `allow_duplicate`."""
    return {
        Id.NAV: Output(Id.NAV, "tree", allow_duplicate=True),
        Id.REGIONS: Output(Id.REGIONS, "tree", allow_duplicate=True),
        Id.THEMES: Output(Id.THEMES, "tree", allow_duplicate=True),
        Id.YEARS: Output(Id.YEARS, "tree", allow_duplicate=True),
        Id.PAPER: Output(Id.PAPER, "tree", allow_duplicate=True),
        Id.REMARKS: Output(Id.REMARKS, "tree", allow_duplicate=True),
        "answer": Output(Id.ADDRESS, "answer", allow_duplicate=True),
    }
