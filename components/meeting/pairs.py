"""Two regions on the stage: bars away from the middle, each row of its own scale."""

from collections.abc import Sequence

from dash import html

from analysis.meeting.scenes import Slide
from analysis.meeting.slides import Pair
from components.meeting.numbers import name
from components.unbroken import unbroken

SIDES = ("left", "right")
LONG = 8  # characters of a value; for longer ones the bars give room


def pairs(slide: Slide) -> html.Div:
    """The rows under the names of the two regions."""
    slugs = [region for region in slide.choice.split("-")]
    heads = [
        html.Div(name(slug, label), className=f"pair-{side}")
        for slug, label, side in zip(slugs, slide.columns, SIDES, strict=True)
    ]
    head = html.Div([heads[0], html.Div(className="pair-name"), heads[1]], className="pair head")
    is_long = any(len(text) > LONG for one in slide.pairs for text in one.texts)
    rows = [_row(one, slugs) for one in slide.pairs]
    return html.Div([head, *rows], className="pairs long" if is_long else "pairs")


def _row(one: Pair, slugs: Sequence[str]) -> html.Div:
    most = max((abs(value) for value in one.values if value is not None), default=0.0) or 1.0
    sides = [
        html.Div(
            [
                html.Span(unbroken(text), className="pair-text"),
                html.Div(
                    html.Div(
                        className=f"pair-bar fill-{slug}",
                        style={"width": f"{abs(value) / most:.2%}"},
                    )
                    if value is not None
                    else None,
                    className="pair-track",
                ),
            ],
            className=f"pair-{side}",
        )
        for slug, side, value, text in zip(slugs, SIDES, one.values, one.texts, strict=True)
    ]
    told = html.Small(unbroken(one.told)) if one.told else None
    middle = html.Div([html.Span(unbroken(one.name)), told], className="pair-name")
    return html.Div([sides[0], middle, sides[1]], className="pair")
